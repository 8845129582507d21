"""What did not take place is never stored as if it had; tasks and birthdays get their own line."""

import pytest

from tests.support.program import Program


@pytest.fixture
def known(anna: Program) -> Program:
    for name in ("Maria Costa", "Peter Vogel"):
        anna.ok(["contact", "add", name, "--basis", "client"])
    return anna


def told(program: Program) -> list[tuple[str, str, bool]]:
    found = program.ok("log list --json").json
    return [(i["how"], i["direction"], i["attempt"]) for i in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "did not meet peter",
        "didn't meet with peter after all",
        "never met peter",
        "peter cancelled lunch",
        "lunch with peter cancelled",
        "lunch with maria tomorrow cancelled",
        "lunch with maria, she cancelled",
        "coffee with maria - no-show",
        "coffee with maria but she never showed up",
        "maria did not show up",
        "maria stood me up",
        "maria couldn't make it",
        "peter rescheduled to friday",
        "meeting with peter postponed",
        "call with maria didn't happen",
    ],
)
def test_what_did_not_take_place_is_refused(known: Program, sentence: str) -> None:
    before = told(known)
    result = known(["log", sentence])
    assert (result.code, result.out, told(known)) == (2, "", before)
    assert "did not take place" in result.err
    assert "refcli meet cancel" in result.err


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("peter wasn't in", "call"),
        ("didn't reach maria", "call"),
        ("did not get hold of maria", "call"),
        ("called peter, nobody answered", "call"),
        ("called peter but no answer", "call"),
        ("visited peter, nobody home", "in-person"),
        ("dropped by peter, he was not there", "in-person"),
    ],
)
def test_a_try_is_a_try(known: Program, sentence: str, how: str) -> None:
    known.ok(["log", sentence])
    assert told(known)[0] == (how, "out", True)


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("met maria, she cancelled her order", "in-person"),
        ("called maria and she cancelled our lunch", "call"),
        ("emailed maria that lunch is cancelled", "email"),
        ("lunch with maria but no deal", "in-person"),
        ("met maria about the cancelled contract", "in-person"),
        ("had dinner with Peter for his birthday", "in-person"),
        ("called peter but he was busy", "call"),
        ("had to call peter about taxes", "call"),
    ],
)
def test_what_took_place_did(known: Program, sentence: str, how: str) -> None:
    known.ok(["log", sentence])
    assert told(known)[0][0] == how
    assert told(known)[0][2] is False


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("need to call peter monday", 'refcli followup peter "call peter" --due 2026-11-23'),
        ("must send peter the slides", 'refcli followup peter "send peter the slides" --due WHEN'),
        (
            "maria wants me to call her back on monday",
            'refcli followup maria "call her back" --due 2026-11-23',
        ),
        ("should meet maria", 'refcli followup maria "meet maria" --due WHEN'),
        ("peter's birthday is on 4 may", 'refcli contact date peter birthday "4 may"'),
    ],
)
def test_a_task_and_a_birthday_get_their_line(known: Program, sentence: str, line: str) -> None:
    before = told(known)
    result = known(["log", sentence])
    assert (result.code, result.out, told(known)) == (2, "", before)
    assert line in result.err


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "maria asked me to call her on monday",
            'refcli followup maria "call her" --due 2026-11-23',
        ),
        (
            "met peter. I will send him the slides on friday",
            'refcli followup peter "send him the slides" --due 2026-11-27',
        ),
        ("coffee with maria, promised her the book", 'refcli followup maria "the book" --due WHEN'),
    ],
)
def test_a_promise_in_it_is_a_line_away(known: Program, sentence: str, line: str) -> None:
    result = known.ok(["log", sentence])
    assert f"to be reminded of it: {line}" in result.err
    assert "today" in result.out
    assert known.ok("followup list --all --json").json == []


def test_after_a_try_nobody_is_reached(known: Program) -> None:
    known.ok('intro maria "Ben Okoye" --how written')
    assert "intro reached" not in known.ok(["log", "tried Ben Okoye"]).err
    assert "intro reached" in known.ok(["log", "spoke to Ben Okoye"]).err


@pytest.mark.parametrize(
    "sentence",
    [
        "met peter the other day",
        "saw peter three fridays ago",
        "lunch with maria at easter",
        "called peter in the summer",
        "workshop with peter Mon-Wed",
        "away with maria from 24 to 26 november",
        "did I see peter on Monday?",
        "peter is on holiday until 3 dec",
        "no word from maria",
        "haven't spoken to peter in 3 weeks",
        "forgot to call maria",
        "met maria's team on monday",
    ],
)
def test_what_names_no_day_or_tells_no_exchange_is_refused(known: Program, sentence: str) -> None:
    before = told(known)
    result = known(["log", sentence])
    assert result.code in (2, 3)
    assert (result.out, told(known)) == ("", before)
    assert known.ok("meet list --json").json == []


