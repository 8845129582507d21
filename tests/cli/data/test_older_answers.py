"""What was said of follow-ups in a store of an older layout still holds after the upgrade."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.support.program import TODAY, Program

FIXTURES = Path(__file__).parents[2] / "store" / "fixtures"
SCHEMAS = (1, 2, 3)


def older(
    tmp_path: Path, schema: int, change: str, which: str = "closed_on is null"
) -> tuple[Program, list[dict[str, Any]]]:
    """An older store in which what was open is changed so, upgraded, and what was open in it."""
    program = Program(tmp_path / "refcli.db", TODAY)
    shutil.copyfile(FIXTURES / f"schema-{schema}.db", program.store)
    connection = sqlite3.connect(program.store)
    connection.row_factory = sqlite3.Row
    rows = connection.execute("select * from follow_up where closed_on is null").fetchall()
    connection.execute(f"update follow_up set {change} where {which}")
    connection.commit()
    connection.close()
    program.ok("config set pace.week 11")
    return program, [dict(row) for row in rows]


def decided(program: Program, answer: str) -> set[tuple[Any, ...]]:
    """What the upgrade took down as so answered: kind, contact, and what it is about."""
    tables = program.ok("export -").json["tables"]
    said = {row["id"] for row in tables["decision"] if row["answer"] == answer}
    return {about(row) for row in tables["decision_about"] if row["decision_id"] in said}


def about(row: dict[str, Any]) -> tuple[Any, ...]:
    """Of a follow-up about an introduction, its ask is not looked at."""
    ask = None if row["intro_id"] else row["ask_id"]
    return row["kind"], row["contact_id"], row["rule"], row["intro_id"], ask, row["engagement_id"]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_what_was_skipped_stays_skipped(tmp_path: Path, schema: int) -> None:
    program, rows = older(
        tmp_path, schema, "closing = 'skipped', closed_on = '2026-11-20', note = 'why'"
    )
    assert len(rows) == 5
    # Whoever has a tier is kept in touch with all the same.
    assert {kind for kind, _ in program.due()} <= {"keep-in-touch"}
    assert decided(program, "skip") == {about(row) for row in rows}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_what_was_put_off_stays_put_off(tmp_path: Path, schema: int) -> None:
    program, rows = older(tmp_path, schema, "snoozes = 1, due_on = '2027-03-01'")
    assert len(program.due()) == 5
    assert set(program.due().values()) == {"2027-03-01"}
    assert decided(program, "snooze") == {about(row) for row in rows}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_what_was_done_without_a_fact_stays_done(tmp_path: Path, schema: int) -> None:
    program, _ = older(tmp_path, schema, "snoozes = 0")
    assert decided(program, "done") == {
        ("confirm", 1, "ask-promised", None, 1, None),
        ("status", 1, "intro-made", 1, None, None),
    }


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("kind", ["thank", "outcome", "reach", "keep-in-touch"])
def test_what_was_done_by_a_fact_is_told_by_it(tmp_path: Path, schema: int, kind: str) -> None:
    program, _ = older(tmp_path, schema, f"kind = '{kind}'", "closing = 'done' and kind = 'thank'")
    assert {said[0] for said in decided(program, "done")} == {"confirm", "status"}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_numbers_that_a_person_saw_stay(tmp_path: Path, schema: int) -> None:
    program, rows = older(tmp_path, schema, "snoozes = 0")
    found = program.ok("export -").json["tables"]["follow_up"]
    assert {row["id"] for row in found} >= {row["id"] for row in rows}
    of_anna = [row for row in found if row["kind"] == "keep-in-touch"]
    assert [(row["id"], row["closed_on"]) for row in of_anna] == [(1, "2026-11-20"), (12, None)]
