"""A day that comes again each year, with or without the year of the first."""

import datetime as dt
import re

from refcli.domain.dates import Look
from refcli.domain.when.parse import checked, not_a_day, read_when
from refcli.domain.when.reader import Reader

_YEARLESS = r"--?(\d\d)-(\d\d)"
# A date of numbers whose year has two of them.
_SHORT_YEAR = r"^(\d{1,2}[./-]\d{1,2}[./-]|\d{1,2}(?:st|nd|rd|th)?\.? [A-Za-z]{3,9}\.? )'?(\d\d)$"
_LEAP_YEAR = 2000


def read_each_year(text: str, reader: Reader) -> tuple[str, int | None]:
    """(MM-DD, year or None) of a date as people say it; `--12-05` too, as address books do.

    Raises UsageError for what is no date. A year of two digits is of the past.
    """
    words = re.sub(_SHORT_YEAR, lambda m: m[1] + _whole_year(m[2], reader.today), text.strip())
    match = re.fullmatch(_YEARLESS, words)
    if match is not None:
        return _checked_day(text, int(match[1]), int(match[2])), None
    day = read_when(words, reader)
    # Read from another year on, a date without its year falls in another.
    other = read_when(words, reader._replace(today=_four_years_on(reader.today)))
    if day is None or other is None:
        raise not_a_day(text)
    if day != other:
        return day.strftime("%m-%d"), None
    day = checked(day, text, reader.today, Look.AHEAD)
    return day.strftime("%m-%d"), day.year


def _whole_year(digits: str, today: dt.date) -> str:
    """The year of the past that two digits mean."""
    century = today.year - today.year % 100
    return str(century + int(digits) - (100 if century + int(digits) > today.year else 0))


def _four_years_on(today: dt.date) -> dt.date:
    """The same day four years on, so that a leap day stays one."""
    first = today.replace(day=1)
    return first.replace(year=first.year + 4) + (today - first)


def _checked_day(text: str, month: int, day: int) -> str:
    try:
        return dt.date(_LEAP_YEAR, month, day).strftime("%m-%d")
    except ValueError:
        raise not_a_day(text) from None
