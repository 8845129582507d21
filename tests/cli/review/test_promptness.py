"""How soon thanks were given: each number on the day before, on the day, on the day after."""

import datetime as dt
from typing import Any

import pytest

from tests.support.program import TODAY, Program

FIRST = dt.date.fromisoformat(TODAY)
INTRO = 'intro anna "Ben Okoye"'
COUNTS = ("n", "within_a_day", "within_two_days", "within_a_week", "later", "not_yet")
NONE = (0, 0, 0, 0, 0, 0)


def day(after: int) -> str:
    """So many days after the day on which the story is told."""
    return (FIRST + dt.timedelta(days=after)).isoformat()


def thanks(program: Program, today: str, span: str = "") -> dict[str, dict[str, Any]]:
    rows = program.ok(f"review thanks --json {span}", today=today).json
    assert [row["step"] for row in rows] == ["made", "reached", "outcome", "all"]
    return {row["step"]: row for row in rows}


def counts(program: Program, step: str, today: str, span: str = "") -> tuple[int, ...]:
    row = thanks(program, today, span)[step]
    return tuple(row[name] for name in COUNTS)


DELAYS = [
    (0, (1, 1, 1, 1, 0, 0)),
    (1, (1, 1, 1, 1, 0, 0)),
    (2, (1, 0, 1, 1, 0, 0)),
    (3, (1, 0, 0, 1, 0, 0)),
    (6, (1, 0, 0, 1, 0, 0)),
    (7, (1, 0, 0, 1, 0, 0)),
    (8, (1, 0, 0, 0, 1, 0)),
    (30, (1, 0, 0, 0, 1, 0)),
    (None, (1, 0, 0, 0, 0, 1)),
]
STEPS = {
    "made": (),
    "reached": (f"thank anna --on {day(-1)}", "intro reached ben"),
    "outcome": (f"thank anna --on {day(-1)}", "intro won ben"),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("delay", "wanted"), DELAYS)
def test_each_delay_in_its_row(
    anna: Program, step: str, delay: int | None, wanted: tuple[int, ...]
) -> None:
    for line in (INTRO if step == "made" else f"{INTRO} --on {day(-2)}", *STEPS[step]):
        anna.ok(line)
    if delay is not None:
        anna.ok("thank anna --intro 1", today=day(delay))
    assert counts(anna, step, day(40)) == wanted
    row = thanks(anna, day(40))[step]
    assert (row["rate"]["count"], row["rate"]["n"]) == (wanted[1], wanted[0])


@pytest.mark.parametrize("because", ["not-interested", "unreachable", "not-a-fit"])
def test_a_loss_is_an_outcome_too(anna: Program, because: str) -> None:
    yesterday = day(-1)
    for line in (
        f"{INTRO} --on {yesterday}",
        f"thank anna --on {yesterday}",
        f"intro lost ben --because {because}",
    ):
        anna.ok(line)
    anna.ok("thank anna --intro 1", today=day(2))
    assert counts(anna, "outcome", day(2)) == (1, 0, 1, 1, 0, 0)


def test_the_first_day_is_not_held_against_anybody(anna: Program) -> None:
    anna.ok(INTRO)
    waiting = [counts(anna, "made", day(n)) for n in (0, 1, 2)]
    assert waiting == [NONE, NONE, (1, 0, 0, 0, 0, 1)]
    anna.ok("thank anna")
    assert counts(anna, "made", day(0)) == (1, 1, 1, 1, 0, 0)


def test_thanks_for_the_promise_are_on_time(anna: Program) -> None:
    anna.ok("ask anna --in dentistry --looking-for sell --answer promised")
    anna.ok("thank anna", today=day(1))
    anna.ok(INTRO, today=day(10))
    assert counts(anna, "made", day(40)) == (1, 1, 1, 1, 0, 0)


@pytest.mark.parametrize(
    ("story", "steps"),
    [
        ((f"{INTRO} --history",), ()),
        ((f"{INTRO} --history --reached",), ()),
        ((f"{INTRO} --how name",), ()),
        ((f"{INTRO} --how card", "intro made ben"), ("made",)),
        ((f"{INTRO} --how name", "intro won ben"), ("outcome",)),
        ((INTRO, "intro won ben"), ("made", "outcome")),
        ((INTRO, "intro reached ben"), ("made", "reached")),
        ((INTRO, "intro reached ben", "intro won ben"), ("made", "reached", "outcome")),
        ((INTRO, "intro bad ben --what late"), ("made",)),
        (("contact add Bert", "intro give anna bert --consent yes"), ()),
    ],
)
def test_what_calls_for_thanks(
    anna: Program, story: tuple[str, ...], steps: tuple[str, ...]
) -> None:
    for line in story:
        anna.ok(line)
    found = thanks(anna, day(40))
    assert tuple(s for s in ("made", "reached", "outcome") if found[s]["n"]) == steps
    assert found["all"]["n"] == found["all"]["not_yet"] == len(steps)


def test_after_a_comeback_the_last_outcome_counts(anna: Program) -> None:
    anna.ok(INTRO)
    anna.ok("intro lost ben --because unreachable")
    anna.ok("thank anna", today=day(1))
    anna.ok("intro won ben", today=day(20))
    assert counts(anna, "outcome", day(30)) == (1, 0, 0, 0, 0, 1)
    anna.ok("thank anna --intro 1", today=day(23))
    assert counts(anna, "outcome", day(30)) == (1, 0, 0, 1, 0, 0)


def test_a_span_holds_the_days_that_called_for_thanks(anna: Program) -> None:
    anna.ok(INTRO)
    anna.ok("thank anna")
    anna.ok("intro reached ben", today=day(10))
    seen = {
        span: (counts(anna, "made", day(40), span)[0], counts(anna, "reached", day(40), span)[0])
        for span in (
            f"--since {day(0)}",
            f"--since {day(1)}",
            f"--since {day(10)}",
            f"--since {day(11)}",
            f"--until {day(10)}",
            f"--until {day(9)}",
            f"--until {day(-1)}",
        )
    }
    assert list(seen.values()) == [(1, 1), (0, 1), (0, 1), (0, 0), (1, 1), (1, 0), (0, 0)]


def test_all_is_the_sum_of_the_three(anna: Program) -> None:
    anna.ok(INTRO)
    anna.ok("thank anna", today=day(2))
    anna.ok("intro reached ben", today=day(3))
    anna.ok("thank anna --intro 1", today=day(10))
    anna.ok("intro won ben", today=day(12))
    rows = thanks(anna, day(30))
    for name in COUNTS:
        assert rows["all"][name] == sum(rows[s][name] for s in ("made", "reached", "outcome"))
    assert tuple(rows["all"][name] for name in COUNTS) == (3, 0, 1, 2, 0, 1)
