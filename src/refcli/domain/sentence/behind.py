"""What is told behind the head: a day that stands alone, and who was there as well.

`Bob, 52, wants out by 60, met Tuesday`; `met Anna, she brought Tom along`.
"""

from collections.abc import Iterator

from refcli.domain.sentence import words as w
from refcli.domain.sentence.days import Days
from refcli.domain.sentence.names import Named, Names
from refcli.domain.sentence.parts import Head, Mention, Part, Sort

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
        hours = days.hours(at, is_expected=has_day or days.is_ahead_of(at)) if day is None else None
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


# --- who was there as well ------------------------------------------------------------------------

# What stands before or behind somebody who was there, too.
_BRINGING = frozenset({"brought", "bringing", "with", "got", "including", "cc", "also", "plus"})
_ATTENDING = frozenset({"came", "joined", "joining", "along", "attended", "too", "stayed", "sat"})
_WITHIN = 3


def named_alongside(head: Head, names: Names) -> list[Mention]:
    """The known people behind the head who may have been there, in the order of the words."""
    words = head.text.words
    at = next((n for n, word in enumerate(words) if word.start >= head.end), len(words))
    found: list[Mention] = []
    while at < len(words):
        named = names.name(at, is_sure=words[at].is_capitalised or _is_brought(head, at))
        if named is None:
            at += 1
            continue
        is_there = _is_brought(head, at) or _attends(head, named.last)
        if is_there and not _is_whose(head, named):
            found.append(Mention(names.typed(at, named.last), named.ids))
        at = named.last
    return found


def _is_brought(head: Head, at: int) -> bool:
    return head.text.at(at - 1) in _BRINGING


def _is_whose(head: Head, named: Named) -> bool:
    """Whether it is a thing of theirs: `brought Tom's keys`."""
    return head.text.at(named.last - 1).endswith("'s")


def _attends(head: Head, at: int) -> bool:
    """Whether what is told of somebody, up to where the clause ends, is that they were there."""
    for n in range(at, min(at + _WITHIN, len(head.text.words))):
        if head.text.words[n - 1].tail or head.text.at(n) in w.STOPS:
            return False
        if head.text.at(n) in _ATTENDING:
            return True
    return False
