"""Stored follow-ups held against what a replay of the facts makes."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from refcli.domain.obligations.replay import obligations
from refcli.domain.rule import Numbers
from refcli.read.due import COLUMNS, stored_follow_ups, values_of
from refcli.read.facts import lives
from refcli.read.rows import numbers as all_numbers
from refcli.read.rows import one_number

_ACTION = COLUMNS.index("action")
MISSING, SUPERFLUOUS, DIFFERENT = "missing", "superfluous", "different"


class Difference(NamedTuple):
    """A follow-up that is not as the facts make it; `id` is None for one that is missing."""

    code: str
    contact: int
    id: int | None
    action: str


def differences(connection: sqlite3.Connection, numbers: Numbers) -> Iterator[Difference]:
    """Every follow-up that a replay of all contacts would correct."""
    if one_number(connection, "select exists (select 1 from unsettled)"):
        return
    for life in lives(connection, all_numbers(connection, "select id from contact order by id")):
        stored = stored_follow_ups(connection, life.contact)
        for follow_up in obligations(life, numbers).follow_ups:
            number, values = stored.pop(follow_up.key, (None, ()))
            if number is None:
                yield Difference(MISSING, life.contact, None, follow_up.action)
            elif values != values_of(follow_up):
                yield Difference(DIFFERENT, life.contact, number, follow_up.action)
        for number, values in stored.values():
            yield Difference(SUPERFLUOUS, life.contact, number, str(values[_ACTION]))
