"""Sources: their order, their quality, and what to do next for each."""

import datetime as dt
from typing import Any

import pytest

from tests.support.program import TODAY, Program

FIRST = dt.date.fromisoformat(TODAY)
ANNA = 'contact add "Anna Weiss" --basis client --since 2020-01-10'
INTRO = 'intro anna "Ben Okoye"'
TAUGHT = (ANNA, INTRO, "thank anna", "kit share anna")
GIVEN = (*TAUGHT, "reciprocate anna a book")


def day(after: int) -> str:
    """So many days after the day on which the story is told."""
    return (FIRST + dt.timedelta(days=after)).isoformat()


def told(program: Program, *lines: str) -> Program:
    for line in lines:
        program.ok(line)
    return program


def sources(program: Program, today: str = TODAY, span: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = program.ok(f"review sources --json {span}", today=today).json
    return found


def names(program: Program, today: str = TODAY, span: str = "") -> list[str]:
    return [s["source"]["name"] for s in sources(program, today, span)]


def next_step(program: Program, today: str) -> str | None:
    step = sources(program, today)[0]["next"]
    return None if step is None else step["text"]


# Thanked for the introduction the day before it came to nothing.
LOST_LATER = (
    f"{INTRO} --on {day(-1)}",
    f"thank anna --on {day(-1)}",
    "intro lost ben --because unreachable",
)
TEACH = "teach them whom you look for"
GIVE = "give something back"
THANK = "thank them: it is overdue"
DINNER = "take them to dinner: one of your best"
READY = "ask again: they are ready"


@pytest.mark.parametrize(
    ("story", "after", "wanted"),
    [
        ((ANNA, INTRO), 1, TEACH),
        ((ANNA, INTRO), 2, THANK),
        ((ANNA, *LOST_LATER), 1, TEACH),
        ((ANNA, *LOST_LATER), 2, THANK),
        ((ANNA, INTRO, "thank anna", "followup anna call --due today"), 5, TEACH),
        ((ANNA, INTRO, "thank anna"), 2, TEACH),
        (TAUGHT, 90, GIVE),
        (TAUGHT, 91, "meet them: no word for 91 days"),
        (TAUGHT, 92, "meet them: no word for 92 days"),
        (GIVEN, 60, None),
        (GIVEN, 89, None),
        (GIVEN, 90, READY),
        (GIVEN, 91, "meet them: no word for 91 days"),
    ],
)
def test_what_a_source_needs_next(
    refcli: Program, story: tuple[str, ...], after: int, wanted: str | None
) -> None:
    told(refcli, *story)
    assert next_step(refcli, day(after)) == wanted


def test_one_of_the_best_who_went_quiet_is_taken_to_dinner(refcli: Program) -> None:
    told(refcli, ANNA, INTRO, "intro won ben", 'intro anna "Ben Two"', "intro won 2")
    told(refcli, "thank anna --intro 1", "thank anna --intro 2", "kit share anna")
    found = [next_step(refcli, day(n)) for n in (90, 91, 167, 168)]
    assert found == [GIVE, DINNER, DINNER, "meet them: no word for 168 days"]


def test_what_is_owed_to_others_is_not_owed_to_them(refcli: Program) -> None:
    told(refcli, ANNA, "contact add Bert --basis friend", 'intro bert "Carl Zed"')
    told(refcli, INTRO, "thank anna")
    found = {s["source"]["name"]: s["next"]["text"] for s in sources(refcli, day(5))}
    assert found == {"Anna Weiss": TEACH, "Bert": THANK}


def test_nothing_more_is_to_be_done_for_who_was_dropped(refcli: Program) -> None:
    told(refcli, ANNA, INTRO, "contact drop anna --because gone")
    [found] = sources(refcli, day(5))
    assert (found["source"]["name"], found["next"]) == ("Anna Weiss", None)


@pytest.mark.parametrize(
    ("more", "after", "mean"),
    [
        ((), 0, 0.2),
        ((), 365, 0.222),
        (("intro reached ben",), 0, 0.3),
        (("intro won ben",), 0, 0.4),
        (("intro won ben",), 365, 0.333),
        (("intro won ben", "intro bad ben --what late"), 0, 0.4),
        (("intro lost ben --because unreachable",), 0, 0.2),
    ],
)
def test_quality_of_one_introduction(
    refcli: Program, more: tuple[str, ...], after: int, mean: float
) -> None:
    told(refcli, ANNA, INTRO, *more)
    [found] = sources(refcli, day(after))
    assert found["quality"] == {"mean": mean, "n": 1}


def test_counts_of_what_became_of_them(refcli: Program) -> None:
    told(
        refcli,
        ANNA,
        f"{INTRO} --how name",
        'intro anna "Ben Two"',
        "intro reached 2",
        'intro anna "Ben Three"',
        "intro won 3 --value 500",
        'intro anna "Ben Four"',
        "intro lost 4 --because unreachable",
        "intro edit 4 --value 900",
    )
    [found] = sources(refcli)
    counted = tuple(found[k] for k in ("introductions", "reached", "won", "value"))
    assert counted == (4, 2, 1, 500)


def test_value_parts_sources_of_one_quality(refcli: Program) -> None:
    told(refcli, *(f"contact add {name} --basis friend" for name in ("Ann", "Bea", "Cid")))
    for source, number, value in (("ann", 1, 100), ("bea", 2, 300), ("cid", 3, 300)):
        told(refcli, f'intro {source} "Ben No{number}"', f"intro won {number} --value {value}")
    assert names(refcli) == ["Bea", "Cid", "Ann"]


def test_among_equals_who_brought_more_comes_first(refcli: Program) -> None:
    """One of four and two of eight are both a quarter, which the prior leaves as it is."""
    told(refcli, *(f"contact add {name} --basis friend" for name in ("Ann", "Bea")))
    for number in range(1, 13):
        refcli.ok(f'intro {"ann" if number <= 4 else "bea"} "Ben No{number}"')
    for number in (1, 5, 6):
        refcli.ok(f"intro won {number}")
    refcli.ok("intro edit 1 --value 200")
    refcli.ok("intro edit 5 --value 200")
    found = sources(refcli)
    assert [s["quality"]["mean"] for s in found] == [0.25, 0.25]
    assert [s["introductions"] for s in found] == [8, 4]


def test_quality_goes_before_value(refcli: Program) -> None:
    told(refcli, *(f"contact add {name} --basis friend" for name in ("Ann", "Bea")))
    told(refcli, 'intro ann "Ben One"', "intro won 1 --value 9000", 'intro ann "Ben Two"')
    told(refcli, 'intro bea "Ben Three"', "intro won 3 --value 5")
    assert names(refcli) == ["Bea", "Ann"]


def test_a_span_holds_what_came_within_it(refcli: Program) -> None:
    told(refcli, ANNA, INTRO)
    spans = [f"--since {day(0)}", f"--until {day(0)}", f"--since {day(1)}", f"--until {day(-1)}"]
    assert [len(names(refcli, day(9), span)) for span in spans] == [1, 1, 0, 0]


def test_given_introductions_have_no_source(refcli: Program) -> None:
    told(refcli, ANNA, "contact add Bert", "intro give anna bert --consent yes")
    assert names(refcli) == []


def test_when_they_were_thanked_last(refcli: Program) -> None:
    told(refcli, ANNA, INTRO, "thank anna --on 2026-11-20", "thank received anna")
    refcli.ok("thank anna", today=day(4))
    refcli.ok("thank received anna", today=day(6))
    assert sources(refcli, day(9))[0]["last_thanked"] == day(4)


def test_of_two_alike_who_brought_more_worth_stands_first(refcli: Program) -> None:
    for number, (name, worth) in enumerate({"Anna": 100, "Tom": 900, "Mia": 500}.items(), 1):
        refcli.ok(f"contact add {name} --basis client")
        refcli.ok(f'intro {name} "Ben{name} Ott" --reached')
        refcli.ok(f"intro won {number} --value {worth}")
    assert names(refcli) == ["Tom", "Mia", "Anna"]
