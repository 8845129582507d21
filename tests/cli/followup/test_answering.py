"""On a terminal one key says what somebody answered."""

import pytest

from refcli.domain.answers import answers_of, default_answer, spoken_answers
from refcli.domain.due import DueItem
from refcli.domain.kinds import CHECK, KINDS, default_weights
from refcli.domain.playbook import RULES
from tests.support.program import Program
from tests.support.prompter import Answer

LATER = "2026-12-20"


def state(anna: Program, intro: str = "ben") -> str:
    return str(anna.ok(f"intro show {intro} --json").json["state"])


def answered(anna: Program, number: str, *answers: Answer, today: str = LATER) -> str:
    return anna.ok(["done", number], terminal=100, answers=answers, today=today).out


@pytest.fixture
def met(anna: Program) -> Program:
    anna.ok('intro anna "Ben Ott" --kind speaking')
    anna.ok("intro reached ben")
    return anna


def test_a_check_came_about_and_asks_what_it_is_worth(met: Program) -> None:
    number = met.number("check")
    said = answered(
        met,
        number,
        ("See what holds it up with Ben Ott", "yes"),
        ("What is it worth", "1,200"),
    )
    assert "Ben Ott was introduced for (speaking) came about" in said
    shown = met.ok("intro show ben --json").json
    assert (shown["state"], shown["value"]) == ("won", 1200)


def test_a_worth_can_be_left_open(met: Program) -> None:
    answered(met, met.number("check"), ("holds it up", "yes"), ("worth", ""))
    shown = met.ok("intro show ben --json").json
    assert (shown["state"], shown["value"]) == ("won", None)


def test_a_check_that_came_to_nothing_asks_why(met: Program) -> None:
    answered(
        met,
        met.number("check"),
        ("holds it up", "no"),
        ("Why did it come to nothing?", "chose another"),
    )
    assert state(met) == "not-interested"
    assert "chose another" in met.ok("intro show ben").out


def test_enter_is_what_done_alone_means(met: Program) -> None:
    answered(met, met.number("check"), ("holds it up", ""))
    assert state(met) == "reached"
    [following] = [i for i in met.ok("due --within 90 --json").json if i["kind"] == "check"]
    assert following["due"] == "2027-01-31"


def test_left_at_a_question_nothing_is_saved(met: Program) -> None:
    number = met.number("check")
    answers: list[Answer] = [("holds it up", "no"), ("Why", KeyboardInterrupt)]
    left = met(["done", number], terminal=100, answers=answers, today=LATER)
    assert left.code == 130
    assert state(met) == "reached"
    empty: list[Answer] = [("holds it up", "no"), ("Why", " ")]
    assert met(["done", number], terminal=100, answers=empty, today=LATER).code == 2
    assert met.number("check") == number


def test_an_answer_that_was_typed_is_not_asked_for(met: Program) -> None:
    number = met.number("check")
    line = ["done", number, "--answer", "no", "--note", "moved away"]
    met.ok(line, terminal=100, answers=[], today=LATER)
    assert state(met) == "not-interested"


def test_what_is_simply_done_is_not_asked_about(met: Program) -> None:
    met.ok(["done", met.number("thank")], terminal=100, answers=[])
    assert met.ok("thank list --json").json[0]["contact"]["name"] == "Anna Weiss"


def test_what_was_done_for_somebody_is_asked(met: Program) -> None:
    met.ok("intro won ben")
    number = met.number("reciprocate")
    met.ok(["done", number], terminal=100, answers=[("What did you do for Anna", "sent a client")])
    assert met.ok("reciprocate list --json").json[0]["what"] == "sent a client"


def test_several_are_asked_about_one_by_one(anna: Program) -> None:
    anna.ok('contact add "Tom Roth" --basis partner')
    anna.ok('contact add "Eva Lund"')
    anna.ok("intro give anna tom")
    anna.ok("intro give eva tom")
    numbers = [anna.number("consent", "Anna"), anna.number("consent", "Eva")]
    anna.ok(
        ["done", *numbers],
        terminal=100,
        answers=[("Ask Anna Weiss whether", "yes"), ("Ask Eva Lund whether", "not-yet")],
    )
    assert (state(anna, "anna"), state(anna, "eva")) == ("made", "proposed")
    anna.ok("undo")
    assert (state(anna, "anna"), state(anna, "eva")) == ("proposed", "proposed")


def test_an_ask_is_confirmed(anna: Program) -> None:
    anna.ok("ask anna --in dentists --looking-for retire --answer pending --anyway")
    answered(anna, anna.number("confirm"), ("Hear what Anna Weiss thinks", "yes"))
    assert anna.ok("ask list --json").json[0]["state"] == "promised"


def test_every_answer_that_is_picked_is_known() -> None:
    for rule in RULES:
        for opening in rule.opens:
            item = DueItem(
                id=1,
                kind=opening.kind,
                contact_id=1,
                contact_name="Anna",
                due="2026-11-20",
                action="",
                rule=rule.name,
                today="2026-11-20",
                weights=default_weights(),
            )
            spoken = spoken_answers(item)
            assert bool(spoken) == KINDS[opening.kind].is_chasing
            if spoken:
                picked = [s.answer for s in spoken]
                assert set(answers_of(item)) <= set(picked), rule.name
                assert set(picked) <= {*answers_of(item), default_answer(item)}
                assert default_answer(item) in picked
                keys = [s.key for s in spoken]
                assert len(set(keys)) == len(keys)
    assert KINDS[CHECK].is_chasing
