"""What a line comes to while it is typed: who, when, how."""

import sqlite3

from refcli.cli.frame.context import App
from refcli.domain.dates import Look
from refcli.domain.day_words import full_day_text
from refcli.domain.sentence.parts import Mention
from refcli.domain.sentence.reading import Clock, Sentence, Tense, read_sentence
from refcli.domain.when.reader import Reader
from refcli.errors import RefcliError
from refcli.read.meant import Meant
from refcli.read.names import names_of

_TENSES = {
    Tense.PAST: "",
    Tense.PLANNED: "to come",
    Tense.ATTEMPT: "tried, nobody reached",
    Tense.MISSED: "they tried to reach you",
}


def understood(app: App, text: str, *, is_ahead: bool = False) -> str:
    """One line of what the parser of `log` and `meet` makes of it."""
    if not text.strip():
        return ""
    # Nobody is asked while the line is typed: what is not clear is said.
    app = app._replace(is_interactive=False)
    try:
        with app.reading(quiet=True) as connection:

            def read(reader: Reader) -> Sentence:
                clock = Clock(reader, app.hour, is_ahead)
                return read_sentence(text, Meant(connection), clock)

            told = app.in_own_order(text, Reader(app.today, Look.BACK), read)
            who = ", ".join(_who(connection, mention) for mention in told.who)
    except RefcliError as error:
        return error.message
    parts = (who or "with whom?", _when(app, told), told.channel.words, _TENSES[told.tense])
    return " · ".join(part for part in parts if part)


def _when(app: App, told: Sentence) -> str:
    hour = f" at {told.when.begins}" if told.when.begins else ""
    return full_day_text(told.when.day, app.today) + hour


def _who(connection: sqlite3.Connection, mention: Mention) -> str:
    if len(mention.ids) == 1:
        return names_of(connection, mention.ids)
    return f"which {mention.typed}?" if mention.ids else f"{mention.typed}: new"
