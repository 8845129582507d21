"""What was said of two who are one: ties of either, a tier that was taken away."""

import pytest

from tests.support.program import Program


@pytest.fixture
def three(refcli: Program) -> Program:
    for name in ("Anna Weiss", "Mia Roth", "Tom Berg"):
        refcli.ok(f"contact add {name} --basis client")
    return refcli


def ties(program: Program, name: str) -> list[tuple[str, str]]:
    found = program.ok(f"contact show {name} --json").json["ties"]
    return sorted((tie["contact"]["name"], tie["as"]) for tie in found)


@pytest.mark.parametrize(("keep", "gone"), [("mia", "tom"), ("tom", "mia")])
def test_ties_of_either_stay(three: Program, keep: str, gone: str) -> None:
    three.ok("contact tie anna mia --as friend")
    three.ok(f"contact merge {keep} {gone}")
    assert [name for name, _ in ties(three, keep)] == ["Anna Weiss"]
    three.ok("undo")
    assert [name for name, _ in ties(three, "mia")] == ["Anna Weiss"]
    assert ties(three, "tom") == []


def test_one_tie_of_both_stays_once(three: Program) -> None:
    three.ok("contact tie anna mia --as friend")
    three.ok("contact tie tom anna --as friend")
    three.ok("contact merge mia tom")
    assert [name for name, _ in ties(three, "mia")] == ["Anna Weiss"]


def test_a_tie_between_the_two_goes(three: Program) -> None:
    three.ok("contact tie tom mia --as friend")
    three.ok("contact merge mia tom")
    assert ties(three, "mia") == []


def test_a_tier_that_was_taken_away_stays_away(three: Program) -> None:
    three.ok("contact edit mia --tier B")
    three.ok("contact edit tom --tier A")
    three.ok("contact edit tom --no-tier")
    three.ok("contact merge tom mia")
    assert three.ok("contact show tom --json").json["tier"] is None
    assert three.ok("due --within 400 --json").json == []
    assert three.ok("doctor --json").json is not None


def test_a_tier_that_nobody_set_is_taken_over(three: Program) -> None:
    three.ok("contact edit mia --tier B")
    three.ok("contact merge tom mia")
    assert three.ok("contact show tom --json").json["tier"] == "B"
    [rhythm] = three.ok("due --within 400 --json").json
    assert rhythm["kind"] == "keep-in-touch"
