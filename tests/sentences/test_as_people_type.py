"""Days written together, several who were there, promises to others, and what nobody did."""

import pytest

from tests.sentences.conftest import TODAY
from tests.support.program import Program


@pytest.mark.parametrize(
    ("day", "on"),
    [
        ("9-Mar", "2026-03-09"),
        ("9Mar", "2026-03-09"),
        ("9Mar26", "2026-03-09"),
        ("9-Mar-26", "2026-03-09"),
        ("9.Mar", "2026-03-09"),
        ("on Mar-9", "2026-03-09"),
        ("mar9", "2026-03-09"),
        ("20260309", "2026-03-09"),
        ("on the ninth", "2026-03-09"),
        ("9th", "2026-03-09"),
        ("3d ago", "2026-03-07"),
        ("3 d ago", "2026-03-07"),
        ("2w ago", "2026-02-24"),
        ("2 wks ago", "2026-02-24"),
        ("fortnight ago", "2026-02-24"),
        ("week ago", "2026-03-03"),
        ("y'day", "2026-03-09"),
        ("for 2 hours yesterday", "2026-03-09"),
    ],
)
def test_a_day_is_read_as_people_write_it(five: Program, day: str, on: str) -> None:
    five.ok(["log", f"lunch with Eva {day}"])
    assert five.ok("log list --json").json[0]["on"] == on


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("12.2", "is 12.2 a day or an hour? write it out"),
        ("12.30", "is 12.30 a day or an hour? write it out"),
        ("3-9", "is 3-9 a day or an hour? write it out"),
        ("120326", "is 120326 a day or an hour? write it out"),
        ("nxt week", "is nxt a day? did you mean next"),
        ("lastweek", "is lastweek a day? did you mean last week"),
        ("at the wkend", "is wkend a day? did you mean weekend"),
    ],
)
def test_what_may_be_a_day_is_asked_about(five: Program, day: str, says: str) -> None:
    told = five(["log", f"lunch with Eva {day}"])
    assert (told.code, told.out) == (2, "")
    assert says in told.err
    assert five.ok("log list --json").json == []


@pytest.mark.parametrize(
    "sentence",
    [
        "walked 2.5 miles with Eva",
        "call with Eva 45 min",
        "call with Eva re file 120326",
        "met Eva on the third floor",
        "met Eva for the second time",
    ],
)
def test_a_number_of_something_else_is_no_day(five: Program, sentence: str) -> None:
    five.ok(["log", sentence])
    assert five.ok("log list --json").json[0]["on"] == TODAY


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Tom and Ben had a coffee yesterday", ["Tom Berg", "Ben Okoye"]),
        ("Eva and Tom had lunch with me on Monday", ["Eva Roth", "Tom Berg"]),
        ("Ben, Tom and Eva had lunch", ["Ben Okoye", "Tom Berg", "Eva Roth"]),
        ("met Eva, Tom was there too", ["Eva Roth", "Tom Berg"]),
        ("met Eva, Tom and Ben were there", ["Eva Roth", "Tom Berg", "Ben Okoye"]),
        ("met Eva, Tom and Ben couldn't come", ["Eva Roth"]),
        ("met Ben, Tom and Eva were missing", ["Ben Okoye"]),
        ("met Eva and Tom had a cold", ["Eva Roth"]),
    ],
)
def test_who_was_there(five: Program, sentence: str, who: list[str]) -> None:
    five.ok(["log", sentence])
    assert [p["name"] for p in five.ok("log list --json").json[0]["contacts"]] == who


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("met Eva, promised Tom the deed by Friday", 'followup "Tom Berg" "the deed"'),
        ("met Eva, promised Tom to send the deed by Friday", 'followup "Tom Berg" "send the deed"'),
        ("called Eva about it. Promised Tom the deed by Friday.", 'followup "Tom Berg" "the deed"'),
        ("met Eva, promised her the deed by Friday", 'followup Eva "the deed"'),
        ("met Eva and Tom, promised Ben the deed by Friday", 'followup "Ben Okoye" "the deed"'),
        ("met Eva and Tom, promised Tom the deed by Friday", 'followup Tom "the deed"'),
        ("met Eva, promised her son the deed by Friday", 'it, for her son: refcli followup NAME "'),
        ("met Eva, promised Mr Klein the deed by Friday", "it, for Mr Klein: refcli followup NAME"),
        ("Eva and Tom asked me to draft the wills by Friday", 'followup NAME "draft the wills"'),
        ("called Eva, told her I'd send the deed on Friday", 'followup Eva "send the deed"'),
        ("met Eva, I promised Tom I'd call on Friday", 'followup "Tom Berg" call'),
        ("met Eva, I owe her a coffee by Friday", 'followup Eva "a coffee"'),
    ],
)
def test_a_promise_is_for_whom_it_names(five: Program, sentence: str, line: str) -> None:
    told = five.ok(["log", sentence])
    assert f"{line}" in told.err
    assert told.err.rstrip().endswith("--due 2026-03-13")
    assert five.ok("log list --json").json[0]["on"] == TODAY


def test_a_promise_to_somebody_who_was_not_there_is_asked_for_them(five: Program) -> None:
    answers: list[tuple[str, str | bool | type[BaseException]]] = [
        ("Remind you of it for Tom Berg: the deed", True)
    ]
    five.ok(["log", "met Eva, promised Tom the deed by Friday"], answers=answers)
    assert five.due()["custom", "Tom Berg"] == "2026-03-13"


