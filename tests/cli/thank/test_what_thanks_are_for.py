"""Which moment thanks count for, and what linking an introduction to its ask settles."""

from typing import Any

import pytest

from tests.support.program import Program

ASK = "ask anna --in dentistry --looking-for sell"
INTRO = 'intro anna "Ben Okoye"'


def thanks_rows(program: Program) -> list[dict[str, Any]]:
    """Thanks as everything that is exported has them."""
    return list(program.ok("export -").json["tables"]["thanks"])


def told(program: Program, *lines: str) -> None:
    for line in lines:
        program.ok(line)


STEPS: dict[str, tuple[tuple[str, ...], str | None]] = {
    "a bare name": ((f"{INTRO} --how name",), None),
    "a card": ((f"{INTRO} --how card",), None),
    "made": ((INTRO,), "made"),
    "a name that was made": ((f"{INTRO} --how name", "intro made ben"), "made"),
    "reached": ((INTRO, "intro reached ben"), "reached"),
    "a name that was reached": ((f"{INTRO} --how name", "intro reached ben"), "reached"),
    "won": ((INTRO, "intro won ben"), "outcome"),
    "lost": ((INTRO, "intro lost ben --because unreachable"), "outcome"),
    "a name that was lost": (
        (f"{INTRO} --how name", "intro lost ben --because not-a-fit"),
        "outcome",
    ),
    "gone bad": ((INTRO, "intro bad ben --what late"), "made"),
    "proposed": (('contact add "Ben Okoye"', "intro give ben anna"), None),
    "given": (('contact add "Ben Okoye"', "intro give ben anna --consent yes"), None),
}


@pytest.mark.parametrize("case", STEPS)
def test_thanks_fill_the_moments_up_to_theirs(anna: Program, case: str) -> None:
    story, step = STEPS[case]
    told(anna, *story, "thank anna --intro 1")
    moments = ("made", "reached", "outcome")
    filled = () if step is None else moments[: moments.index(step) + 1]
    assert anna.ok("intro show 1 --json").json["thanks"] == {
        moment: "2026-11-20" if moment in filled else None for moment in moments
    }


def test_thanks_for_nothing_in_particular(anna: Program) -> None:
    anna.ok("thank anna")
    assert [row["intro"] for row in anna.ok("thank list --json").json] == [None]


def test_thanks_for_a_promise(anna: Program) -> None:
    told(anna, f"{ASK} --answer promised", "thank anna")
    assert owed(anna) == []
    told(anna, INTRO)
    assert anna.ok("intro show 1 --json").json["thanks"]["made"] == "2026-11-20"


def test_one_talk_thanks_for_all_that_is_due(anna: Program) -> None:
    told(anna, f"{INTRO} --on 2026-11-05", 'intro anna "Carl Zed" --on 2026-11-01', "thank anna")
    assert owed(anna) == []
    for number in (1, 2):
        assert anna.ok(f"intro show {number} --json").json["thanks"]["made"] == "2026-11-20"


def test_thanks_for_one_introduction_leave_the_others_owed(anna: Program) -> None:
    told(anna, f"{INTRO} --on 2026-11-05", 'intro anna "Carl Zed" --on 2026-11-01')
    told(anna, "thank anna --intro 1")
    assert owed(anna) == [("thank", None, 2)]


def test_before_anything_is_due_the_nearest_is_thanked_for(anna: Program) -> None:
    told(anna, INTRO, "thank anna")
    assert owed(anna) == []
    anna.ok('intro anna "Carl Zed"', today="2026-11-21")
    assert owed(anna) == [("thank", None, 2)]


def test_word_of_an_outcome_is_owed_as_thanks_are(anna: Program) -> None:
    told(anna, INTRO, "intro lost ben --because unreachable", "thank anna")
    assert anna.ok("intro show 1 --json").json["thanks"]["outcome"] == "2026-11-20"
    assert owed(anna) == []


