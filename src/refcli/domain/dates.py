"""WHEN: dates as people say them, looking back for what happened and ahead for what is to come."""

import datetime as dt
import re
from enum import Enum

from refcli.errors import UsageError

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SMALL |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12}
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_COUNT = r"(\d{1,5}|[a-z]+)"
_UNIT = r"(day|week|month|year)s?"
_AGO = rf"{_COUNT} {_UNIT} ago"
_IN = rf"in {_COUNT} {_UNIT}"
_OFFSET = r"([+-])(\d{1,5})([dwmy])"
_DAY_MONTH = r"(\d{1,2})(?:st|nd|rd|th)?\.?(?: of)? ([a-z]{3,9})\.?(?:,? (\d{4}))?"
_MONTH_DAY = r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?"
_RELATIVE_DAYS = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
_RELATIVE_DAYS |= {"day before yesterday": -2, "day after tomorrow": 2}
_OFTEN = {"daily": (1, "days"), "weekly": (1, "weeks"), "fortnightly": (2, "weeks")}
_OFTEN |= {"fortnight": (2, "weeks"), "monthly": (1, "months")}
_OFTEN |= {"quarterly": (3, "months"), "yearly": (1, "years"), "annually": (1, "years")}
# Ten years of each.
_MOST_OFTEN = {"days": 3650, "weeks": 520, "months": 120, "years": 10}
# No practice is as old; arithmetic with days would end where the calendar does.
MAX_YEARS_BACK = 150
MAX_YEARS_AHEAD = 10


class Look(Enum):
    """Which way a date without a year, or a bare weekday, is meant."""

    BACK = "back"
    AHEAD = "ahead"


def parse_when(text: str, today: dt.date, look: Look) -> dt.date:
    """The day that a person means.

    Raises UsageError when it is no date, in the future for `BACK`, or more than ten years ahead.
    A past date for `AHEAD` is taken as it is: something may have been due already.
    """
    day = read_when(text, today, look)
    if day is None:
        raise UsageError(
            f"not a date: {text}",
            "write it as 2026-12-01, `1 dec`, yesterday, friday, `next week`, `3 days ago` or +10d",
        )
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


def read_when(text: str, today: dt.date, look: Look) -> dt.date | None:
    """The day that the text means as a whole, or None when it is no date."""
    words = " ".join(text.lower().replace("_", " ").split()).removeprefix("on ")
    try:
        for reader in (_iso, _named_day, _weekday, _counted, _calendar_day, _free_layout):
            day = reader(words, today, look)
            if day is not None:
                return day
    except (ValueError, OverflowError):
        return None
    return None


def _iso(words: str, _today: dt.date, _look: Look) -> dt.date | None:
    if match := re.fullmatch(r"(\d{4})([-/.])(\d{2})\2(\d{2})", words):
        return dt.date(int(match[1]), int(match[3]), int(match[4]))
    return None


def _named_day(words: str, today: dt.date, _look: Look) -> dt.date | None:
    if words in _RELATIVE_DAYS:
        return today + dt.timedelta(days=_RELATIVE_DAYS[words])
    monday = today - dt.timedelta(days=today.weekday())
    if words in ("next week", "last week", "this week"):
        return monday + dt.timedelta(days={"next": 7, "last": -7, "this": 0}[words[:4]])
    first = today.replace(day=1)
    if words in ("next month", "last month"):
        return add_months(first, 1 if words == "next month" else -1)
    return None


def _weekday_number(word: str) -> int | None:
    if len(word) < 3:  # noqa: PLR2004  `mo` could be anything
        return None
    numbers = [i for i, name in enumerate(_WEEKDAYS) if name.startswith(word)]
    return numbers[0] if len(numbers) == 1 else None


def _weekday(words: str, today: dt.date, look: Look) -> dt.date | None:
    qualifier, _, name = words.rpartition(" ")
    number = _weekday_number(name)
    if number is None or qualifier not in ("", "last", "next", "this"):
        return None
    back = (today.weekday() - number) % 7
    ahead = (number - today.weekday()) % 7
    if qualifier == "last":
        return today - dt.timedelta(days=back or 7)
    if qualifier == "next" or look is Look.AHEAD:
        return today + dt.timedelta(days=ahead or 7)
    return today - dt.timedelta(days=back)


def _counted(words: str, today: dt.date, _look: Look) -> dt.date | None:
    if match := re.fullmatch(_OFFSET, words):
        count = int(match[2]) * (1 if match[1] == "+" else -1)
        return _shifted(today, count, _UNITS[match[3]])
    for pattern, sign in ((_AGO, -1), (_IN, 1)):
        if match := re.fullmatch(pattern, words):
            number = int(match[1]) if match[1].isdigit() else _SMALL.get(match[1])
            if number is not None:
                return _shifted(today, sign * number, match[2] + "s")
    return None


def _shifted(day: dt.date, count: int, unit: str) -> dt.date:
    if unit in ("days", "weeks"):
        return day + dt.timedelta(days=count * (7 if unit == "weeks" else 1))
    return add_months(day, count * (12 if unit == "years" else 1))


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or that month's last day when it has no such day."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def parse_every(text: str) -> str:
    """How often something comes again: `3 months`, `1 week`, for `after_a_while`.

    Takes `month`, `every 3 months`, `2 weeks`, `quarter`, `yearly`; raises UsageError otherwise.
    """
    words = re.sub(r"^every ", "", " ".join(text.casefold().split()))
    match = re.fullmatch(rf"(?:{_COUNT} )?(?:{_UNIT}|(quarter)s?)", words)
    if words in _OFTEN:
        count, unit = _OFTEN[words]
    elif match is not None:
        typed = match[1] or "1"
        count = int(typed) if typed.isdigit() else _SMALL.get(typed, 0)
        count, unit = (3 * count, "months") if match[3] else (count, f"{match[2]}s")
    else:
        count, unit = 0, ""
    if not count or count > _MOST_OFTEN[unit]:
        raise UsageError(f"not so often: {text}", 'write it as "3 months", "2 weeks" or yearly')
    return f"{count} {unit[:-1] if count == 1 else unit}"


def every_words(every: str) -> str:
    """`every 3 months`, `every week`."""
    count, unit = every.split()
    return f"every {unit}" if count == "1" else f"every {count} {unit}"


def after_a_while(day: dt.date, every: str) -> dt.date:
    """The day that lies so long after another: `3 months`, as `parse_every` gives it."""
    count, unit = every.split()
    return _shifted(day, int(count), f"{unit.removesuffix('s')}s")


def _calendar_day(words: str, today: dt.date, look: Look) -> dt.date | None:
    if match := re.fullmatch(_DAY_MONTH, words):
        day, month, year = match[1], match[2], match[3]
    elif match := re.fullmatch(_MONTH_DAY, words):
        day, month, year = match[2], match[1], match[3]
    else:
        return None
    number = _month_number(month)
    if number is None:
        return None
    if year:
        return dt.date(int(year), number, int(day))
    return _nearest_year(int(day), number, today, look)


def _month_number(word: str) -> int | None:
    for number, name in enumerate(_MONTHS, start=1):
        if name.startswith(word) or word == "sept" == name[:4]:
            return number
    return None


def _nearest_year(day: int, month: int, today: dt.date, look: Look) -> dt.date | None:
    """The latest such day up to today, or the next one from today on; leap days included."""
    step = -1 if look is Look.BACK else 1
    for year in range(today.year, today.year + 9 * step, step):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if (found <= today) if look is Look.BACK else (found >= today):
            return found
    return None


def _free_layout(words: str, _today: dt.date, _look: Look) -> dt.date | None:
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
