"""The received introductions as links from source to prospect."""

import sqlite3

from refcli.domain.contacts import Person
from refcli.domain.tree import Link


def links(connection: sqlite3.Connection) -> tuple[Link, ...]:
    """Every received introduction that was made, oldest first."""
    rows = connection.execute(
        "select s.id, s.name, p.id, p.name, i.state, coalesce(i.value_cents, 0) from intro i"
        " join contact s on s.id = i.source_id join contact p on p.id = i.prospect_id"
        " where i.made_on is not null order by i.on_date, i.id"
    ).fetchall()
    return tuple(
        Link(Person(row[0], row[1]), Person(row[2], row[3]), row[4], row[5]) for row in rows
    )