@pytest.mark.parametrize(
    ("sentence", "day", "how", "direction"),
    [
        ("lunch with maria yday re the budget", "2026-11-19", "in-person", "both"),
        ("met maria on 18.11 about the flat", "2026-11-18", "in-person", "both"),
        ("maria and me had lunch on thursday", "2026-11-19", "in-person", "both"),
        ("met maria and 3 of her team on thursday", "2026-11-19", "in-person", "both"),
        ("emailed peter to set up a call for tuesday", "2026-11-20", "email", "out"),
        ("peter rang to cancel tomorrow's lunch", "2026-11-20", "call", "both"),
        ("emailed peter: can we meet on 4 dec?", "2026-11-20", "email", "out"),
        ("received maria's email on thursday", "2026-11-19", "email", "in"),
        ("maria wrote me last night", "2026-11-19", "message", "in"),
        ("conference call with peter yesterday", "2026-11-19", "call", "both"),
        ("called in on peter yesterday", "2026-11-19", "in-person", "both"),
        ("slacked peter yesterday", "2026-11-19", "message", "out"),
        ("trained with maria wednesday 18:00", "2026-11-18", "in-person", "both"),
        (
            "grace pledged something at yesterday's lunch with maria",
            "2026-11-19",
            "in-person",
            "both",
        ),
        ("maria said she will come back in may", "2026-11-20", "call", "both"),
        ("lunch with maria (not peter) yesterday", "2026-11-19", "in-person", "both"),
    ],
)
def test_day_and_channel_are_the_writer_s(
    known: Program, sentence: str, day: str, how: str, direction: str
) -> None:
    known.ok(["log", sentence])
    newest = next(i for i in known.ok("log list --json").json if i["text"])
    assert (newest["on"], newest["how"], newest["direction"]) == (day, how, direction)
    assert "Peter" not in str(newest["contacts"]) or "peter" in sentence.replace("not peter", "")


@pytest.mark.parametrize(
    ("sentence", "day", "hour"),
    [
        ("lunch with maria tmrw 6pm", "2026-11-21", "18:00"),
        ("lunch with maria on 24.11 at 18:00", "2026-11-24", "18:00"),
        ("the 24 at 17:00 I have a call with peter", "2026-11-24", "17:00"),
        ("dinner with peter tonight at 8", "2026-11-20", "20:00"),
        ("arranged to meet peter on thursday", "2026-11-26", None),
        ("I'm calling peter on monday", "2026-11-23", None),
        ("Will be meeting maria on thursday", "2026-11-26", None),
        ("half nine with peter on 25 nov", "2026-11-25", "09:30"),
    ],
)
def test_what_is_to_come_is_planned(
    known: Program, sentence: str, day: str, hour: str | None
) -> None:
    known.ok(["log", sentence])
    [planned] = known.ok("meet list --json").json
    assert (planned["on"], planned["time"]) == (day, hour)


@pytest.mark.parametrize(
    "sentence",
    ["lunch with maria garcia", "called maria garcia yesterday", "maria garcia thu 10:00"],
)
def test_no_other_of_that_first_name_is_meant(known: Program, sentence: str) -> None:
    before = told(known)
    for verb in ("log", "meet") if "thu" in sentence else ("log",):
        result = known([verb, sentence])
        assert (result.code, result.out, told(known)) == (3, "", before)
        assert "maria garcia" in result.err
        assert "Maria Costa" in result.err


def test_the_day_behind_a_message_is_the_message_s(known: Program) -> None:
    assert "by e-mail, today" in known.ok(["log", "Peter emailed: contract starts 1 Jan"]).out


def test_an_anniversary_is_a_date(known: Program) -> None:
    result = known(["log", "maria's wedding anniversary is on 20 nov"])
    assert (result.code, result.out) == (2, "")
    assert 'refcli contact date maria "wedding anniversary" "20 nov"' in result.err


def test_who_is_only_somebody_s_husband_is_no_name(known: Program) -> None:
    sentence = ["log", "spoke to maria's husband yesterday"]
    refused = known(sentence)
    assert (refused.code, refused.out) == (3, "")
    assert "refcli contact tie" in refused.err
    assert "contact add" not in refused.err
    known.ok(
        sentence, answers=[("Who is maria's husband?", "peter"), ("How did you speak?", "call")]
    )
    assert [p["name"] for p in known.ok("log list --json").json[0]["contacts"]] == ["Peter Vogel"]
