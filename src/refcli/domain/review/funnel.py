"""From asks to business: how many get how far, and by what they differ."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.asks import Ask, AskState
from refcli.domain.intros import Intro, IntroState, Rung
from refcli.domain.review.figures import Share, Span
from refcli.domain.review.practice import Practice

_PROMISED = frozenset({AskState.PROMISED, AskState.INTRODUCED})
# What nobody was asked for, or has no target or campaign.
NONE = "(none)"


class FunnelBy(StrEnum):
    """What the funnel can be split by."""

    RUNG = "rung"
    CHANNEL = "channel"
    TARGET = "target"
    CAMPAIGN = "campaign"
    MONTH = "month"


class Funnel(NamedTuple):
    """So many got so far; `asks` and `promised` are None where introductions are counted.

    Each stage is part of the one before it. `introductions` counts introductions, bare names
    included; the stages after it count asks that led so far, or introductions where no ask is
    counted.
    """

    name: str
    asks: int | None
    promised: int | None
    introductions: int
    made: int
    reached: int
    won: int
    value_cents: int

    @property
    def entered(self) -> int:
        """How many entered at the top."""
        return self.introductions if self.asks is None else self.asks

    def rates(self) -> dict[str, Share]:
        """Each stage as a share of the one before it."""
        before_made = self.introductions if self.promised is None else self.promised
        found = {} if self.promised is None else {"promised": Share(self.promised, self.entered)}
        return found | {
            "made": Share(self.made, before_made),
            "reached": Share(self.reached, self.made),
            "won": Share(self.won, self.reached),
            "overall": Share(self.won, self.entered),
        }


def was_made(intro: Intro) -> bool:
    """Whether it was more than a bare name at last."""
    return intro.made_on is not None


def was_reached(intro: Intro) -> bool:
    """Whether I spoke with the prospect, whatever came of it."""
    return _took(intro, IntroState.REACHED) or was_won(intro)


def was_won(intro: Intro) -> bool:
    """Whether it became business, whatever came later."""
    return _took(intro, IntroState.WON)


def won_cents(intro: Intro) -> int:
    """The value of the business, nothing where there was none."""
    return (intro.value_cents or 0) if was_won(intro) else 0


def was_promised(ask: Ask) -> bool:
    """Whether the contact agreed, kept or not, taken back or lapsed."""
    lapsed = ask.state is AskState.LAPSED and ask.answered_on is not None
    return ask.state in _PROMISED or lapsed or ask.was_promised


def asks_within(practice: Practice, span: Span) -> tuple[Ask, ...]:
    """The asks that were made in the span, planned ones left out."""
    return tuple(a for a in practice.asks if a.state is not AskState.PLANNED and span.holds(a.on))


def received_within(practice: Practice, span: Span) -> tuple[Intro, ...]:
    """The received introductions that came in the span."""
    return tuple(i for i in practice.received if span.holds(i.on))


def funnel(practice: Practice, span: Span) -> Funnel:
    """The asks made in the span, and what became of them up to now."""
    return _of_asks("all", asks_within(practice, span), _by_ask(practice))


def unasked(practice: Practice, span: Span) -> Funnel:
    """The introductions of the span that nobody was asked for."""
    return of_intros("unasked", [i for i in received_within(practice, span) if not i.asks])


def funnels(practice: Practice, span: Span, by: FunnelBy) -> tuple[Funnel, ...]:
    """The funnel split: by rung the introductions of the span, otherwise its asks."""
    if by is FunnelBy.RUNG:
        intros = received_within(practice, span)
        grouped = {rung: [i for i in intros if i.rung is rung] for rung in Rung}
        return tuple(of_intros(rung, found) for rung, found in grouped.items() if found)
    groups: dict[str, list[Ask]] = {}
    for ask in asks_within(practice, span):
        groups.setdefault(_SPLIT[by](ask), []).append(ask)
    led_to = _by_ask(practice)
    names = (
        sorted(groups) if by is FunnelBy.MONTH else sorted(groups, key=lambda n: _order(n, groups))
    )
    return tuple(_of_asks(name, groups[name], led_to) for name in names)


def of_intros(name: str, intros: Iterable[Intro]) -> Funnel:
    """The funnel of introductions, from the name on."""
    found = list(intros)
    return Funnel(
        name,
        None,
        None,
        len(found),
        sum(was_made(i) or was_reached(i) for i in found),
        sum(was_reached(i) for i in found),
        sum(was_won(i) for i in found),
        sum(won_cents(i) for i in found),
    )


_SPLIT: Mapping[FunnelBy, Callable[[Ask], str]] = {
    FunnelBy.CHANNEL: lambda ask: ask.how.value,
    FunnelBy.TARGET: lambda ask: ask.target or NONE,
    FunnelBy.CAMPAIGN: lambda ask: ask.campaign or NONE,
    FunnelBy.MONTH: lambda ask: ask.on.isoformat()[:7],
}


def _order(name: str, groups: Mapping[str, list[Ask]]) -> tuple[bool, int, str]:
    return name == NONE, -len(groups[name]), name


def _by_ask(practice: Practice) -> dict[int, list[Intro]]:
    found: dict[int, list[Intro]] = {}
    for intro in practice.received:
        for ask in intro.asks:
            found.setdefault(ask, []).append(intro)
    return found


def _of_asks(name: str, asks: Iterable[Ask], led_to: Mapping[int, list[Intro]]) -> Funnel:
    pairs = [(ask, led_to.get(ask.id, [])) for ask in asks]
    # Two asks may have led to one introduction, of two sources: it counts once.
    intros = {intro.id: intro for _, found in pairs for intro in found}.values()
    made = [any(was_made(i) or was_reached(i) for i in found) for _, found in pairs]
    return Funnel(
        name,
        len(pairs),
        sum(was_promised(a) or m for (a, _), m in zip(pairs, made, strict=True)),
        len(intros),
        sum(made),
        sum(any(was_reached(i) for i in found) for _, found in pairs),
        sum(any(was_won(i) for i in found) for _, found in pairs),
        sum(won_cents(i) for i in intros),
    )


def _took(intro: Intro, wanted: IntroState) -> bool:
    return any(step.step is wanted for step in intro.steps)
