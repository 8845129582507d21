"""What a thank-you would say to somebody, by what they did last."""

import sqlite3

from refcli.domain.asks import TargetKind
from refcli.domain.grammar import spoken_first_name
from refcli.domain.intros import IntroState
from refcli.domain.thankyous import Came, drafted_plain_thanks, drafted_thanks
from refcli.read.intros import intro, intros
from refcli.read.names import acquaintance
from refcli.read.thanks import owed_thanks

_CAME = {came.value: came for came in Came}


def thankyou_for(connection: sqlite3.Connection, contact: int, intro_id: int | None) -> str:
    """The words of a thank-you for what is owed first, else for their newest introduction."""
    first_name = spoken_first_name(acquaintance(connection, contact).name)
    if intro_id is None:
        owed = owed_thanks(connection, contact)
        if owed is not None and owed.intro is None and owed.ask is not None:
            return drafted_thanks(first_name, Came.PROMISED, None)
        newest = intros(connection, source=contact)
        intro_id = owed.intro if owed else newest[0].id if newest else None
    if intro_id is None:
        return drafted_plain_thanks(first_name)
    found = intro(connection, intro_id)
    if contact not in [source.id for source in found.sources]:
        return drafted_plain_thanks(first_name)
    came = _CAME.get(found.state.value, Came.MADE)
    taken = {step.step for step in found.steps}
    return drafted_thanks(
        first_name,
        came,
        found.prospect.name,
        was_made=IntroState.MADE in taken,
        was_reached=IntroState.REACHED in taken,
        kind=TargetKind(found.kind),
    )
