"""A store of each released layout is opened by this version, and upgraded whole or not at all."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from refcli.store import migrate
from refcli.store.db import SCHEMA_VERSION
from tests.support.layouts import RELEASED, STORES, version
from tests.support.program import Program
from tests.support.tables import tables


@pytest.fixture(params=STORES, ids=lambda p: p.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Program:
    store = tmp_path / "refcli.db"
    shutil.copyfile(request.param, store)
    return Program(store)


def test_there_is_one_of_each() -> None:
    assert [version(path) for path in STORES] == list(RELEASED)


READS = ("due", "ask who", "contact anna", "review", "history", "intro list", "contact find weiss")


def test_a_read_changes_no_byte(released: Program) -> None:
    before = released.store.read_bytes()
    for line in (*READS, "export -", "contact dupes"):
        released.ok(line)
    assert released.store.read_bytes() == before
    assert not Path(f"{released.store}.backups").exists()


def test_a_write_upgrades_after_a_backup(released: Program) -> None:
    was = version(released.store)
    reads = {line: released.ok(line).out for line in READS if line != "history"}
    released.ok('log "call with Tom"')
    released.ok("undo")
    assert version(released.store) == SCHEMA_VERSION
    assert {line: released.ok(line).out for line in reads} == reads
    assert released.ok("doctor").code == 0
    backups = list(Path(f"{released.store}.backups").glob("*before-schema*.db"))
    assert [version(path) for path in backups] == ([was] if was < SCHEMA_VERSION else [])
    if backups:
        released.ok(["restore", str(backups[0]), "--yes"])
        assert version(released.store) == was
        assert {line: released.ok(line).out for line in reads} == reads


def test_profiles_are_matched_after_the_upgrade(released: Program, tmp_path: Path) -> None:
    file = tmp_path / "Connections.csv"
    file.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Zoe,Married,https://linkedin.com/in/zoe-zed,,,,\n",
        encoding="utf-8",
    )
    done = released.ok(["import", str(file), "--json"]).json
    assert (done["new"], done["same"]) == (0, 1)


def test_old_entries_can_be_undone(released: Program) -> None:
    released.ok("undo")
    assert len(released.ok("contact list --json").json) == 3
    released.ok("redo")
    assert len(released.ok("contact list --json").json) == 4


STOPS = [
    (number, stop)
    for number, script in migrate.migrations()
    if number > 1
    for stop in range(len(list(migrate.statements(script))))
]


@pytest.mark.parametrize(("number", "stop"), STOPS)
def test_an_upgrade_that_breaks_off_leaves_the_old_store(
    tmp_path: Path, number: int, stop: int
) -> None:
    store = tmp_path / "refcli.db"
    shutil.copyfile(STORES[number - 2], store)
    before = tables(store)
    script = dict(migrate.migrations())[number]
    left = list(migrate.statements(script))[:stop]
    connection = sqlite3.connect(store, isolation_level=None)

    def count(statement: str) -> None:
        if left and statement == left[0]:
            left.pop(0)

    def deny_the_next(action: int, *_: object) -> int:
        may_end = action in (sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_PRAGMA)
        return sqlite3.SQLITE_OK if may_end or left else sqlite3.SQLITE_DENY

    connection.set_trace_callback(count)
    connection.set_authorizer(deny_the_next)
    with pytest.raises(sqlite3.DatabaseError):
        migrate._apply(connection, str(store), [(number, script)])
    connection.close()
    assert version(store) == number - 1
    assert tables(store) == before
    Program(store).ok('log "call with Tom"')
    assert version(store) == SCHEMA_VERSION
