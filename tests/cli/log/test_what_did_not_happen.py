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
