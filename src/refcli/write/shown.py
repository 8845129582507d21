"""What a form showed, compared with what is there when its answers are to be saved."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.text import joined
from refcli.errors import Busy, UnknownName
from refcli.read.names import acquaintance


class Answer(NamedTuple):
    """An answer that overwrites what was shown: what it is about, how that read, what it says."""

    what: str
    shown: str
    given: str


class GoneError(Busy):
    """Somebody was forgotten, undone or merged away while a form about them stood open."""


def refuse_gone(connection: sqlite3.Connection, person: Person) -> None:
    """Raise GoneError when the contact is not there any more, whatever they are called now."""
    try:
        acquaintance(connection, person.id)
    except UnknownName:
        raise GoneError(
            f"{person.name} was taken away in another shell meanwhile, so this was not saved",
            "see: refcli contact list, refcli history",
        ) from None


def refuse_what_changed(answers: Sequence[Answer], now: Mapping[str, str], hint: str) -> None:
    """Raise Busy, naming it, when something that was shown is not so any more, or is gone.

    Where it became what the answer says, nobody's text would be lost.
    """
    changed = [a.what for a in answers if now.get(a.what) not in (a.shown, a.given)]
    if changed:
        raise Busy(
            f"changed in another shell meanwhile, so this was not saved: {joined(changed)}", hint
        )
