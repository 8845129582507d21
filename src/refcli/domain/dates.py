"""Days and months to reckon with, and which way a date is meant."""

import datetime as dt
from enum import Enum

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
SMALL |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
SMALL |= {"couple of": 2, "a couple of": 2, "half a dozen": 6}
COUNT = r"\d{1,5}|" + "|".join(sorted(SMALL, key=len, reverse=True))


class Look(Enum):
    """Which way a date without a year, or a bare weekday, is meant."""

    BACK = "back"
    AHEAD = "ahead"


def shifted(day: dt.date, count: int, unit: str) -> dt.date:
    """The day so many units later; a unit is one of hour, day, week, fortnight, month and so on."""
    if unit in _DAYS_OF:
        return day + dt.timedelta(days=count * _DAYS_OF[unit])
    return add_months(day, count * _MONTHS_OF[unit])


_DAYS_OF = {"minute": 0, "hour": 0, "day": 1, "week": 7, "fortnight": 14}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or that month's last day when it has no such day."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def last_of_month(day: dt.date) -> dt.date:
    """The last day of a day's month."""
    return add_months(day.replace(day=1), 1) - dt.timedelta(days=1)


def weekday_near(number: int, today: dt.date, look: Look) -> dt.date:
    """The latest such weekday, today included, or the next one, today excluded."""
    if look is Look.BACK:
        return today - dt.timedelta(days=(today.weekday() - number) % 7)
    return today + dt.timedelta(days=(number - today.weekday()) % 7 or 7)


def day_near(day: int, month: int, today: dt.date, look: Look) -> dt.date | None:
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
