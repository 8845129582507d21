"""How much there is of each kind, for the next best step."""

import sqlite3
from typing import NamedTuple

from refcli.read.rows import rows


class Counts(NamedTuple):
    """How many contacts, exchanges and asks there are, and the ISO date of the last ask."""

    contacts: int
    exchanges: int
    asks: int
    last_ask: str | None


def counts(connection: sqlite3.Connection) -> Counts:
    """What is in the store, counted."""
    [found] = rows(
        connection,
        Counts,
        "select (select count(*) from contact) as contacts,"
        " (select count(*) from interaction) as exchanges,"
        " (select count(*) from ask) as asks, (select max(on_date) from ask) as last_ask",
    )
    return found
