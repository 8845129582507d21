"""What stands in brackets, numbers before a day that are no hours, and spans before a day."""

import pytest

from tests.sentences.conftest import TODAY
from tests.support.program import Program


@pytest.mark.parametrize(
    ("sentence", "day", "who"),
    [
        ("met ben (plumber) on 3 march", "2026-03-03", ["Ben Okoye"]),
        ("met anna (dentist) and ben yesterday", "2026-03-09", ["Anna Weiss", "Ben Okoye"]),
        ("called ben (plumber) yesterday about the leak", "2026-03-09", ["Ben Okoye"]),
        ("met anna (re: the lease) yesterday", "2026-03-09", ["Anna Weiss"]),
        ("lunch (my treat) with anna yesterday", "2026-03-09", ["Anna Weiss"]),
        ("met Tom (and Eva) yesterday", "2026-03-09", ["Tom Berg", "Eva Roth"]),
        ("met Anna (Eva was there too) on monday", "2026-03-09", ["Anna Weiss", "Eva Roth"]),
        ("called Eva (Roth Law) re the contract", TODAY, ["Eva Roth"]),
        ("met Anna (Ben sent her)", TODAY, ["Anna Weiss"]),
        ("met Anna (on Monday) about the lease", "2026-03-09", ["Anna Weiss"]),
        ("met Anna (yesterday at noon)", "2026-03-09", ["Anna Weiss"]),
        ("met anna (I'll send the slides on Friday)", TODAY, ["Anna Weiss"]),
        ("met Ben (Okoye), 5 March", "2026-03-05", ["Ben Okoye"]),
        ("called Ben (Okoye), yesterday", "2026-03-09", ["Ben Okoye"]),
        (
            "met Ben (Okoye), Eva (Roth) and Tom (Berg)",
            TODAY,
            ["Ben Okoye", "Eva Roth", "Tom Berg"],
        ),
        ("met Ben and finally Eva on Friday", "2026-03-06", ["Ben Okoye", "Eva Roth"]),
        ("met Ben and client Tom", TODAY, ["Ben Okoye", "Tom Berg"]),
        ("met Tom, will call Friday", TODAY, ["Tom Berg"]),
        ("met Tom, call him Friday", TODAY, ["Tom Berg"]),
    ],
)
def test_a_bracket_hides_nothing(five: Program, sentence: str, day: str, who: list[str]) -> None:
    five.ok(["log", sentence])
    [told] = five.ok("log list --json").json
    assert (told["on"], [c["name"] for c in told["contacts"]]) == (day, who)
    assert told["text"] == sentence


def test_what_stands_in_a_bracket_is_promised_and_tried(five: Program) -> None:
    told = five.ok(["log", "met anna (I'll send the slides on Friday)"]).err
    assert 'refcli followup anna "send the slides" --due 2026-03-13' in told
    assert "no exchange" in five.ok(["log", "called Anna (voicemail)"]).out
    told = five.ok(["log", "spoke to anna, I'll call her 14.30 friday"]).err
    assert 'refcli followup anna "call her 14.30" --due 2026-03-13' in told


@pytest.mark.parametrize(
    ("said", "time", "until", "place", "about"),
    [
        ("anna (new office) friday 3pm", "15:00", None, None, "new office"),
        ("anna friday 3pm at cafe nero (high st)", "15:00", None, "cafe nero", "high st"),
        ("anna friday (viewing)", None, None, None, "viewing"),
        ("anna 9 to 10 friday", "09:00", "10:00", None, None),
        ("anna 9 - 10 friday", "09:00", "10:00", None, None),
        ("anna between 9 and 10 friday", "09:00", "10:00", None, None),
        ("anna friday about 3", "15:00", None, None, None),
        ("anna flat 4 friday", None, None, None, "flat 4"),
        ("anna lunch for 2 friday", None, None, None, "lunch for 2"),
        ("anna unit 7 friday 9", "09:00", None, None, "unit 7"),
        ("anna lunch 12 friday", "12:00", None, None, "lunch"),
        ("anna Friday 10 (with Eva)", "10:00", None, None, None),
        ("anna (Weiss), Friday 10", "10:00", None, None, None),
        ("lunch Friday 12 (Ben and Eva)", "12:00", None, None, "lunch"),
    ],
)
def test_an_appointment_says_all_of_it(
    five: Program, said: str, time: str | None, until: str | None, place: str, about: str
) -> None:
    five.ok(["meet", *said.split()])
    [one] = five.ok("meet list --json").json
    assert one["on"] == "2026-03-13"
    found = (one["time"], one["until"], one["place"], one["about"])
    assert found == (time, until, place, about)


