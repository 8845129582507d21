"""What a thank-you would say to somebody, by what they did last."""

import sqlite3

from refcli.domain.asks import TargetKind
from refcli.domain.drafts.thanks import Came, Fate, drafted_plain_thanks, drafted_thanks
from refcli.domain.intros import Intro, IntroState
from refcli.read.addressee import addressee_of
from refcli.read.intros import intro, intros
from refcli.read.thanks import owed_thanks

_CAME = {came.value: came for came in Came}


def thankyou_for(connection: sqlite3.Connection, contact: int, intro_id: int | None) -> str:
    """The words of a thank-you for what is owed first, else for their newest introduction."""
    to = addressee_of(connection, contact)
    if intro_id is None:
        owed = owed_thanks(connection, contact)
        if owed is not None and owed.intro is None and owed.ask is not None:
            return drafted_thanks(to, Fate(Came.PROMISED, None))
        newest = intros(connection, source=contact)
        intro_id = owed.intro if owed else newest[0].id if newest else None
    if intro_id is None:
        return drafted_plain_thanks(to)
    found = intro(connection, intro_id)
    if contact not in [source.id for source in found.sources]:
        return drafted_plain_thanks(to)
    return drafted_thanks(to, fate_of(connection, found))


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
