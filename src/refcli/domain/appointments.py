"""Appointments: a day and an hour with one or several contacts."""

import datetime as dt
import re
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.interactions import Channel
from refcli.errors import UsageError

_LONGEST = 24 * 60
_DURATION = (
    r"(?:(\d{1,4}(?:\.\d{1,4})?) ?(?:h|hrs?|hours?))?\s*(?:(\d{1,4}) ?(?:m|mins?|minutes?)?)?"
)


class Appointment(NamedTuple):
    """One appointment; `time` and `until` are HH:MM, `contacts` in the order they were named."""

    id: int
    on: dt.date
    time: str | None
    until: str | None
    contacts: tuple[Person, ...]
    how: Channel
    place: str | None
    about: str | None


def minutes_of(duration: str) -> int:
    """`90 min`, `1h`, `1.5 hours`, `1h30`, in minutes; raises UsageError for anything else."""
    text = duration.strip().lower()
    match = re.fullmatch(_DURATION, text)
    minutes = 0
    if match is not None and text:
        minutes = round(60 * float(match[1] or 0)) + int(match[2] or 0)
    if not 0 < minutes <= _LONGEST:
        raise UsageError(f"not so long: {duration}", "write it as 45min, 1h or 1h30")
    return minutes


def ends_at(time: str, minutes: int) -> str:
    """The time of day so much later; raises UsageError past midnight."""
    end = int(time[:2]) * 60 + int(time[3:]) + minutes
    if end >= _LONGEST:
        raise UsageError(f"from {time} on that would last past midnight", "nothing was saved")
    return f"{end // 60:02}:{end % 60:02}"
