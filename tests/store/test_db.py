"""The one connection factory, what it takes for a store, and how each error is told."""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from refcli.domain.typed import typed
from refcli.errors import (
    BadData,
    Busy,
    DiskTrouble,
    Missing,
    NewerStore,
    NoPermission,
    RefcliError,
    Refused,
)
from refcli.store.db import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    as_refcli_error,
    connect,
    heal,
    is_empty,
    refuse_if_lost,
    schema_version,
    translated,
)
from tests.support.crash import tear
from tests.support.program import Program
from tests.support.trouble import as_nobody, held_open, needs_fds, needs_modes, open_folder

READS = {"trusted_schema": 0, "cell_size_check": 1, "temp_store": 2, "busy_timeout": 30_000}
WRITES = READS | {"synchronous": 3, "foreign_keys": 1, "secure_delete": 1}
NAMES = sorted(WRITES)


def pragmas(connection: sqlite3.Connection) -> dict[str, int]:
    return {name: connection.execute(f"pragma {name}").fetchone()[0] for name in NAMES}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A database with one table, which is nobody's store."""
    file = tmp_path / "table.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("create table t (x integer unique)")
        connection.execute("insert into t values (1)")
        connection.commit()
    return file


# Connections.


def test_a_connection_for_writing_sets_every_pragma(table: Path) -> None:
    with closing(connect(str(table), "rw")) as connection:
        assert pragmas(connection) == WRITES
    with closing(connect(":memory:", "memory")) as connection:
        assert pragmas(connection) == WRITES


def test_a_connection_for_reading_sets_what_guards_a_reader(table: Path) -> None:
    with closing(connect(str(table), "ro")) as connection:
        found = pragmas(connection)
        assert {name: found[name] for name in READS} == READS
        assert (found["foreign_keys"], found["synchronous"]) == (0, 2)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("insert into t values (2)")


def test_a_writer_ends_a_write_ahead_log_which_network_folders_do_not_bear(table: Path) -> None:
    with closing(sqlite3.connect(table)) as connection:
        connection.execute("pragma journal_mode = wal")
    with closing(connect(str(table), "rw")) as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("delete",)
    assert table.read_bytes()[18:20] == b"\1\1"


def test_no_transaction_is_begun_by_itself(table: Path) -> None:
    with closing(connect(str(table), "rw")) as connection:
        connection.execute("insert into t values (2)")
        assert not connection.in_transaction


def test_a_connection_serves_another_thread(table: Path) -> None:
    found: list[object] = []
    with closing(connect(str(table), "rw")) as connection:
        reader = threading.Thread(
            target=lambda: found.append(connection.execute("select x from t").fetchone())
        )
        reader.start()
        reader.join()
    assert found == [(1,)]


