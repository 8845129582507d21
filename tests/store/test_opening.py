"""A store opened for reading: one snapshot, never written, closed at the end."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from refcli.errors import BadData, DiskTrouble
from refcli.store.db import SCHEMA_VERSION
from refcli.store.opening import reading
from tests.support.crash import tear
from tests.support.layouts import STORES, version
from tests.support.program import Program
from tests.support.trouble import held_open, needs_fds


@needs_fds
@pytest.mark.parametrize("fixture", STORES)
def test_a_store_of_any_schema_reads_as_todays(tmp_path: Path, fixture: Path) -> None:
    store = tmp_path / "refcli.db"
    shutil.copyfile(fixture, store)
    is_current = version(store) == SCHEMA_VERSION
    before = store.read_bytes()
    with reading(str(store)) as connection:
        assert connection.execute("pragma user_version").fetchone() == (SCHEMA_VERSION,)
        assert len(connection.execute("select * from contact").fetchall()) == 4
        assert held_open(store) == ([str(store)] if is_current else [])
    assert held_open(store) == []
    assert store.read_bytes() == before
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("select 1")


def test_all_is_read_from_one_moment(anna: Program) -> None:
    with (
        closing(sqlite3.connect(anna.store, isolation_level=None, timeout=0)) as writer,
        reading(str(anna.store)) as connection,
    ):
        assert connection.in_transaction
        writer.execute("begin immediate")
        writer.execute("update contact set name = 'Somebody'")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            writer.execute("commit")
        assert connection.execute("select name from contact").fetchone() == ("Anna Weiss",)
        writer.execute("rollback")


def test_what_a_crash_left_is_healed_before(anna: Program) -> None:
    whole = anna.store.read_bytes()
    tear(anna.store)
    with reading(str(anna.store)) as connection:
        assert connection.execute("select count(*) from kit").fetchone() == (0,)
    assert anna.store.read_bytes() == whole


@needs_fds
def test_what_is_refused_is_told_and_let_go(tmp_path: Path) -> None:
    store = tmp_path / "x.db"
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("create table recipe (x)")
    with pytest.raises(BadData, match="not a refcli store") as caught, reading(str(store)):
        pass
    assert (held_open(store), caught.type) == ([], BadData)
    with pytest.raises(DiskTrouble), reading(str(tmp_path / "none.db")):
        pass
