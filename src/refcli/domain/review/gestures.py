"""The attention that champions get: which gesture was not made lately, and how to make it."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from refcli.domain.contacts import ContactStatus
from refcli.domain.favors import FavorHow
from refcli.domain.review.practice import Acquaintance, Gesture, Practice
from refcli.domain.review.sources import TAKE_TO_DINNER, Source
from refcli.domain.thanks import ThanksHow, is_gift_regulated
from refcli.domain.typed import typed

MOST_CHAMPIONS = 10
# Whoever was shown attention so lately needs none now.
LATELY_DAYS = 30


class Way(NamedTuple):
    """How a gesture is called, and the line that leads to it."""

    text: str
    done: str
    command: str


WAYS = {
    Gesture.MEAL: Way("take them to dinner", "a meal", TAKE_TO_DINNER),
    Gesture.INTRODUCTION: Way(
        "introduce somebody to them", "an introduction", "refcli reciprocate ideas {}"
    ),
    Gesture.PUBLIC_WORD: Way(
        "praise their work in public",
        "a public word",
        'refcli followup {} "Praise their work in public" --due "next week"',
    ),
    Gesture.NOTE: Way("write them a note by hand", "a note", "refcli thank draft {}"),
}
_LIKED = {
    ThanksHow.MEAL: Gesture.MEAL,
    ThanksHow.PUBLIC: Gesture.PUBLIC_WORD,
    ThanksHow.NOTE: Gesture.NOTE,
}
_PUBLIC_FAVORS = frozenset(
    {FavorHow.SHARE, FavorHow.COMMENT, FavorHow.GUEST_POST, FavorHow.TESTIMONIAL}
)
_TABLE = re.compile(r"(?i)\b(breakfast|brunch|lunch|dinner|supper|meal)\b")
_PUBLIC = re.compile(r"(?i)\bin public\b")


class Attention(NamedTuple):
    """What is due to one champion, or what they had so lately that nothing is.

    `last` is the newest gesture of any kind and its day; `way` is None when nothing is due.
    """

    source: Source
    way: Way | None
    command: str | None
    last: tuple[Gesture, dt.date] | None
    has_rhythm: bool


def gesture_of(told: str, how: str | None, text: str | None) -> Gesture | None:
    """The gesture that something done for a contact was.

    `told` is what it was recorded as: thanks, favor, intro, exchange or follow-up.
    """
    return _GESTURES[told](how or "", text or "")


def _said(text: str) -> Gesture | None:
    if _TABLE.search(text):
        return Gesture.MEAL
    return Gesture.PUBLIC_WORD if _PUBLIC.search(text) else None


_GESTURES: Mapping[str, Callable[[str, str], Gesture | None]] = {
    "thanks": lambda how, _: _LIKED.get(ThanksHow(how)) if how else None,
    "favor": lambda how, text: Gesture.PUBLIC_WORD if how in _PUBLIC_FAVORS else _said(text),
    "intro": lambda _how, _text: Gesture.INTRODUCTION,
    "exchange": lambda _, text: Gesture.MEAL if _TABLE.search(text) else None,
    "follow-up": lambda _, text: _said(text),
}


def attention(practice: Practice, found: Sequence[Source]) -> tuple[Attention, ...]:
    """For the best of these sources what is due to them, in their order."""
    people = {who.person.id: who for who in practice.people}
    champions = [
        source for source in found if people[source.person.id].status is ContactStatus.ACTIVE
    ]
    return tuple(
        _due_to(practice, source, people[source.person.id]) for source in champions[:MOST_CHAMPIONS]
    )


def _due_to(practice: Practice, source: Source, who: Acquaintance) -> Attention:
    newest = max(who.gestures.items(), key=lambda made: made[1], default=None)
    has_rhythm = who.tier is not None
    if newest is not None and (practice.today - newest[1]).days < LATELY_DAYS:
        return Attention(source, None, None, newest, has_rhythm)
    order = _order(who, practice.profession)
    way = WAYS[min(order, key=lambda gesture: who.gestures.get(gesture, dt.date.min))]
    command = typed(way.command, practice.named(who.person))
    return Attention(source, way, command, newest, has_rhythm)


def _order(who: Acquaintance, profession: str) -> list[Gesture]:
    """Of gestures that were made equally long ago: what they like, then as listed.

    A meal comes last in a profession that may have rules on gifts.
    """
    is_regulated = is_gift_regulated(ThanksHow.MEAL, profession)
    liked = None if who.thanks_by is None else _LIKED.get(who.thanks_by)
    return sorted(
        Gesture,
        key=lambda gesture: (gesture is not liked, is_regulated and gesture is Gesture.MEAL),
    )
