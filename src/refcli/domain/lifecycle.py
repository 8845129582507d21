"""States of asks and introductions and the steps between them, as data."""

from refcli.domain.asks import AskState
from refcli.domain.intros import (
    BARE_RUNGS,
    LOST_STATES,
    IntroDirection,
    IntroState,
    Rung,
)

_A = AskState
_I = IntroState

ASK_STEPS: dict[AskState, frozenset[AskState]] = {
    _A.PLANNED: frozenset({_A.PENDING, _A.PROMISED, _A.DECLINED, _A.LATER}),
    _A.PENDING: frozenset({_A.PROMISED, _A.DECLINED, _A.LATER, _A.INTRODUCED}),
    _A.PROMISED: frozenset({_A.PROMISED, _A.DECLINED, _A.LATER, _A.INTRODUCED}),
    _A.DECLINED: frozenset({_A.PROMISED, _A.INTRODUCED}),
    _A.LATER: frozenset({_A.PROMISED, _A.INTRODUCED}),
    _A.LAPSED: frozenset({_A.PROMISED, _A.INTRODUCED}),
    _A.INTRODUCED: frozenset(),
}

_AFTER_MADE: dict[IntroState, frozenset[IntroState]] = {
    _I.MADE: frozenset({_I.REACHED, _I.WON, *LOST_STATES, _I.BAD}),
    _I.REACHED: frozenset({_I.WON, *LOST_STATES, _I.BAD}),
    **{lost: frozenset({_I.REACHED, _I.WON}) for lost in LOST_STATES},
    _I.WON: frozenset({_I.BAD, _I.WON}),
    _I.BAD: frozenset({_I.REPAIRED}),
    _I.REPAIRED: frozenset({_I.REACHED, _I.WON, *LOST_STATES, _I.BAD}),
    _I.REFUSED_CONSENT: frozenset(),
}

INTRO_STEPS: dict[IntroDirection, dict[IntroState, frozenset[IntroState]]] = {
    IntroDirection.RECEIVED: {
        _I.NAMED: frozenset({_I.MADE, _I.REACHED, _I.WON, *LOST_STATES, _I.BAD}),
        **_AFTER_MADE,
    },
    IntroDirection.GIVEN: {
        _I.PROPOSED: frozenset({_I.MADE, _I.REFUSED_CONSENT, *LOST_STATES, _I.BAD}),
        **_AFTER_MADE,
    },
}

# What must have happened before a step, in order; a loss, or what went wrong, implies nothing.
_IMPLIED: dict[IntroState, tuple[IntroState, ...]] = {
    _I.REACHED: (_I.MADE,),
    _I.WON: (_I.MADE, _I.REACHED),
}


def ask_may(state: AskState, step: AskState) -> bool:
    """Whether an ask in `state` may take that step."""
    return step in ASK_STEPS[state]


def intro_may(direction: IntroDirection, state: IntroState, step: IntroState) -> bool:
    """Whether an introduction in `state` may take that step."""
    return step in INTRO_STEPS[direction].get(state, frozenset())


def first_state(rung: Rung) -> IntroState:
    """The state in which a received introduction begins: a bare name is no introduction yet."""
    return IntroState.NAMED if rung in BARE_RUNGS else IntroState.MADE


def implied_steps(step: IntroState, taken: frozenset[IntroState]) -> tuple[IntroState, ...]:
    """The steps that this one implies and that nobody recorded."""
    return tuple(s for s in _IMPLIED.get(step, ()) if s not in taken)
