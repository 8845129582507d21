"""A backlog, decided on by kind: keep, put off, close, or one by one."""

import sqlite3
from collections.abc import Sequence

from refcli.cli.frame.context import App
from refcli.cli.frame.form import Answer
from refcli.domain.due import DueItem
from refcli.domain.kinds import KINDS
from refcli.domain.text import plural
from refcli.prompt.protocol import Choice, Prompter
from refcli.read.due import items_by_id

PUT_OFF_DAYS = 7
_CHOICES = (
    Choice("keep", "keep them", "k"),
    Choice("snooze", "put them off for a week", "s"),
    Choice("skip", "close them without doing them", "c"),
    Choice("each", "decide one by one", "o"),
)


def decide(app: App, prompter: Prompter, items: list[DueItem]) -> tuple[list[int], list[int]]:
    """(put off, close): the ids that the person decided on; the others stay as they are."""
    by_kind: dict[str, list[DueItem]] = {}
    for item in items:
        by_kind.setdefault(item.kind, []).append(item)
    chosen: dict[str, list[int]] = {"snooze": [], "skip": [], "keep": []}
    for kind, group in by_kind.items():
        app.output.lines(app.output.fitted(f"  {item.line}") for item in group)
        app.output.flush()
        question = f"{plural(len(group), 'follow-up')}: {KINDS[kind].words}"
        answer = prompter.choose(question, _CHOICES, default="keep")
        if answer == "each":
            _one_by_one(prompter, group, chosen)
        else:
            chosen[answer] += [item.id for item in group]
    return chosen["snooze"], chosen["skip"]


def _one_by_one(prompter: Prompter, group: list[DueItem], chosen: dict[str, list[int]]) -> None:
    for item in group:
        chosen[prompter.choose(item.line, _CHOICES[:3], default="keep")].append(item.id)


def answers_of(
    items: Sequence[DueItem], put_off: Sequence[int], closed: Sequence[int]
) -> tuple[Answer, ...]:
    """What was decided on which follow-up, each of which was shown as open and due on its day."""
    decided = {**dict.fromkeys(put_off, "put off for a week"), **dict.fromkeys(closed, "closed")}
    return tuple(Answer(named(i), i.due, decided[i.id]) for i in items if i.id in decided)


def as_they_stand(
    connection: sqlite3.Connection, items: Sequence[DueItem], today: str
) -> dict[str, str]:
    """The day of each follow-up that is still open, under the words that were shown."""
    now = {i.id: i for i in items_by_id(connection, [i.id for i in items], today)}
    return {named(i): now[i.id].due for i in items if i.id in now and not now[i.id].closing}


def named(item: DueItem) -> str:
    """A follow-up as a form names it."""
    return f"follow-up {item.id}, {item.line}"
