"""What a user tells of an exchange: logged, with the tags, focus and next meeting in it."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.due import DueItem
from refcli.domain.interactions import MEETING_CHANNELS, Channel, Direction, only_arranges
from refcli.domain.text import clean_line
from refcli.read.due import all_open
from refcli.write.contact_values import tag_all
from refcli.write.contacts import contact_row, refuse_dropped
from refcli.write.interactions import record_interaction, say_logged
from refcli.write.session import Writing


class LogEntry(NamedTuple):
    """An exchange as the user tells it; `is_not` are the appointments that it was not."""

    contacts: tuple[int, ...]
    text: str
    on: dt.date
    channel: Channel
    direction: Direction
    tags: tuple[str, ...] = ()
    focus: str | None = None
    next_on: dt.date | None = None
    is_attempt: bool = False
    at_time: str | None = None
    is_not: tuple[int, ...] = ()


def log(work: Writing, entry: LogEntry) -> int:
    """Record an exchange told by the user, and plan the next meeting if there is one.

    Raises Refused when that meeting would be with somebody who is dropped.
    """
    if entry.next_on is not None:
        refuse_dropped(work, entry.contacts, "no meeting is planned")
    before = _open_appointments(work, entry)
    if entry.is_not:
        from refcli.write.kept import tell_after

        tell_after(work, entry.contacts, entry.is_not)
    interaction_id = record_interaction(
        work,
        entry.contacts,
        on=entry.on,
        channel=entry.channel,
        direction=entry.direction,
        text=entry.text,
        next_on=entry.next_on,
        is_attempt=entry.is_attempt,
        at_time=entry.at_time,
    )
    is_theirs = entry.is_attempt and entry.direction is Direction.IN
    say_logged(
        work,
        interaction_id,
        entry.contacts,
        entry.channel,
        on=entry.on,
        time=entry.at_time,
        code="call-missed"
        if is_theirs
        else "attempt-logged"
        if entry.is_attempt
        else "exchange-logged",
    )
    tag_all(work, entry.contacts, entry.tags)
    if entry.focus is not None:
        for contact_id in entry.contacts:
            note_focus(work, contact_id, entry.focus, entry.on)
    if before:
        from refcli.write.kept import keep_appointments

        keep_appointments(work, before, entry.at_time)
    return interaction_id


def _open_appointments(work: Writing, entry: LogEntry) -> list[DueItem]:
    """The appointments that an exchange may be, by the hour."""
    if entry.is_attempt or entry.channel not in MEETING_CHANNELS:
        return []
    found = [
        item
        for contact in entry.contacts
        for item in all_open(work.connection, work.today.isoformat(), contact=contact)
        if item.appointment not in (None, *entry.is_not) and item.due == entry.on.isoformat()
    ]
    if found and only_arranges(entry.channel, entry.text):
        return []
    return sorted(found, key=lambda item: (item.time or "~", item.appointment or 0))


def note_focus(work: Writing, contact_id: int, focus: str, on: dt.date) -> None:
    """Note what they are working on; an empty text takes it away."""
    row = contact_row(work, contact_id)
    row.focus, row.focus_on = clean_line(focus) or None, on
    work.put(row)
    code = "focus-noted" if row.focus else "focus-cleared"
    work.say(code, contact=contact_id, name=row.name, focus=row.focus)
