"""Interactions: logged by hand, or recorded because something else was one."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from sqlmodel import select

from refcli.domain.interactions import Channel, Direction, direction_over
from refcli.domain.text import clean_text
from refcli.errors import UnknownName
from refcli.read.names import names_of
from refcli.write.session import Writing
from refcli.write.tables.interaction import InteractionContactRow, InteractionRow


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
    is_attempt: bool = False,
    next_on: dt.date | None = None,
    at_time: str | None = None,
) -> int:
    """Record an exchange, or an attempt at one."""
    row = InteractionRow(
        on_date=on,
        channel=channel,
        direction=direction if is_attempt else direction_over(channel, direction),
        text=clean_text(text),
        origin=origin,
        origin_id=origin_id,
        is_attempt=is_attempt,
        next_on=next_on,
        at_time=at_time,
    )
    work.put(row)
    for contact_id in contacts:
        work.put(InteractionContactRow(interaction_id=row.id or 0, contact_id=contact_id))
    return row.id or 0


def say_logged(
    work: Writing,
    number: int,
    contacts: Sequence[int],
    channel: Channel,
    *,
    on: dt.date,
    time: str | None = None,
    code: str = "exchange-logged",
) -> None:
    """Say that an exchange, or by another code an attempt at one, was logged."""
    work.say(
        code,
        interaction=number,
        contacts=list(contacts),
        names=names_of(work.connection, contacts),
        channel=channel,
        on=on,
        time=time,
    )


def take_back_exchange(work: Writing, origin: str, origin_id: int) -> None:
    """The exchange that a fact was too has not happened."""
    told = {"origin": origin, "id": origin_id}
    of_it = "select id from interaction where origin = :origin and origin_id = :id"
    work.change(f"delete from interaction_contact where interaction_id in ({of_it})", told)
    work.change("delete from interaction where origin = :origin and origin_id = :id", told)


class InteractionEdit(NamedTuple):
    """What is to change about an interaction; None leaves as it is."""

    text: str | None = None
    on: dt.date | None = None
    channel: Channel | None = None
    direction: Direction | None = None
    contacts: tuple[int, ...] = ()


def edit_interaction(work: Writing, interaction_id: int, edit: InteractionEdit) -> None:
    """Change an interaction."""
    row = work.get(InteractionRow, interaction_id)
    if row is None:
        raise UnknownName(f"no interaction has the id {interaction_id}", "see: refcli log list")
    row.text = row.text if edit.text is None else clean_text(edit.text)
    row.on_date = edit.on or row.on_date
    row.channel = edit.channel or Channel(row.channel)
    if not row.is_attempt:
        told = edit.direction or Direction(row.direction)
        row.direction = direction_over(Channel(row.channel), told)
    work.put(row)
    if edit.contacts:
        _replace_people(work, interaction_id, edit.contacts)
    names = names_of(work.connection, edit.contacts or people_in(work, interaction_id))
    work.say("exchange-changed", interaction=interaction_id, names=names, on=row.on_date)


def people_in(work: Writing, interaction_id: int) -> list[int]:
    """The contacts who took part in an exchange."""
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
        if contact_id not in people_in(work, interaction_id):
            work.put(InteractionContactRow(interaction_id=interaction_id, contact_id=contact_id))
