"""What those who refer have in common, against everybody, with a guard against reading noise."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import NamedTuple

from refcli.domain.beta import beta_cdf
from refcli.domain.contacts import ContactStatus
from refcli.domain.review.figures import Span
from refcli.domain.review.funnel import received_within, was_made
from refcli.domain.review.practice import Acquaintance, Practice

FEWEST_CHAMPIONS = 3
# A trait stands out when chance alone would show it less often than this, over all traits tried.
_CHANCE = 0.1
# The prior holds as much as four contacts at the rate of everybody.
_PRIOR = 4.0
_YEARS = ((1, "under a year"), (3, "1 to 3 years"), (None, "over 3 years"))


class Trait(NamedTuple):
    """Of `of` contacts with this trait `n` refer; `lift` is that rate against everybody's.

    `is_clear` when so much of it is hard to explain by chance.
    """

    trait: str
    value: str
    n: int
    of: int
    lift: float
    is_clear: bool


class Champions(NamedTuple):
    """Who refers, out of how many, and their traits, the highest lift first."""

    sources: int
    contacts: int
    traits: tuple[Trait, ...]


def champions(practice: Practice, span: Span) -> Champions:
    """The traits that at least two of those share who introduced somebody in the span."""
    made = [i for i in received_within(practice, span) if was_made(i)]
    referring = {source.id for i in made for source in i.sources}
    people = [p for p in practice.people if p.status is not ContactStatus.DROPPED]
    champions_count = sum(p.person.id in referring for p in people)
    if not champions_count:
        return Champions(0, len(people), ())
    tried = _traits(people, referring, practice.today)
    base = champions_count / len(people)
    shown = [
        Trait(name, value, n, of, round(n / of / base, 2), _is_clear(n, of, base, len(tried)))
        for (name, value), (n, of) in tried.items()
        if n >= 2 and of < len(people)  # noqa: PLR2004  one person is no pattern
    ]
    shown.sort(key=lambda t: (not t.is_clear, -t.lift, -t.n, t.trait, t.value))
    return Champions(champions_count, len(people), tuple(shown))


def _traits(
    people: Iterable[Acquaintance], referring: set[int], today: dt.date
) -> dict[tuple[str, str], tuple[int, int]]:
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for who in people:
        for trait, values in _TRAITS.items():
            for value in values(who, today):
                n, of = found.get((trait, value), (0, 0))
                found[trait, value] = (n + (who.person.id in referring), of + 1)
    return found


def _is_clear(n: int, of: int, base: float, tried: int) -> bool:
    """Whether the posterior, begun at everybody's rate, leaves that rate behind.

    Beta(4 base + n, 4 (1 - base) + of - n); the chance is shared out among the traits tried.
    """
    if n < FEWEST_CHAMPIONS:
        return False
    a, b = _PRIOR * base + n, _PRIOR * (1 - base) + of - n
    return beta_cdf(base, a, b) < _CHANCE / tried


def _years(who: Acquaintance, today: dt.date) -> tuple[str, ...]:
    years = (today - who.known_since).days / 365.25
    return (next(name for most, name in _YEARS if most is None or years < most),)


_Values = Callable[[Acquaintance, dt.date], tuple[str, ...]]
_TRAITS: dict[str, _Values] = {
    "basis": lambda who, _: (who.basis.value,),
    "industry": lambda who, _: (who.industry.lower(),) if who.industry else (),
    "tag": lambda who, _: who.tags,
    "tier": lambda who, _: (who.tier.value,) if who.tier else ("none",),
    "met": lambda who, _: ("through an introduction" if who.is_through else "directly",),
    "known": _years,
}
