"""Appointments as they stand."""

import datetime as dt
import sqlite3
from typing import NamedTuple

from refcli.domain.appointments import Appointment
from refcli.domain.contacts import Person
from refcli.domain.interactions import Channel
from refcli.read.rows import a_day, numbers, one_number, rows


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


_IS_OPEN = (
    "exists (select 1 from follow_up f where f.appointment_id = a.id and f.closed_on is null)"
)


def appointments(connection: sqlite3.Connection, since: str = "") -> tuple[Appointment, ...]:
    """Those still to come from a day (ISO) on, else all that were ever made, soonest first."""
    where = f"where a.day >= :since and {_IS_OPEN}" if since else ""
    order = "order by a.day, a.at_time, meeting, a.id"
    return _together(rows(connection, _Row, f"{_SELECT} {where} {order}", {"since": since}))


def is_kept(connection: sqlite3.Connection, number: int) -> bool:
    """Whether everybody in an appointment was met."""
    query = (
        "select not exists (select 1 from appointment a left join follow_up f"
        " on f.appointment_id = a.id where coalesce(a.meeting, a.id) = :number"
        " and coalesce(f.closing, '') <> 'done')"
    )
    return bool(one_number(connection, query, {"number": number}))


def planned(
    connection: sqlite3.Connection, contact: int, on: dt.date, time: str | None
) -> int | None:
    """The number of the open appointment with somebody on that day at that time."""
    query = (
        "select coalesce(a.meeting, a.id) from appointment a where a.contact_id = :contact"
        f" and a.day = :day and a.at_time is :time and {_IS_OPEN}"
    )
    told = {"contact": contact, "day": on.isoformat(), "time": time}
    return next(iter(numbers(connection, query, told)), None)


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
