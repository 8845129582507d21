"""Appointments as they stand."""

import sqlite3
from typing import NamedTuple

from refcli.domain.appointments import Appointment
from refcli.domain.contacts import Person
from refcli.domain.interactions import Channel
from refcli.read.rows import a_day, rows


class _Row(NamedTuple):
    meeting: int
    day: str
    at_time: str | None
    until_time: str | None
    channel: str | None
    place: str | None
    about: str | None
    contact_id: int
    contact_name: str


_SELECT = """
    select coalesce(a.meeting, a.id) as meeting, a.day, a.at_time, a.until_time, a.channel, a.place,
        a.about, c.id as contact_id, c.name as contact_name
    from appointment a join contact c on c.id = a.contact_id
"""


def appointments(connection: sqlite3.Connection, since: str) -> tuple[Appointment, ...]:
    """Those from a day (ISO) on, soonest first."""
    where = "where a.day >= :since order by a.day, a.at_time, meeting, a.id"
    return _together(rows(connection, _Row, f"{_SELECT} {where}", {"since": since}))


def appointment(connection: sqlite3.Connection, number: int) -> Appointment | None:
    """The appointment of that number."""
    where = "where coalesce(a.meeting, a.id) = :number order by a.id"
    found = _together(rows(connection, _Row, f"{_SELECT} {where}", {"number": number}))
    return next(iter(found), None)


def _together(found: "list[_Row] | tuple[_Row, ...]") -> tuple[Appointment, ...]:
    made: dict[int, Appointment] = {}
    for row in found:
        person = Person(row.contact_id, row.contact_name)
        known = made.get(row.meeting)
        if known is not None:
            made[row.meeting] = known._replace(contacts=(*known.contacts, person))
            continue
        made[row.meeting] = Appointment(
            id=row.meeting,
            on=a_day(row.day),
            time=row.at_time,
            until=row.until_time,
            contacts=(person,),
            how=Channel(row.channel or Channel.IN_PERSON),
            place=row.place,
            about=row.about,
        )
    return tuple(made.values())
