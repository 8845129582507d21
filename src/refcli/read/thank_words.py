"""What somebody is thanked for, and how an introduction went so far."""

import datetime as dt
import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from refcli.domain import kinds
from refcli.domain.asks import AskState, TargetKind
from refcli.domain.contacts import Person
from refcli.domain.drafts.thanks import Came, Fate
from refcli.domain.english.names import joint
from refcli.domain.interactions import ONE_WAY_CHANNELS, Channel
from refcli.domain.intros import BARE_RUNGS, Intro, IntroState
from refcli.read.addressee import addressee_of
from refcli.read.intros import intro, intros
from refcli.read.names import acquaintance, dropped_among
from refcli.read.rows import a_day, one_number, one_row, one_text
from refcli.read.thanks import owed_thanks

_CAME = {came.value: came for came in Came}


def fate_thanked_for(
    connection: sqlite3.Connection, contact: int, intro_id: int | None, *, is_promise: bool = False
) -> Fate | None:
    """What they are thanked for: what is owed first, else their newest introduction.

    None where nothing is known that they did.
    """
    if is_promise:
        return _promise_of(connection, contact)
    if intro_id is None:
        owed = owed_thanks(connection, contact)
        if owed is not None and owed.intro is None and owed.ask is not None:
            return _promise_of(connection, contact)
        newest = intros(connection, source=contact)
        intro_id = owed.intro if owed else newest[0].id if newest else None
    found = None if intro_id is None else intro(connection, intro_id)
    if found is None or contact not in [source.id for source in found.sources]:
        return None
    return fate_of(connection, found, contact)


def was_spoken(connection: sqlite3.Connection, found: Intro) -> bool:
    """Whether I spoke with the prospect since; a talk that is nowhere logged counts as one."""
    channels = _channels_since(connection, found)
    return not channels or bool(channels - ONE_WAY_CHANNELS)


def _channels_since(connection: sqlite3.Connection, found: Intro) -> set[Channel]:
    """Over which channels there were exchanges with the prospect since they were introduced."""
    query = (
        "select distinct i.channel from interaction i"
        " join interaction_contact p on p.interaction_id = i.id"
        " where p.contact_id = :id and not i.is_attempt and i.on_date >= :since"
    )
    since = {"id": found.prospect.id, "since": found.on.isoformat()}
    return {Channel(channel) for (channel,) in connection.execute(query, since)}


class _AskRow(NamedTuple):
    kind: str
    state: str


_TAKEN_BACK = frozenset({AskState.DECLINED, AskState.LATER})


def _promise_of(connection: sqlite3.Connection, contact: int) -> Fate:
    """What they were asked for last, which they promised, and may have taken back since."""
    query = (
        "select kind, state from ask where contact_id = :id order by on_date desc, id desc limit 1"
    )
    newest = one_row(connection, _AskRow, query, {"id": contact})
    if newest is None:
        return Fate(Came.PROMISED, None)
    is_gone = newest.state in _TAKEN_BACK
    return Fate(Came.PROMISED, None, kind=TargetKind(newest.kind), is_gone=is_gone)


def _met(found: Intro, *, gone: Collection[int]) -> list[Person]:
    """Whom they brought: of several all who are there, since one outcome is for all of them."""
    return [person for person in found.prospects if person.id not in gone] or [found.prospect]


def fate_of(connection: sqlite3.Connection, found: Intro, source: int | None = None) -> Fate:
    """An introduction's way so far, as a text tells it to one of its sources."""
    taken = {step.step for step in found.steps}
    was_made = any(
        step.step is IntroState.MADE and not (step.implied and found.rung in BARE_RUNGS)
        for step in found.steps
    )
    if found.source is not None and source not in (None, found.source.id):
        # Of several, whoever only gave the name has not introduced us.
        was_made = was_made and found.rung not in BARE_RUNGS
    met = _met(found, gone=dropped_among(connection, [person.id for person in found.prospects]))
    if found.prospect not in met:
        # With whom it went wrong is gone; with the others it has only been made.
        found = found._replace(prospect=met[0], state=IntroState.MADE)
    prospect = acquaintance(connection, found.prospect.id)
    came = _CAME.get(found.state.value, Came.MADE)
    channels = _channels_since(connection, found)
    has_spoken = bool(channels - ONE_WAY_CHANNELS)
    if came is Came.MADE and has_spoken:
        # Nobody is told that I have not spoken with whom I met: though `reached` was not said.
        came = Came.REACHED
    last = next((step for step in reversed(found.steps) if step.step is found.state), None)
    return Fate(
        came=came,
        prospect=joint([addressee_of(connection, person.id) for person in met]),
        was_made=was_made,
        was_spoken=has_spoken or (IntroState.REACHED in taken and not channels),
        kind=TargetKind(found.kind),
        note=last.note if last is not None else None,
        has_own_reason=bool(last is not None and last.note),
        meeting=meeting_of(connection, found.id),
        was_thanked=any(
            by.dates.made is not None for by in found.thanks_by if by.source.id == source
        ),
        was_tried=_was_tried(connection, found.id),
        made_on=found.on,
        is_gone=prospect.is_dropped,
        has_died=prospect.has_died,
    )


def meeting_of(connection: sqlite3.Connection, intro_id: int) -> dt.date | None:
    """The day that was arranged with the introduction."""
    query = "select meeting_on from intro where id = :id"
    on = one_text(connection, query, {"id": intro_id})
    return None if on is None else a_day(on)


def _was_tried(connection: sqlite3.Connection, intro_id: int) -> bool:
    query = "select count(*) from follow_up where intro_id = :id and kind = :kind and tries > 0"
    return one_number(connection, query, {"id": intro_id, "kind": kinds.REACH}) > 0
