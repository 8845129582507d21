"""A day that stands alone behind the subject matter: `Bob, 52, wants out by 60, met Tuesday`."""

from collections.abc import Iterator

from refcli.domain.sentence import words as w
from refcli.domain.sentence.days import Days
from refcli.domain.sentence.parts import Part, Sort

# What may stand before the day in its stretch: that it was then, and with whom.
_LEADS = w.PAST | {"on", "we", "i", "both", "him", "her", "them", "seen", "with", "to"}


def days_behind(days: Days, first: int) -> tuple[Part, ...]:
    """The days and times from a word on that fill the stretch between two commas or dashes."""
    found: list[Part] = []
    for at, last in _stretches(days, first):
        found += _day_alone(days, at, last)
    return tuple(found)


def _stretches(days: Days, first: int) -> Iterator[tuple[int, int]]:
    begins = first
    for at in range(first, len(days.words)):
        is_dash = set(days.words[at].low) <= set("-–—")
        if is_dash or any(sign in days.words[at].tail for sign in ",;.!"):
            yield begins, at if is_dash else at + 1
            begins = at + 1
    yield begins, len(days.words)


def _day_alone(days: Days, at: int, last: int) -> list[Part]:
    parts: list[Part] = []
    while at < last and days.words[at].low in _LEADS:
        parts.append(Part(Sort.WORD, at, at + 1, days.words[at].raw))
        at += 1
    has_day = False
    while at < last:
        begins, day = days.words[at].start, days.day(at)
        hours = None if day is not None else days.hours(at, is_expected=has_day)
        if day is not None:
            end, sort = day.end, Sort.DAY
        elif hours is not None:
            end, sort = hours.end, Sort.HOURS
        else:
            return []
        has_day = has_day or day is not None
        place = days.word_after(end)
        readings = None if day is None else (day.back, day.ahead)
        parts.append(Part(sort, at, place, days.text.low[begins:end], days=readings, hours=hours))
        at = place
        if at < last and days.words[at].low in ("at", "on"):
            at += 1
    return parts if has_day else []
