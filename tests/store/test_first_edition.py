"""Stores that the first edition wrote: facts stay, decisions survive, and no flood comes.

The rows are those of its demo, of an import of its own, and of random sequences of commands.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from refcli.store.db import APPLICATION_ID
from refcli.store.migrate import store_of
from tests.support.program import Program

_FOLDER = Path(__file__).parent / "first_edition"
_LAYOUT = 3
# The day after the last command of each.
DAYS = {
    "demo": "2026-11-21",
    "imported": "2026-11-21",
    "random-1": "2028-06-09",
    "random-2": "2028-05-08",
    "random-3": "2028-08-09",
}
FACTS = (
    "contact",
    "interaction",
    "interaction_contact",
    "ask",
    "intro",
    "engagement",
    "favor",
    "testimonial",
    "thanks",
    "campaign",
    "target",
    "kit",
    "setting",
)
# What the first edition kept with a fact, and is made of other facts now.
_MADE_ANEW = {"state", "ask_id", "confirm_by", "until", "answered_on", "consent", "made_on"}


@pytest.fixture(params=sorted(DAYS))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Program:
    """A store of the last layout of the first edition."""
    path = tmp_path / "refcli.db"
    script = (_FOLDER / f"{request.param}.sql").read_text(encoding="utf-8")
    with closing(store_of(_LAYOUT)) as store, closing(sqlite3.connect(path)) as file:
        store.execute("pragma foreign_keys = off")
        store.executescript(script)
        store.backup(file)
        file.execute(f"pragma application_id = {APPLICATION_ID}")
    return Program(path, DAYS[request.param])


def _rows(program: Program, table: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(program.store)) as store:
        store.row_factory = sqlite3.Row
        return [dict(row) for row in store.execute(f'select * from "{table}" order by id')]


def _open(program: Program) -> list[dict[str, Any]]:
    return [row for row in _rows(program, "follow_up") if row["closed_on"] is None]


def _upgraded(program: Program) -> Program:
    program.ok('contact add "Somebody New"')
    program.ok("undo")
    return program


def test_facts_stay(old: Program) -> None:
    before = {table: _rows(old, table) for table in FACTS}
    _upgraded(old)
    for table, rows in before.items():
        after = {row["id"]: row for row in _rows(old, table)}
        assert list(after) == [row["id"] for row in rows], table
        for row in rows:
            kept = {name: value for name, value in row.items() if name not in _MADE_ANEW}
            now = after[row["id"]]
            assert {name: now[name] for name in kept if name in now} == {
                name: value for name, value in kept.items() if name in now
            }
    assert "the follow-ups are those of the playbook" in old.ok("doctor").out


def test_nobody_finds_a_flood(old: Program) -> None:
    before = {(row["kind"], row["contact_id"]) for row in _open(old)}
    _upgraded(old)
    for item in old.ok("due --json").json:
        was_there = (item["kind"], item["contact"]["id"]) in before
        assert was_there or item["days_late"] <= 60, item


def test_what_was_skipped_or_put_off_stays_so(old: Program) -> None:
    put_off = [row for row in _open(old) if row["snoozes"] and row["due_on"] > old.today]
    skipped = [row for row in _rows(old, "follow_up") if row["closing"] == "skipped"]
    _upgraded(old)
    after = _open(old)
    now = {row["id"]: row["due_on"] for row in after}
    for row in put_off:
        assert now.get(row["id"], row["due_on"]) >= row["due_on"]
    reopened = {
        row["id"]
        for row in after
        for old_row in skipped
        if row["id"] == old_row["id"] and row["kind"] != "keep-in-touch"
    }
    assert reopened == set()


def test_what_stays_open_keeps_its_number(old: Program) -> None:
    before = {row["id"]: (row["kind"], row["contact_id"]) for row in _open(old)}
    _upgraded(old)
    for row in _open(old):
        if row["id"] in before:
            assert (row["kind"], row["contact_id"]) == before[row["id"]]


def test_a_whole_export_takes_the_same_path(old: Program, tmp_path: Path) -> None:
    file = tmp_path / "whole.json"
    old.ok(["export", str(file)])
    other = Program(tmp_path / "other.db", old.today)
    other.ok(["import", str(file)])
    _upgraded(old)
    kept = ("kind", "contact_id", "due_on", "rule", "action", "round", "closing")
    mine, theirs = (
        sorted([str([row[name] for name in kept]) for row in _rows(program, "follow_up")])
        for program in (old, other)
    )
    assert mine == theirs
