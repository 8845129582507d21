"""Engagements, newest first."""

import sqlite3

from refcli.domain.engagements import Engagement
from refcli.errors import UnknownName
from refcli.read.rows import day

_SELECT = """
    select e.id, e.contact_id, c.name, e.what, e.delivered_on, e.ongoing, e.rating, e.value_cents
    from engagement e join contact c on c.id = e.contact_id
"""


def engagements(
    connection: sqlite3.Connection, contact: int | None = None
) -> tuple[Engagement, ...]:
    """Engagements, of one contact if given: ongoing ones, then the latest delivered."""
    only = " where e.contact_id = :contact" if contact is not None else ""
    rows = connection.execute(
        f"{_SELECT}{only} order by e.ongoing desc, e.delivered_on desc, e.id desc",
        {"contact": contact},
    ).fetchall()
    return tuple(_engagement(row) for row in rows)


def engagement(connection: sqlite3.Connection, engagement_id: int) -> Engagement:
    """One engagement; raises UnknownName when there is none of that id."""
    row = connection.execute(f"{_SELECT} where e.id = :id", {"id": engagement_id}).fetchone()
    if row is None:
        raise UnknownName(
            f"no engagement has the id {engagement_id}", "see: refcli engagement list"
        )
    return _engagement(row)


def _engagement(row: tuple) -> Engagement:  # type: ignore[type-arg]
    return Engagement(
        id=row[0],
        contact_id=row[1],
        contact_name=row[2],
        what=row[3],
        delivered=day(row[4]),
        ongoing=bool(row[5]),
        rating=row[6],
        value_cents=row[7],
    )
