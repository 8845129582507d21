"""Interactions, newest first."""

import sqlite3

from refcli.domain.interactions import Channel, Direction, Interaction
from refcli.errors import UnknownName
from refcli.read.rows import a_day

_SELECT = "select i.id, i.on_date, i.channel, i.direction, i.text from interaction i"


def interactions(
    connection: sqlite3.Connection, *, contact: int | None = None, most: int = -1
) -> tuple[Interaction, ...]:
    """Interactions, with one contact if given, newest first."""
    only = ""
    if contact is not None:
        only = (
            " join interaction_contact ic on ic.interaction_id = i.id and ic.contact_id = :contact"
        )
    rows = connection.execute(
        f"{_SELECT}{only} order by i.on_date desc, i.id desc limit :most",
        {"contact": contact, "most": most},
    ).fetchall()
    return _interactions(connection, rows)


def interaction(connection: sqlite3.Connection, interaction_id: int) -> Interaction:
    """One interaction; raises UnknownName when there is none of that id."""
    rows = connection.execute(f"{_SELECT} where i.id = :id", {"id": interaction_id}).fetchall()
    if not rows:
        raise UnknownName(f"no interaction has the id {interaction_id}", "see: refcli log list")
    return _interactions(connection, rows)[0]


def newest_interaction(connection: sqlite3.Connection, contact: int) -> str | None:
    """The ISO date of the newest interaction with a contact."""
    row = connection.execute(
        "select max(i.on_date) from interaction_contact ic"
        " join interaction i on i.id = ic.interaction_id where ic.contact_id = :contact",
        {"contact": contact},
    ).fetchone()
    return row[0] if row[0] is None else str(row[0])


def _interactions(
    connection: sqlite3.Connection,
    rows: list[tuple],  # type: ignore[type-arg]
) -> tuple[Interaction, ...]:
    marks = ",".join(str(row[0]) for row in rows) or "null"
    people: dict[int, tuple[tuple[int, str], ...]] = {}
    for interaction_id, contact, name in connection.execute(
        "select ic.interaction_id, c.id, c.name from interaction_contact ic"
        f" join contact c on c.id = ic.contact_id where ic.interaction_id in ({marks})"
        " order by ic.id"
    ).fetchall():
        people[interaction_id] = (*people.get(interaction_id, ()), (contact, name))
    return tuple(
        Interaction(
            id=row[0],
            on=a_day(row[1]),
            channel=Channel(row[2]),
            direction=Direction(row[3]),
            contacts=people.get(row[0], ()),
            text=row[4],
        )
        for row in rows
    )
