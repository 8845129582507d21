"""The schema's growth: each step whole or not at all, and the file private from its first byte."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from refcli.errors import BadData, DiskTrouble, Missing
from refcli.store.db import SCHEMA_VERSION, connect
from refcli.store.migrate import (
    _apply,
    create_file,
    empty_store,
    fill,
    migrations,
    statements,
    store_of,
    upgraded_copy,
)
from refcli.store.opening import writable
from tests.support.crash import tear
from tests.support.program import Program
from tests.support.trouble import held_open, needs_fds, needs_modes

TODAY = "2026-11-20"
FIXTURES = Path(__file__).parent / "fixtures"
CONTACT = {"id": 1, "name": "Anna Weiss", "name_key": "anna weiss", "created_on": TODAY}


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A store of the first schema."""
    store = tmp_path / "refcli.db"
    shutil.copyfile(FIXTURES / "schema-1.db", store)
    return store


@pytest.fixture
def opened(first: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(str(first), "rw")) as connection:
        yield connection


def state(connection: sqlite3.Connection) -> tuple[int, bool, int]:
    """(schema, whether in a transaction, whether references are watched)."""
    version = connection.execute("pragma user_version").fetchone()[0]
    watched = connection.execute("pragma foreign_keys").fetchone()[0]
    return version, connection.in_transaction, watched


# The scripts.


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [number for number, _ in migrations()] == list(range(1, SCHEMA_VERSION + 1))


def test_a_script_is_cut_at_its_statements() -> None:
    script = (
        "-- about; it\ncreate table t (x); \n\n"
        "create trigger r after insert on t begin\n  delete from t; delete from t;\nend;\n"
        "select 1 -- one; two\n  , 2;\n\n   \n"
    )
    assert list(statements(script)) == [
        "-- about; it\ncreate table t (x);",
        "create trigger r after insert on t begin\n  delete from t; delete from t;\nend;",
        "select 1 -- one; two\n  , 2;",
    ]
    assert list(statements("\n \n")) == []


def test_a_statement_without_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="unfinished") as caught:
        list(statements("select 1;\nselect " + "x" * 90))
    assert str(caught.value) == "unfinished statement: select " + "x" * 53


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_an_empty_store_of_each_schema(version: int) -> None:
    with closing(store_of(version)) as connection:
        assert state(connection) == (version, False, 1)
        assert connection.execute("select count(*) from contact").fetchone() == (0,)


def test_an_older_store_is_copied_into_memory(first: Path) -> None:
    before = first.read_bytes()
    with closing(connect(str(first), "ro")) as source, closing(upgraded_copy(source)) as copy:
        assert state(copy)[0] == SCHEMA_VERSION
        assert copy.execute("pragma database_list").fetchone()[2] == ""
        assert (
            copy.execute("select name from contact order by id").fetchall()
            == source.execute("select name from contact order by id").fetchall()
        )
    assert first.read_bytes() == before


# A store to write to.


@needs_modes
def test_a_new_store_is_private_whatever_the_umask(tmp_path: Path) -> None:
    os.umask(0)
    store = tmp_path / "a" / "b" / "refcli.db"
    with closing(writable(str(store), TODAY)) as connection:
        assert state(connection) == (SCHEMA_VERSION, False, 1)
    assert store.stat().st_mode & 0o777 == 0o600
    assert store.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in store.parent.iterdir()] == ["refcli.db"]


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    file.write_bytes(b"something")
    create_file(str(file))
    assert file.read_bytes() == b"something"


