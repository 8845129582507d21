"""Thanks, given and received, newest first."""

import sqlite3
from typing import NamedTuple

from refcli.domain.kinds import THANKS_KINDS
from refcli.domain.thanks import Thanks, ThanksHow
from refcli.read.rows import a_day, named, one_row, rows


class _ThanksRow(NamedTuple):
    id: int
    contact_id: int
    contact_name: str
    given: int
    on_date: str
    how: str | None
    words: str | None
    intro_id: int | None
    ask_id: int | None


_SELECT = """
    select t.id, t.contact_id, c.name as contact_name, t.given, t.on_date, t.how, t.words,
        coalesce(t.intro_id, d.intro_id) as intro_id, d.ask_id
    from thanks t join contact c on c.id = t.contact_id
    left join (select thanks_id, max(intro_id) as intro_id, max(ask_id) as ask_id from thanked
        group by thanks_id) d on d.thanks_id = t.id
"""


def thanks_list(connection: sqlite3.Connection, contact: int | None = None) -> tuple[Thanks, ...]:
    """Thanks to and from contacts, newest first."""
    only = " where t.contact_id = :contact" if contact is not None else ""
    query = f"{_SELECT}{only} order by t.on_date desc, t.id desc"
    return tuple(
        Thanks(
            id=row.id,
            contact_id=row.contact_id,
            contact_name=row.contact_name,
            given=bool(row.given),
            on=a_day(row.on_date),
            how=None if row.how is None else ThanksHow(row.how),
            words=row.words,
            intro=row.intro_id,
            ask=row.ask_id,
        )
        for row in rows(connection, _ThanksRow, query, {"contact": contact})
    )


class Owed(NamedTuple):
    """What thanks are owed for: an introduction, or an ask that was answered well."""

    intro: int | None
    ask: int | None


def owed_thanks(connection: sqlite3.Connection, contact: int) -> Owed | None:
    """What a contact is to be thanked for first; None when nothing is owed."""
    return one_row(
        connection,
        Owed,
        "select intro_id as intro, ask_id as ask from follow_up"
        f" where contact_id = :contact and closed_on is null and kind in ({named(THANKS_KINDS)})"
        " order by due_on, id limit 1",
        {"contact": contact},
    )
