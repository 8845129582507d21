"""Interactions, newest first."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.interactions import Channel, Direction, Interaction
from refcli.read.rows import a_day, marks, rows


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
