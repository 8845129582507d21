"""Where a replay stands: what is known of each party, ask and introduction so far."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from refcli.domain.asks import AskState
from refcli.domain.contacts import Tier
from refcli.domain.intros import (
    LOST_STATES,
    OPEN_INTRO_STATES,
    IntroDirection,
    IntroState,
    ThanksStep,
)
from refcli.domain.obligations.facts import Asked, Fact, Introduced, Joined, Person, Stepped
from refcli.domain.obligations.ledger import Event, Ledger
from refcli.domain.rule import Numbers, Party

_I = IntroState
# The moment for thanks that a step is, and all moments that thanks for it fill.
MOMENTS: dict[IntroState, ThanksStep] = {
    _I.MADE: ThanksStep.MADE,
    _I.REACHED: ThanksStep.REACHED,
    _I.WON: ThanksStep.OUTCOME,
    **dict.fromkeys(LOST_STATES, ThanksStep.OUTCOME),
}


@dataclass(slots=True)
class AskNow:
    """An ask: its state and since when, the day of a promise, and the first introduction of it."""

    fact: Asked
    state: AskState
    since: dt.date
    until: dt.date | None = None
    is_skipped: bool = False
    introduced_on: dt.date | None = None
    thanked_on: dt.date | None = None
    thanks: int = 0
    promised_on: dt.date | None = None


@dataclass(slots=True)
class IntroNow:
    """An introduction: where it stands, who is in it, and each source's ask.

    `made_on` is None while it was never made; `is_told_made` says that this was told, not implied.
    `thanks` has the day on which each source was thanked for each step and the thanks' id,
    `ended_on` the decision or drop after which nobody looks after it. `implied` are the steps that
    nobody told.
    """

    fact: Introduced
    state: IntroState
    sources: list[int]
    asks: dict[int, int] = field(default_factory=dict)
    made_on: dt.date | None = None
    is_told_made: bool = False
    reached_on: dt.date | None = None
    last_step: IntroState | None = None
    implied: list[tuple[IntroState, dt.date]] = field(default_factory=list)
    thanks: dict[tuple[int, str], tuple[dt.date, int]] = field(default_factory=dict)
    is_stale: bool = False
    ended_on: dt.date | None = None
    heard: int = 0
    rounds: int = 0
    owed_checks: set[int] = field(default_factory=set)

    @property
    def is_given(self) -> bool:
        """Whether I gave it."""
        return self.fact.direction is IntroDirection.GIVEN

    @property
    def parties(self) -> tuple[int, ...]:
        """Everybody who has a part in it."""
        return (*self.sources, *self.fact.prospects, *self.fact.receivers)

    @property
    def moment(self) -> ThanksStep:
        """The latest moment for thanks that it has reached."""
        return MOMENTS.get(self.state, ThanksStep.MADE)

    def fill_thanks(self, source: int, upto: ThanksStep, on: dt.date, thanks: int) -> None:
        """Enter a day of thanks for a step and each one before it; an earlier one stands."""
        order = tuple(ThanksStep)
        for moment in order[: order.index(upto) + 1]:
            self.thanks.setdefault((source, moment), (on, thanks))

    def thank_anew(self, came_back: IntroState) -> None:
        """Somebody who was lost came back: thanks from before do not count for what comes now."""
        order = tuple(ThanksStep)
        for moment in order[order.index(MOMENTS[came_back]) :]:
            for source in self.sources:
                self.thanks.pop((source, moment), None)


class Refusal(NamedTuple):
    """A fact that is impossible, and the state in which it met its ask or introduction."""

    fact: Fact
    state: str


@dataclass(slots=True)
class Story:
    """All that is known at one point of a replay; `refused` are facts that were impossible."""

    numbers: Numbers
    ledger: Ledger
    people: dict[int, Person] = field(default_factory=dict)
    asks: dict[int, AskNow] = field(default_factory=dict)
    intros: dict[int, IntroNow] = field(default_factory=dict)
    last_steps: dict[int, IntroState] = field(default_factory=dict)
    answered_at_once: set[int] = field(default_factory=set)
    newest: dict[int, dt.date] = field(default_factory=dict)
    tiers: dict[int, Tier] = field(default_factory=dict)
    rests: dict[int, dt.date] = field(default_factory=dict)
    taught: set[int] = field(default_factory=set)
    praised: dict[int, dt.date] = field(default_factory=dict)
    cooling: dict[int, dt.date] = field(default_factory=dict)
    next_meetings: dict[int, dt.date] = field(default_factory=dict)
    appointed_at: dict[int, str] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)

    def cool(self, contact: int, until: dt.date) -> None:
        """No asking again before a day, the latest of all."""
        self.cooling[contact] = max(self.cooling.get(contact, until), until)

    def refuse(self, fact: Fact, state: str) -> None:
        """Note a fact that is impossible."""
        self.refused.append(Refusal(fact, str(state)))

    def person(self, contact: int) -> Person:
        """Who a party is."""
        return self.people.get(contact, Person(contact))


def event_of(story: Story, intro: IntroNow, on: dt.date) -> Event:
    """What was decided about an introduction, on a day: never late."""
    event = Event(on, on, ("intro", intro.fact.id), _parties(story, intro, tuple(intro.sources)))
    event.asks, event.is_decided = intro.asks, True
    event.is_bereft = is_bereft(story, intro)
    return event


def event_at(
    story: Story,
    intro: IntroNow,
    fact: Introduced | Stepped | Joined,
    *,
    sources: tuple[int, ...] | None = None,
    with_others: bool = True,
) -> Event:
    """What a fact about an introduction brings about, for these sources or for all."""
    parties = _parties(story, intro, tuple(intro.sources) if sources is None else sources)
    if not with_others:
        parties = {Party.SOURCE: parties[Party.SOURCE]}
    final = story.last_steps.get(intro.fact.id, intro.state)
    now = fact.step if isinstance(fact, Stepped) else intro.state
    return Event(
        fact.on,
        fact.recorded_on,
        ("intro", intro.fact.id),
        parties,
        asks=intro.asks,
        is_quiet=fact.is_quiet,
        is_latest=now is final,
        is_open=final in OPEN_INTRO_STATES,
        is_bereft=is_bereft(story, intro),
    )


def is_bereft(story: Story, intro: IntroNow) -> bool:
    """Whether all prospects of an introduction died, or the partner to whom it was given."""
    sides = (intro.fact.prospects, intro.fact.receivers)
    return any(story.ledger.have_died(side) for side in sides)


def _parties(
    story: Story, intro: IntroNow, sources: tuple[int, ...]
) -> dict[Party, tuple[int, ...]]:
    """Whom each part of a rule is about: of several prospects the first who is not dropped."""
    prospects = story.ledger.there(intro.fact.prospects) or intro.fact.prospects
    return {
        Party.SOURCE: sources,
        Party.PROSPECT: prospects[:1],
        Party.PARTNER: intro.fact.receivers,
    }
