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
TOO_MANY: dict[str, tuple[tuple[str, ...], str, int]] = {
    "one who was dropped is not courted": (
        (
            "contact edit anna --tier A --basis friend",
            "ask anna --in x --looking-for y --planned +3d",
        ),
        "update contact set status = 'dropped' where id = 1",
        2,
    ),
    "what is owed to one who was dropped": (
        ("intro anna Ben", "intro lost Ben --because unreachable"),
        "update contact set status = 'dropped' where id = 1",
        2,
    ),
    "somebody reached already": (
        ("intro anna Ben",),
        "update intro set state = 'reached'",
        1,
    ),
    "somebody won already": (("intro anna Ben",), "update intro set state = 'won'", 1),
    "somebody still to be reached": (("intro anna Ben",), "update intro set state = 'named'", 0),
    "a rhythm without a tier": (
        ("contact edit anna --tier A",),
        "update contact set tier = null where id = 1",
        1,
    ),
    "a rhythm that is kept": (("contact edit anna --tier A",), "select 1", 0),
    "two rhythms at once": (
        ("contact edit anna --tier A", "followup anna call --due +4d"),
        "update follow_up set kind = 'keep-in-touch' where kind = 'custom'",
        1,
    ),
    "two rhythms of two people": (
        ("contact edit anna tom --tier A",),
        "select 1",
        0,
    ),
    "a rhythm after one that was closed": (
        ("contact edit anna --tier A", "log tea with anna"),
        "select 1",
        0,
    ),
}


@pytest.mark.parametrize("case", TOO_MANY)
def test_follow_ups_that_should_be_closed(three: Program, case: str) -> None:
    story, statement, count = TOO_MANY[case]
    for line in story:
        three.ok(line)
    spoil(three, statement)
    before = three.ok("followup list --all --json").json
    if not count:
        assert codes(three) == set()
        return
    found = finding(three, "superfluous")
    many = f"{count} follow-up" + ("s" if count > 1 else "")
    assert found["text"].startswith(f"{many} should be closed by now: ")
    three.ok("doctor --repair --yes")
    assert codes(three) == set()
    left = three.ok("followup list --all --json").json
    assert len(before) - len(left) == count
    assert three.ok("followup list --closed --json").json[0]["closing"] == "dropped"


def test_of_two_rhythms_the_first_stays(three: Program) -> None:
    three.ok("contact edit anna --tier A")
    three.ok("followup anna call --due +4d")
    spoil(three, "update follow_up set kind = 'keep-in-touch' where kind = 'custom'")
    assert finding(three, "superfluous")["text"].endswith("by now: 2")
    three.ok("doctor --repair --yes")
    assert [i["id"] for i in three.ok("followup list --all --json").json] == [1]


def test_no_more_than_five_are_named(three: Program) -> None:
    for number in range(7):
        three.ok(f"followup anna thing{number} --due +4d")
    spoil(three, "update contact set status = 'dropped' where id = 1")
    text = finding(three, "superfluous")["text"]
    assert text == "7 follow-ups should be closed by now: 1, 2, 3, 4, 5"


GONE = "delete from follow_up where kind = 'keep-in-touch'"
MISSING: dict[str, tuple[tuple[str, ...], tuple[str, ...], str | None]] = {
    "gone": (("contact edit anna --tier A",), (GONE,), "1 contact with a tier"),
    "gone for two": (("contact edit anna tom --tier B",), (GONE,), "2 contacts with a tier"),
    "done without another": (
        ("contact edit anna --tier A",),
        (f"update follow_up set {CLOSED}",),
        "1 contact with a tier",
    ),
    "skipped, as it was wanted": (("contact edit anna --tier A", "skip 1"), (), None),
    "resting": (
        ("contact edit anna --tier A", "contact rest anna --until 2027-01-01"),
        (GONE,),
        None,
    ),
    "dropped": (("contact edit anna --tier A", "contact drop anna --because x"), (GONE,), None),
    "without a tier": ((), (GONE,), None),
    "there": (("contact edit anna --tier A",), (), None),
}


@pytest.mark.parametrize("case", MISSING)
def test_rhythms_that_are_missing(three: Program, case: str) -> None:
    story, statements, said = MISSING[case]
    for line in story:
        three.ok(line)
    spoil(three, *statements)
    if said is None:
        assert codes(three) == set()
        return
    assert finding(three, "missing")["text"].startswith(said)
    assert finding(three, "missing")["text"].endswith("have no next date, as Anna Weiss")
    three.ok("doctor --repair --yes")
    assert codes(three) == set()
    kinds = [i["kind"] for i in three.ok("followup list --all --json").json]
    assert kinds == ["keep-in-touch"] * int(said[0])


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
