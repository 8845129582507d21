"""What a sentence is about and where it takes place, as its head leaves them over."""

import re
from itertools import pairwise

from refcli.domain.sentence import words as w
from refcli.domain.sentence.parts import Head, Sort


def place_in(head: Head) -> str | None:
    """Where it is: the words behind `at` up to a day, a time or the next person."""
    words = head.text.words
    for n, part in enumerate(head.parts):
        if part.sort is not Sort.WORD or part.text.lower() not in ("at", "@"):
            continue
        there = [p for p in head.parts[n + 1 :] if words[p.first].start < head.end]
        stop = next((p for p in there if p.sort not in (Sort.WORD, Sort.NAME)), None)
        last = (stop.first if stop is not None else there[-1].last if there else 0) - 1
        if last > part.first:
            return head.text.raw[words[part.last].start : words[last].end]
    return None


def subject_of(head: Head, *, has_occasion: bool) -> str | None:
    """What it is about; where that is one, the occasion on which one meets."""
    told = _behind(head.text.raw[head.end :]) or _leftover(head)
    if told or not has_occasion:
        return told
    return next(iter(head.text.asides), None) or _occasion(head)


def _behind(rest: str) -> str | None:
    """The subject matter without the word that leads to it."""
    lead = r"^[\s,;:.!—–-]*(?:(?:about|re|regarding|concerning|on|to discuss)\b[\s:]*)?"
    text = " ".join(re.sub(lead, "", rest, flags=re.IGNORECASE).split()).strip(" .")
    return text or None


_UNDERSTOOD = (Sort.NAME, Sort.DAY, Sort.HOURS, Sort.LENGTH)


def _leftover(head: Head) -> str | None:
    """What stands behind all that was understood, but for where it is: `for coffee`."""
    known = [n for n, p in enumerate(head.parts) if p.sort in _UNDERSTOOD]
    rest = head.parts[known[-1] + 1 :] if known else ()
    if not rest:
        return _numbered(head, known)
    if any(part.text.lower() in ("at", "@") for part in rest):
        return None
    text = head.text.raw[head.text.words[rest[0].first].start : head.end]
    text = re.sub(r"(?:\s*[#+][\w-]+)+\s*$", "", text)
    return re.sub(r"^(?:for|to have)\s+", "", text.strip(" ,.!"), flags=re.IGNORECASE) or None


def _numbered(head: Head, known: list[int]) -> str | None:
    """What stands with a number between two things that were understood: `anna flat 4 friday`."""
    for first, last in pairwise(known):
        between = head.parts[first + 1 : last]
        words = [part.text.lower() for part in between]
        is_plain = all(part.sort is Sort.WORD for part in between)
        if is_plain and any(word.isdigit() for word in words) and "at" not in words:
            begins, ends = between[0].first, between[-1].last - 1
            return head.text.raw[head.text.words[begins].start : head.text.words[ends].end]
    return None


def _occasion(head: Head) -> str | None:
    """What one meets for, where it is no more than a word: `coffee`."""
    return next((word for word in plain_words(head) if word in w.OCCASIONS), None)


def plain_words(head: Head) -> list[str]:
    """The words that are neither a name, a day nor a time."""
    return [
        head.text.words[n].low
        for part in head.parts
        if part.sort in (Sort.WORD, Sort.LEAD)
        for n in range(part.first, part.last)
        if not _is_testament(head, n)
    ]


_OF_A_PAPER = w.OWNERS | {"the", "a", "new", "old"}


def _is_testament(head: Head, at: int) -> bool:
    """Whether `will` is a paper there: `drafted Tom's will`."""
    before = head.text.at(at - 1)
    is_owned = before.endswith(("'s", "s'", "’s")) or before in _OF_A_PAPER
    return head.text.at(at) in ("will", "wills") and is_owned
