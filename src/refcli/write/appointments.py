"""Appointments: made, moved, cancelled. Who meet together share a number."""

import datetime as dt
from typing import NamedTuple

from sqlmodel import select

from refcli.domain.appointments import Appointment
from refcli.domain.interactions import Channel
from refcli.domain.text import clean_line
from refcli.domain.typed import typed
from refcli.errors import Refused, UnknownName
from refcli.read.appointments import appointment, is_kept, planned
from refcli.read.names import names_of
from refcli.write.contact_values import tag_all
from refcli.write.contacts import refuse_dropped
from refcli.write.session import Writing
from refcli.write.tables.custom import AppointmentRow


class NewAppointment(NamedTuple):
    """An appointment as it is told; times are HH:MM."""

    contacts: tuple[int, ...]
    day: dt.date
    time: str | None = None
    until: str | None = None
    place: str | None = None
    about: str | None = None
    how: Channel = Channel.IN_PERSON
    tags: tuple[str, ...] = ()


def make_appointment(work: Writing, told: NewAppointment) -> int:
    """Note an appointment and return its number; with somebody who is dropped it is refused."""
    refuse_dropped(work, told.contacts, "no meeting is planned")
    _refuse_twice(work, told)
    number = 0
    for contact in told.contacts:
        row = work.put(
            AppointmentRow(
                contact_id=contact,
                day=told.day,
                at_time=told.time,
                until_time=told.until,
                place=clean_line(told.place or "") or None,
                about=clean_line(told.about or "") or None,
                channel=told.how,
                on_date=work.today,
                recorded_on=work.today,
            )
        )
        number = number or row.id or 0
        row.meeting = number
        work.put(row)
    _say(work, "appointment-made", number)
    tag_all(work, told.contacts, told.tags)
    return number


def _refuse_twice(work: Writing, told: NewAppointment) -> None:
    for contact in told.contacts:
        number = planned(work.connection, contact, told.day, told.time)
        if number is not None:
            hour = f" at {told.time}" if told.time else ""
            who = names_of(work.connection, [contact])
            raise Refused(
                f"meeting {who} on {told.day.isoformat()}{hour} is planned already: [{number}]",
                typed("nothing was saved; another time: refcli meet move {} WHEN", number),
            )


def move_appointment(
    work: Writing, number: int, *, day: dt.date, time: str | None, until: str | None
) -> None:
    """Another day and, where it is told, another time."""
    for row in _rows(work, number):
        row.day = day
        if time is not None:
            row.at_time, row.until_time = time, until
        work.put(row)
    _say(work, "appointment-moved", number)


def place_appointment(work: Writing, number: int, place: str) -> None:
    """Another place; an empty one takes it away."""
    for row in _rows(work, number):
        row.place = clean_line(place) or None
        work.put(row)
    _say(work, "appointment-moved", number)


def cancel_appointment(work: Writing, number: int) -> None:
    """As if it had never been made."""
    found = _rows(work, number)
    _say(work, "appointment-cancelled", number)
    from refcli.write.deletions import take_back

    for row in found:
        take_back(work, "appointment", row.id or 0)


def known_appointment(work: Writing, number: int) -> Appointment:
    """The appointment of that number; raises UnknownName where there is none."""
    found = appointment(work.connection, number)
    if found is None:
        raise UnknownName(f"no appointment has the number {number}", "see: refcli meet list")
    return found


def _rows(work: Writing, number: int) -> list[AppointmentRow]:
    """The rows of an appointment that can still be changed; Refused when it was kept."""
    known = known_appointment(work, number)
    if is_kept(work.connection, number):
        names = names_of(work.connection, [person.id for person in known.contacts])
        raise Refused(
            f"appointment {number} was kept: you met {names}",
            typed("what happened is corrected by: refcli contact timeline {}", known.contacts[0]),
        )
    query = select(AppointmentRow).where(AppointmentRow.meeting == number)
    return list(work.find(query))


def _say(work: Writing, code: str, number: int) -> None:
    found = known_appointment(work, number)
    work.say(
        code,
        appointment=number,
        contacts=[person.id for person in found.contacts],
        names=names_of(work.connection, [person.id for person in found.contacts]),
        channel=found.how,
        day=found.on,
        time=found.time and (found.time if not found.until else f"{found.time} to {found.until}"),
        place=found.place,
        about=found.about,
    )
