"""What loads behind a question: only while one stands there, and never beside anything else."""

import threading
from collections.abc import Sequence

import pytest

from refcli.cli.frame.behind import LoadingPrompter
from refcli.prompt.protocol import Choice


class Person:
    """Answers at once, or once what is behind the question has begun; or leaves."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.is_slow = False
        self.leaves = False

    def text(self, question: str, *, default: str = "", hint: str = "", live: object = None) -> str:
        if self.is_slow:
            assert self.begun.wait(30)
        if self.leaves:
            raise KeyboardInterrupt
        return question

    def choose(self, question: str, choices: Sequence[Choice], *, default: str = "") -> str:
        return self.text(question)

    def confirm(self, question: str, *, default: bool = False) -> bool:
        return bool(self.text(question))


def test_it_is_there_before_the_answer_is_handed_on() -> None:
    person, loaded = Person(), []

    def load() -> None:
        person.begun.set()
        loaded.append(sum(range(10**6)))

    prompter = LoadingPrompter(person, load)
    assert prompter.text("quick?") == "quick?"
    assert prompter.confirm("quick?")
    assert loaded == []
    person.is_slow = True
    assert prompter.choose("slow?", []) == "slow?"
    assert len(loaded) == 1
    assert prompter.text("again?") == "again?"
    assert len(loaded) == 1


def test_leaving_waits_for_it_too() -> None:
    person, loaded = Person(), []
    person.is_slow = person.leaves = True

    def load() -> None:
        person.begun.set()
        loaded.append(sum(range(10**6)))

    with pytest.raises(KeyboardInterrupt):
        LoadingPrompter(person, load).text("where?")
    assert len(loaded) == 1
