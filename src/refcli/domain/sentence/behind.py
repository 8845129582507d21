"""What is told beside the head: a day that stands alone, who was there as well, in brackets.

`Bob, 52, wants out by 60, met Tuesday`; `met Anna, she brought Tom along`; `met Anna (and Tom)`.
"""

import re
from collections.abc import Callable, Iterator

from refcli.domain.sentence import words as w
from refcli.domain.sentence.days import Days
from refcli.domain.sentence.names import Named, Names
from refcli.domain.sentence.parts import Head, Mention, Part, People, Sort, is_how
from refcli.domain.sentence.text import Text, read_text
from refcli.domain.sentence.unhappened import begins_try
from refcli.domain.when.reader import Reader

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
        is_hour = has_day or (days.is_ahead_of(at) and not days.words[at].low.isdigit())
        hours = days.hours(at, is_expected=is_hour) if day is None else None
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
_ATTENDING |= {"there", "present", "dialled", "listened"}
_WITHIN = 3


def named_alongside(head: Head, people: People, reader: Reader) -> list[Mention]:
    """The known people behind the head who may have been there, in the order of the words."""
    words, names = head.text.words, Names(head.text, people, Days(head.text, reader))
    first = next((n for n, word in enumerate(words) if word.start >= head.end), len(words))
    is_list = bool(first) and (words[first - 1].low in w.LISTING or "," in words[first - 1].tail)
    return [
        Mention(names.typed(at, named.last), named.ids)
        for at, named in _people_from(names, first)
        if (is_list and at - first < _WITHIN)
        or _is_brought(head.text, at)
        or _attends(head, named.last)
    ]


def named_aside(head: Head, people: People, reader: Reader) -> list[Mention]:
    """The known people whom what stands in brackets names."""
    texts = [read_text(aside) for aside in head.text.asides]
    return [
        Mention(names.typed(at, named.last), named.ids)
        for names in (Names(text, people, Days(text, reader)) for text in texts)
        for at, named in _people_from(names, 0)
    ]


def _people_from(names: Names, first: int) -> Iterator[tuple[int, Named]]:
    """Who is named from a word on, and where; no owner of a thing: `brought Tom's keys`."""
    at = first
    while at < len(names.words):
        is_sure = names.words[at].is_capitalised or _is_brought(names.text, at)
        named = names.name(at, is_sure=is_sure)
        if named is not None and not names.words[named.last - 1].low.endswith("'s"):
            yield at, named
        at = at + 1 if named is None else named.last


def _is_brought(text: Text, at: int) -> bool:
    return text.at(at - 1) in _BRINGING


def _attends(head: Head, at: int) -> bool:
    """Whether what is told of somebody, up to where the clause ends, is that they were there."""
    for n in range(at, min(at + _WITHIN, len(head.text.words))):
        if head.text.words[n - 1].tail or head.text.at(n) in w.STOPS:
            return False
        if head.text.at(n) in _ATTENDING:
            return True
    return False


# --- brackets ------------------------------------------------------------------------------------

# What stands before and behind those who were there, in brackets.
_WITH_THEM = frozenset({"and", "with", "also", "plus", "&", "joined", "by", "w/", "together"})
_WITH_THEM |= {"along", "alongside", "accompanied", "incl", "including", "both"}
_WERE_THERE = w.PRESENT | w.COMING | {"was", "were", "in", "cc", "as", "well", "us", "later", "and"}


def telling(people: People, reader: Reader) -> Callable[[str, str], bool]:
    """Whether what stands in brackets says who else was there, when, how or what of."""

    def tells(aside: str, before: str) -> bool:
        words = re.findall(r"[^\s,]+", aside.replace("’", "'"))
        low = [word.lower() for word in words]
        if not words or low[0] == "not":
            return False
        if low[0] in w.STOPS or begins_try(aside.lower()) or _is_moment(aside.lower(), reader):
            return True
        if is_how(low[-1]) and all(word in ("by", "via", "on", "over", "the") for word in low[:-1]):
            return True
        first = next((n for n, word in enumerate(low) if word not in _WITH_THEM), len(words))
        owner, relation = (*low[first : first + 2], "", "")[:2]
        if first and owner in w.OWNERS and relation in w.RELATIONS:
            return True
        return _are_people(words[first:], people, whose=before.split()[-_LONGEST_NAME:])

    return tells


_LONGEST_NAME = 3


def _are_people(words: list[str], people: People, *, whose: list[str]) -> bool:
    """Whether words name others than who stands before, and say no more than that they came."""
    known = {i for n in range(len(whose)) for i in people.matches(" ".join(whose[n:]).strip(",.;"))}
    at = 0
    while at < len(words):
        sizes = range(min(_LONGEST_NAME, len(words) - at), 0, -1)
        found = next(
            ((n, ids) for n in sizes if (ids := people.matches(" ".join(words[at : at + n])))), None
        )
        if found is not None and not known.isdisjoint(found[1]):
            return False  # `Ben (Kern)` says who he is
        if found is None and (not at or words[at].lower() not in _WERE_THERE):
            return False
        at += 1 if found is None else found[0]
    return bool(words)


def _is_moment(low: str, reader: Reader) -> bool:
    """Whether it is a day, an hour or both: `on Monday`, `3pm`, `yesterday at noon`."""
    days = Days(read_text(low), reader)
    at = 0
    while at < len(days.words):
        day = days.day(at)
        hours = None if day is not None else days.hours(at, is_expected=False)
        if day is None and hours is None and days.words[at].low not in ("on", "at", "from"):
            return False
        found = day or hours
        at = at + 1 if found is None else days.word_after(found.end)
    return True
