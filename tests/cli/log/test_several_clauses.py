"""Sentences of several clauses: each day, hour and name goes where its writer put it."""

import pytest

from tests.support.program import Program


@pytest.fixture
def known(anna: Program) -> Program:
    for name in ("Maria Costa", "Peter Vogel", "Tom Berg"):
        anna.ok(["contact", "add", name, "--basis", "client"])
    return anna


def newest(program: Program) -> tuple[str, str, str, str]:
    found = program.ok("log list --json").json[0]
    people = ", ".join(person["name"].split()[0] for person in found["contacts"])
    return found["on"], people, found["how"], found["direction"]


@pytest.mark.parametrize(
    ("sentence", "day", "people", "how", "direction"),
    [
        ("Vogel - call 18.11. - settlement 12k", "2026-11-18", "Peter", "call", "both"),
        ("Maria, 52, wants out by 60, met Tuesday", "2026-11-17", "Maria", "in-person", "both"),
        ("Peter new goal 80kg by 1 march, talked wed", "2026-11-18", "Peter", "call", "both"),
        ("wrote to Peter, cc Tom, on Wednesday", "2026-11-18", "Peter", "message", "out"),
        ("spoke to Maria, Tom was out", "2026-11-20", "Maria", "call", "both"),
        ("saw Tom, Peter's out", "2026-11-20", "Tom", "in-person", "both"),
        ("lunch with Maria, not Peter, on Monday", "2026-11-16", "Maria", "in-person", "both"),
        ("sent Maria's profile to Tom yesterday", "2026-11-19", "Tom", "message", "out"),
        ("forwarded Maria's CV to Peter on Monday", "2026-11-16", "Peter", "message", "out"),
        ("Maria returned my call from Tuesday", "2026-11-20", "Maria", "call", "both"),
        ("lunch with Maria on 12 Nov 12.30", "2026-11-12", "Maria", "in-person", "both"),
        ("coffee with Tom Fri 13 Nov 12.30pm", "2026-11-13", "Tom", "in-person", "both"),
        ("dinner with Peter 2 nights ago", "2026-11-18", "Peter", "in-person", "both"),
        ("dinner with Peter on Friday last week", "2026-11-13", "Peter", "in-person", "both"),
        ("lunch with Maria the Thursday before last", "2026-11-12", "Maria", "in-person", "both"),
        ("letter to Maria sent 18 Nov", "2026-11-18", "Maria", "letter", "out"),
        (
            "Maria thanked me for the introduction to Tom",
            "2026-11-20",
            "Maria",
            "in-person",
            "both",
        ),
        ("answered Tom's letter on Wednesday", "2026-11-18", "Tom", "letter", "out"),
        ("sent Tom the report by post on 18 Nov", "2026-11-18", "Tom", "letter", "out"),
    ],
)
def test_each_clause_keeps_what_is_its_own(
    known: Program, sentence: str, day: str, people: str, how: str, direction: str
) -> None:
    known.ok(["log", sentence])
    assert newest(known) == (day, people, how, direction)


