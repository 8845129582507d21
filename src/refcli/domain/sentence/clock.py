"""Times of day: `10:00`, `9am`, `14.30`, `at 4`, `10-11:30`, `noon`."""

import re
from typing import NamedTuple

from refcli.domain.sentence.words import EVENING
from refcli.errors import UsageError

_TIME = r"(\d{1,2})(?:([:.h])(\d\d))?(?: ?(am|pm|a\.m\.|p\.m\.))?"
# What makes a number a quantity, not an hour.
_COUNTED = r"(?! ?(?:hrs?|hours?|units?|sessions?|x|mins?|minutes)\b)"
_RANGE = re.compile(
    rf"{_TIME}(?: ?(?:-|–|to|until|till) ?{_TIME})?(?: ?(o'clock|h|ish|uhr)\b(?! ?\d))?"
    rf"{_COUNTED}(?![\w%/€£$])(?![.:]\d)"
)
_BETWEEN = re.compile(
    rf"between {_TIME} and {_TIME}(?: ?(o'clock|h|uhr)\b)?{_COUNTED}(?![\w%/€£$])"
)
# Four digits are a time behind `at`; beside a day only where they can hardly be anything else.
_SOLID = re.compile(
    r"(?:(?:(?<=\bat )|(?<=@ )|(?<=@))([01]\d|2[0-3])([0-5]\d)|([01]\d|2[0-3])([0-5][05]))"
    r"(?![\w%/€£$.:])"
)
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "23:59"}
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    "twelve",
)
_SPELLED = re.compile(
    rf"(?:(half past|half|quarter past|quarter to) )?({'|'.join(_NUMBERS)}|\d{{1,2}})"
    r"(?: ?(am|pm)| o'clock)?\b"
)
_PARTS = {"half past": 30, "half": 30, "quarter past": 15, "quarter to": -15}
_AFTERNOON = range(1, 7)


# How long: `for 1h`, `for 45 min`, `for an hour and a half`.
_LENGTH = re.compile(
    r"for (?:about |around |some )?"
    r"(?:(?P<told>\d{1,3}(?:\.5)? ?(?:h|hrs?|hours?)(?: ?\d\d ?(?:m|min)?)?"
    r"|\d{1,3} ?(?:m|mins?|minutes?))|(?P<half>half an hour)"
    r"|an hour(?P<more> and a half)?)(?![\w'’-])"
)


class Hours(NamedTuple):
    """From when, and until when if that was told, as HH:MM; where the phrase ends."""

    begins: str
    until: str | None
    end: int


def hours_at(low: str, at: int, *, is_expected: bool) -> Hours | None:
    """The time that begins at a place of lower-case text; raises UsageError for 25:00.

    A bare number is one only where a time is expected, after `at` or beside a day. One to six
    without am or pm are in the afternoon.
    """
    for name, time in _NAMED.items():
        end = at + len(name)
        if low.startswith(name, at) and not low[end : end + 1].isalpha():
            return Hours(time, None, end)
    solid = _SOLID.match(low, at) if is_expected else None
    if solid is not None:
        return Hours(f"{solid[1] or solid[3]}:{solid[2] or solid[4]}", None, solid.end())
    match = _RANGE.match(low, at) or _BETWEEN.match(low, at)
    if match is None:
        return _spelled(low, at, is_expected=is_expected)
    hour, colon, minute, half, to_hour, to_colon, to_minute, to_half, clock = match.groups()
    is_sure = not {":", "h"}.isdisjoint((colon, to_colon)) or half or to_half or clock
    if not is_sure and not is_expected:
        return None
    begins = _time(hour, minute, half or (to_half if to_hour else None))
    until = None if to_hour is None else _time(to_hour, to_minute, to_half or half)
    if begins is None or (to_hour is not None and until is None):
        if ":" in (colon, to_colon) or (colon and is_expected):
            raise UsageError(
                f"not a time: {match[0].strip()}", "nothing was saved; say it as 10:00 or 9am"
            )
        return None
    if until is not None and until < begins and half and not to_half:
        until = _time(to_hour, to_minute, None)  # 11am to 1
    if until is not None and until <= begins:
        raise UsageError(
            f"it would end at {until}, and begins at {begins}: {match[0].strip()}",
            "nothing was saved; say first when it begins, then when it ends",
        )
    return Hours(begins, until, match.end())


def length_at(low: str, at: int) -> tuple[int, str] | None:
    """(where it ends, the duration) of how long something takes, behind `for`."""
    match = _LENGTH.match(low, at)
    if match is None:
        return None
    in_words = "30min" if match["half"] else "1h30" if match["more"] else "1h"
    return match.end(), match["told"] or in_words


def _spelled(low: str, at: int, *, is_expected: bool) -> Hours | None:
    """`half past nine`, and `ten` where a time is expected."""
    match = _SPELLED.match(low, at)
    if match is None or not (match[1] or is_expected):
        return None
    number = match[2] if match[2].isdigit() else str(_NUMBERS.index(match[2]) + 1)
    whole = _time(number, None, match[3])
    if whole is None:
        return None
    minutes = int(whole[:2]) * 60 + _PARTS.get(match[1] or "", 0)
    return Hours(f"{minutes // 60:02}:{minutes % 60:02}", None, match.end())


def _time(hour: str, minute: str | None, half: str | None) -> str | None:
    number, minutes = int(hour), int(minute or 0)
    if half is not None:
        if not 1 <= number <= 12:  # noqa: PLR2004  hours of half a day
            return None
        number = number % 12 + (12 if half.startswith("p") else 0)
    elif number in _AFTERNOON:
        number += 12
    return f"{number:02}:{minutes:02}" if number < 24 and minutes < 60 else None  # noqa: PLR2004


# Morning or afternoon is said, or the hour written out in full.
_HALF_TOLD = r"\d ?[ap]\.?m\b|\b0\d[:.]\d\d|\bmorning\b"


def is_evening(low: str) -> bool:
    """Whether an hour in lower-case text is in the evening: `drinks tomorrow at 7`."""
    return re.search(EVENING, low) is not None and re.search(_HALF_TOLD, low) is None


def in_the_evening(time: str) -> str:
    """`tonight at 8` is 20:00."""
    hour = int(time[:2])
    return f"{hour + 12:02}{time[2:]}" if 6 <= hour < 12 else time  # noqa: PLR2004  by the clock
