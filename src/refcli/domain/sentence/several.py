"""What a sentence tells twice, takes back or tells of others: nothing is picked."""

import re
from itertools import pairwise

from refcli.domain.sentence import words as w
from refcli.domain.sentence.parts import Head, Part, Sort, is_how
from refcli.errors import UsageError

_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|yesterday|today|tomorrow|\d)"
)
_CORRECTED = re.compile(
    rf"\b(?:sorry|i mean|i meant|or rather|no wait)\b,? (?:on )?(?:the )?{_DAY}"
)
_MET = "met|saw|called|rang|phoned|emailed|visited|wrote|texted"
_AGAIN = re.compile(rf"\band again (?:on )?(?:the )?{_DAY}")
_THEN = re.compile(rf"(?:,|\band)? ?\bthen (?:i )?(?:{_MET})\b")
_IN_HOURS = re.compile(
    r"\bin (?:an|half an|one|two|three|a few|\d+) (?:hours?|hrs?|minutes|mins?)\b"
)


def refuse_several(head: Head) -> None:
    """Raise UsageError for two exchanges, a corrected day, or a day that is somebody's own."""
    low = head.text.low
    corrected = _CORRECTED.search(low)
    if corrected is not None:
        raise UsageError(
            f"which day? you corrected yourself: {corrected[0]}", "nothing was saved; say one day"
        )
    twice = _AGAIN.search(low) or _THEN.search(low)
    if twice is not None:
        raise UsageError(
            f"that tells two exchanges: {twice[0].strip(' ,')}",
            "nothing was saved; log one, then the other",
        )
    ahead = _IN_HOURS.search(low[: head.end])
    if ahead is not None:
        raise UsageError(f"at what time? {ahead[0]}", "nothing was saved; say it as 14:00")
    for part, following in pairwise(head.parts):
        if part.sort is Sort.DAY and _is_theirs(head, part, following):
            raise UsageError(
                f"is {part.text} the day of it, or theirs?",
                "nothing was saved; say the day of the exchange with --on WHEN",
            )


def _is_theirs(head: Head, day: Part, following: Part) -> bool:
    """Whether a day belongs to what is told first: `Mark retired on 1 May, called him`."""
    words = head.text.words
    if "," not in words[day.last - 1].tail or words[following.first].low not in w.PAST:
        return False
    before = [
        words[n].low for p in head.parts if p.first < day.first for n in range(p.first, p.last)
    ]
    if any(p.sort is Sort.LEAD for p in head.parts if p.first < day.first):
        return False
    named = {n for p in head.parts if p.sort is Sort.NAME for n in range(p.first, p.last)}
    told = [word for n, word in enumerate(before) if n not in named]
    plain = w.JOINERS | {"on", "at", "the", ","}
    return any(word not in plain for word in told) and not any(is_how(word) for word in told)
