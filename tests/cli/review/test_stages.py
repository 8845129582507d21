"""The stages of the funnel, and the asks that worked, one story at a time."""

import datetime as dt
from typing import Any

import pytest

from tests.support.program import TODAY, Program

FIRST = dt.date.fromisoformat(TODAY)
NARROW = '--in dentistry --looking-for "sell their practice"'
ASK = f"ask anna {NARROW}"
INTRO = 'intro anna "Ben Okoye"'
STAGES = ("asks", "promised", "introductions", "made", "reached", "won", "value")


def day(after: int) -> str:
    """So many days after the day on which the story is told."""
    return (FIRST + dt.timedelta(days=after)).isoformat()


def told(program: Program, *lines: str) -> Program:
    for line in lines:
        program.ok(line)
    return program


def stages(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in STAGES)


def funnel(program: Program, today: str = TODAY, span: str = "") -> dict[str, Any]:
    found: dict[str, Any] = program.ok(f"review funnel --json {span}", today=today).json
    return found


ONE_ASK = {
    "pending": ((ASK,), (1, 0, 0, 0, 0, 0, 0)),
    "planned": ((f"{ASK} --planned +5d",), (0, 0, 0, 0, 0, 0, 0)),
    "declined": ((f"{ASK} --answer declined",), (1, 0, 0, 0, 0, 0, 0)),
    "put off": ((f"{ASK} --answer later",), (1, 0, 0, 0, 0, 0, 0)),
    "promised": ((f"{ASK} --answer promised",), (1, 1, 0, 0, 0, 0, 0)),
    "promised, then not": (
        (f"{ASK} --answer promised", "ask answer 1 declined"),
        (1, 1, 0, 0, 0, 0, 0),
    ),
    "promised long ago": ((f"{ASK} --answer promised --on {day(-90)}",), (1, 1, 0, 0, 0, 0, 0)),
    "pending for long": ((f"{ASK} --on {day(-90)}",), (1, 0, 0, 0, 0, 0, 0)),
    "a bare name": ((ASK, f"{INTRO} --how name"), (1, 0, 1, 0, 0, 0, 0)),
    "a bare name that is made": (
        (ASK, f"{INTRO} --how name", "intro made ben"),
        (1, 1, 1, 1, 0, 0, 0),
    ),
    "made": ((ASK, INTRO), (1, 1, 1, 1, 0, 0, 0)),
    "reached": ((ASK, INTRO, "intro reached ben"), (1, 1, 1, 1, 1, 0, 0)),
    "won at once": ((ASK, INTRO, "intro won ben --value 70"), (1, 1, 1, 1, 1, 1, 70)),
    "a name won at once": (
        (ASK, f"{INTRO} --how name", "intro won ben --value 70"),
        (1, 1, 1, 1, 1, 1, 70),
    ),
    "won, then gone bad": (
        (ASK, INTRO, "intro won ben --value 70", "intro bad ben --what late"),
        (1, 1, 1, 1, 1, 1, 70),
    ),
    "lost": ((ASK, INTRO, "intro lost ben --because not-a-fit"), (1, 1, 1, 1, 0, 0, 0)),
    "lost after a talk": (
        (ASK, INTRO, "intro reached ben", "intro lost ben --because not-a-fit"),
        (1, 1, 1, 1, 1, 0, 0),
    ),
    "what was lost is worth nothing": (
        (ASK, INTRO, "intro lost ben --because not-a-fit", "intro edit 1 --value 70"),
        (1, 1, 1, 1, 0, 0, 0),
    ),
    "two from one": (
        (
            ASK,
            INTRO,
            "intro won ben --value 70",
            'intro anna "Carl Zed" --ask 1',
            "intro won carl --value 30",
        ),
        (1, 1, 2, 1, 1, 1, 100),
    ),
    "two from one, the second won": (
        (ASK, INTRO, 'intro anna "Carl Zed" --ask 1', "intro won carl --value 30"),
        (1, 1, 2, 1, 1, 1, 30),
    ),
}


@pytest.mark.parametrize("case", ONE_ASK)
def test_how_far_an_ask_came(anna: Program, case: str) -> None:
    story, wanted = ONE_ASK[case]
    told(anna, *story)
    found = funnel(anna)
    assert stages(found["total"]) == wanted
    assert stages(found["unasked"]) == (None, None, 0, 0, 0, 0, 0)


def test_a_promise_that_lapsed_was_a_promise(anna: Program) -> None:
    told(anna, f"{ASK} --answer promised")
    anna.ok(["skip", anna.number("confirm")])
    assert anna.ok("ask show 1 --json").json["state"] == "lapsed"
    assert stages(funnel(anna)["total"])[:2] == (1, 1)


def test_a_question_that_lapsed_was_none(anna: Program) -> None:
    told(anna, ASK)
    anna.ok(["skip", anna.number("confirm")])
    assert anna.ok("ask show 1 --json").json["state"] == "lapsed"
    assert stages(funnel(anna)["total"])[:2] == (1, 0)


