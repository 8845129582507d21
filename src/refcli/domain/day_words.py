"""Days as a person says them. Imports nothing heavy, since the quick lane uses it."""

import datetime as dt

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: dt.date, today: dt.date) -> str:
    """A day as a person says it: `today`, `Fri 4 Dec`, with the year when it is another."""
    names = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if (day - today).days in names:
        return names[(day - today).days]
    text = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def full_day_text(day: dt.date, today: dt.date) -> str:
    """A day that is said back: `today`, `yesterday, Thu 19 Nov`, `Fri 4 Dec`."""
    said = day_text(day, today)
    if day == today or said[0].isupper():
        return said
    return f"{said}, {day_text(day, today.replace(day=1) - dt.timedelta(days=60))}"


def yearly_text(on: str) -> str:
    """A yearly date as it is kept, YYYY-MM-DD or --MM-DD: `5 December 1976`, `5 December`."""
    year, month, day = on[:-6], int(on[-5:-3]), int(on[-2:])
    return f"{day} {_MONTHS[month - 1]}{'' if year in ('-', '') else f' {year}'}"


def date_text(day: dt.date) -> str:
    """A day that is read on another day: `4 Dec 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
