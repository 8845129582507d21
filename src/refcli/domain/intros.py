"""Introductions, received and given: their strength, their steps, and the thanks due for them."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.text import Worded


class IntroDirection(StrEnum):
    """Received: a source brings a prospect to me. Given: I bring a prospect to a partner."""

    RECEIVED = "received"
    GIVEN = "given"


class Rung(Worded):
    """How strong the hand-over was, weakest first."""

    NAME = "name"
    CARD = "card"
    TOLD = "told"
    WRITTEN = "written"
    MET = "met"

    @property
    def words(self) -> str:
        """As a sentence has it."""
        return _RUNG_WORDS[self]


BARE_RUNGS = frozenset({Rung.NAME, Rung.CARD})

_RUNG_WORDS = {
    Rung.NAME: "a bare name",
    Rung.CARD: "a card",
    Rung.TOLD: "told them you would call",
    Rung.WRITTEN: "introduced you in writing",
    Rung.MET: "arranged a meeting",
}


class Consent(StrEnum):
    """Whether the prospect of a given introduction agrees to it."""

    UNASKED = "unasked"
    ASKED = "asked"
    YES = "yes"
    REFUSED = "refused"


class IntroState(Worded):
    """Where an introduction stands."""

    NAMED = "named"
    PROPOSED = "proposed"
    MADE = "made"
    REACHED = "reached"
    WON = "won"
    NOT_INTERESTED = "not-interested"
    UNREACHABLE = "unreachable"
    NOT_A_FIT = "not-a-fit"
    REFUSED_CONSENT = "refused-consent"
    BAD = "bad"
    REPAIRED = "repaired"

    @property
    def words(self) -> str:
        """As a sentence has it."""
        return _STATE_WORDS.get(self, self.value)


_STATE_WORDS = {
    IntroState.NAMED: "a name so far",
    IntroState.PROPOSED: "waiting for their consent",
    IntroState.REACHED: "spoken with",
    IntroState.NOT_INTERESTED: "not interested",
    IntroState.UNREACHABLE: "never reached",
    IntroState.NOT_A_FIT: "not a fit",
    IntroState.REFUSED_CONSENT: "did not want it",
    IntroState.BAD: "went wrong",
    IntroState.REPAIRED: "put right",
}
LOST_STATES = frozenset({IntroState.NOT_INTERESTED, IntroState.UNREACHABLE, IntroState.NOT_A_FIT})
OPEN_INTRO_STATES = frozenset(
    {
        IntroState.NAMED,
        IntroState.PROPOSED,
        IntroState.MADE,
        IntroState.REACHED,
        IntroState.BAD,
    }
)

_I = IntroState
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


class LossReason(StrEnum):
    """Why an introduction came to nothing."""

    NOT_INTERESTED = "not-interested"
    UNREACHABLE = "unreachable"
    NOT_A_FIT = "not-a-fit"


class Fault(StrEnum):
    """Whose fault it was that an introduction went wrong."""

    ME = "me"
    SOURCE = "source"
    PROSPECT = "prospect"
    PARTNER = "partner"


class ThanksStep(StrEnum):
    """The three moments at which a source is thanked, in their order."""

    MADE = "made"
    REACHED = "reached"
    OUTCOME = "outcome"


class ThanksDates(NamedTuple):
    """When each of the three thank-yous was given."""

    made: dt.date | None
    reached: dt.date | None
    outcome: dt.date | None


class IntroStep(NamedTuple):
    """One step of an introduction's way, as it was recorded."""

    step: IntroState
    on: dt.date
    note: str | None
    implied: bool


class SourceThanks(NamedTuple):
    """When one source, who brought it on `since`, was thanked for each moment."""

    source: Person
    since: dt.date
    dates: ThanksDates


