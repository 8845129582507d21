"""Hours before days, weeks from days, `about`, whose somebody is, and plans behind a comma."""

import pytest

from tests.sentences.conftest import TODAY
from tests.support.program import Program


@pytest.mark.parametrize(
    ("said", "day", "time"),
    [
        ("14.30 friday", "2026-03-13", "14:30"),
        ("15.15 tomorrow", "2026-03-11", "15:15"),
        ("1430 friday", "2026-03-13", "14:30"),
        ("10 friday", "2026-03-13", "10:00"),
        ("2 13 march", "2026-03-13", "14:00"),
        ("10 1 april", "2026-04-01", "10:00"),
        ("a week today", "2026-03-17", None),
        ("two weeks today", "2026-03-24", None),
        ("a week tomorrow", "2026-03-18", None),
        ("tomorrow week", "2026-03-18", None),
        ("thursday fortnight", "2026-03-26", None),
        ("a week on friday", "2026-03-20", None),
        ("week on friday", "2026-03-20", None),
        ("a week friday", "2026-03-20", None),
        ("3 apr 27", "2027-04-03", None),
        ("3 apr '26", "2026-04-03", None),
        ("3 apr 14", "2026-04-03", "14:00"),
    ],
)
def test_an_appointment_is_on_that_day_at_that_hour(
    five: Program, said: str, day: str, time: str | None
) -> None:
    five.ok(["meet", "anna", *said.split()])
    [planned] = five.ok("meet list --json").json
    assert (planned["on"], planned["time"]) == (day, time)


@pytest.mark.parametrize(
    ("sentence", "day", "time"),
    [
        ("met anna 14.30 yesterday", "2026-03-09", "14:30"),
        ("met anna a week yesterday", "2026-03-02", None),
        ("met anna a week last friday", "2026-02-27", None),
        ("met anna two weeks last monday", "2026-02-23", None),
        ("met anna a week ago today", "2026-03-03", None),
        ("met anna 28 feb 24", "2024-02-28", None),
        ("met anna 28 feb '25", "2025-02-28", None),
        ("met anna feb 28 25", "2025-02-28", None),
        ("met anna 28th feb 25 at noon", "2025-02-28", "12:00"),
        ("28 feb 25: met anna", "2025-02-28", None),
        ("called anna 2 mar 30 min", "2026-03-02", None),
        ("called anna about noon yesterday", "2026-03-09", "12:00"),
        ("met anna about 3pm yesterday", "2026-03-09", "15:00"),
        ("met anna about two weeks ago", "2026-02-24", None),
        ("saw anna about lunchtime on friday", "2026-03-06", None),
        ("called anna about 3pm meeting", TODAY, None),
        ("called anna about a week off", TODAY, None),
        ("called anna about friday", TODAY, None),
        ("met anna for the first time in 3 years", TODAY, None),
        ('met anna, I said "I\'ll send it friday"', TODAY, None),
        ("met anna, i won't send her the deeds until she pays", TODAY, None),
    ],
)
def test_an_exchange_was_on_that_day(
    five: Program, sentence: str, day: str, time: str | None
) -> None:
    said = five.ok(["log", sentence]).lines[0]
    assert five.ok("log list --json").json[0]["on"] == day
    assert f" at {time} " in said if time else " at " not in said


@pytest.mark.parametrize(
    "day", ["on valentine's day", "on Good Friday", "on easter monday", "in week 9", "kw 9"]
)
def test_a_day_that_has_another_name_is_asked_about(five: Program, day: str) -> None:
    told = five(["log", f"met ben {day}"])
    assert (told.code, told.out) == (2, "")
    assert f"which day? {day.lower()} names none" in told.err


@pytest.mark.parametrize(
    ("sentence", "hint"),
    [
        ("called anna, coffee thursday 10am", "refcli meet anna 2026-03-12 10:00"),
        ("emailed anna, lunch friday", "refcli meet anna 2026-03-13"),
        ("met anna, seeing her again friday 3pm", "refcli meet anna 2026-03-13 15:00"),
        ("met anna; next meeting friday 10am", "refcli meet anna 2026-03-13 10:00"),
        ("called anna and booked friday 3pm", "refcli meet anna 2026-03-13 15:00"),
    ],
)
def test_a_plan_behind_what_was_told_is_no_day_of_it(
    five: Program, sentence: str, hint: str
) -> None:
    assert f"if you are to meet: {hint}\n" in five.ok(["log", sentence]).err
    assert five.ok("log list --json").json[0]["on"] == TODAY