def test_a_lost_store_is_not_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "x.db.backups"
    folder.mkdir()
    (folder / "2026-11-01-by-hand-0001.db").touch()
    with pytest.raises(Missing):
        writable(str(tmp_path / "x.db"), TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["x.db.backups"]


def test_a_crashed_store_is_healed_first(anna: Program) -> None:
    whole = anna.store.read_bytes()
    tear(anna.store)
    writable(str(anna.store), TODAY).close()
    assert anna.store.read_bytes() == whole


@needs_fds
@pytest.mark.parametrize("statement", ["create table t (x)", "pragma application_id = 7"])
def test_what_is_not_ours_keeps_every_byte_even_its_journal_mode(
    tmp_path: Path, statement: str
) -> None:
    file = tmp_path / "x.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("create table recipe (x)")
        connection.execute(statement)
        connection.execute("pragma journal_mode = wal")
    before = file.read_bytes()
    with pytest.raises(BadData) as caught:
        writable(str(file), TODAY)
    assert (held_open(file), caught.type) == ([], BadData)
    assert file.read_bytes() == before


@needs_fds
def test_an_upgrade_that_fails_lets_go_of_the_store(first: Path) -> None:
    Path(f"{first}.backups").write_text("in the way", encoding="utf-8")
    before = first.read_bytes()
    with pytest.raises(DiskTrouble) as caught:
        writable(str(first), TODAY)
    assert (held_open(first), caught.type) == ([], DiskTrouble)
    assert first.read_bytes() == before


def test_an_upgrade_comes_after_a_backup_of_that_day(first: Path) -> None:
    before = first.read_bytes()
    writable(str(first), TODAY).close()
    folder = Path(f"{first}.backups")
    assert [p.name for p in folder.iterdir()] == [f"{TODAY}-before-schema-{SCHEMA_VERSION}-0001.db"]
    assert next(folder.iterdir()).read_bytes()[100:] == before[100:]
    writable(str(first), TODAY).close()
    assert len(list(folder.iterdir())) == 1


def test_a_new_store_needs_no_backup(tmp_path: Path) -> None:
    writable(str(tmp_path / "x.db"), TODAY).close()
    assert not (tmp_path / "x.db.backups").exists()


# One step.


def test_a_step_may_make_a_table_anew_to_which_others_point(
    opened: sqlite3.Connection, first: Path
) -> None:
    made = (
        "create table a (id integer primary key);\n"
        "create table b (a_id integer not null references a (id));\n"
        "insert into a values (1);\ninsert into b values (1);\n"
    )
    again = (
        "create table a_new (id integer primary key, more text);\n"
        "insert into a_new select id, 'x' from a;\n"
        "drop table a;\nalter table a_new rename to a;\n"
    )
    _apply(opened, str(first), [(2, made)])
    assert state(opened) == (2, False, 1)
    _apply(opened, str(first), [(3, again)])
    assert state(opened) == (3, False, 1)
    assert opened.execute("select a.more from b join a on a.id = b.a_id").fetchall() == [("x",)]


def test_a_step_that_leaves_a_reference_dangling_is_taken_back(
    opened: sqlite3.Connection, first: Path
) -> None:
    script = (
        "create table a (id integer primary key);\n"
        "create table b (a_id integer references a (id));\ninsert into b values (9);\n"
    )
    before = first.read_bytes()
    with pytest.raises(sqlite3.IntegrityError) as caught:
        _apply(opened, str(first), [(2, script)])
    assert str(caught.value) == "migration 2 leaves dangling references"
    assert state(opened) == (1, False, 1)
    assert first.read_bytes()[100:] == before[100:]


def test_a_step_is_one_transaction(opened: sqlite3.Connection, first: Path) -> None:
    script = "create table a (x);\ninsert into a values (1);\ninsert into nowhere values (1);\n"
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        _apply(opened, str(first), [(2, script)])
    assert state(opened) == (1, False, 1)
    assert opened.execute("select 1 from sqlite_schema where name = 'a'").fetchall() == []


def test_a_full_disk_that_rolls_back_by_itself_is_told(
    opened: sqlite3.Connection, first: Path
) -> None:
    pages = opened.execute("pragma page_count").fetchone()[0]
    opened.execute(f"pragma max_page_count = {pages + 2}")
    script = "create table a (x);\ninsert into a values (zeroblob(90000));\n"
    with pytest.raises(sqlite3.OperationalError, match="full"):
        _apply(opened, str(first), [(2, script)])
    assert state(opened) == (1, False, 1)


def test_all_steps_are_one_transaction(opened: sqlite3.Connection, first: Path) -> None:
    before = first.read_bytes()
    steps = [(2, "create table a (x);\n"), (3, "insert into nowhere values (1);\n")]
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        _apply(opened, str(first), steps)
    assert state(opened) == (1, False, 1)
    assert first.read_bytes()[100:] == before[100:]


def test_a_step_that_another_process_has_made_is_not_made_twice(
    opened: sqlite3.Connection, first: Path
) -> None:
    with closing(connect(str(first), "rw")) as faster:
        _apply(faster, str(first), [(2, "create table a (x);\n")])
    _apply(opened, str(first), [(2, "create table a (x);\n")])
    assert state(opened) == (2, False, 1)


def test_a_step_holds_the_store_from_its_beginning(opened: sqlite3.Connection, first: Path) -> None:
    opened.execute("pragma busy_timeout = 0")
    with closing(sqlite3.connect(first, isolation_level=None)) as holder:
        holder.execute("begin immediate")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            _apply(opened, str(first), [(1, "")])
    assert state(opened)[:2] == (1, False)


def test_a_step_marks_the_file_as_ours(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    file.touch()
    with closing(connect(str(file), "rw")) as connection:
        _apply(connection, str(file), [(1, "create table a (x);\n")])
        assert connection.execute("pragma application_id").fetchone() == (0x52454643,)
    assert file.read_bytes()[68:72] == b"REFC"


# Rows as they are.


def test_rows_are_filled_in_whatever_their_order() -> None:
    tag = {"contact_id": 1, "tag": "Dentist", "tag_key": "dentist"}
    with closing(empty_store()) as connection:
        connection.execute("begin")
        rows = {"contact_tag": [tag], "contact": [CONTACT, {**CONTACT, "id": 2, "name": "Tom"}]}
        assert fill(connection, rows) == 3
        connection.execute("commit")
        names = connection.execute("select id, name from contact order by id").fetchall()
        assert names == [(1, "Anna Weiss"), (2, "Tom")]
        assert fill(connection, {}) == 0


def test_rows_that_a_constraint_refuses_are_bad_data() -> None:
    with closing(empty_store()) as connection:
        connection.execute("begin")
        with pytest.raises(BadData) as caught:
            fill(connection, {"contact": [CONTACT, CONTACT]})
    wanted = "the rows do not fit (UNIQUE constraint failed: contact.id), so nothing was imported"
    assert caught.value.message == wanted


def test_a_row_that_points_to_nobody_is_bad_data() -> None:
    with closing(empty_store()) as connection:
        connection.execute("begin")
        tag = {"contact_id": 9, "tag": "Dentist", "tag_key": "dentist"}
        with pytest.raises(BadData) as caught:
            fill(connection, {"contact_tag": [tag]})
    wanted = "a row of contact_tag points to nobody in contact, so nothing was imported"
    assert caught.value.message == wanted