class Intro(NamedTuple):
    """One introduction; `source` is None where I am the source, `receiver` where I receive."""

    id: int
    direction: IntroDirection
    source: Person | None
    prospect: Person
    receiver: Person | None
    on: dt.date
    rung: Rung
    state: IntroState
    ask: int | None
    need: str | None
    value_cents: int | None
    thanks: ThanksDates
    thanks_received: tuple[tuple[Person, dt.date], ...]
    steps: tuple[IntroStep, ...]
    made_on: dt.date | None
    is_history: bool
    kind: str = "client"
    sources: tuple[Person, ...] = ()
    prospects: tuple[Person, ...] = ()
    asks: tuple[int, ...] = ()
    thanks_by: tuple[SourceThanks, ...] = ()
    is_stale: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        return self.state in OPEN_INTRO_STATES


def thanks_dates(
    given: tuple[tuple[ThanksStep, dt.date], ...], steps: tuple[IntroStep, ...] = ()
) -> ThanksDates:
    """Thanks given at a step fill that step and each one before it, the earliest date standing.

    When somebody who was lost came back, thanks from before do not count for what came then.
    """
    order = tuple(ThanksStep)
    since = _anew(steps)
    dates: dict[ThanksStep, dt.date] = {}
    for step, on in sorted(given, key=lambda item: item[1]):
        for filled in order[: order.index(step) + 1]:
            if on >= since.get(filled, on):
                dates.setdefault(filled, on)
    return ThanksDates(*(dates.get(step) for step in order))


def _anew(steps: tuple[IntroStep, ...]) -> dict[ThanksStep, dt.date]:
    """The thanks that a comeback calls for anew, and from which day they count."""
    found: dict[ThanksStep, dt.date] = {}
    was_lost = False
    for step in steps:
        if was_lost and step.step is IntroState.REACHED:
            found[ThanksStep.REACHED] = step.on
        elif was_lost and step.step in (IntroState.WON, *LOST_STATES):
            found[ThanksStep.OUTCOME] = step.on
        was_lost = was_lost or step.step in LOST_STATES
    return found


def thanks_step(taken: frozenset[IntroState]) -> ThanksStep:
    """The latest moment for thanks that the recorded steps have reached."""
    if taken & {IntroState.WON, *LOST_STATES}:
        return ThanksStep.OUTCOME
    return ThanksStep.REACHED if IntroState.REACHED in taken else ThanksStep.MADE


def intro_may(direction: IntroDirection, state: IntroState, step: IntroState) -> bool:
    """Whether an introduction in `state` may take that step."""
    return step in INTRO_STEPS[direction].get(state, frozenset())


# The order in which the steps of one day go, whenever each was told.
STEPS_OF_A_DAY = (
    *(_I.NAMED, _I.PROPOSED, _I.MADE, _I.REACHED, *sorted(LOST_STATES), _I.WON),
    *(_I.REFUSED_CONSENT, _I.BAD, _I.REPAIRED),
)
# Steps that a later one of the same day leaves as they are: they were on the way to it.
_ON_THE_WAY = {
    _I.MADE: frozenset(IntroState) - {_I.REFUSED_CONSENT},
    _I.REACHED: frozenset({_I.WON, _I.BAD, _I.REPAIRED}),
}


def contradicts(step: IntroState, told: IntroState) -> bool:
    """Whether a step says otherwise than one that was told of the same day and comes behind it."""
    is_behind = STEPS_OF_A_DAY.index(told) > STEPS_OF_A_DAY.index(step)
    return is_behind and told not in _ON_THE_WAY.get(step, frozenset())


def first_state(rung: Rung) -> IntroState:
    """The state in which a received introduction begins: a bare name is no introduction yet."""
    return IntroState.NAMED if rung in BARE_RUNGS else IntroState.MADE


def implied_steps(step: IntroState, taken: frozenset[IntroState]) -> tuple[IntroState, ...]:
    """The steps that this one implies and that nobody recorded."""
    return tuple(s for s in _IMPLIED.get(step, ()) if s not in taken)
