"""Whoever types a word where one key is an answer must not pick another answer by its letter."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

from refcli.cli import commands
from refcli.cli.spoken import DECLINED, LATER, PENDING, PROMISED
from refcli.prompt.protocol import Choice


def has_key(value: object) -> bool:
    return isinstance(value, Choice) and bool(value.key)


def questions() -> Iterator[tuple[Choice, ...]]:
    """All that is asked with keys."""
    yield (PROMISED, PENDING, LATER, DECLINED)
    for module in pkgutil.walk_packages(commands.__path__, f"{commands.__name__}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, tuple) and value and all(map(has_key, value)):
                yield value


QUESTIONS = sorted(set(questions()))


def test_there_are_questions_with_keys() -> None:
    assert len(QUESTIONS) > 8


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: "-".join(each.key for each in q))
def test_no_label_begins_with_the_key_of_another(question: tuple[Choice, ...]) -> None:
    keys = {each.key for each in question}
    assert len(keys) == len(question)
    for each in question:
        assert each.label[0].lower() not in keys - {each.key}, each.label
