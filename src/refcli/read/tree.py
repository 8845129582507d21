"""The received introductions as links from source to prospect."""

import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.tree import Link
from refcli.read.rows import rows


class _LinkRow(NamedTuple):
    source_id: int
    source_name: str
    prospect_id: int
    prospect_name: str
    state: str
    value_cents: int


def links(connection: sqlite3.Connection) -> tuple[Link, ...]:
    """Every received introduction that was made, oldest first."""
    found = rows(
        connection,
        _LinkRow,
        """
        select i.source_id, s.name as source_name, i.prospect_id, p.name as prospect_name,
            i.state, coalesce(i.value_cents, 0) as value_cents
        from intro i
        join contact s on s.id = i.source_id
        join contact p on p.id = i.prospect_id
        where i.made_on is not null order by i.on_date, i.id
        """,
    )
    return tuple(
        Link(
            Person(row.source_id, row.source_name),
            Person(row.prospect_id, row.prospect_name),
            row.state,
            row.value_cents,
        )
        for row in found
    )