@pytest.mark.parametrize(
    ("sentence", "whose", "tie"),
    [
        ("met Tom's widow", "Tom's widow", "widow"),
        ("met Tom's new partner", "Tom's new partner", "partner"),
        ("called Anna's referral", "Anna's referral", "referral"),
        ("met the wife of Ben", "wife of Ben", "wife"),
        ("met a friend of ben's", "friend of ben", "friend"),
        ("met Eva's solicitor", "Eva's solicitor", "solicitor"),
        ("emailed Eva's landlord Friday", "Eva's landlord", "landlord"),
    ],
)
def test_who_is_somebodys_is_not_them(five: Program, sentence: str, whose: str, tie: str) -> None:
    told = five(["log", sentence])
    assert (told.code, told.out) == (3, "")
    assert f"nobody is known as {whose}" in told.err
    assert f"refcli contact tie NAME NAME --as {tie}" in told.err


def test_a_tie_of_ones_own_is_read(five: Program) -> None:
    five.ok("contact tie tom eva --as widow")
    assert five.ok(["log", "met Tom's widow"]).out.startswith("logged Eva Roth in person")
    assert five.ok(["log", "met the widow of Tom"]).out.startswith("logged Eva Roth in person")


@pytest.mark.parametrize(
    "sentence",
    [
        "called the plumber Tom recommended",
        "emailed the lead Anna sent",
        "lunch with everyone except tom",
    ],
)
def test_who_only_sent_somebody_was_not_met(five: Program, sentence: str) -> None:
    told = five(["log", sentence])
    assert (told.code, told.out) == (2, "")
    assert "say who it was" in told.err


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("met my client Anna", ["Anna Weiss"]),
        ("went through Anna's client list with her", ["Anna Weiss"]),
        ("emailed my accountant Anna the figures", ["Anna Weiss"]),
        ("met Tom (and Eva)", ["Tom Berg", "Eva Roth"]),
        ("met Ben, also Tom", ["Ben Okoye", "Tom Berg"]),
        ("lunch with Ben, joined by Eva", ["Ben Okoye", "Eva Roth"]),
        ("met anna accompanied by tom", ["Anna Weiss", "Tom Berg"]),
        ("met ms weiss and mr berg", ["Anna Weiss", "Tom Berg"]),
        ("met Tom (plumber)", ["Tom Berg"]),
        ("met Anna (Tom was ill)", ["Anna Weiss"]),
        ("Anna (call) 3.3.", ["Anna Weiss"]),
    ],
)
def test_who_was_there_in_other_words(five: Program, sentence: str, who: list[str]) -> None:
    five.ok(["log", sentence])
    assert [c["name"] for c in five.ok("log list --json").json[0]["contacts"]] == who


@pytest.mark.parametrize(
    "sentence",
    [
        "met anna, brought tom along",
        "met anna. Tom joined us",
        "met anna, who came with tom",
        "lunch with anna; tom came along",
        "called Anna but got Tom",
    ],
)
def test_who_may_have_been_there_is_said_not_to_be(five: Program, sentence: str) -> None:
    told = five.ok(["log", sentence])
    assert told.out.startswith("logged Anna Weiss ")
    line = next(
        line for line in told.err.splitlines() if line.startswith("not there, as understood: ")
    )
    five.ok(line.partition("; else: refcli ")[2])
    assert len(five.ok("log list --json").json[0]["contacts"]) == len(("anna", "tom"))


@pytest.mark.parametrize(
    "sentence",
    [
        "heard tom is in hospital",
        "heard anna sold her practice",
        "ben's selling up",
        "ben closed on the flat",
        "about to call tom",
        "waiting on Tom",
        "thought of Tom today",
        "drove past Tom's house",
    ],
)
def test_what_is_no_exchange_is_none(five: Program, sentence: str) -> None:
    told = five(["log", sentence])
    assert (told.code, told.out) == (2, "")
    assert five.ok("log list --json").json == []