@pytest.mark.parametrize(
    "said",
    [
        "Eva and Tom Friday 9am with Ben",
        "Eva, Tom Friday at 9 with Ben",
        "Eva and Tom, Friday 9am (with Ben)",
        "Eva Friday 9am with Ben and Tom",
    ],
)
def test_all_before_and_behind_the_day_are_met(five: Program, said: str) -> None:
    five.ok(["meet", *said.split()])
    [one] = five.ok("meet list --json").json
    assert one["time"] == "09:00"
    assert sorted(c["name"] for c in one["contacts"]) == ["Ben Okoye", "Eva Roth", "Tom Berg"]


@pytest.mark.parametrize(
    "sentence",
    [
        "met Ben (together with Eva)",
        "call with Ben (Eva dialled in)",
        "met Ben (he brought Eva)",
        "met Ben (Eva sent him)",
        "met Ben. Eva was there.",
        "met Ben and the lawyer Eva",
    ],
)
def test_whoever_stands_in_it_is_named(five: Program, sentence: str) -> None:
    told = five.ok(["log", sentence])
    assert told.out.startswith("logged Ben Okoye")
    line = "not there, as understood: Eva; else: refcli log edit 1 --with Ben --with Eva\n"
    assert "Eva Roth" in told.out or line in told.err


@pytest.mark.parametrize("said", ["fixed a viewing", "set up lunch", "fixed an appointment"])
def test_what_was_fixed_is_to_come(five: Program, said: str) -> None:
    five.ok(["log", f"{said} with Ben for Friday at 10"])
    assert [m["on"] for m in five.ok("meet list --json").json] == ["2026-03-13"]
    assert five.ok("log list --json").json == []
    five.ok(["log", "fixed the boiler at Ben's yesterday"])
    assert five.ok("log list --json").json[0]["on"] == "2026-03-09"


def test_either_of_two_hours_is_asked_about(five: Program) -> None:
    told = five("meet anna 2 or 3 friday")
    assert (told.code, told.out) == (2, "")
    assert "at what time? 2 or 3" in told.err
    assert five.ok("log 'met anna, paid 1200 friday'").lines[0].endswith("today (interaction 1)")


@pytest.mark.parametrize(
    ("sentence", "hint"),
    [
        ("called anna, drinks tomorrow at 7", "refcli meet anna 2026-03-11 19:00"),
        ("called anna, viewing thursday", "refcli meet anna 2026-03-12"),
        ("called anna, no lunch friday", ""),
        ("called anna, lunch friday cancelled", ""),
        ("called anna, had lunch friday", ""),
    ],
)
def test_only_what_is_to_come_is_offered(five: Program, sentence: str, hint: str) -> None:
    assert five.ok(["log", sentence]).err == (hint and f"if you are to meet: {hint}\n")


def test_a_widow_is_the_spouse(five: Program) -> None:
    five.ok("contact tie tom eva --as spouse")
    assert five.ok(["log", "met Tom's widow eva"]).out.startswith("logged Eva Roth")
    told = five(["log", "met ben's lawyer maria"])
    assert "--as lawyer" in told.err
