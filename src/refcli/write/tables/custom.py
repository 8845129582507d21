"""Follow-ups made by hand, and appointments: what people plan themselves."""

import datetime as dt

from refcli.write.tables import Row


class CustomRow(Row, table=True):
    """A row of `custom`; `every` is how often it comes again, as it was told."""

    __tablename__ = "custom"

    contact_id: int
    text: str
    due_on: dt.date
    at_time: str | None = None
    every: str | None = None
    on_date: dt.date
    recorded_on: dt.date


class AppointmentRow(Row, table=True):
    """A row of `appointment`; those who meet together share the number `meeting`."""

    __tablename__ = "appointment"

    contact_id: int
    day: dt.date
    at_time: str | None = None
    until_time: str | None = None
    place: str | None = None
    about: str | None = None
    channel: str | None = None
    on_date: dt.date
    recorded_on: dt.date
    meeting: int | None = None
