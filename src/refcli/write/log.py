"""What a user tells of an exchange: logged, with the tags, focus and next meeting in it."""

import datetime as dt
from typing import NamedTuple

from refcli.domain import kinds
from refcli.domain.interactions import Channel, Direction
from refcli.domain.plan import Event
from refcli.domain.rule import Party
from refcli.domain.text import clean_line
from refcli.read.names import names_of
from refcli.write.contacts import add_tag, contact_row
from refcli.write.events import happen
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


def log(work: Writing, entry: LogEntry) -> int:
    """Record an exchange told by the user, and plan the next meeting if there is one."""
    interaction_id = record_interaction(
        work,
        entry.contacts,
        on=entry.on,
        channel=entry.channel,
        direction=entry.direction,
        text=entry.text,
    )
    work.say(
        "exchange-logged",
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
    if entry.next_on is not None:
        happen(
            work,
            Event(
                rule="next-planned",
                on=entry.on,
                parties={Party.CONTACT: contact_id},
                told={kinds.MEET: entry.next_on},
            ),
        )
