"""What a review ends with: things to do with somebody this week."""

from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.contacts import Tier
from refcli.domain.review.gaps import Gap

MOST_TO_DO = 3
# The days from the review on which the things to do fall due.
DUE_DAYS = (2, 4, 6)
_LOOSER = {Tier.A: Tier.B, Tier.B: Tier.C, Tier.C: None}


class ToDo(NamedTuple):
    """One thing to do with a contact."""

    contact: int
    text: str


def looser(tier: Tier) -> Tier | None:
    """The next slower rhythm; None for no rhythm."""
    return _LOOSER[tier]


def to_do_this_week(chosen: Sequence[ToDo], gaps: Sequence[Gap]) -> tuple[ToDo, ...]:
    """What was chosen, filled up with the dearest gaps that concern somebody: three at most."""
    taken = list(dict.fromkeys(chosen))[:MOST_TO_DO]
    for gap in gaps:
        if len(taken) >= MOST_TO_DO:
            break
        busy = {todo.contact for todo in taken}
        if gap.person is not None and gap.person.id not in busy:
            taken.append(ToDo(gap.person.id, f"Plug the gap: {gap.command}"))
    return tuple(taken)
