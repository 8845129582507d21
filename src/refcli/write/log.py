"""What a user tells of an exchange: logged, with the tags, focus and next meeting in it."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.interactions import Channel, Direction
from refcli.domain.text import clean_line
from refcli.domain.typed import typed
from refcli.errors import Refused
from refcli.read.names import acquaintance, names_of
from refcli.write.contacts import add_tag, contact_row
from refcli.write.interactions import record_interaction
from refcli.write.session import Writing


class LogEntry(NamedTuple):
    """An exchange as the user tells it."""

    contacts: tuple[int, ...]
    text: str
    on: dt.date
    channel: Channel
    direction: Direction
    tags: tuple[str, ...] = ()
    focus: str | None = None
    next_on: dt.date | None = None
    is_attempt: bool = False


def log(work: Writing, entry: LogEntry) -> int:
    """Record an exchange told by the user, and plan the next meeting if there is one.

    Raises Refused when that meeting would be with somebody who is dropped.
    """
    if entry.next_on is not None:
        _refuse_dropped(work, entry.contacts)
    interaction_id = record_interaction(
        work,
        entry.contacts,
        on=entry.on,
        channel=entry.channel,
        direction=entry.direction,
        text=entry.text,
        next_on=entry.next_on,
        is_attempt=entry.is_attempt,
    )
    work.say(
        "attempt-logged" if entry.is_attempt else "exchange-logged",
        interaction=interaction_id,
        contacts=list(entry.contacts),
        names=names_of(work.connection, entry.contacts),
        channel=entry.channel,
        on=entry.on,
    )
    for contact_id in entry.contacts:
        _note(work, contact_id, entry)
    return interaction_id


def _note(work: Writing, contact_id: int, entry: LogEntry) -> None:
    row = contact_row(work, contact_id)
    added = [tag for tag in entry.tags if add_tag(work, contact_id, tag)]
    if added:
        work.say("contact-tagged", contact=contact_id, name=row.name, tags=", ".join(added))
    if entry.focus is not None:
        row.focus, row.focus_on = clean_line(entry.focus) or None, entry.on
        work.put(row)
        work.say("focus-noted", contact=contact_id, name=row.name, focus=str(row.focus))


def _refuse_dropped(work: Writing, contacts: tuple[int, ...]) -> None:
    for contact in contacts:
        who = acquaintance(work.connection, contact)
        if who.is_dropped:
            raise Refused(
                f"{who.name} is dropped from your referral network, so no meeting is planned",
                typed("refcli contact restore {}", who),
            )
