"""The day that a text means as a whole, or from a place in it on."""

import datetime as dt
import re

from refcli.domain.dates import Look, add_months
from refcli.domain.when.phrases import ALONE, PHRASES, first_word, leads_of, reading_of
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError

# No practice is as old; arithmetic with days would end where the calendar does.
MAX_YEARS_BACK = 150
MAX_YEARS_AHEAD = 10


def parse_when(text: str, reader: Reader) -> dt.date:
    """The day that a person means.

    Raises UsageError when it is no date, in the future for `BACK`, or more than ten years ahead.
    A past date for `AHEAD` is taken as it is: something may have been due already.
    """
    day = read_when(text, reader)
    if day is None:
        raise not_a_day(text)
    return checked(day, text, reader.today, reader.look)


def not_a_day(text: str) -> UsageError:
    """The refusal of what is no date."""
    return UsageError(
        f"not a date: {text}",
        "write it as 2026-12-01, `1 dec`, yesterday, friday, `next week`, `3 days ago` or +10d",
    )


def checked(day: dt.date, text: str, today: dt.date, look: Look) -> dt.date:
    """The day, unless it is out of reach: raises UsageError then."""
    if look is Look.BACK and day > today:
        raise UsageError(
            f"{day.isoformat()} has not happened yet: {text}",
            "nothing was saved; give a day up to today",
        )
    if today.year - day.year > MAX_YEARS_BACK:
        raise UsageError(f"more than {MAX_YEARS_BACK} years ago: {text}", "nothing was saved")
    is_far = day.year - today.year >= MAX_YEARS_AHEAD
    if is_far and day > add_months(today, 12 * MAX_YEARS_AHEAD):
        raise UsageError(f"more than {MAX_YEARS_AHEAD} years away: {text}", "nothing was saved")
    return day


def read_when(text: str, reader: Reader) -> dt.date | None:
    """The day that the text means as a whole, or None when it is no date.

    Raises UsageError when it names two days, or can be read in two ways.
    """
    words = " ".join(text.lower().replace("_", " ").split()).removeprefix("on ").rstrip(",;!")
    try:
        return reading_of(words, reader, (*PHRASES, *ALONE)) or _free_layout(words)
    except (ValueError, OverflowError):
        return None


def longest_day(text: str, at: int, reader: Reader) -> tuple[int, dt.date] | None:
    """(where it ends, the day) of the longest phrase that begins at a place of lower-case text."""
    found: tuple[int, dt.date] | None = None
    leads = leads_of(first_word(text, at))
    for phrase in PHRASES:
        if not leads & phrase.leads:
            continue
        match = phrase.pattern.match(text, at)
        if match is None or (found is not None and match.end() <= found[0]):
            continue
        try:
            day = phrase.read(match, reader)
        except (ValueError, OverflowError):
            continue
        if day is not None:
            found = match.end(), day
    return found


def _free_layout(words: str) -> dt.date | None:
    """A date with its year in another layout, when it can be read in one way only."""
    if not re.search(r"\d{4}", words) or not re.fullmatch(r"[\w ,./-]{6,30}", words):
        return None
    from dateutil import parser

    readings = {
        parser.parse(words, dayfirst=dayfirst, default=default).date()
        for dayfirst in (True, False)
        for default in (dt.datetime(2000, 1, 1), dt.datetime(2001, 2, 2))  # noqa: DTZ001  days only
    }
    return readings.pop() if len(readings) == 1 else None
