"""Follow-ups as a calendar: all-day events, or to-dos, that a later export updates or cancels."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event, Todo

from refcli.domain.due import DueItem
from refcli.domain.kinds import CUSTOM, KINDS
from refcli.domain.text import shown
from refcli.domain.typed import typed

_MORNING = dt.timedelta(hours=9)
_BEFORE = dt.timedelta(minutes=15)
_HOUR = dt.timedelta(hours=1)
_PRODUCT = "-//refcli//refcli//EN"


class Dated(NamedTuple):
    """A follow-up with its lasting UID and how often it was changed so far."""

    item: DueItem
    uid: str
    sequence: int


def follow_ups_ics(
    found: Iterable[Dated], now: dt.datetime, *, as_todos: bool, is_private: bool
) -> str:
    """The calendar; closed follow-ups are cancelled, `is_private` writes initials for names."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "refcli")
    stamp = now.astimezone(dt.UTC).replace(microsecond=0)
    for dated in found:
        if as_todos and dated.item.occurs is not None:
            continue  # nothing to be done for good: it comes again each year
        calendar.add_component(_component(dated, stamp, as_todos=as_todos, is_private=is_private))
    return str(calendar.to_ical(), "utf-8")


def _component(
    dated: Dated, stamp: dt.datetime, *, as_todos: bool, is_private: bool
) -> Event | Todo:
    item = dated.item
    day = dt.date.fromisoformat(item.due)
    summary = _summary(item, is_private=is_private)
    entry: Event | Todo = Todo() if as_todos else Event()
    entry.add("uid", f"{dated.uid}@refcli")
    entry.add("sequence", dated.sequence)
    entry.add("dtstamp", stamp)
    entry.add("summary", summary)
    if item.place and not is_private:
        entry.add("location", shown(item.place))
    if item.time is not None:
        _add_hours(entry, day, item.time, item.until, as_todos=as_todos)
    elif as_todos:
        entry.add("due", day)
    else:
        entry.add("dtstart", day)
        entry.add("dtend", day + dt.timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
    if item.occurs is not None:
        entry.add("rrule", {"freq": "yearly"})
    if item.closing is not None:
        entry.add("status", "CANCELLED")
        return entry
    entry.add("status", "NEEDS-ACTION" if as_todos else "CONFIRMED")
    entry.add("description", typed("refcli done {}", item.id))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", _MORNING if item.time is None else -_BEFORE)
    entry.add_component(alarm)
    return entry


def _add_hours(
    entry: Event | Todo, day: dt.date, time: str, until: str | None, *, as_todos: bool
) -> None:
    """When it begins and ends, by the clock of wherever the calendar is read."""
    begins = dt.datetime.combine(day, dt.time.fromisoformat(time))
    if as_todos:
        entry.add("due", begins)
        return
    ends = begins + _HOUR
    if until is not None:
        ends = dt.datetime.combine(day, dt.time.fromisoformat(until))
        if ends < begins:  # told before such were refused
            ends += dt.timedelta(days=1)
    entry.add("dtstart", begins)
    entry.add("dtend", ends)


def _summary(item: DueItem, *, is_private: bool) -> str:
    if not is_private:
        return shown(item.line)
    initials = "".join(f"{word[0]}." for word in item.contact_name.split())
    words = "to do" if item.kind == CUSTOM else KINDS[item.kind].words
    return f"{words[0].upper()}{words[1:]}: {initials}"