UNASKED = {
    "a bare name": ((f"{INTRO} --how card",), (None, None, 1, 0, 0, 0, 0)),
    "made": ((INTRO,), (None, None, 1, 1, 0, 0, 0)),
    "reached": ((INTRO, "intro reached ben"), (None, None, 1, 1, 1, 0, 0)),
    "won": ((INTRO, "intro won ben --value 9"), (None, None, 1, 1, 1, 1, 9)),
    "long ago": ((f"{INTRO} --history",), (None, None, 1, 1, 0, 0, 0)),
    "given": (
        ("contact add Bert", "intro give anna bert --consent yes"),
        (None, None, 0, 0, 0, 0, 0),
    ),
}


@pytest.mark.parametrize("case", UNASKED)
def test_what_nobody_was_asked_for_stands_apart(anna: Program, case: str) -> None:
    story, wanted = UNASKED[case]
    told(anna, *story)
    found = funnel(anna)
    assert stages(found["unasked"]) == wanted
    assert stages(found["total"]) == (0, 0, 0, 0, 0, 0, 0)
    assert "promised" not in found["unasked"]["rates"]
    made = found["unasked"]["rates"]["made"]
    assert (made["count"], made["n"]) == (wanted[3], wanted[2])
    assert (made["share"] is None) is (wanted[2] == 0)


def test_a_span_holds_asks_by_their_day_and_what_came_of_them_whenever(anna: Program) -> None:
    told(anna, ASK)
    told(Program(anna.store, today=day(30)), INTRO, "intro won ben --value 5")
    spans = [f"--since {day(0)}", f"--until {day(0)}", f"--since {day(1)}", f"--until {day(-1)}"]
    seen = [stages(funnel(anna, day(40), span)["total"]) for span in spans]
    assert seen == [(1, 1, 1, 1, 1, 1, 5)] * 2 + [(0, 0, 0, 0, 0, 0, 0)] * 2


def test_the_order_of_the_splits(refcli: Program) -> None:
    told(refcli, "config set pace.day 50", "config set pace.week 50")
    told(
        refcli, *(f'kit target "{name}" --in {name.lower()}' for name in ("Zoos", "Bars", "Cafes"))
    )
    for month, target, how in (
        ("2026-03", "zoos", "video"),
        ("2026-01", "", "call"),
        ("2026-02", "", "call"),
        ("2026-01", "", "email"),
        ("2026-02", "cafes", "email"),
        ("2026-02", "bars", "email"),
        ("2026-02", "zoos", "in-person"),
    ):
        meant = f"--target {target}" if target else NARROW
        name = f"No{month[-1]}{target}{how}"
        refcli.ok(f"contact add {name} --basis friend")
        refcli.ok(f"ask {name} {meant} --how {how} --on {month}-01 --anyway")
    for rung in ("met", "written", "name", "told", "card"):
        refcli.ok(f'intro "No1call" "Prospect {rung}" --how {rung} --on 2026-05-01 --history')
    found = funnel(refcli)
    rows = {
        by: [(row["name"], row["asks"]) for row in found[f"by_{by}"]]
        for by in ("target", "channel", "month", "campaign", "rung")
    }
    assert rows["target"] == [("Zoos", 2), ("Bars", 1), ("Cafes", 1), ("(none)", 3)]
    assert rows["channel"] == [("email", 3), ("call", 2), ("in-person", 1), ("video", 1)]
    assert rows["month"] == [("2026-01", 2), ("2026-02", 4), ("2026-03", 1)]
    assert rows["campaign"] == [("(none)", 7)]
    assert [name for name, _ in rows["rung"]] == ["name", "card", "told", "written", "met"]


@pytest.mark.parametrize(("asks", "wanted"), [(4, "1 of 4"), (5, "20 %")])
def test_a_percentage_stands_from_five_on(refcli: Program, asks: int, wanted: str) -> None:
    told(refcli, "config set pace.day 50", "config set pace.week 50")
    for number in range(asks):
        answer = "--answer promised" if number == 0 else "--answer declined"
        told(refcli, f"contact add Person{number} --basis friend")
        refcli.ok(f"ask Person{number} {NARROW} {answer} --anyway")
    said = refcli.ok("review funnel").out
    assert wanted in said
    assert ("1 of 4" in said, "20 %" in said) == (asks == 4, asks == 5)


SETTLED = {
    "pending": ((ASK,), (0, 0)),
    "promised": ((f"{ASK} --answer promised",), (0, 0)),
    "put off": ((f"{ASK} --answer later",), (0, 0)),
    "declined": ((f"{ASK} --answer declined",), (0, 1)),
    "introduced": ((ASK, INTRO), (1, 1)),
    "a bare name": ((ASK, f"{INTRO} --how name"), (0, 0)),
}