@pytest.mark.parametrize("who", ["anna", "ben"])
def test_each_side_of_an_introduction_may_be_thanked(anna: Program, who: str) -> None:
    told(anna, INTRO, 'contact add "Zoe Zed"')
    anna.ok(f"thank {who} --intro 1")
    refused = anna("thank zoe --intro 1")
    assert refused.code == 1
    assert "Zoe Zed has no part in introduction 1" in refused.err


@pytest.mark.parametrize(
    ("how", "channel"),
    [
        ("note", "letter"),
        ("call", "call"),
        ("in-person", "in-person"),
        ("email", "email"),
        ("message", "message"),
        ("meal", "in-person"),
        ("gift", None),
        ("public", None),
        ("discount", None),
    ],
)
def test_thanks_that_are_an_exchange_too(anna: Program, how: str, channel: str | None) -> None:
    anna.ok(f"thank anna --how {how} --on 2026-11-18 --words well")
    rows = [row for row in anna.ok("log list --json").json if row["on"] == "2026-11-18"]
    assert [row["how"] for row in rows] == ([] if channel is None else [channel])


@pytest.mark.parametrize(
    ("story", "intro"),
    [
        (('contact add "Zoe Zed"',), None),
        ((INTRO,), 1),
        ((INTRO, 'intro anna "Carl Zed"'), None),
        ((INTRO, 'intro anna "Carl Zed"', "thank received anna --intro 1"), 2),
    ],
)
def test_thanks_received_are_for_the_only_one_they_can_be_for(
    anna: Program, story: tuple[str, ...], intro: int | None
) -> None:
    told(anna, *story, "thank received anna")
    assert thanks_rows(anna)[-1]["intro_id"] == intro
    assert thanks_rows(anna)[-1]["given"] in (0, False)


def owed(program: Program) -> list[tuple[str, int | None, int | None]]:
    """(kind, ask, introduction) of the thanks that are owed, by their number."""
    rows = sorted(program.ok("thank list --owed --json").json, key=lambda row: int(row["id"]))
    return [(row["kind"], row["ask"], row["intro"]) for row in rows]


def test_thanks_for_the_promise_are_settled_by_what_came_of_it(anna: Program) -> None:
    told(anna, f"{INTRO} --on 2026-11-18", f"{ASK} --answer promised --on 2026-11-17")
    assert owed(anna) == [("thank", 1, 1)]
    assert anna.ok("ask show 1 --json").json["state"] == "introduced"


def test_a_bare_name_does_not_settle_the_promise(anna: Program) -> None:
    told(
        anna,
        f"{INTRO} --how name --on 2026-11-18",
        f"{ASK} --answer promised --on 2026-11-17",
        "intro edit 1 --ask 1",
    )
    assert owed(anna) == [("thank", 1, None)]
    assert anna.ok("ask show 1 --json").json["state"] == "promised"


def test_thanks_for_another_introduction_of_the_ask_stay_owed(anna: Program) -> None:
    told(anna, f"{ASK} --answer promised", INTRO, 'intro anna "Carl Zed"')
    assert owed(anna) == [("thank", 1, 1), ("thank", 1, 2)]
    anna.ok("intro edit 2 --ask 1")
    assert [intro for _, _, intro in owed(anna)] == [1, 2]


def test_what_else_the_ask_called_for_stays(anna: Program) -> None:
    told(anna, INTRO, f"{ASK} --answer declined --anyway --on 2026-11-19")

    def kinds() -> list[str]:
        return sorted(kind for kind, _ in anna.due())

    before = kinds()
    assert {"re-ask", "thank", "reach"} <= set(before)
    anna.ok("intro edit 1 --ask 1")
    assert kinds() == before


def test_an_ask_to_somebody_else_is_no_origin(anna: Program) -> None:
    told(anna, 'contact add "Tom Brandt" --basis friend', INTRO)
    told(anna, "ask tom --in dentistry --looking-for sell --answer promised")
    refused = anna("intro edit 1 --ask 1")
    assert (refused.code, refused.out) == (2, "")
    assert "ask 1 was to Tom Brandt" in refused.err
    assert owed(anna) == [("thank", None, 1), ("thank", 1, None)]
