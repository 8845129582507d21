"""For whom a promise is that a sentence tells."""

import sqlite3
from collections.abc import Sequence

from refcli.domain.contacts import Person
from refcli.domain.sentence.promises import Promise
from refcli.read.names import candidates

_MOST = 9


def promised_to(
    connection: sqlite3.Connection, promise: Promise, there: Sequence[Person]
) -> tuple[Person, ...]:
    """Those of whom it may be for one: who were there, or else who bears the name in it."""
    found = tuple(there[place] for place in promise.may_be_for([who.name for who in there]))
    if found or not promise.whom:
        return found
    named = candidates(connection, promise.whom)[:_MOST]
    return tuple(Person(who.id, who.name) for who in named)