@pytest.mark.parametrize("case", SETTLED)
def test_what_is_settled(anna: Program, case: str) -> None:
    story, wanted = SETTLED[case]
    told(anna, *story)
    by = {row["by"]: row for row in anna.ok("review asks --json").json}
    assert set(by) == {"target", "channel", "industry", "looking for", "narrow"}
    for row in by.values():
        assert (row["asks"], row["introduced"]["count"], row["introduced"]["n"]) == (1, *wanted)


@pytest.mark.parametrize(("after", "wanted"), [(59, 0), (60, 1), (61, 1)])
def test_what_nobody_answered_for_sixty_days_is_settled(
    anna: Program, after: int, wanted: int
) -> None:
    told(anna, ASK)
    row = anna.ok("review asks --json", today=day(after)).json[0]
    assert row["introduced"]["n"] == wanted


@pytest.fixture
def asked(refcli: Program) -> Program:
    """Asks with words that come back in other forms."""
    told(refcli, "config set pace.day 50", "config set pace.week 50")
    for number, (industry, goal, how, comes) in enumerate(
        (
            ("Dentistry", "sell practices", "call", True),
            ("dentistry", "sell a practice", "call", True),
            ("dentistry", "buy practices", "email", False),
            ("law", "retire", "email", True),
            ("law", "retire", "video", False),
            ("zoology", "", "video", False),
            ("", "selling", "letter", False),
        )
    ):
        told(refcli, f"contact add Person{number} --basis friend")
        words = f'--in "{industry}"' if industry else ""
        words += f' --looking-for "{goal}"' if goal else ""
        refcli.ok(f"ask Person{number} {words} --how {how} --anyway")
        if comes:
            refcli.ok(f'intro Person{number} "Prospect Of{number}"')
        else:
            refcli.ok(f"ask answer {number + 1} declined")
    return refcli


def rows_of(program: Program, by: str) -> list[tuple[str, int, int, int]]:
    return [
        (row["value"], row["asks"], row["introduced"]["count"], row["introduced"]["n"])
        for row in program.ok("review asks --json").json
        if row["by"] == by
    ]


def test_asks_by_what_they_were_for(asked: Program) -> None:
    assert rows_of(asked, "channel") == [
        ("call", 2, 2, 2),
        ("email", 2, 1, 2),
        ("letter", 1, 0, 1),
        ("video", 2, 0, 2),
    ]
    assert rows_of(asked, "industry") == [
        ("dentistry", 3, 2, 3),
        ("law", 2, 1, 2),
        ("(none)", 1, 0, 1),
        ("zoology", 1, 0, 1),
    ]
    assert rows_of(asked, "narrow") == [("yes", 5, 3, 5), ("no", 2, 0, 2)]
    assert rows_of(asked, "target") == [("(none)", 7, 3, 7)]


def test_of_what_is_open_the_more_asks_come_first(refcli: Program) -> None:
    told(refcli, "config set pace.day 50")
    for number, how in enumerate(("call", "video", "video", "message", "call", "video")):
        told(refcli, f"contact add Person{number} --basis friend")
        refcli.ok(f"ask Person{number} {NARROW} --how {how}")
    assert rows_of(refcli, "channel") == [
        ("video", 3, 0, 0),
        ("call", 2, 0, 0),
        ("message", 1, 0, 0),
    ]


def test_one_lucky_ask_does_not_lead(refcli: Program) -> None:
    told(refcli, "config set pace.day 50", "config set pace.week 50")
    for number, (how, comes) in enumerate(
        (("call", True), *[("video", True)] * 4, ("video", False), ("email", False))
    ):
        told(refcli, f"contact add Person{number} --basis friend")
        refcli.ok(f"ask Person{number} {NARROW} --how {how} --anyway")
        if comes:
            refcli.ok(f'intro Person{number} "Prospect Of{number}"')
        else:
            refcli.ok(f"ask answer {number + 1} declined")
    assert rows_of(refcli, "channel") == [
        ("video", 5, 4, 5),
        ("call", 1, 1, 1),
        ("email", 1, 0, 1),
    ]


def test_words_of_two_asks_in_the_form_that_is_written_most(asked: Program) -> None:
    assert rows_of(asked, "word") == [
        ("dentistry", 3, 2, 3),
        ("sell", 3, 2, 3),
        ("law", 2, 1, 2),
        ("retire", 2, 1, 2),
    ]


def test_a_word_is_spelled_as_it_was_most_often(refcli: Program) -> None:
    refcli.ok('contact add "Anna Weiss" --basis client --since 2020-01-10')
    for words in ("a kitchen", "some kitchens", "two kitchens"):
        refcli.ok(f"ask anna --in law --looking-for '{words}' --anyway")
    rows = refcli.ok("review asks --json").json
    found = {row["value"]: row["asks"] for row in rows if row["by"] == "word"}
    assert found["kitchens"] == 3
    assert "kitchen" not in found