@pytest.mark.parametrize("name", ["50%.db", "a%20b.db", "a#b.db", "%23.db", "-x.db", "ü ñ.db"])
def test_signs_in_a_name_are_no_signs_of_a_uri(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.touch()
    with closing(connect(str(file), "rw")) as connection:
        connection.execute("create table t (x)")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert file.stat().st_size > 0


@pytest.mark.skipif(os.name == "nt", reason="no such file names there")
@pytest.mark.parametrize("name", ["a?b.db", "a?mode=ro", "?.db"])
def test_a_question_mark_begins_no_options(tmp_path: Path, name: str) -> None:
    test_signs_in_a_name_are_no_signs_of_a_uri(tmp_path, name)


def test_nothing_is_made_where_there_is_no_file(tmp_path: Path) -> None:
    for mode in ("ro", "rw"):
        with pytest.raises(sqlite3.OperationalError):
            connect(str(tmp_path / "none.db"), mode)
    assert list(tmp_path.iterdir()) == []


@needs_fds
def test_a_connection_that_fails_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_bytes(b"hello, I am a letter\n" * 200)
    with pytest.raises(sqlite3.DatabaseError) as caught:
        connect(str(file), "rw")
    assert (held_open(file), caught.type) == ([], sqlite3.DatabaseError)


# What is there.


def test_nothing_and_a_file_without_a_byte_are_empty(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    assert is_empty(str(file)) is True
    file.touch()
    assert is_empty(str(file)) is True
    file.write_bytes(b"x")
    assert is_empty(str(file)) is False


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(BadData) as caught:
        is_empty(str(tmp_path))
    assert caught.value.message == f"a folder stands where the store should be: {tmp_path}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_no_store(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BadData) as caught:
        is_empty(str(pipe))
    wanted = f"something that is no plain file stands where the store should be: {pipe}"
    assert caught.value.message == wanted


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b"])
def test_a_place_that_cannot_be_is_trouble_with_the_disk(tmp_path: Path, name: str) -> None:
    path = f"{tmp_path}/{name}"
    with pytest.raises(DiskTrouble) as caught:
        is_empty(path)
    assert caught.value.message.startswith("the store cannot be reached (")
    assert caught.value.message.endswith(f"): {path}")


def test_below_a_file_there_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DiskTrouble, match=r"^the store cannot be reached \("):
        is_empty(str(tmp_path / "file" / "x.db"))


@needs_modes
def test_where_one_may_not_look(tmp_path: Path) -> None:
    with open_folder() as folder:
        shut = folder / "shut"
        shut.mkdir(mode=0o000)
        with as_nobody(), pytest.raises(NoPermission) as caught:
            is_empty(str(shut / "x.db"))
        shut.chmod(0o700)
    assert caught.value.message == f"no permission to look there: {shut / 'x.db'}"


def test_a_store_is_lost_when_its_backups_are_there(tmp_path: Path) -> None:
    store = str(tmp_path / "x.db")
    refuse_if_lost(store)
    folder = Path(f"{store}.backups")
    folder.mkdir()
    (folder / "zzz.partial").touch()
    refuse_if_lost(store)
    for name in ("2026-11-02-b-0001.db", "2026-11-03-c-0001.db", "2026-11-01-a-0001.db"):
        (folder / name).touch()
    with pytest.raises(Missing) as caught:
        refuse_if_lost(store)
    assert caught.value.message == f"the store is gone, but 3 backup(s) of it exist: {store}"
    newest = str(folder / "2026-11-03-c-0001.db")
    assert caught.value.hint == typed("refcli restore {}", newest)


# Whose it is.


@pytest.mark.parametrize(
    "statement",
    ["create table t (x)", "pragma user_version = 1", "pragma application_id = 7"],
)
def test_what_bears_any_mark_of_another_is_foreign(tmp_path: Path, statement: str) -> None:
    file = tmp_path / "x.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        assert schema_version(connection, str(file)) == 0
        connection.execute(statement)
        with pytest.raises(BadData) as caught:
            schema_version(connection, str(file))
    assert caught.value.message == f"not a refcli store, and left untouched: {file}"
    assert caught.value.hint == "choose another file with --store or REFCLI_STORE"


def test_ours_is_known_by_its_mark_and_never_newer_than_we_are(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"pragma application_id = {0x52454643}")
        for version in (0, 1, SCHEMA_VERSION):
            connection.execute(f"pragma user_version = {version}")
            assert schema_version(connection, str(file)) == version
        connection.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
        with pytest.raises(NewerStore) as caught:
            schema_version(connection, str(file))
    newer = f"the store is from a newer refcli (schema {SCHEMA_VERSION + 1})"
    assert caught.value.message == f"{newer}, and left untouched: {file}"
    assert caught.value.hint == "upgrade refcli, for example: pipx upgrade refcli"
    assert APPLICATION_ID.to_bytes(4, "big") == b"REFC"


# Healing.


@needs_fds
def test_what_a_crash_left_is_rolled_back(anna: Program) -> None:
    whole = anna.store.read_bytes()
    tear(anna.store)
    assert anna.store.read_bytes() != whole
    heal(str(anna.store))
    assert anna.store.read_bytes() == whole
    assert not Path(f"{anna.store}-journal").exists()
    assert held_open(anna.store) == []


def test_where_nothing_is_left_over_nothing_is_opened(tmp_path: Path) -> None:
    heal(str(tmp_path / "none.db"))
    assert list(tmp_path.iterdir()) == []


@needs_fds
def test_what_cannot_be_healed_is_not_held_open(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    file.write_bytes(b"hello" * 1000)
    Path(f"{file}-journal").write_bytes(b"hello")
    with pytest.raises(sqlite3.DatabaseError) as caught:
        heal(str(file))
    assert (held_open(file), caught.type) == ([], sqlite3.DatabaseError)


# What is told.

BUSY = "another command holds the store, nothing was changed"
DAMAGED = "the store is damaged or no SQLite file, and left untouched"
READ_ONLY = "the store cannot be written, nothing was changed"
UNSURE = "the disk could not confirm the change; look before you repeat it"
FULL = "the disk is full or failing, nothing was changed"
CONSTRAINT = "the store refuses this, nothing was changed"
SEE = 'see the backups in "/data/x.db.backups", then: refcli restore FILE'


@pytest.mark.parametrize(
    ("name", "kind", "message", "hint"),
    [
        ("SQLITE_BUSY", Busy, BUSY, "try again"),
        ("SQLITE_BUSY_SNAPSHOT", Busy, BUSY, "try again"),
        ("SQLITE_LOCKED", Busy, BUSY, "try again"),
        ("SQLITE_CORRUPT", BadData, DAMAGED, SEE),
        ("SQLITE_CORRUPT_INDEX", BadData, DAMAGED, SEE),
        ("SQLITE_NOTADB", BadData, DAMAGED, SEE),
        ("SQLITE_FORMAT", BadData, DAMAGED, SEE),
        ("SQLITE_READONLY", NoPermission, READ_ONLY, ""),
        ("SQLITE_READONLY_DIRECTORY", NoPermission, READ_ONLY, ""),
        ("SQLITE_PERM", NoPermission, READ_ONLY, ""),
        ("SQLITE_AUTH", NoPermission, READ_ONLY, ""),
        ("SQLITE_IOERR_DIR_FSYNC", DiskTrouble, UNSURE, ""),
        ("SQLITE_FULL", DiskTrouble, FULL, ""),
        ("SQLITE_IOERR", DiskTrouble, FULL, ""),
        ("SQLITE_IOERR_WRITE", DiskTrouble, FULL, ""),
        ("SQLITE_NOLFS", DiskTrouble, FULL, ""),
        ("SQLITE_CONSTRAINT", Refused, CONSTRAINT, ""),
        ("SQLITE_CONSTRAINT_UNIQUE", Refused, CONSTRAINT, ""),
    ],
)
def test_each_code_of_sqlite_has_its_sentence(
    name: str, kind: type[RefcliError], message: str, hint: str
) -> None:
    error = sqlite3.OperationalError("what SQLite says")
    error.sqlite_errorname = name
    told = as_refcli_error(error, "/data/x.db")
    assert (type(told), told.message, told.hint) == (kind, f"{message} ({name}): /data/x.db", hint)


@pytest.mark.parametrize("name", [None, "", "SQLITE_ERROR", "SQLITE_SCHEMA"])
def test_any_other_code_says_what_sqlite_says(name: str | None) -> None:
    error = sqlite3.OperationalError("what SQLite says")
    if name is not None:
        error.sqlite_errorname = name
    told = as_refcli_error(error, "/data/x.db")
    wanted = "the store cannot be read, nothing was changed (what SQLite says): /data/x.db"
    assert (type(told), told.message, told.hint) == (BadData, wanted, "")


def fails(table: Path, *statements: str, mode: str = "rw") -> RefcliError:
    def run(connection: sqlite3.Connection) -> None:
        with translated(str(table)):
            for statement in statements:
                connection.execute(statement).fetchall()

    with closing(connect(str(table), mode)) as connection:
        connection.execute("pragma busy_timeout = 0")
        with pytest.raises(RefcliError) as caught:
            run(connection)
    return caught.value


def test_a_held_file_is_busy(table: Path) -> None:
    with closing(sqlite3.connect(table, isolation_level=None)) as holder:
        holder.execute("begin immediate")
        assert isinstance(fails(table, "begin immediate"), Busy)


def test_a_table_that_is_being_read_is_busy(table: Path) -> None:
    with closing(connect(str(table), "rw")) as connection:
        connection.executemany("insert into t values (?)", ((n,) for n in range(2, 9)))
        reading = connection.execute("select x from t")
        reading.fetchone()
        with pytest.raises(Busy, match="SQLITE_LOCKED"), translated(str(table)):
            connection.execute("drop table t")
        reading.close()


def test_a_file_that_is_only_read_has_no_permission(table: Path) -> None:
    assert isinstance(fails(table, "insert into t values (2)", mode="ro"), NoPermission)


def test_a_full_disk_is_trouble_with_it(table: Path) -> None:
    error = fails(table, "pragma max_page_count = 3", "insert into t values (zeroblob(90000))")
    assert isinstance(error, DiskTrouble)
    assert "the disk is full" in error.message


def test_a_constraint_refuses(table: Path) -> None:
    assert isinstance(fails(table, "insert into t values (1)"), Refused)


def test_a_letter_is_no_store(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_bytes(b"hello" * 1000)
    with pytest.raises(BadData, match="SQLITE_NOTADB") as caught, translated(str(file)):
        connect(str(file), "rw")
    assert str(tmp_path) in caught.value.hint


def test_a_wrong_statement_is_told(table: Path) -> None:
    error = fails(table, "select y from t")
    assert isinstance(error, BadData)
    assert "no such column: y" in error.message


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (PermissionError(13, "Permission denied", "/f"), NoPermission, "no permission: /f"),
        (PermissionError("no"), NoPermission, "no permission: /data/x.db"),
        (OSError(30, "Read-only file system", "/f"), NoPermission, "Read-only file system: /f"),
        (OSError(30, "Read-only file system"), NoPermission, "Read-only file system: /data/x.db"),
        (OSError(28, "No space left", "/f"), DiskTrouble, "No space left: /f"),
        (OSError("it broke"), DiskTrouble, "it broke: /data/x.db"),
    ],
)
def test_what_the_system_says_is_told(
    error: OSError, kind: type[RefcliError], message: str
) -> None:
    with pytest.raises(RefcliError) as caught, translated("/data/x.db"):
        raise error
    assert (caught.type, caught.value.message) == (kind, message)


def test_what_is_ours_already_stays_as_it_is() -> None:
    error = Refused("a rule", "a hint")
    with pytest.raises(Refused) as caught, translated("/data/x.db"):
        raise error
    assert caught.value is error


# Where it cannot be opened.


def cannot_open(path: Path) -> RefcliError:
    with as_nobody(), pytest.raises(RefcliError) as caught, translated(str(path)):
        connect(str(path), "rw")
    return caught.value


@needs_modes
def test_a_store_that_one_may_not_read() -> None:
    with open_folder() as folder:
        store = folder / "x.db"
        store.touch(mode=0o000)
        error = cannot_open(store)
    assert type(error) is NoPermission
    assert error.message == f"no permission to read the store: {store}"


@needs_modes
def test_a_folder_that_one_may_not_write() -> None:
    with open_folder() as folder:
        store = folder / "x.db"
        folder.chmod(0o555)
        error = cannot_open(store)
        folder.chmod(0o755)
    assert type(error) is NoPermission
    assert error.message == f"no permission to write in the folder: {folder}"


@needs_modes
def test_a_store_that_is_not_there_where_one_may_write() -> None:
    with open_folder() as folder:
        folder.chmod(0o777)
        error = cannot_open(folder / "x.db")
        below = cannot_open(folder / "none" / "x.db")
    assert type(error) is type(below) is DiskTrouble
    assert error.message == f"the store cannot be opened: {folder / 'x.db'}"
