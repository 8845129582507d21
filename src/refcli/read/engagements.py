"""Engagements, newest first."""

import sqlite3
from typing import NamedTuple

from refcli.domain.engagements import Engagement
from refcli.read.rows import day, rows


class _EngagementRow(NamedTuple):
    id: int
    contact_id: int
    contact_name: str
    what: str
    delivered_on: str | None
    ongoing: int
    rating: int | None
    value_cents: int | None


_SELECT = """
    select e.id, e.contact_id, c.name as contact_name, e.what, e.delivered_on, e.ongoing,
        e.rating, e.value_cents
    from engagement e join contact c on c.id = e.contact_id
"""


def engagements(
    connection: sqlite3.Connection, contact: int | None = None
) -> tuple[Engagement, ...]:
    """Engagements, of one contact if given: ongoing ones, then the latest delivered."""
    only = " where e.contact_id = :contact" if contact is not None else ""
    found = rows(
        connection,
        _EngagementRow,
        f"{_SELECT}{only} order by e.ongoing desc, e.delivered_on desc, e.id desc",
        {"contact": contact},
    )
    return tuple(_engagement(row) for row in found)


def _engagement(row: _EngagementRow) -> Engagement:
    return Engagement(
        id=row.id,
        contact_id=row.contact_id,
        contact_name=row.contact_name,
        what=row.what,
        delivered=day(row.delivered_on),
        ongoing=bool(row.ongoing),
        rating=row.rating,
        value_cents=row.value_cents,
    )
