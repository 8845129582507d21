"""Yearly dates: which one comes next, and from when on it is shown.

Imports nothing heavy, since the quick lane uses it.
"""

import datetime as dt
from collections import namedtuple

# As typing.TYPE_CHECKING, which the quick lane does without.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

DONE, SKIP, SNOOZE = "done", "skip", "snooze"
ANSWERS = (DONE, SKIP, SNOOZE)
# A date is shown so long after its day, never later.
GRACE_DAYS = 14
NOTICE_DAYS = 7
MOST_NOTICE_DAYS = 180
_LEAP_DAY, _EVE = "02-29", "02-28"
_YEAR = 365


# A yearly date with its contact; `number` is that of its follow-up. No NamedTuple: that would
# import typing, which the quick lane does without.
DateRow = namedtuple(  # noqa: PYI024
    "DateRow",
    "id contact_id contact_name label month_day year notice_days recorded_on number",
)


class Coming:
    """The next time that a date comes: its day, and the first on which it is shown.

    `last` is how the time before was answered, when that was said, and its day; None for never.
    """

    __slots__ = ("due", "last", "on")

    def __init__(
        self, on: dt.date, due: dt.date, last: tuple[str, str, dt.date] | None = None
    ) -> None:
        self.on = on
        self.due = due
        self.last = last


def day_in(month_day: str, year: int) -> dt.date:
    """The day of a MM-DD in a year; 29 February is the 28th where there is none."""
    month, day = int(month_day[:2]), int(month_day[3:])
    try:
        return dt.date(year, month, day)
    except ValueError:
        return dt.date(year, month, 28)


def coming(
    month_day: str,
    first_year: int | None,
    since: dt.date,
    notice: int,
    today: dt.date,
    said: "Mapping[int, tuple[str, str | None, str]]",
) -> Coming:
    """The first time that is not over and not answered.

    `since` is the day on which the date was told: what was over then does not come. `said` has by
    year the answer, the day until which it was put off, and the day on which that was said.
    """
    year = max(today.year - 1, first_year or 0)
    last = None
    while True:
        on = day_in(month_day, year)
        answer, until, said_on = said.get(year, ("", None, ""))
        if answer in (DONE, SKIP):
            last = (answer, said_on, on)
        elif on >= since and on + dt.timedelta(days=GRACE_DAYS) >= today:
            due = on - dt.timedelta(days=notice)
            if answer == SNOOZE and until is not None:
                due = max(due, dt.date.fromisoformat(until))
            return Coming(on, due, last)
        year += 1


def next_day(month_day: str, first_year: int | None, today: dt.date) -> dt.date:
    """The next day of a date, today included, whatever was said of it."""
    year = max(today.year, first_year or 0)
    day = day_in(month_day, year)
    return day if day >= today else day_in(month_day, year + 1)


def spans(start: dt.date, end: dt.date) -> list[tuple[str, str]]:
    """The days from one to another as ranges of MM-DD, both ends included."""
    if (end - start).days >= _YEAR:
        return [("01-01", "12-31")]
    first, last = start.strftime("%m-%d"), end.strftime("%m-%d")
    last = _LEAP_DAY if last == _EVE else last
    return [(first, last)] if first <= last else [(first, "12-31"), ("01-01", last)]


def written(month_day: str, year: int | None) -> str:
    """`1976-12-05`, or `--12-05` without the year."""
    return f"--{month_day}" if year is None else f"{year:04}-{month_day}"


def date_words(label: str, contact: str, on: str, years: int | None) -> str:
    """What there is to do: `Anna Weiss: birthday, Sat 5 Dec (turns 50)`."""
    if label.casefold() == "birthday":
        turns = f", turns {years}" if years else ""
        return f"Wish {contact} a happy birthday ({on}{turns})"
    since = f", {years} {'year' if years == 1 else 'years'}" if years else ""
    return f"{contact}: {label} ({on}{since})"
