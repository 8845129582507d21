"""Interactions: logged by hand, or recorded because something else was one."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from sqlmodel import select

from refcli.domain import kinds
from refcli.domain.interactions import Channel, Direction, direction_over
from refcli.domain.plan import Event
from refcli.domain.rule import Party
from refcli.domain.text import clean_line, clean_text
from refcli.errors import UnknownName
from refcli.read.interactions import newest_interaction
from refcli.write.contacts import (
    add_tag,
    contact_row,
    dropped_among,
    keep_rhythm,
    names_of,
    touch_dates,
)
from refcli.write.events import happen
from refcli.write.session import Writing
from refcli.write.tables.interaction import InteractionContactRow, InteractionRow


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
        names=names_of(work, entry.contacts),
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


def record_interaction(
    work: Writing,
    contacts: Sequence[int],
    *,
    on: dt.date,
    channel: Channel,
    direction: Direction = Direction.OUT,
    text: str = "",
    origin: str = "log",
    origin_id: int | None = None,
) -> int:
    """Record an exchange and run the rules for it; meetings are ticked off by `log` only."""
    newest = {contact: newest_interaction(work.connection, contact) for contact in contacts}
    row = InteractionRow(
        on_date=on,
        channel=channel,
        direction=direction_over(channel, direction),
        text=clean_text(text),
        origin=origin,
        origin_id=origin_id,
    )
    work.put(row)
    for contact_id in contacts:
        work.put(InteractionContactRow(interaction_id=row.id or 0, contact_id=contact_id))
    for contact_id in contacts:
        if on.isoformat() >= (newest[contact_id] or ""):
            _in_touch(work, contact_id, on, by_hand=origin == "log")
    return row.id or 0


def _in_touch(work: Writing, contact_id: int, on: dt.date, *, by_hand: bool) -> None:
    who = contact_row(work, contact_id)
    parties = {Party.CONTACT: contact_id}
    happen(
        work,
        Event(
            rule="logged",
            on=on,
            parties=parties,
            told=touch_dates(work, who),
            dropped=dropped_among(work, [contact_id]),
        ),
    )
    if by_hand:
        happen(work, Event(rule="met", on=on, parties=parties))


class InteractionEdit(NamedTuple):
    """What is to change about an interaction; None leaves as it is."""

    text: str | None = None
    on: dt.date | None = None
    channel: Channel | None = None
    direction: Direction | None = None
    contacts: tuple[int, ...] = ()


def edit_interaction(work: Writing, interaction_id: int, edit: InteractionEdit) -> None:
    """Change an interaction; the rhythm of everybody concerned follows."""
    row = work.get(InteractionRow, interaction_id)
    if row is None:
        raise UnknownName(f"no interaction has the id {interaction_id}", "see: refcli log list")
    before = _people(work, interaction_id)
    row.text = row.text if edit.text is None else clean_text(edit.text)
    row.on_date = edit.on or row.on_date
    row.channel = edit.channel or Channel(row.channel)
    row.direction = direction_over(Channel(row.channel), edit.direction or Direction(row.direction))
    work.put(row)
    if edit.contacts:
        _replace_people(work, interaction_id, edit.contacts)
    work.say("exchange-changed", interaction=interaction_id)
    for contact_id in sorted({*before, *edit.contacts}):
        who = contact_row(work, contact_id)
        if who.tier is not None:
            keep_rhythm(work, who)


def _people(work: Writing, interaction_id: int) -> list[int]:
    query = select(InteractionContactRow).where(
        InteractionContactRow.interaction_id == interaction_id
    )
    return [row.contact_id for row in work.find(query)]


def _replace_people(work: Writing, interaction_id: int, contacts: Sequence[int]) -> None:
    query = select(InteractionContactRow).where(
        InteractionContactRow.interaction_id == interaction_id
    )
    for row in work.find(query):
        if row.contact_id not in contacts:
            work.delete(row)
    for contact_id in contacts:
        if contact_id not in _people(work, interaction_id):
            work.put(InteractionContactRow(interaction_id=interaction_id, contact_id=contact_id))
