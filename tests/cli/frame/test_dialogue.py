"""Escape goes back one question, whatever the dialogue; what was answered stands there again."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from refcli.cli.frame.dialogue import Dialogue
from refcli.prompt.protocol import Choice, GoBack
from tests.support.program import Program

DEBRIEF = "debrief anna"
BEGUN: tuple[tuple[str, str | bool | type[BaseException]], ...] = (
    ("When did you meet?", "today"),
    ("How?", "in-person"),
    ("What happened?", "a long lunch"),
)
REST: tuple[tuple[str, str | bool | type[BaseException]], ...] = (
    ("What are they working on now?", "a second practice"),
    ("Did they praise your work?", ""),
    ("Did you ask for an introduction?", "no"),
    ("Did they introduce somebody?", ""),
    ("Which businesses do they admire?", ""),
    ("What did you promise?", ""),
    ("When do you meet next?", ""),
    ("Save all this?", True),
)


def told(program: Program) -> list[tuple[str, str, str]]:
    return [(i["on"], i["how"], i["text"]) for i in program.ok("log list --json").json]


def test_one_question_back(anna: Program) -> None:
    answers = [
        *BEGUN[:2],
        ("What happened?", GoBack),
        ("How?", "call"),
        ("What happened?", "a long call"),
        *REST,
    ]
    anna.ok(DEBRIEF, answers=answers)
    assert told(anna)[0] == ("2026-11-20", "call", "a long call")


def test_back_to_the_first_question_and_no_further(anna: Program) -> None:
    answers = [
        *BEGUN,
        ("What are they working on now?", GoBack),
        ("What happened?", GoBack),
        ("How?", GoBack),
        ("When did you meet?", GoBack),
        ("When did you meet?", "yesterday"),
        *BEGUN[1:],
        *REST,
    ]
    anna.ok(DEBRIEF, answers=answers)
    assert told(anna)[0] == ("2026-11-19", "in-person", "a long lunch")


def test_a_refused_answer_is_no_step(anna: Program) -> None:
    answers = [
        ("When did you meet?", "foo"),
        ("When did you meet?", "today"),
        ("How?", GoBack),
        ("When did you meet?", GoBack),
        ("When did you meet?", "yesterday"),
        *BEGUN[1:],
        *REST,
    ]
    anna.ok(DEBRIEF, answers=answers)
    assert told(anna)[0] == ("2026-11-19", "in-person", "a long lunch")


def test_from_the_last_question_back(anna: Program) -> None:
    answers = [
        *BEGUN,
        *REST[:-1],
        ("Save all this?", GoBack),
        ("When do you meet next?", "+9d"),
        ("Save all this?", True),
    ]
    anna.ok(DEBRIEF, answers=answers)
    assert anna.due()["meet", "Anna Weiss"] == "2026-11-29"
    assert len([one for one in told(anna) if one[2] == "a long lunch"]) == 1


def test_what_was_shown_is_not_shown_twice(anna: Program) -> None:
    answers = [
        ("In which industry", "dentists"),
        ("looking to do what", "retire"),
        ("be like?", ""),
        ("Say it like this?", "plain"),
        ("What now?", GoBack),
        ("Say it like this?", "brief"),
        ("What now?", "planned"),
        ("Where?", "in-person"),
        ("When will you meet?", "tomorrow"),
    ]
    shown = anna.ok("ask anna", answers=answers).out
    assert shown.count("Would you call or write") == 1


def test_left_after_going_back_nothing_is_saved(anna: Program) -> None:
    before = told(anna)
    answers = [*BEGUN, ("What are they working on now?", GoBack), ("What happened?", EOFError)]
    result = anna(DEBRIEF, answers=answers)
    assert (result.code, told(anna)) == (130, before)
    assert "nothing was saved" in result.err


def test_what_is_saved_is_not_gone_back_in(refcli: Program) -> None:
    refcli.ok("contact add Anna")
    refcli.ok("contact add Bob")
    answers = [
        ("Anna: how do they know you?", "friend"),
        ("Anna: how often in touch?", GoBack),
        ("Anna: how do they know you?", "client"),
        ("Anna: how often in touch?", "B"),
        ("Bob: how do they know you?", GoBack),
        ("Bob: how do they know you?", "friend"),
        ("Bob: how often in touch?", "C"),
    ]
    refcli.ok("contact sort", answers=answers)
    found = {c["name"]: (c["basis"], c["tier"]) for c in refcli.ok("contact list --json").json}
    assert found == {"Anna": ("client", "B"), "Bob": ("friend", "C")}


class Prefilled:
    """Notes what stands in each question, and answers from a list."""

    def __init__(self, answers: Sequence[str | bool | type[BaseException]]) -> None:
        self.answers = list(answers)
        self.shown: list[str | bool] = []

    def _next(self, default: str | bool) -> str | bool:
        self.shown.append(default)
        answer = self.answers.pop(0)
        if isinstance(answer, type):
            raise answer
        return answer

    def text(self, question: str, *, default: str = "", hint: str = "", live: object = None) -> str:
        return str(self._next(default))

    def choose(self, question: str, choices: Sequence[Choice], *, default: str = "") -> str:
        return str(self._next(default))

    def confirm(self, question: str, *, default: bool = False) -> bool:
        return bool(self._next(default))


class Silent:
    """What shows nothing."""

    is_muted = False

    def release(self) -> None:
        """Nothing is held."""


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        (["x", "a", True, GoBack, True, "end"], ["", "b", False, "", True, ""]),
        (["x", "a", GoBack, "b", True, "end"], ["", "b", False, "a", False, ""]),
        (["x", GoBack, "z", "a", True, "end"], ["", "b", "x", "b", False, ""]),
    ],
)
def test_the_answer_before_stands_in_the_question_again(
    answers: list[str | bool | type[BaseException]], shown: list[str | bool]
) -> None:
    asks = Prefilled(answers)
    dialogue = Dialogue(lambda: asks, Silent())
    choices = [Choice("a", "a"), Choice("b", "b")]

    def play() -> tuple[str, str, bool, str]:
        return (
            dialogue.text("Text?"),
            dialogue.choose("Which?", choices, default="b"),
            dialogue.confirm("Sure?"),
            dialogue.text("End?"),
        )

    dialogue.part(play)
    assert asks.shown == shown
    assert asks.answers == []


def test_of_two_questions_that_read_alike_each_has_its_answer(anna: Program) -> None:
    for _ in range(2):
        anna.ok(["followup", "add", "anna", "send the plan", "--due", "today"])
    first, second = (str(i["id"]) for i in anna.ok("due --kind custom --json").json)
    anna.ok(
        "talk anna",
        answers=[
            ("How do you talk to Anna Weiss?", "call"),
            (f"send the plan ({first})", "done"),
            (f"send the plan ({second})", "put-off"),
            ("What did they say?", GoBack),
            (f"send the plan ({second})", "put-off"),
            ("What did they say?", ""),
            ("What are they working on now?", ""),
            ("Save all this?", True),
        ],
    )
    left = anna.ok("due --within 30 --kind custom --json").json
    assert [(str(i["id"]), i["due"]) for i in left] == [(second, "2026-11-27")]


def test_a_file_is_asked_for_again_until_it_is_there(refcli: Program, tmp_path: Path) -> None:
    people = tmp_path / "my people.csv"
    people.write_text(
        "First Name,Last Name,Email Address\nAnna,Weiss,a@w.example\n", encoding="utf-8"
    )
    dragged = str(people).replace(" ", "\\ ")
    for number, typed in enumerate((f"'{people}'", dragged, "no")):
        told = refcli.ok(
            "init",
            answers=[
                ("your name", f"Jo {number}"),
                ("What do you do?", "coach"),
                ("currency", "EUR"),
                ("Your contacts, as a file?", "nowhere.csv"),
                ("Your contacts, as a file?", typed),
            ],
        )
        assert "no such file: nowhere.csv; its whole path, or Enter for none" in told.err
        assert f"Jo {number}" in refcli.ok("config get me.name").out
    assert [each["name"] for each in refcli.ok("contact list --json").json] == ["Anna Weiss"]
