"""Stored follow-ups held against what a replay of the facts makes."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from refcli.domain.obligations.numbers import Numbers
from refcli.domain.obligations.replay import FollowUp, obligations
from refcli.read.facts import lives
from refcli.read.rows import numbers as all_numbers

# The columns of a follow-up that follow from the facts, in the order of `values_of`.
COLUMNS = (
    *("kind", "contact_id", "due_on", "action", "rule", "ask_id", "intro_id", "engagement_id"),
    *("custom_id", "appointment_id", "round", "tries", "opened_on", "snoozes", "closed_on"),
    *("closing", "note"),
)
_ORIGINS = tuple(
    name.removesuffix("_id") for name in COLUMNS if name.endswith("_id") and name != "contact_id"
)
_ACTION = COLUMNS.index("action")
MISSING, SUPERFLUOUS, DIFFERENT = "missing", "superfluous", "different"


class Difference(NamedTuple):
    """A follow-up that is not as the facts make it; `id` is None for one that is missing."""

    code: str
    contact: int
    id: int | None
    action: str


def values_of(follow_up: FollowUp) -> tuple[object, ...]:
    """A follow-up as its row has it."""
    kind, number = follow_up.origin
    closed = follow_up.closed_on
    return (
        str(follow_up.kind),
        follow_up.contact,
        follow_up.due.isoformat(),
        follow_up.action,
        follow_up.rule,
        *(number if kind == origin else None for origin in _ORIGINS),
        follow_up.round,
        follow_up.tries,
        follow_up.opened_on.isoformat(),
        follow_up.snoozes,
        None if closed is None else closed.isoformat(),
        None if follow_up.closing is None else str(follow_up.closing),
        follow_up.note,
    )


def stored_follow_ups(
    connection: sqlite3.Connection, contact: int
) -> dict[str, tuple[int, tuple[object, ...]]]:
    """By key, the number and the values of each follow-up about a contact."""
    query = f"select id, key, {', '.join(COLUMNS)} from follow_up where contact_id = ?"
    return {
        key: (number, tuple(values))
        for number, key, *values in connection.execute(query, (contact,)).fetchall()
    }


def differences(connection: sqlite3.Connection, numbers: Numbers) -> Iterator[Difference]:
    """Every follow-up that a replay of all contacts would correct."""
    if connection.execute("select exists (select 1 from unsettled)").fetchone()[0]:
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
