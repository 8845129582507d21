"""How soon sources were thanked: for the introduction, for the meeting, for the outcome."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from refcli.domain.intros import LOST_STATES, Intro, IntroState, ThanksStep
from refcli.domain.review.figures import Share, Span
from refcli.domain.review.practice import Practice

_DAY, _TWO, _WEEK = 1, 2, 7
_ENDS = frozenset({IntroState.WON, *LOST_STATES})


class Promptness(NamedTuple):
    """Thanks for one step: n were due; counts within a day, two and a week include each other.

    Those whose first day is not over are left out until they are thanked or late.
    """

    step: str
    n: int
    within_a_day: int
    within_two_days: int
    within_a_week: int
    later: int
    not_yet: int

    @property
    def prompt(self) -> Share:
        """The share within a day."""
        return Share(self.within_a_day, self.n)


def promptness(practice: Practice, span: Span) -> tuple[Promptness, ...]:
    """One row for each of the three thank-yous, and one for all together."""
    delays: dict[str, list[int | None]] = {step.value: [] for step in ThanksStep}
    for intro in practice.received:
        if intro.is_history:
            continue
        for step, due, given in _moments(intro):
            if span.holds(due) and (given or (practice.today - due).days > _DAY):
                delays[step].append(None if given is None else (given - due).days)
    rows = [_row(step, found) for step, found in delays.items()]
    return (*rows, _row("all", [d for found in delays.values() for d in found]))


def _row(step: str, delays: list[int | None]) -> Promptness:
    given = [d for d in delays if d is not None]
    return Promptness(
        step,
        len(delays),
        sum(d <= _DAY for d in given),
        sum(d <= _TWO for d in given),
        sum(d <= _WEEK for d in given),
        sum(d > _WEEK for d in given),
        len(delays) - len(given),
    )


def _moments(intro: Intro) -> Iterator[tuple[str, dt.date, dt.date | None]]:
    """(step, the day that called for thanks, the day of the thanks) of each source.

    A step that a later one implied on the same day is thanked with that one; of what was over
    when a further source joined, that one is thanked for the newest.
    """
    days = {step.step: step.on for step in intro.steps if not step.implied}
    ended = max((on for step, on in days.items() if step in _ENDS), default=None)
    called = (
        (ThanksStep.MADE, days.get(IntroState.MADE)),
        (ThanksStep.REACHED, days.get(IntroState.REACHED)),
        (ThanksStep.OUTCOME, ended),
    )
    for _, since, dates in intro.thanks_by:
        went = [(step, on) for step, on in called if on is not None]
        for step, on in [w for w in went if w[1] >= since] or went[-1:]:
            yield step, max(on, since), dates[list(ThanksStep).index(step)]
