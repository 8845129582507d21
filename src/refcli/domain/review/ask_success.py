"""Which asks led to an introduction: by target, channel, industry and word."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from refcli.domain.asks import Ask, AskState, narrowness
from refcli.domain.fit import stems, words_in
from refcli.domain.review.figures import Share, Span
from refcli.domain.review.funnel import NONE, asks_within
from refcli.domain.review.practice import Practice

_SETTLED = frozenset({AskState.INTRODUCED, AskState.DECLINED, AskState.LAPSED})
_FEWEST_OF_A_WORD = 2


class AskSuccess(NamedTuple):
    """Asks that share something; `introduced` is a share of those that are settled.

    Settled are those introduced, declined or lapsed: the others may still be answered.
    """

    by: str
    value: str
    asks: int
    introduced: Share


def ask_success(practice: Practice, span: Span) -> tuple[AskSuccess, ...]:
    """The rows of each way to look at it, the surest success first."""
    asks = asks_within(practice, span)
    rows: list[AskSuccess] = []
    for by, values in _WAYS.items():
        rows += _rows(by, asks, values)
    spelled = _spelling(asks)
    words = _rows(
        "word", asks, lambda ask: [spelled.get(stem, stem) for stem in sorted(_stems(ask))]
    )
    return (*rows, *(row for row in words if row.asks >= _FEWEST_OF_A_WORD))


def _rows(by: str, asks: Iterable[Ask], values: Callable[[Ask], Iterable[str]]) -> list[AskSuccess]:
    groups: dict[str, list[Ask]] = {}
    for ask in asks:
        for value in values(ask):
            groups.setdefault(value, []).append(ask)
    rows = [AskSuccess(by, value, len(found), _share(found)) for value, found in groups.items()]
    return sorted(rows, key=lambda r: (-r.introduced.interval[0], -r.asks, r.value))


def _share(asks: list[Ask]) -> Share:
    settled = [a for a in asks if a.state in _SETTLED]
    return Share(sum(a.state is AskState.INTRODUCED for a in settled), len(settled))


def _stems(ask: Ask) -> frozenset[str]:
    return stems((ask.industry or "", ask.looking_for or ""))


def _spelling(asks: Iterable[Ask]) -> dict[str, str]:
    """Each stem as it is written most often, so that one word is one row."""
    counts: dict[str, Counter[str]] = {}
    for ask in asks:
        for text in (ask.industry or "", ask.looking_for or ""):
            for word in words_in(text.lower()):
                for stem in stems((word,)):
                    counts.setdefault(stem, Counter())[word] += 1
    return {stem: min(found, key=lambda w: (-found[w], w)) for stem, found in counts.items()}


_WAYS: dict[str, Callable[[Ask], Iterable[str]]] = {
    "target": lambda ask: (ask.target or NONE,),
    "channel": lambda ask: (ask.how.value,),
    "industry": lambda ask: (ask.industry.lower() if ask.industry else NONE,),
    "looking for": lambda ask: (ask.looking_for.lower() if ask.looking_for else NONE,),
    "narrow": lambda ask: ("yes" if narrowness(ask.industry, ask.looking_for).ok else "no",),
}
