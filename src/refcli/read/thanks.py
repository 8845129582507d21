"""Thanks, given and received, newest first."""

import sqlite3

from refcli.domain.thanks import Thanks, ThanksHow
from refcli.read.rows import a_day


def thanks_list(connection: sqlite3.Connection, contact: int | None = None) -> tuple[Thanks, ...]:
    """Thanks to and from contacts, newest first."""
    only = " where t.contact_id = :contact" if contact is not None else ""
    rows = connection.execute(
        "select t.id, t.contact_id, c.name, t.given, t.on_date, t.how, t.words, t.intro_id,"
        " t.ask_id from thanks t join contact c on c.id = t.contact_id"
        f"{only} order by t.on_date desc, t.id desc",
        {"contact": contact},
    ).fetchall()
    return tuple(
        Thanks(
            id=row[0],
            contact_id=row[1],
            contact_name=row[2],
            given=bool(row[3]),
            on=a_day(row[4]),
            how=None if row[5] is None else ThanksHow(row[5]),
            words=row[6],
            intro=row[7],
            ask=row[8],
        )
        for row in rows
    )
