"""What somebody is thanked for, and how an introduction went so far."""

import sqlite3

from refcli.domain.asks import TargetKind
from refcli.domain.drafts.thanks import Came, Fate
from refcli.domain.intros import Intro, IntroState
from refcli.read.addressee import addressee_of
from refcli.read.intros import intro, intros
from refcli.read.thanks import owed_thanks

_CAME = {came.value: came for came in Came}


def fate_thanked_for(
    connection: sqlite3.Connection, contact: int, intro_id: int | None, *, is_promise: bool = False
) -> Fate | None:
    """What they are thanked for: what is owed first, else their newest introduction.

    None where nothing is known that they did.
    """
    promised = Fate(Came.PROMISED, None)
    if is_promise:
        return promised
    if intro_id is None:
        owed = owed_thanks(connection, contact)
        if owed is not None and owed.intro is None and owed.ask is not None:
            return promised
        newest = intros(connection, source=contact)
        intro_id = owed.intro if owed else newest[0].id if newest else None
    found = None if intro_id is None else intro(connection, intro_id)
    if found is None or contact not in [source.id for source in found.sources]:
        return None
    return fate_of(connection, found)


def fate_of(connection: sqlite3.Connection, found: Intro) -> Fate:
    """An introduction's way so far, as a text tells it."""
    taken = {step.step for step in found.steps}
    return Fate(
        came=_CAME.get(found.state.value, Came.MADE),
        prospect=addressee_of(connection, found.prospect.id),
        was_made=IntroState.MADE in taken,
        was_reached=IntroState.REACHED in taken,
        kind=TargetKind(found.kind),
        note=next((step.note for step in reversed(found.steps) if step.note), None),
    )
