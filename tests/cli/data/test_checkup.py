"""What `refcli doctor` finds in a store, how it counts it, and what it leaves alone."""

import sqlite3
from typing import Any

import pytest

from refcli.store.db import SCHEMA_VERSION
from tests.support.program import Program
from tests.support.tables import tables


def spoil(program: Program, *statements: str) -> None:
    connection = sqlite3.connect(program.store)
    connection.execute("pragma foreign_keys = off")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def finding(program: Program, code: str) -> dict[str, Any]:
    [found] = [f for f in program("doctor --json").json if f["code"] == code]
    return dict(found)


def codes(program: Program) -> set[str]:
    return {f["code"] for f in program("doctor --json").json if f["severity"] not in ("ok", "note")}


@pytest.fixture
def three(refcli: Program) -> Program:
    refcli.ok("contact add -", stdin="Anna Weiss\nTom Brandt\nCarla Mendes\n")
    refcli.ok('log "lunch with Anna" --on 2026-11-10')
    return refcli


LOST = "delete from search where rowid"
STRAY = "insert into search (rowid, name, about, note, log) values ({}, 'x', '', '', '')"
DISAGREE = {
    "one who cannot be found": ((f"{LOST} = 2",), "1 contact"),
    "two who cannot be found": ((f"{LOST} in (1, 3)",), "2 contacts"),
    "nobody can be found": (("delete from search",), "3 contacts"),
    "one who is found though gone": ((STRAY.format(9),), "1 contact"),
    "two who are found though gone": ((STRAY.format(8), STRAY.format(9)), "2 contacts"),
    "one who is found by the name of somebody else": (
        ("update search set name = 'zed' where rowid = 1",),
        "1 contact",
    ),
    "one of each": ((f"{LOST} = 2", STRAY.format(9)), "2 contacts"),
    "a wrong rapport": (("update rapport set key = key + 1 where contact_id = 1",), "1 contact"),
    "a rapport slightly wrong": (
        ("update rapport set key = key + 0.01 where contact_id = 2",),
        "1 contact",
    ),
    "no rapport": (("delete from rapport where contact_id > 1",), "2 contacts"),
    "both": (("update rapport set key = key - 1", f"{LOST} = 3"), "4 contacts"),
}


@pytest.mark.parametrize("case", DISAGREE)
def test_rapport_and_search_are_counted_by_contact(three: Program, case: str) -> None:
    before = tables(three.store)
    statements, count = DISAGREE[case]
    spoil(three, *statements)
    found = finding(three, "rapport")
    assert (found["severity"], found["remedy"]) == ("warn", "refcli doctor --repair")
    assert found["text"] == f"rapport or search do not agree with the log for {count}"
    three.ok("doctor --repair --yes")
    assert finding(three, "rapport")["severity"] == "ok"
    assert tables(three.store) == before
    assert len(three.ok("contact find anna --json").json) == 1
    assert three.ok("contact find x --json").json == []


@pytest.mark.parametrize(
    "line",
    [
        'log "wrote to Anna" --on 2026-11-12 --how email',
        'log "Tom called" --on 2026-11-12 --from Tom',
        'log "lunch with Anna and Tom" --on 2020-11-12',
        "contact edit Anna --since 2019-01-01",
        'engagement Carla "tax return" --delivered 2018-01-01',
        'contact add "Dan Ode" --since 2015-01-01',
    ],
)
def test_what_is_right_is_left_alone(three: Program, line: str) -> None:
    three.ok(line)
    assert finding(three, "rapport")["severity"] == "ok"
    assert codes(three) == set()


