"""Testimonials, newest first."""

import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.testimonials import Testimonial
from refcli.read.rows import a_day, rows


class _TestimonialRow(NamedTuple):
    id: int
    contact_id: int
    contact_name: str
    words: str
    on_date: str
    publish: int
    role: str | None
    organization: str | None


_SELECT = """
    select t.id, t.contact_id, c.name as contact_name, t.words, t.on_date, t.publish, c.role,
        c.organization
    from testimonial t join contact c on c.id = t.contact_id
"""


def testimonials(connection: sqlite3.Connection, *, publishable: bool) -> tuple[Testimonial, ...]:
    """Testimonials; only those that may be shown, if asked for."""
    only = " where t.publish = 1" if publishable else ""
    query = f"{_SELECT}{only} order by t.on_date desc, t.id desc"
    return tuple(_testimonial(row) for row in rows(connection, _TestimonialRow, query))


def _testimonial(row: _TestimonialRow) -> Testimonial:
    return Testimonial(
        id=row.id,
        contact=Person(row.contact_id, row.contact_name),
        words=row.words,
        on=a_day(row.on_date),
        publish=bool(row.publish),
        byline=", ".join(part for part in (row.contact_name, row.role, row.organization) if part),
    )
