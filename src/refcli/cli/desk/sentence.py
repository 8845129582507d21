"""What a line comes to: who, when and how while it is typed, whom it brings, what it promises."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from refcli.cli.frame.context import App
from refcli.domain.contacts import Person
from refcli.domain.dates import Look
from refcli.domain.day_words import day_text, full_day_text
from refcli.domain.sentence.parts import Mention, is_relation
from refcli.domain.sentence.promises import promise_in
from refcli.domain.sentence.reading import Clock, Sentence, Tense, read_sentence
from refcli.domain.when.reader import Reader
from refcli.errors import RefcliError
from refcli.read.contacts import contacts_by_id
from refcli.read.meant import Meant
from refcli.read.names import names_of
from refcli.read.promised import promised_to

T = TypeVar("T")

_TENSES = {
    Tense.PAST: "",
    Tense.PLANNED: "to come",
    Tense.ATTEMPT: "tried, nobody reached",
    Tense.MISSED: "they tried to reach you",
}


class Promised(NamedTuple):
    """What is to be done, for whom it may be, and by when in ISO, '' where nothing says it."""

    people: tuple[Person, ...]
    what: str
    due: str
    told: str


def newcomers(app: App, text: str) -> tuple[str, ...]:
    """The names in a line that nobody bears yet."""
    told = _read_quietly(app, text, lambda _, sentence: sentence)
    new = (m.typed for m in told.who if not m.ids) if told is not None else ()
    return tuple(name for name in new if not is_relation(name))


def promised(app: App, text: str) -> Promised | None:
    """What a line says that I will do, for whom of those whom it names."""
    promise = promise_in(text, Reader(app.today, Look.AHEAD))
    if promise is None:
        return None
    told = _read_quietly(app, text, lambda _, sentence: sentence.who) or ()
    who = [mention for mention in told if len(mention.ids) == 1]
    ids = [each.ids[0] for each in who]
    with app.reading(quiet=True) as connection:
        found = contacts_by_id(connection, ids, app.today)
        there = [Person(contact.id, contact.name) for contact in found]
        people = promised_to(connection, promise, there)
    when = day_text(dt.date.fromisoformat(promise.due), app.today) if promise.due else ""
    said = ", ".join(part for part in (promise.what, when) if part)
    return Promised(people, promise.what, promise.due, said) if people else None


def understood(app: App, text: str, *, is_ahead: bool = False) -> str:
    """One line of what the parser of `log` and `meet` makes of it."""
    if not text.strip():
        return ""

    def told(connection: sqlite3.Connection, sentence: Sentence) -> str:
        who = ", ".join(_who(connection, mention) for mention in sentence.who) or "with whom?"
        parts = (who, _when(app, sentence), sentence.channel.words, _TENSES[sentence.tense])
        return " · ".join(part for part in parts if part)

    try:
        return _read(app, text, told, is_ahead=is_ahead)
    except RefcliError as error:
        return error.message


def _read_quietly(
    app: App, text: str, does: Callable[[sqlite3.Connection, Sentence], T]
) -> T | None:
    try:
        return _read(app, text, does)
    except (RefcliError, sqlite3.Error):
        return None


def _read(
    app: App,
    text: str,
    does: Callable[[sqlite3.Connection, Sentence], T],
    *,
    is_ahead: bool = False,
) -> T:
    # Nobody is asked while the line is typed: what is not clear is said.
    app = app._replace(is_interactive=False)
    with app.reading(quiet=True) as connection:

        def read(reader: Reader) -> Sentence:
            clock = Clock(reader, app.hour, is_ahead)
            return read_sentence(text, Meant(connection), clock)

        return does(connection, app.in_own_order(text, Reader(app.today, Look.BACK), read))


def _when(app: App, told: Sentence) -> str:
    hour = f" at {told.when.begins}" if told.when.begins else ""
    return full_day_text(told.when.day, app.today) + hour


def _who(connection: sqlite3.Connection, mention: Mention) -> str:
    if len(mention.ids) == 1:
        return names_of(connection, mention.ids)
    return f"which {mention.typed}?" if mention.ids else f"{mention.typed}: new"