CLOSED = "closed_on = '2026-11-20', closing = 'done'"
# What is spoilt in the store, and by which code the check-up tells.
SPOILT: dict[str, tuple[tuple[str, ...], str, str | None, str]] = {
    "gone": (
        ("contact edit anna --tier A",),
        "delete from follow_up",
        "missing",
        "1 follow-up missing: @1",
    ),
    "gone for two": (
        ("contact edit anna tom --tier B",),
        "delete from follow_up",
        "missing",
        "2 follow-ups missing: @1, @2",
    ),
    "closed by nobody": (
        ("contact edit anna --tier A",),
        f"update follow_up set {CLOSED}",
        "different",
        "1 follow-up not as the facts have them: 1",
    ),
    "moved by nobody": (
        ("intro anna Ben",),
        "update follow_up set due_on = '2030-01-01' where kind = 'reach'",
        "different",
        "1 follow-up not as the facts have them: 5",
    ),
    "more than the facts": (
        ("contact edit anna --tier A",),
        "delete from contact_step",
        "superfluous",
        "1 follow-up too many: 1",
    ),
    "several more than the facts": (
        (
            *("contact edit anna --tier A", "log tea with anna", "contact edit tom --tier B"),
            *(f'log "call with tom" --on 2026-11-1{day}' for day in range(5)),
        ),
        "delete from contact_step",
        "superfluous",
        "3 follow-ups too many: 1, 2, 8",
    ),
    "of somebody dropped": (
        ("contact edit anna --tier A", "contact drop anna --because x"),
        "update follow_up set closed_on = null, closing = null",
        "different",
        "1 follow-up not as the facts have them: 1",
    ),
    "skipped, as it was wanted": (
        ("contact edit anna --tier A", "skip 1"),
        "select 1",
        None,
        "",
    ),
    "as the facts have it": (
        ("contact edit anna --tier A", "intro anna Ben", "intro reached Ben", "thank anna"),
        "select 1",
        None,
        "",
    ),
}


@pytest.mark.parametrize("case", SPOILT)
def test_follow_ups_are_held_against_the_facts(three: Program, case: str) -> None:
    story, statement, code, text = SPOILT[case]
    for line in story:
        three.ok(line)
    before = three.ok("followup list --all --json").json
    spoil(three, statement)
    if code is None:
        assert codes(three) == set()
        return
    assert finding(three, code)["text"] == text
    three.ok("doctor --repair --yes")
    assert codes(three) == set()
    if code != "superfluous":
        assert three.ok("followup list --all --json").json == before


@pytest.mark.parametrize(
    ("statements", "text"),
    [
        (
            ("update interaction_contact set contact_id = 99",),
            "1 row of interaction_contact point to what is not there",
        ),
        (
            ("update contact set through_id = 99 where id > 1",),
            "2 rows of contact point to what is not there",
        ),
    ],
)
def test_references_to_nobody(three: Program, statements: tuple[str, ...], text: str) -> None:
    spoil(three, *statements)
    found = three("doctor --json")
    assert found.code == 65
    by_code = {f["code"]: f for f in found.json}
    assert by_code["foreign-keys"]["text"] == text
    assert (by_code["foreign-keys"]["severity"], by_code["integrity"]["severity"]) == ("bad", "ok")
    assert {"rapport", "superfluous", "missing", "follow-ups"}.isdisjoint(by_code)


def test_an_older_layout_is_no_damage(three: Program) -> None:
    assert finding(three, "schema")["text"] == f"the store has the newest layout ({SCHEMA_VERSION})"
    spoil(three, f"pragma user_version = {SCHEMA_VERSION - 1}")
    found = finding(three, "schema")
    assert found["severity"] == "note"
    assert f"({SCHEMA_VERSION - 1} of {SCHEMA_VERSION})" in found["text"]


def test_a_later_introduction_of_somebody_dropped_is_sound(refcli: Program) -> None:
    refcli.ok('contact add "Ben Okoye"')
    refcli.ok('contact add "Max Neu"')
    refcli.ok('contact drop "Max Neu" --because moved')
    refcli.ok('intro "Ben Okoye" "Max Neu"')
    assert ("reach", "Max Neu") in refcli.due()
    assert not [f for f in refcli("doctor --json").json if f["code"] == "superfluous"]