@pytest.mark.parametrize(
    "sentence",
    [
        'text from Eva: "I\'ll send the draft on Friday"',
        "Eva wrote: I'll send the draft on Friday",
        "texted Eva I'll be late on Friday",
        "met Eva, told her I'd love to see the house on Friday",
    ],
)
def test_what_is_no_promise_of_mine_is_none(five: Program, sentence: str) -> None:
    told = five.ok(["log", sentence])
    assert "to be reminded" not in told.err
    assert five.ok("log list --json").json[0]["on"] == TODAY


@pytest.mark.parametrize(
    "sentence",
    [
        "Eva declined the meeting today",
        "Eva declined lunch",
        "stood up by Eva yesterday",
        "waited 30 min for Eva, nobody came",
        "Tom rang in sick",
        "met neither Ben nor Tom",
        "nearly met Ben",
        "almost ran into Ben",
        "hoped to see Ben",
        "did I see Eva on Friday",
        "have I met Eva",
        "met Eva?",
        "Eva hasn't signed",
        "Eva still hasn't signed",
        "met Ben, told Tom about the flat",
        "met Ben, asked Tom for the deed",
        "Tom was out sick so I met Eva",
        "still haven't reached Tom",
        "haven't reached Tom yet",
        "Tom never showed up",
        "waited an hour for Tom",
        "meeting with Tom pushed back",
    ],
)
def test_what_nobody_did_is_not_kept(five: Program, sentence: str) -> None:
    told = five(["log", sentence])
    assert (told.code, told.out) == (2, "")
    assert five.ok("log list --json").json == []


@pytest.mark.parametrize(
    "sentence",
    ["called Eva 3x, no joy", "called Eva - voicemail full", "turned up at Eva's, she was out"],
)
def test_a_try_is_no_exchange(five: Program, sentence: str) -> None:
    assert "no exchange" in five.ok(["log", sentence]).out


@pytest.mark.parametrize(
    "line",
    ["Eva tomorrow with Tom", "Eva tomorrow for lunch with Tom", "Eva tomorrow with Tom at 10"],
)
def test_all_who_are_named_in_a_plan_are_met(five: Program, line: str) -> None:
    five.ok(f"meet {line}")
    [one] = five.ok("meet list --json").json
    assert [p["name"] for p in one["contacts"]] == ["Eva Roth", "Tom Berg"]


@pytest.mark.parametrize(
    "sentence",
    [
        "called Eva, Ben agreed to sell",
        "lunch with Eva, Ben hired her",
        "called Eva, Ben signed yesterday",
        "called Eva, Ben owes her money",
        "called Eva, Ben and Tom are fighting",
        "met Eva, Ben promised her the keys by Friday",
        "called Eva, her landlord promised her a lease by Friday",
    ],
)
def test_what_is_told_of_others_is_nothing_of_theirs_or_mine(five: Program, sentence: str) -> None:
    told = five.ok(["log", sentence])
    [one] = five.ok("log list --json").json
    assert ([p["name"] for p in one["contacts"]], one["on"]) == (["Eva Roth"], TODAY)
    assert "to be reminded" not in told.err


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("drafted Tom's will on Friday", "2026-03-06"),
        ("witnessed Tom's will on Thursday", "2026-03-05"),
        ("updated Tom's will today", TODAY),
        ("reviewed Tom's will", TODAY),
        ("met tom 5th at 10", "2026-03-05"),
        ("lunch with tom 5th at Luigi's", "2026-03-05"),
    ],
)
def test_a_will_is_a_paper_and_an_ordinal_a_day(five: Program, sentence: str, on: str) -> None:
    five.ok(["log", sentence])
    assert five.ok("log list --json").json[0]["on"] == on


@pytest.mark.parametrize(
    "sentence",
    [
        "rang Tom, not in",
        "called Tom, he's not in",
        "called Tom, not at his desk",
        "popped round to Tom, not home",
        "called Tom, no response",
        "called Tom - no pickup",
        "called Tom, answerphone",
        "called Tom, went to answerphone",
        "called Tom, phone off",
        "called Tom, out of the office",
        "called Tom, he's out until Monday",
        "didn't manage to reach Tom",
        "Tom still not answering",
        "Tom isn't picking up",
        "Tom phoned, missed it",
        "Tom rang while I was in court",
        "Tom rang but I was driving",
        "voicemail to Tom",
        "left msg for Tom",
        "turned up at Tom's, he'd forgotten",
    ],
)
def test_nobody_was_reached_in_many_words(five: Program, sentence: str) -> None:
    five.ok("meet tom tomorrow 9:00")
    five.today = "2026-03-11"
    assert "no exchange" in five.ok(["log", sentence]).out
    assert "Meet Tom Berg" in five.ok("due").out


@pytest.mark.parametrize(
    "sentence",
    [
        "called Tom, he's out of the woods",
        "called Tom, not happy with the offer",
        "called Tom, no response from the bank yet",
        "called Tom, no answer needed",
        "called Tom, not interested",
        "Tom called while I was in court, we talked about the lease",
        "met Tom, phone off",
    ],
)
def test_what_sounds_like_it_is_an_exchange(five: Program, sentence: str) -> None:
    assert five.ok(["log", sentence]).out.startswith("logged Tom Berg")


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("Anna came by, asked for a quote", "in-person"),
        ("Tom dropped in and told me about the sale", "in-person"),
        ("Eva came to see me, told me about her move", "in-person"),
        ("Anna asked for a quote", "call"),
        ("Anna's mail came by e-mail", "email"),
        ("a letter from Anna came by post", "letter"),
    ],
)
def test_who_came_was_there(five: Program, sentence: str, how: str) -> None:
    five.ok(["log", sentence])
    assert five.ok("log list --json").json[0]["how"] == how
