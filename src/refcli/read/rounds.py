"""Rounds of writing to several people that are not over."""

import datetime as dt
import sqlite3

from refcli.read.rows import numbers

# A round that was left for longer is begun anew.
_DAYS = 30


def written_in(connection: sqlite3.Connection, name: str, today: dt.date) -> frozenset[int]:
    """Who was written to, or skipped, in a round so far."""
    query = "select contact_id from written_to where round = :name and on_date > :since"
    since = (today - dt.timedelta(days=_DAYS)).isoformat()
    return frozenset(numbers(connection, query, {"name": name, "since": since}))
