"""Who brings whom: each source's introductions, their quality, and what to do next for them."""

import datetime as dt
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from refcli.domain.contacts import ContactStatus, Person
from refcli.domain.intros import Intro
from refcli.domain.kinds import THANKS_KINDS
from refcli.domain.money import equal_share
from refcli.domain.review.figures import Span
from refcli.domain.review.funnel import received_within, was_reached, was_won, won_cents
from refcli.domain.review.practice import Acquaintance, Practice
from refcli.domain.scoring import Quality, source_quality
from refcli.domain.text import plural
from refcli.domain.typed import typed

SILENT_DAYS = 90
GOOD_QUALITY = 0.45
TAKE_TO_DINNER = 'refcli followup {} "Take them to dinner" --due "next week"'


class NextStep(NamedTuple):
    """What to do next, and the line to type for it."""

    text: str
    command: str


class Source(NamedTuple):
    """One source's introductions in a span; quality and n are of these introductions.

    A win of several sources counts in equal shares, so that all sources add up to the total.
    """

    person: Person
    introductions: int
    reached: int
    won: float
    value_cents: int
    quality: Quality
    last_thanked: dt.date | None
    taught_on: dt.date | None
    next: NextStep | None


def sources(practice: Practice, span: Span) -> tuple[Source, ...]:
    """Everybody who introduced somebody in the span, best quality first."""
    people = {who.person.id: who for who in practice.people}
    brought: dict[int, list[Intro]] = {}
    for intro in received_within(practice, span):
        for source in intro.sources:
            brought.setdefault(source.id, []).append(intro)
    found = [_source(practice, people[i], intros) for i, intros in brought.items() if i in people]
    found.sort(key=lambda s: (-s.quality.mean, -s.value_cents, -s.introductions, s.person.id))
    return tuple(found)


def _source(practice: Practice, who: Acquaintance, intros: list[Intro]) -> Source:
    outcomes = tuple((i.on, was_reached(i), was_won(i)) for i in intros)
    quality = source_quality(outcomes, practice.today)
    return Source(
        person=who.person,
        introductions=len(intros),
        reached=sum(reached for _, reached, _ in outcomes),
        won=_shared_wins(intros),
        value_cents=sum(_share_cents(i, who.person) for i in intros),
        quality=quality,
        last_thanked=who.last_thanked,
        taught_on=who.taught_on,
        next=next_step(practice, who, quality),
    )


def _shared_wins(intros: Iterable[Intro]) -> float:
    return float(sum(Fraction(1, len(i.sources)) for i in intros if was_won(i)))


def _share_cents(intro: Intro, person: Person) -> int:
    place = [source.id for source in intro.sources].index(person.id)
    return equal_share(won_cents(intro), len(intro.sources), place)


def next_step(practice: Practice, who: Acquaintance, quality: Quality) -> NextStep | None:
    """What this source needs first: thanks, word of the outcome, teaching, company, a gift."""
    if who.status is ContactStatus.DROPPED:
        return None
    for applies, text, command in _STEPS:
        if applies(practice, who, quality):
            return NextStep(text(practice, who), typed(command, practice.named(who.person)))
    return None


def is_silent(practice: Practice, who: Acquaintance) -> bool:
    """Whether nothing was heard or said for a quarter of a year."""
    last = who.last_interaction
    return last is None or (practice.today - last).days > SILENT_DAYS


def _is_owed(practice: Practice, who: Acquaintance, _quality: Quality) -> bool:
    return any(o.contact.id == who.person.id and o.kind in THANKS_KINDS for o in practice.overdue)


def _silence(practice: Practice, who: Acquaintance) -> str:
    if who.last_interaction is None:
        return "meet them"
    days = (practice.today - who.last_interaction).days
    return f"meet them: no word for {plural(days, 'day')}"


_Applies = Callable[[Practice, Acquaintance, Quality], bool]
_Says = Callable[[Practice, Acquaintance], str]
# The first that applies is what to do next.
_STEPS: tuple[tuple[_Applies, _Says, str], ...] = (
    (_is_owed, lambda _p, _w: "thank them: it is overdue", "refcli thank {}"),
    (
        lambda _p, w, _q: w.taught_on is None,
        lambda _p, _w: "teach them whom you look for",
        "refcli kit share {}",
    ),
    (
        lambda p, w, q: q.mean >= GOOD_QUALITY and is_silent(p, w),
        lambda _p, _w: "take them to dinner: one of your best",
        TAKE_TO_DINNER,
    ),
    (lambda p, w, _q: is_silent(p, w), _silence, "refcli prep {}"),
    (
        lambda _p, w, _q: w.given == 0,
        lambda _p, _w: "give something back",
        "refcli reciprocate ideas {}",
    ),
    (
        lambda p, w, _q: w.person in p.ready,
        lambda _p, _w: "ask again: they are ready",
        "refcli ask {}",
    ),
)
