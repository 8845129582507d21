"""Migrations: pinned once released, mirrored by the mapped tables, journaled as a whole."""

import hashlib
import importlib
import pkgutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlmodel import SQLModel

import refcli.write.tables
from refcli.store.db import SCHEMA_VERSION
from refcli.store.migrate import empty_store, migrations
from refcli.write.journal import journaled_tables
from tests.support.layouts import RELEASED
from tests.support.program import Program


def test_released_migrations_never_change() -> None:
    found = {n: hashlib.sha256(script.encode()).hexdigest()[:16] for n, script in migrations()}
    assert {number: found[number] for number in RELEASED} == RELEASED
    assert list(found) == list(range(1, SCHEMA_VERSION + 1))


def test_a_release_pins_its_migrations() -> None:
    changelog = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased = changelog.partition("## [Unreleased]")[2].partition("\n## ")[0]
    assert "### " in unreleased or len(RELEASED) == SCHEMA_VERSION


def test_mapped_tables_mirror_the_schema() -> None:
    for module in pkgutil.iter_modules(refcli.write.tables.__path__):
        importlib.import_module(f"refcli.write.tables.{module.name}")
    with closing(empty_store()) as connection:
        _compare(connection)


def _compare(connection: sqlite3.Connection) -> None:
    derived = {
        *("rapport", "contact_word", "search", "id_mark", "history", "history_row"),
        *("follow_up", "follow_up_id", "thanked", "unsettled", "yearly_due"),
    }
    in_file = {
        name
        for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")
        if not name.startswith(("sqlite_", "search"))
    }
    assert set(SQLModel.metadata.tables) == in_file - derived
    for name, table in SQLModel.metadata.tables.items():
        columns = {
            row[1]: (row[2].lower(), bool(row[3]))
            for row in connection.execute(f'pragma table_info("{name}")')
            if row[1] != "id"
        }
        mapped = {
            column.name: (_sqlite_type(str(column.type)), not column.nullable)
            for column in table.columns
            if column.name != "id"
        }
        assert mapped == columns, name


def _sqlite_type(name: str) -> str:
    return {"VARCHAR": "text", "DATE": "text", "INTEGER": "integer", "BOOLEAN": "integer"}[name]


def test_every_table_but_the_derived_is_journaled() -> None:
    with closing(empty_store()) as connection:
        journaled = set(journaled_tables(connection))
    assert "contact" in journaled
    assert not {"history", "rapport", "search"} & journaled


def test_each_writing_command_leaves_one_entry_with_images(anna: Program) -> None:
    def entries() -> list[tuple[str, str]]:
        connection = sqlite3.connect(anna.store)
        rows = connection.execute("select command, summary from history order by id").fetchall()
        connection.close()
        return rows

    before = len(entries())
    anna.ok('ask anna --in dentistry --looking-for "sell" --answer promised')
    assert [command for command, _ in entries()[before:]] == ["ask"]
    assert anna("ask answer 1 pending").code == 1
    anna.ok("due")
    anna.ok("contact edit anna --basis client")
    assert len(entries()) == before + 1
    connection = sqlite3.connect(anna.store)
    images = connection.execute(
        "select table_name, before is null, json_extract(after, '$.state') from history_row"
        " where history_id = (select max(id) from history) and table_name = 'ask'"
    ).fetchall()
    connection.close()
    assert images[0] == ("ask", 1, "promised")
    assert images[-1][2] == "promised"


def test_no_trigger_stays_in_the_file(anna: Program, tmp_path: Path) -> None:
    connection = sqlite3.connect(anna.store)
    found = connection.execute("select name from sqlite_schema where type = 'trigger'").fetchall()
    connection.close()
    assert found == []
