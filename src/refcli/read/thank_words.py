"""What somebody is thanked for, and how an introduction went so far."""

import sqlite3

from refcli.domain.asks import TargetKind
from refcli.domain.drafts.thanks import Came, Fate
from refcli.domain.intros import BARE_RUNGS, Intro, IntroState
from refcli.read.addressee import addressee_of
from refcli.read.intros import intro, intros
from refcli.read.rows import one_text
from refcli.read.thanks import owed_thanks

_CAME = {came.value: came for came in Came}


def fate_thanked_for(
    connection: sqlite3.Connection, contact: int, intro_id: int | None, *, is_promise: bool = False
) -> Fate | None:
    """What they are thanked for: what is owed first, else their newest introduction.

    None where nothing is known that they did.
    """
    if is_promise:
        return Fate(Came.PROMISED, None, kind=_kind_asked_for(connection, contact))
    if intro_id is None:
        owed = owed_thanks(connection, contact)
        if owed is not None and owed.intro is None and owed.ask is not None:
            return Fate(Came.PROMISED, None, kind=_kind_asked_for(connection, contact))
        newest = intros(connection, source=contact)
        intro_id = owed.intro if owed else newest[0].id if newest else None
    found = None if intro_id is None else intro(connection, intro_id)
    if found is None or contact not in [source.id for source in found.sources]:
        return None
    return fate_of(connection, found)


def _kind_asked_for(connection: sqlite3.Connection, contact: int) -> TargetKind:
    """What they were asked for last."""
    query = "select kind from ask where contact_id = :id order by on_date desc, id desc limit 1"
    return TargetKind(one_text(connection, query, {"id": contact}) or TargetKind.CLIENT)


def fate_of(connection: sqlite3.Connection, found: Intro) -> Fate:
    """An introduction's way so far, as a text tells it."""
    taken = {step.step for step in found.steps}
    was_made = any(
        step.step is IntroState.MADE and not (step.implied and found.rung in BARE_RUNGS)
        for step in found.steps
    )
    last = next((step for step in reversed(found.steps) if step.step is found.state), None)
    return Fate(
        came=_CAME.get(found.state.value, Came.MADE),
        prospect=addressee_of(connection, found.prospect.id),
        was_made=was_made,
        was_reached=IntroState.REACHED in taken,
        kind=TargetKind(found.kind),
        note=last.note if last is not None else None,
        has_own_reason=bool(last is not None and last.note),
    )
