"""The store is ours, current and private, or it is left alone."""

import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from refcli.store.db import SCHEMA_VERSION, as_refcli_error
from tests.support.crash import tear
from tests.support.program import Program

WRITE = 'contact add "Ben Okoye"'


def digest(path: Path) -> bytes:
    return path.read_bytes()


def test_reads_create_nothing(refcli: Program) -> None:
    for line in ("due", "contact list", "ask list", "intro list", "config list", ""):
        result = refcli.ok(line)
        assert "refcli init" in result.out + result.err
    assert not refcli.store.parent.exists()


def test_one_thing_of_a_missing_store_is_no_error(refcli: Program) -> None:
    result = refcli("ask show 3")
    assert (result.code, result.out) == (0, "")
    assert "there is nothing yet" in result.err


def test_only_the_owner_can_read_it(refcli: Program) -> None:
    refcli.ok(WRITE)
    assert stat.S_IMODE(refcli.store.stat().st_mode) == 0o600
    assert stat.S_IMODE(refcli.store.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("line", ["due", WRITE])
def test_a_newer_store_is_left_alone(refcli: Program, line: str) -> None:
    refcli.ok(WRITE)
    with sqlite3.connect(refcli.store) as connection:
        connection.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = digest(refcli.store)
    result = refcli(line)
    assert result.code == 76
    assert "newer refcli" in result.err
    assert digest(refcli.store) == before


@pytest.mark.parametrize("line", ["due", WRITE])
def test_a_foreign_database_is_left_alone(refcli: Program, line: str) -> None:
    refcli.store.parent.mkdir()
    with sqlite3.connect(refcli.store) as connection:
        connection.execute("create table recipe (id integer)")
    connection.close()
    before = digest(refcli.store)
    result = refcli(line)
    assert result.code == 65
    assert "not a refcli store" in result.err
    assert digest(refcli.store) == before


@pytest.mark.parametrize("line", ["due", WRITE])
@pytest.mark.parametrize("content", [b"hello, I am a letter\n" * 200, b"\0" * 4096])
def test_what_is_no_database_is_left_alone(refcli: Program, line: str, content: bytes) -> None:
    refcli.store.parent.mkdir()
    refcli.store.write_bytes(content)
    result = refcli(line)
    assert result.code == 65
    assert result.err.count("\n") <= 2
    assert "Traceback" not in result.err
    assert digest(refcli.store) == content


def test_an_empty_file_is_no_store_yet(refcli: Program) -> None:
    refcli.store.parent.mkdir()
    refcli.store.touch()
    refcli.ok("due")
    refcli.ok(WRITE)
    assert len(refcli.ok("contact list --json").json) == 1


def test_a_store_that_is_gone_is_not_silently_empty(refcli: Program, tmp_path: Path) -> None:
    refcli.ok(WRITE)
    backups = Path(f"{refcli.store}.backups")
    backups.mkdir()
    (backups / "2026-11-01-before-import-0001.db").write_bytes(refcli.store.read_bytes())
    refcli.store.unlink()
    for line in ("due", WRITE, ""):
        result = refcli(line)
        assert result.code == 66
        assert "refcli restore" in result.err
    assert not refcli.store.exists()


def test_a_folder_in_its_place(refcli: Program) -> None:
    refcli.store.mkdir(parents=True)
    for line in ("due", WRITE):
        assert refcli(line).code in (65, 74)


@pytest.mark.parametrize(
    "name", ["with space", "quo'te\"s", "percent%20?mode=ro#x", "ünï", "-dash"]
)
def test_odd_folder_names(tmp_path: Path, name: str) -> None:
    program = Program(tmp_path / name / "store.db")
    program.ok(WRITE)
    assert len(program.ok("contact list --json").json) == 1
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_crashed_write_is_rolled_back_by_the_next_read(refcli: Program) -> None:
    refcli.ok(WRITE)
    tear(refcli.store)
    assert len(refcli.ok("contact list --json").json) == 1
    assert not Path(f"{refcli.store}-journal").exists()


def test_a_held_store_is_waited_for(refcli: Program) -> None:
    refcli.ok(WRITE)
    holder = sqlite3.connect(refcli.store, isolation_level=None, check_same_thread=False)
    holder.execute("begin exclusive")
    release = threading.Timer(0.3, lambda: holder.execute("rollback"))
    release.start()
    refcli.ok('contact add "Tom Brandt"')
    release.join()
    holder.close()


def test_a_store_that_stays_held_is_busy(refcli: Program) -> None:
    refcli.ok(WRITE)
    holder = sqlite3.connect(refcli.store, isolation_level=None)
    holder.execute("begin exclusive")
    other = sqlite3.connect(refcli.store, timeout=0)
    with pytest.raises(sqlite3.OperationalError) as caught:
        other.execute("select * from contact")
    other.close()
    holder.close()
    error = as_refcli_error(caught.value, str(refcli.store))
    assert (error.exit_code, error.hint) == (75, "try again")
