"""A restore is one critical section: what was said to be done before it is in one of two files."""

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from refcli.errors import BadData, Busy, Missing, NewerStore, NoPermission
from refcli.store.db import SCHEMA_VERSION, connect
from refcli.store.restore import (
    _held,
    _is_damage,
    _kept_as_it_is,
    _refuse_newcomer,
    _replace,
    backup_meant,
    backups,
    check_backup,
    put_in_place,
)
from tests.support.crash import tear
from tests.support.layouts import STORES
from tests.support.program import Program
from tests.support.tables import tables
from tests.support.trouble import (
    as_nobody,
    damage_index,
    held_open,
    needs_fds,
    needs_modes,
    open_folder,
)

TODAY = "2026-11-20"

ADD = "insert into contact (name, name_key, created_on) values (?, 'x', '2026-11-20')"


def names(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("select name from contact").fetchall()}


def _fill(store: Path, rows: int) -> None:
    """Make the store large enough for its backup to take a while."""
    with closing(sqlite3.connect(store)) as connection:
        connection.executemany(
            "insert into kit (field, value) values (?, ?)",
            ((f"{number}", "x" * 2000) for number in range(rows)),
        )
        connection.commit()


class _Writer(threading.Thread):
    """Adds contacts one after another; `done` are those that were committed."""

    def __init__(self, store: Path) -> None:
        super().__init__(daemon=True)
        self.store = store
        self.done: list[str] = []

    def run(self) -> None:
        for number in range(200):
            with closing(sqlite3.connect(self.store, isolation_level=None, timeout=60)) as writer:
                writer.execute("begin immediate")
                writer.execute(ADD, (f"New {number}",))
                writer.execute("update id_mark set last = last + 1 where table_name = 'contact'")
                writer.execute("commit")
            self.done.append(f"New {number}")


def test_nothing_that_was_done_in_between_is_lost(anna: Program, tmp_path: Path) -> None:
    source = tmp_path / "source.db"
    shutil.copyfile(anna.store, source)
    _fill(anna.store, 8000)
    writer = _Writer(anna.store)
    writer.start()
    saved = put_in_place(str(anna.store), str(source), "2026-11-20")
    writer.join()
    assert len(writer.done) == 200
    assert saved is not None
    assert set(writer.done) <= names(Path(saved.path)) | names(anna.store)
    assert anna.ok("doctor --json").json[0]["severity"] == "ok"


def test_whoever_reads_meanwhile_is_not_cut_off(anna: Program, tmp_path: Path) -> None:
    source = tmp_path / "source.db"
    shutil.copyfile(anna.store, source)
    anna.ok("contact add Tom Brandt")
    with closing(sqlite3.connect(anna.store, isolation_level=None)) as reader:
        reader.execute("begin")
        assert reader.execute("select count(*) from contact").fetchone() == (2,)
        restoring = threading.Thread(
            target=put_in_place, args=(str(anna.store), str(source), "2026-11-20")
        )
        restoring.start()
        assert reader.execute("select count(*) from contact").fetchone() == (2,)
        reader.execute("commit")
        restoring.join()
    assert names(anna.store) == {"Anna Weiss"}
    assert not Path(f"{anna.store}-journal").exists()


def test_where_there_is_no_store_yet(anna: Program, tmp_path: Path) -> None:
    new = tmp_path / "other" / "new.db"
    assert put_in_place(str(new), str(anna.store), "2026-11-20") is None
    assert names(new) == {"Anna Weiss"}
    assert new.stat().st_mode & 0o077 == 0
    assert [p.name for p in new.parent.iterdir()] == ["new.db"]


# Which file is meant.


