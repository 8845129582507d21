"""Days as one says them in a sentence."""

import datetime as dt

from refcli.domain.dates import MONTHS, WEEKDAYS

_A_WEEK = 7


def spoken_day(day: dt.date, today: dt.date) -> str:
    """`yesterday`, `today`, `tomorrow`, `on Tuesday`, `on 5 March`, `on 5 March 2027`."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    ahead = (day - today).days
    if ahead in near:
        return near[ahead]
    return f"on {named_day(day, today)}"


def named_day(day: dt.date, today: dt.date) -> str:
    """`Tuesday` within the week, else `5 March`, in another year with the year."""
    if 0 < (day - today).days < _A_WEEK:
        return WEEKDAYS[day.weekday()].capitalize()
    month = MONTHS[day.month - 1].capitalize()
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {month}{year}"
