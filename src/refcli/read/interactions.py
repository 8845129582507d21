"""Interactions, newest first."""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.interactions import Channel, Direction, Interaction
from refcli.read.rows import a_day, marks, one_text, rows


class _InteractionRow(NamedTuple):
    id: int
    on_date: str
    channel: str
    direction: str
    text: str
    is_attempt: int
    at_time: str | None
    origin: str


_SELECT = (
    "select i.id, i.on_date, i.channel, i.direction, i.text, i.is_attempt, i.at_time, i.origin"
    " from interaction i"
)


def interactions(
    connection: sqlite3.Connection, *, contact: int | None = None, most: int = -1
) -> tuple[Interaction, ...]:
    """Interactions, with one contact if given, newest first."""
    only = ""
    if contact is not None:
        only = (
            " join interaction_contact ic on ic.interaction_id = i.id and ic.contact_id = :contact"
        )
    found = rows(
        connection,
        _InteractionRow,
        f"{_SELECT}{only} order by i.on_date desc, i.id desc limit :most",
        {"contact": contact, "most": most},
    )
    return _interactions(connection, found)


def who_took_part(connection: sqlite3.Connection, interaction: int) -> tuple[Person, ...]:
    """Those with whom an exchange was, in the order in which they were named."""
    query = (
        "select c.id, c.name from interaction_contact ic join contact c on c.id = ic.contact_id"
        " where ic.interaction_id = :id order by ic.id"
    )
    return tuple(rows(connection, Person, query, {"id": interaction}))


def _interactions(
    connection: sqlite3.Connection, found: Sequence[_InteractionRow]
) -> tuple[Interaction, ...]:
    people: dict[int, tuple[tuple[int, str], ...]] = {}
    for interaction_id, contact, name in connection.execute(
        "select ic.interaction_id, c.id, c.name from interaction_contact ic"
        " join contact c on c.id = ic.contact_id"
        f" where ic.interaction_id in ({marks(row.id for row in found)}) order by ic.id"
    ).fetchall():
        people[interaction_id] = (*people.get(interaction_id, ()), (contact, name))
    return tuple(
        Interaction(
            id=row.id,
            on=a_day(row.on_date),
            channel=Channel(row.channel),
            direction=Direction(row.direction),
            contacts=people.get(row.id, ()),
            text=row.text,
            is_attempt=bool(row.is_attempt),
            time=row.at_time,
            origin=row.origin,
        )
        for row in found
    )


def last_exchange(
    connection: sqlite3.Connection, contact: int, *, mine_since: dt.date | None = None
) -> dt.date | None:
    """The day of the last exchange with somebody; or of mine to them, from a day on."""
    only_mine = "" if mine_since is None else "and i.direction = 'out' and i.on_date >= :since"
    query = (
        "select max(i.on_date) from interaction i join interaction_contact p"
        f" on p.interaction_id = i.id where p.contact_id = :id and not i.is_attempt {only_mine}"
    )
    since = None if mine_since is None else mine_since.isoformat()
    last = one_text(connection, query, {"id": contact, "since": since})
    return None if last is None else a_day(last)