def test_a_backup_is_meant_by_its_path_or_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = str(tmp_path / "x.db")
    folder = Path(f"{store}.backups")
    (folder / "sub").mkdir(parents=True)
    for path in (folder / "a.db", folder / "b.db", folder / "sub" / "c.db", tmp_path / "b.db"):
        path.touch()
    (folder / "link.db").symlink_to(folder / "nowhere")
    assert backup_meant(store, "a.db") == str(folder / "a.db")
    assert backup_meant(store, "b.db") == str(tmp_path / "b.db")
    assert backup_meant(store, "./b.db") == str(tmp_path / "b.db")
    assert backup_meant(store, "link.db") == str(folder / "link.db")
    for typed in ("c.db", "sub/c.db", "./a.db"):
        with pytest.raises(Missing) as caught:
            backup_meant(store, typed)
        assert caught.value.message == f"no such file: {typed}"
        assert caught.value.hint == f'see the backups in "{folder}"'


def test_backups_are_named_newest_first(tmp_path: Path) -> None:
    store = str(tmp_path / "x.db")
    assert backups(store) == ()
    folder = Path(f"{store}.backups")
    folder.mkdir()
    for name in ("2026-11-02-b-0001.db", "2026-11-03-c-0001.db", "2026-11-01-a-0001.db", "d.txt"):
        (folder / name).touch()
    wanted = ("2026-11-03-c-0001.db", "2026-11-02-b-0001.db", "2026-11-01-a-0001.db")
    assert backups(store) == wanted


# What is fit.


def spoilt(anna: Program, *statements: str) -> str:
    with closing(sqlite3.connect(anna.store, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return str(anna.store)


@needs_fds
def test_a_fit_file_tells_how_many_contacts_it_holds(anna: Program) -> None:
    anna.ok("contact add Tom Brandt")
    before = anna.store.read_bytes()
    assert check_backup(str(anna.store)) == 2
    assert held_open(anna.store) == []
    assert anna.store.read_bytes() == before


@pytest.mark.parametrize("fixture", STORES)
def test_a_file_of_any_schema_is_fit(fixture: Path) -> None:
    assert check_backup(str(fixture)) == 4


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("create view v as select 1", "it holds a view that refcli never made (v): {}"),
        (
            "create trigger r after insert on contact begin select 1; end",
            "it holds a trigger that refcli never made (r): {}",
        ),
        ("create table s (x)", "it holds a column that refcli never made (s.x): {}"),
        ("drop table search", "the column search.about is not in it any more: {}"),
        (
            "drop index contact_word_contact",
            "the index contact_word_contact is not in it any more: {}",
        ),
        (
            "alter table contact rename column note to note2",
            "it holds a column that refcli never made (contact.note2): {}",
        ),
        ("update interaction_contact set contact_id = 99", "the file is damaged: {}"),
        ("pragma user_version = 0", "there is no store in it: {}"),
    ],
)
def test_an_unfit_file_is_told(anna: Program, statement: str, message: str) -> None:
    path = spoilt(anna, statement)
    with pytest.raises(BadData) as caught:
        check_backup(path)
    assert caught.value.message == message.format(path)


