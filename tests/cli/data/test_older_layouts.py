"""A store of an older layout, and a whole export of it, come to the same follow-ups."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from refcli.read.whole import table_columns
from tests.support.program import Program

FIXTURES = Path(__file__).parents[2] / "store" / "fixtures"
TODAY = "2026-11-20"
SHOWN = (
    "followup list --all --json",
    "due --within 400",
    "thank list",
    "ask list",
    "intro list",
    "contact list",
    "log list",
)


def _exported(store: Path, schema: int, file: Path) -> None:
    """Every row of an older store, as the program of its time wrote them."""
    connection = sqlite3.connect(store)
    tables = {
        table: [
            dict(zip(columns, row, strict=True))
            for row in connection.execute(f"select {', '.join(columns)} from {table} order by id")
        ]
        for table, columns in table_columns(connection).items()
        if table != "told"
    }
    connection.close()
    whole = {"refcli": {"format": 1, "schema": schema}, "tables": tables}
    file.write_text(json.dumps(whole), encoding="utf-8")


@pytest.mark.parametrize("schema", [1, 2, 3])
def test_a_store_and_its_export_come_to_the_same(tmp_path: Path, schema: int) -> None:
    upgraded = Program(tmp_path / "upgraded.db", TODAY)
    shutil.copyfile(FIXTURES / f"schema-{schema}.db", upgraded.store)
    _exported(upgraded.store, schema, tmp_path / "all.json")
    imported = Program(tmp_path / "imported.db", TODAY)
    imported.ok(["import", str(tmp_path / "all.json")])
    upgraded.ok("config set pace.week 11")
    for line in SHOWN:
        assert imported.ok(line).out == upgraded.ok(line).out, line
    for program in (upgraded, imported):
        assert "the follow-ups are those of the playbook" in program.ok("doctor").out


@pytest.mark.parametrize("schema", [1, 2, 3])
def test_nobody_finds_a_flood_on_the_first_morning(tmp_path: Path, schema: int) -> None:
    program = Program(tmp_path / "refcli.db", TODAY)
    shutil.copyfile(FIXTURES / f"schema-{schema}.db", program.store)
    connection = sqlite3.connect(program.store)
    (was_open,) = connection.execute(
        "select count(*) from follow_up where closed_on is null and due_on <= ?", (TODAY,)
    ).fetchone()
    connection.close()
    program.ok("config set pace.week 11")
    late = [i for i in program.ok("due --json").json if i["days_late"] > 60]
    assert int(program.ok("due --count").out) <= was_open + 3
    assert len(late) <= was_open
