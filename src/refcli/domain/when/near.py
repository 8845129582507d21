"""Phrases that reckon from today: named days, weekdays, weeks, so many days ago."""

import datetime as dt
import re

from refcli.domain.dates import SMALL, WEEKDAYS, Look, add_months, shifted, weekday_near
from refcli.domain.when.calendar import number_of
from refcli.domain.when.reader import Reader


def offset(match: re.Match[str], reader: Reader) -> dt.date:
    """`+10d`, `-3w`."""
    many = int(match[2]) * (1 if match[1] == "+" else -1)
    return shifted(reader.today, many, _UNITS[match[3]])


_UNITS = {
    "d": "day",
    "w": "week",
    "m": "month",
    "y": "year",
    "min": "minute",
    "hr": "hour",
    "night": "day",
    **dict.fromkeys(("wk", "wks"), "week"),
    **dict.fromkeys(("mo", "mos", "mth", "mths"), "month"),
    **dict.fromkeys(("yr", "yrs"), "year"),
}


def count(text: str) -> int:
    """`3`, `a`, `a couple of`; one where nothing says how many."""
    return int(text or 1) if text.isdigit() or not text else SMALL[text]


def ago(match: re.Match[str], reader: Reader) -> dt.date:
    """`3 days ago`."""
    return shifted(reader.today, -count(match[1]), _UNITS.get(match[2], match[2]))


def in_a_while(match: re.Match[str], reader: Reader) -> dt.date:
    """`in a fortnight`, `2 weeks from now`."""
    return shifted(reader.today, count(match[1]), _UNITS.get(match[2], match[2]))


def some_time(match: re.Match[str], reader: Reader) -> dt.date:
    """`2 weeks`: ago or to come, whichever way is looked."""
    return (ago if reader.look is Look.BACK else in_a_while)(match, reader)


def named(match: re.Match[str], reader: Reader) -> dt.date:
    """`today`, `last night`, `the day after tomorrow`."""
    name = match[0].removeprefix("the ")
    return reader.today + dt.timedelta(days=DAYS_AWAY[name])


DAYS_AWAY = {"today": 0, "now": 0, "just now": 0, "earlier today": 0, "later today": 0}
DAYS_AWAY |= {"tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0}
DAYS_AWAY |= {"last night": -1, "last evening": -1}
DAYS_AWAY |= {"day before yesterday": -2, "day after tomorrow": 2, "night before last": -2}
# As people shorten them.
DAYS_AWAY |= dict.fromkeys(("tmrw", "tmw", "tmr", "tomoz", "tmoro"), 1)
DAYS_AWAY |= dict.fromkeys(("2moro", "2morrow", "2mrw", "2mo", "tomoro"), 1)
DAYS_AWAY |= {"yday": -1, "y'day": -1, "yest": -1, "last nite": -1, "tonite": 0}


def next_day(match: re.Match[str], reader: Reader) -> dt.date:
    """`yesterday evening`, `tomorrow morning`."""
    return reader.today + dt.timedelta(days=-1 if match[1] == "yesterday" else 1)


def weekday(match: re.Match[str], reader: Reader) -> dt.date:
    """`friday`, `last tuesday`, `next thursday`."""
    number = number_of(match[2], WEEKDAYS)
    which = match[1] or ""
    if which in ("last", "past", "this past"):
        return weekday_near(number, reader.today - dt.timedelta(days=1), Look.BACK)
    is_ahead = which in ("next", "coming", "this coming")
    return weekday_near(number, reader.today, Look.AHEAD if is_ahead else reader.look)


def weekday_of_week(match: re.Match[str], reader: Reader) -> dt.date:
    """`friday last week`, `tuesday of next week`."""
    monday = reader.today - dt.timedelta(days=reader.today.weekday())
    weeks = {"last": -7, "this": 0, "next": 7}[match[2]]
    return monday + dt.timedelta(days=weeks + number_of(match[1], WEEKDAYS))


def weekday_before_last(match: re.Match[str], reader: Reader) -> dt.date:
    """`monday before last`: a week before the last one."""
    number = number_of(match[1], WEEKDAYS)
    last = weekday_near(number, reader.today - dt.timedelta(days=1), Look.BACK)
    return last - dt.timedelta(days=7)


def weekday_week(match: re.Match[str], reader: Reader) -> dt.date:
    """`friday week`, `thursday fortnight`: so long after the next one."""
    number = number_of(match[1], WEEKDAYS)
    return shifted(weekday_near(number, reader.today, Look.AHEAD), 1, match[2])


def day_week(match: re.Match[str], reader: Reader) -> dt.date:
    """`today week`, `tomorrow fortnight`: so long after it."""
    return shifted(reader.today + dt.timedelta(days=match[1] == "tomorrow"), 1, match[2])


def week(match: re.Match[str], reader: Reader) -> dt.date:
    """`next week` is its Monday, `last weekend` its Saturday."""
    monday = reader.today - dt.timedelta(days=reader.today.weekday())
    if match[2] == "week":
        return monday + dt.timedelta(days=7 if match[1] == "next" else -7)
    saturday = monday + dt.timedelta(days=5)
    if match[1] == "last":
        return saturday - dt.timedelta(days=7)
    is_next = match[1] == "next" and reader.today < saturday
    return saturday + dt.timedelta(days=7 if is_next or reader.today > saturday else 0)


def first_day(match: re.Match[str], reader: Reader) -> dt.date:
    """`next month`, `last year`, `next quarter`: their first day."""
    months = {"month": 1, "quarter": 3, "year": 12}[match[2]]
    first = reader.today.replace(day=1)
    begun = first.replace(month=(first.month - 1) // months * months + 1)
    return add_months(begun, months if match[1] == "next" else -months)


def end_of(match: re.Match[str], reader: Reader) -> dt.date:
    """`end of the month`, `eow`: its last day, of a week its Friday."""
    said = match.groupdict()
    unit = said.get("unit") or ENDS[match[0]]
    today, is_next = reader.today, bool(said.get("next"))
    if unit == "week":
        friday = today + dt.timedelta(days=(4 - today.weekday()) % 7)
        return friday + dt.timedelta(days=7 if is_next else 0)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    begun = today.replace(day=1, month=(today.month - 1) // months * months + 1)
    return add_months(begun, months * (2 if is_next else 1)) - dt.timedelta(days=1)


ENDS = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
