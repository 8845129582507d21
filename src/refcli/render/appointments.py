"""Appointments as JSON and table."""

import datetime as dt
from collections.abc import Sequence

from refcli.domain.appointments import Appointment
from refcli.domain.day_words import day_text
from refcli.domain.text import joined
from refcli.render.layout import Column, Table
from refcli.render.output import Json
from refcli.render.values import person_json


def appointment_json(one: Appointment) -> Json:
    """As `meet list --json` has it."""
    return {
        "id": one.id,
        "on": one.on.isoformat(),
        "time": one.time,
        "until": one.until,
        "contacts": [person_json(person) for person in one.contacts],
        "how": one.how,
        "place": one.place,
        "about": one.about,
    }


def appointments_table(found: Sequence[Appointment], today: dt.date) -> Table:
    """When, with whom, where and about what."""
    columns = (
        Column("no", right=True, style="dim"),
        Column("on"),
        Column("at"),
        Column("with", flexible=True, style="name"),
        Column("where", flexible=True, style="dim"),
        Column("about", flexible=True),
    )
    rows = tuple(
        (
            str(one.id),
            day_text(one.on, today),
            " to ".join(time for time in (one.time, one.until) if time),
            joined([person.name for person in one.contacts]),
            one.place or one.how.words,
            one.about or "",
        )
        for one in found
    )
    return Table(columns, rows, 'no appointment is to come; plan one: refcli meet "NAME" thu 10:00')
