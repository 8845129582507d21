"""Which follow-ups are meant: numbers from a list, or a name with exactly one due."""

import sqlite3
from collections.abc import Sequence

from refcli.cli.dash import piped_ids
from refcli.cli.frame.context import App
from refcli.domain.answers import answers_of
from refcli.domain.due import DueItem
from refcli.domain.names import number_in
from refcli.errors import UnknownName, UsageError
from refcli.prompt.protocol import Choice
from refcli.read.due import all_open, due_items


def follow_up_ids(
    app: App, typed: Sequence[str] | None, verb: str, answer: str | None = None
) -> list[int]:
    """The ids meant; asked for on a terminal when none were typed.

    An answer says which of a contact's follow-ups is meant, where only one of them knows it.
    """
    if typed:
        typed = piped_ids(app, typed, "refcli due --format ids | refcli done -")
        return [_one(app, text, answer) for text in typed]
    if not app.is_interactive:
        raise UsageError(f"missing ID: which follow-up is to be {verb}", "see: refcli due")
    today = app.today.isoformat()
    with app.reading() as connection:
        items = due_items(connection, today, today) or all_open(connection, today)[:20]
    if not items:
        raise UnknownName("no follow-up is open")
    choices = [Choice(str(item.id), f"{item.id}  {item.line}") for item in items]
    return [int(app.prompter().choose("Which one?", choices))]


def _one(app: App, text: str, answer: str | None) -> int:
    number = number_in(text)
    if number is not None:
        return number
    person = app.who(text)
    today = app.today.isoformat()
    with app.reading() as connection:
        due = due_items(connection, today, today, person.id)
        due = [item for item in due if answer in answers_of(item)] or due
        later = _later(connection, today, person.id)
    if len(due) == 1:
        return due[0].id
    if not due:
        listed = _listed(later)
        raise UnknownName(
            f"nothing is due for {person.name}" + (f"; to come: {listed}" if listed else ""),
            "give the number of a follow-up" if listed else "see: refcli due --within 30",
        )
    if app.is_interactive:
        choices = [Choice(str(item.id), f"{item.id}  {item.action}") for item in due]
        return int(app.prompter().choose(f"Which one for {person.name}?", choices))
    raise UnknownName(
        f"{len(due)} follow-ups are due for {person.name}: {_listed(due)}", "give the number"
    )


def _later(connection: sqlite3.Connection, today: str, contact: int) -> list[DueItem]:
    return all_open(connection, today, contact=contact)


def _listed(items: Sequence[DueItem]) -> str:
    return "; ".join(f"{item.id} {item.action}" for item in items)
