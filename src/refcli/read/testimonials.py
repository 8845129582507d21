"""Testimonials, newest first."""

import sqlite3

from refcli.domain.contacts import Person
from refcli.domain.testimonials import Testimonial
from refcli.read.rows import a_day


def testimonials(connection: sqlite3.Connection, *, publishable: bool) -> tuple[Testimonial, ...]:
    """Testimonials; only those that may be shown, if asked for."""
    only = " where t.publish = 1" if publishable else ""
    rows = connection.execute(
        "select t.id, c.id, c.name, t.words, t.on_date, t.publish, c.role, c.organization"
        f" from testimonial t join contact c on c.id = t.contact_id{only}"
        " order by t.on_date desc, t.id desc"
    ).fetchall()
    return tuple(
        Testimonial(
            id=row[0],
            contact=Person(row[1], row[2]),
            words=row[3],
            on=a_day(row[4]),
            publish=bool(row[5]),
            byline=", ".join(part for part in (row[2], row[6], row[7]) if part),
        )
        for row in rows
    )
