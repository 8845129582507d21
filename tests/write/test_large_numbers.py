"""A practice of many: what is true of contact 3 is true of contact 300."""

import pytest

from tests.support.program import Program

PARTS = "--in law --looking-for grow --anyway"


@pytest.fixture
def many(refcli: Program) -> Program:
    refcli.ok("contact add -", stdin="\n".join(f"Ann{n} Lee{n}" for n in range(1, 301)))
    return refcli


def test_an_ask_a_promise_thanks_and_an_introduction(many: Program) -> None:
    many.ok(f"ask @300 {PARTS} --answer promised")
    many.ok("thank @300 --how call")
    assert ("thank", "Ann300 Lee300") not in many.due()
    many.ok("intro @300 @299")
    assert many.ok("ask show 1 --json").json["state"] == "introduced"
    shown = many.ok("intro show 1 --json").json
    assert (shown["ask"], shown["asks"]) == (1, [1])
    many.ok("thank @300 --intro 1 --how call")
    many.ok("intro reached 1")
    many.ok("thank @300 --intro 1 --how note")
    thanks = many.ok("intro show 1 --json").json["thanks_by"]
    assert [(t["made"], t["reached"]) for t in thanks] == [("2026-11-20", "2026-11-20")]
    assert many.due().keys() >= {("check", "Ann299 Lee299")}


def test_the_ask_is_thanked_once(many: Program) -> None:
    many.ok(f"ask @300 {PARTS} --answer promised")
    many.ok("thank @300 --how call")
    [asked] = many.ok("ask list --json").json
    assert asked["state"] == "promised"
    assert [t["contact"]["name"] for t in many.ok("thank list --json").json] == ["Ann300 Lee300"]
    assert "the follow-ups are those of the playbook" in many.ok("doctor").out


def test_the_same_person_twice(many: Program) -> None:
    for line in ("intro @300 @300", "intro give @300 @300", "contact merge @300 @300"):
        assert many(line).code == 2, line
    assert many.ok("intro list --json").json == []
