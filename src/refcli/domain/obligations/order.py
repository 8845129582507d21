"""The order in which facts are played: by day, then by what they are, then by what they say."""

import datetime as dt

from refcli.domain.intros import LOST_STATES, IntroState
from refcli.domain.obligations.facts import (
    Answered,
    Appointed,
    Asked,
    Decided,
    Dropped,
    Exchanged,
    Fact,
    Favored,
    Introduced,
    JobChanged,
    Joined,
    Noted,
    Praised,
    Rested,
    Returned,
    Stepped,
    Taught,
    Thanked,
    Tiered,
    Worked,
)

# What one day says of one thing goes by the order of telling: `Rested` and `Returned` share a rank.
_RANKS: dict[type, int] = {
    kind: rank
    for rank, kinds in enumerate(
        (
            (Tiered,),
            (Rested, Returned),
            (Taught,),
            (Worked,),
            (Asked,),
            (Answered,),
            (Introduced,),
            (Joined,),
            (Stepped,),
            (Exchanged,),
            (Appointed,),
            (Noted,),
            (JobChanged,),
            (Favored,),
            (Praised,),
            (Thanked,),
            (Decided,),
            (Dropped,),
        )
    )
    for kind in kinds
}
_I = IntroState
_STEPS = (
    *(_I.NAMED, _I.PROPOSED, _I.MADE, _I.REACHED, *sorted(LOST_STATES), _I.WON),
    *(_I.REFUSED_CONSENT, _I.BAD, _I.REPAIRED),
)

Place = tuple[dt.date, int, int, tuple[int, ...], int]


def place(fact: Fact) -> Place:
    """Where a fact stands in the order of play; ids come last, as the order of telling."""
    return fact.on, _RANKS[type(fact)], _within(fact), _about(fact), fact.id


def _within(fact: Fact) -> int:
    return _STEPS.index(fact.step) if isinstance(fact, Stepped) else 0


def _about(fact: Fact) -> tuple[int, ...]:
    """Whom a fact is about, so that ids decide only between facts about the same people."""
    if isinstance(fact, Introduced):
        receiver = () if fact.receiver is None else (fact.receiver,)
        return (*fact.sources, *fact.prospects, *receiver)
    if isinstance(fact, Exchanged):
        return fact.contacts
    if isinstance(fact, Answered | Stepped | Decided):
        return ()
    return (fact.contact,)