@pytest.mark.parametrize(
    ("sentence", "day", "hour"),
    [
        ("lunch with maria, 12.15 on the 24th, table 9", "2026-11-24", "12:15"),
        ("meeting Tom at Cafe 21 on Tuesday at 10", "2026-11-24", "10:00"),
        ("call with tom tomorrow @ 1630", "2026-11-21", "16:30"),
        ("lunch with maria tomorrow 12ish", "2026-11-21", "12:00"),
        ("appointment with Tom made for Tuesday 2pm", "2026-11-24", "14:00"),
        ("brought Maria forward to Monday 2pm", "2026-11-23", "14:00"),
        ("lunch with Maria tomorrow 12h30", "2026-11-21", "12:30"),
        ("meeting Maria 3.12. um 15 Uhr", "2026-12-03", "15:00"),
        ("agreed with Peter to meet on Wednesday", "2026-11-25", None),
        ("Tom, 14 Lime Ave, Tuesday 8:00", "2026-11-24", "08:00"),
    ],
)
def test_what_is_to_come_has_its_day_and_hour(
    known: Program, sentence: str, day: str, hour: str | None
) -> None:
    known.ok(["log", sentence])
    [planned] = known.ok("meet list --json").json
    assert (planned["on"], planned["time"]) == (day, hour)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("met Peter on Monday, sorry, Tuesday", "which day? you corrected yourself"),
        ("saw Maria on the weekend", "which day? on the weekend names none"),
        ("spoke with Tom a while ago", "which day? a while ago names none"),
        ("Maria wants to meet on 1 December", "still to be done"),
        ("met Peter on Monday and again on Wednesday", "two exchanges"),
        ("emailed Maria, then met Peter for lunch", "two exchanges"),
        ("Maria's turning 40 on Dec 3, sent her a card", "the day of it, or theirs?"),
        ("call with Tom in an hour", "at what time? in an hour"),
        ("Maria to ring me Tuesday at 9", "still to be done"),
        ("coffee with tom and mria", "nearest: Maria Costa"),
    ],
)
def test_what_tells_two_things_is_refused(known: Program, sentence: str, said: str) -> None:
    before = known.ok("log list --json").json
    result = known(["log", sentence])
    assert result.code in (2, 3)
    assert said in result.err
    assert known.ok("log list --json").json == before
    assert known.ok("meet list --json").json == []


@pytest.mark.parametrize(
    "sentence",
    [
        "called Tom at 10 and 11, no answer",
        "rang Maria today re the VAT, left a voicemail",
        "rang Peter but he was out",
        "called Maria but got only her secretary",
    ],
)
def test_an_attempt_is_one_whatever_stands_before_it(known: Program, sentence: str) -> None:
    known.ok(["log", sentence])
    assert known.ok("log list --json").json[0]["attempt"]


def test_what_one_meets_for_is_kept(known: Program) -> None:
    known.ok("meet tom coffee next thursday at ten")
    assert known.ok("meet list --json").json[0]["about"] == "coffee"


def test_a_keyboard_without_umlauts_finds_them(known: Program) -> None:
    known.ok(["contact", "add", "Jörg Müller", "--email", "j@mueller.example"])
    known.ok(["log", "lunch with joerg mueller"])
    assert newest(known)[1] == "Jörg"
    assert "Jörg" in known.ok("contact find mueller.example").out
    near = known.ok("contact find jrög")
    assert "nearest: Jörg Müller" in near.err
    assert "Jörg Müller" in near.out
    assert known.ok("contact find jrög --json").json == []


def test_a_firm_is_found_by_its_first_words_and_nearly_so(known: Program) -> None:
    known.ok('contact add "Eva Lind" --org "Lotus Software plc"')
    assert "Eva Lind" in known.ok("contact list --org lotus").out
    assert "Eva Lind" in known.ok('contact list --org "lotus software"').out
    assert "nearest: Lotus Software plc" in known.ok("contact find lotos").err
    assert "Eva Lind" in known.ok("contact find lotos").out
    assert "nearest: Lotus Software plc" in known.ok('contact find "lotus sofware plc"').err


def test_tags_with_commas_between_must_all_hold(known: Program) -> None:
    known.ok("contact edit tom --tag vip --tag golf")
    known.ok("contact edit maria --tag vip")
    found = known.ok("contact list --tag vip,golf --json").json
    assert [contact["name"] for contact in found] == ["Tom Berg"]


@pytest.mark.parametrize("sentence", ["call with Joe", "call with Joe Hill", "lunch with Sue"])
def test_nobody_is_meant_by_letters_that_their_name_has_not(known: Program, sentence: str) -> None:
    known.ok(["contact", "add", "Jo Hill"])
    known.ok(["contact", "add", "Su Hill"])
    before = known.ok("log list --json").json
    assert known(["log", sentence]).code in (2, 3)
    assert known.ok("log list --json").json == before


def test_the_same_meeting_is_not_planned_twice(known: Program) -> None:
    known.ok("meet tom thu 10:00")
    again = known("meet tom thu 10:00")
    assert again.code == 1
    assert "planned already: [1]" in again.err
    assert "refcli meet move 1" in again.err
    known.ok("meet tom thu 15:00")
    assert len(known.ok("meet list --json").json) == 2