@needs_fds
def test_an_unfit_file_is_let_go(anna: Program, tmp_path: Path) -> None:
    path = spoilt(anna, f"pragma user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(NewerStore) as newer:
        check_backup(path)
    assert (held_open(path), newer.type) == ([], NewerStore)
    (tmp_path / "empty.db").touch()
    with pytest.raises(BadData) as empty:
        check_backup(str(tmp_path / "empty.db"))
    assert empty.value.message == f"the file is empty: {tmp_path / 'empty.db'}"


@pytest.mark.parametrize(
    ("error", "is_damage"),
    [
        ("SQLITE_CORRUPT", True),
        ("SQLITE_CORRUPT_INDEX", True),
        ("SQLITE_NOTADB", True),
        ("SQLITE_FORMAT", True),
        ("SQLITE_BUSY", False),
        ("SQLITE_FULL", False),
        ("SQLITE_IOERR_READ", False),
        ("", False),
        (None, False),
    ],
)
def test_only_what_sqlite_calls_broken_is_damage(error: str | None, is_damage: bool) -> None:
    said = sqlite3.DatabaseError("what SQLite says")
    assert _is_damage(said) is False
    if error is not None:
        said.sqlite_errorname = error
    assert _is_damage(said) is is_damage
    assert _is_damage(BadData("a rule")) is True


# How it is put in place.


@pytest.fixture
def source(anna: Program, tmp_path: Path) -> Path:
    """A copy of the store with Anna in it, before Tom came."""
    source = tmp_path / "source.db"
    shutil.copyfile(anna.store, source)
    anna.ok("contact add Tom Brandt")
    return source


def beside(store: Path) -> set[str]:
    return {str(p.relative_to(store.parent)) for p in store.parent.rglob("*") if p.is_file()}


@needs_fds
def test_a_sound_store_is_backed_up_and_replaced(anna: Program, source: Path) -> None:
    before = tables(anna.store)
    saved = put_in_place(str(anna.store), str(source), TODAY)
    assert saved == (f"{anna.store}.backups/2026-11-20-before-restore-0001.db", True)
    assert tables(Path(saved.path)) == before
    assert names(anna.store) == {"Anna Weiss"}
    name = anna.store.name
    assert beside(anna.store) == {
        name,
        f"{name}.backups/2026-11-20-before-restore-0001.db",
    }
    assert held_open(anna.store, source, saved.path) == []


def test_a_store_that_is_held_is_nobodys_but_the_holders(anna: Program) -> None:
    with closing(sqlite3.connect(anna.store, isolation_level=None, timeout=0)) as other:
        with _held(str(anna.store)) as connection:
            assert not connection.in_transaction
            for statement in ("select * from contact", "begin immediate"):
                with pytest.raises(sqlite3.OperationalError, match="locked"):
                    other.execute(statement)
        assert other.execute("select count(*) from contact").fetchone() == (1,)


def test_whoever_is_in_the_middle_of_a_write_can_end_it(anna: Program, source: Path) -> None:
    said: list[str] = []

    def end(writer: sqlite3.Connection) -> None:
        writer.execute("commit")
        said.append("done")

    writer = sqlite3.connect(anna.store, isolation_level=None, timeout=3, check_same_thread=False)
    writer.execute("begin immediate")
    writer.execute(ADD, ("New",))
    ending = threading.Timer(0.3, end, [writer])
    ending.start()
    saved = put_in_place(str(anna.store), str(source), TODAY)
    ending.join()
    writer.close()
    assert said == ["done"]
    assert saved is not None
    assert names(Path(saved.path)) == {"Anna Weiss", "Tom Brandt", "New"}
    assert names(anna.store) == {"Anna Weiss"}


def test_a_store_that_is_just_being_made_is_not_replaced(source: Path, tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    store.touch()
    maker = sqlite3.connect(store, isolation_level=None, check_same_thread=False)
    maker.execute("begin exclusive")
    maker.execute("create table t (x)")
    making = threading.Timer(0.3, maker.execute, ["commit"])
    making.start()
    with pytest.raises(Busy, match="just made a store"):
        put_in_place(str(store), str(source), TODAY)
    making.join()
    assert maker.execute("select name from sqlite_schema").fetchall() == [("t",)]
    maker.close()


def test_a_store_that_appeared_meanwhile_is_not_replaced(anna: Program) -> None:
    with closing(connect(":memory:", "memory")) as nothing:
        _refuse_newcomer(nothing, "x")
    with closing(connect(str(anna.store), "ro")) as newcomer, pytest.raises(Busy) as caught:
        _refuse_newcomer(newcomer, "x")
    wanted = "another command has just made a store there, nothing was changed: x"
    assert caught.value.message == wanted


@needs_modes
def test_a_store_that_one_may_not_heal_is_no_damaged_one(source: Path) -> None:
    with open_folder() as folder:
        folder.chmod(0o777)
        store, other = folder / "x.db", folder / "source.db"
        shutil.copyfile(source, store)
        shutil.copyfile(source, other)
        tear(store)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        for path in folder.iterdir():
            path.chmod(0o444)
        with as_nobody(), pytest.raises(NoPermission, match="SQLITE_READONLY"):
            put_in_place(str(store), str(other), TODAY)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@needs_modes
def test_a_damaged_store_is_kept_byte_for_byte(anna: Program, source: Path) -> None:
    os.umask(0)
    rubbish = b"hello, I am a letter\n" * 500
    folder = Path(f"{anna.store}.backups")
    for number in (1, 2):
        anna.store.write_bytes(rubbish)
        kept = folder / f"2026-11-20-damaged-000{number}"
        assert put_in_place(str(anna.store), str(source), TODAY) == (str(kept), False)
        assert kept.read_bytes() == rubbish
        assert kept.stat().st_mode & 0o777 == 0o600
        assert names(anna.store) == {"Anna Weiss"}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert anna.store.stat().st_mode & 0o777 == 0o600
    assert beside(anna.store) == {anna.store.name} | {
        f"{folder.name}/2026-11-20-damaged-000{number}" for number in (1, 2)
    }


def test_a_journal_beside_a_damaged_store_is_kept_and_gone(anna: Program, source: Path) -> None:
    tear(anna.store)
    journal = Path(f"{anna.store}-journal")
    hot = journal.read_bytes()
    anna.store.write_bytes(b"hello, I am a letter\n" * 500)
    saved = _kept_as_it_is(str(anna.store), TODAY)
    _replace(str(anna.store), str(source))
    assert not journal.exists()
    assert Path(f"{saved}-journal").read_bytes() == hot
    assert tables(anna.store) == tables(source)
    anna.ok("due")
    assert tables(anna.store) == tables(source)


def test_what_a_killed_restore_left_is_replaced(anna: Program, source: Path) -> None:
    Path(f"{anna.store}.restoring").write_bytes(b"half")
    anna.store.write_bytes(b"hello" * 1000)
    put_in_place(str(anna.store), str(source), TODAY)
    assert tables(anna.store) == tables(source)
    assert not Path(f"{anna.store}.restoring").exists()


@needs_fds
def test_a_source_that_breaks_off_leaves_all_as_it_was(anna: Program, tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_bytes(b"hello" * 1000)
    before = anna.store.read_bytes()
    with pytest.raises(sqlite3.DatabaseError) as caught:
        _replace(str(anna.store), str(letter))
    assert held_open(anna.store, letter, f"{anna.store}.restoring", tmp_path) == []
    assert caught.type is sqlite3.DatabaseError
    with pytest.raises(BadData):
        put_in_place(str(anna.store), str(letter), TODAY)
    assert anna.store.read_bytes() == before
    assert not Path(f"{anna.store}.restoring").exists()


@pytest.mark.parametrize("damage", ["index", "reference"])
def test_a_store_that_reads_but_is_not_whole_is_kept_and_replaced(
    anna: Program, source: Path, damage: str
) -> None:
    if damage == "index":
        damage_index(anna.store)
    else:
        spoilt(anna, "update interaction_contact set contact_id = 99")
    before = tables(anna.store)
    saved = put_in_place(str(anna.store), str(source), TODAY)
    assert saved == (f"{anna.store}.backups/2026-11-20-damaged-0001", False)
    assert tables(Path(saved.path)) == before
    assert Path(saved.path).stat().st_mode & 0o077 == 0
    assert tables(anna.store) == tables(source)
    assert anna.ok("doctor --json").json[1]["severity"] == "ok"
    assert beside(anna.store) == {
        anna.store.name,
        f"{anna.store.name}.backups/2026-11-20-damaged-0001",
    }


def test_a_damaged_store_without_backups_is_kept_all_the_same(
    anna: Program, source: Path, tmp_path: Path
) -> None:
    folder = Path(f"{anna.store}.backups")
    shutil.rmtree(folder, ignore_errors=True)
    anna.store.write_bytes(anna.store.read_bytes()[:5000])
    spoilt_bytes = anna.store.read_bytes()
    saved = put_in_place(str(anna.store), str(source), TODAY)
    assert saved is not None
    assert not saved.is_whole
    assert Path(saved.path).read_bytes() == spoilt_bytes
    assert [each.name for each in folder.iterdir()] == [Path(saved.path).name]
