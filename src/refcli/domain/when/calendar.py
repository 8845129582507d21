"""Phrases that name a date: a day of a month, numbers, an ordinal, a weekday of a month."""

import datetime as dt
import re

from refcli.domain.dates import (
    MONTHS,
    WEEKDAYS,
    Look,
    add_months,
    day_near,
    last_of_month,
    weekday_near,
)
from refcli.domain.when.reader import ORDERS, Reader, TwoReadings
from refcli.errors import UsageError

NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
NTH |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def number_of(word: str, names: tuple[str, ...]) -> int:
    """The place of a name that begins so among the names."""
    return next(i for i, name in enumerate(names) if name.startswith(word.rstrip(".")[:3]))


# The groups of the pattern that hold a day, a month and a year.
_GROUPS = tuple(tuple(f"{part}{way}" for way in ("", *range(2, 12))) for part in "dmy")


def calendar(match: re.Match[str], reader: Reader) -> dt.date | None:
    """`1 dec`, `Dec 1st 2026`, `1.12.`, `2026-12-01`."""
    said = match.groupdict()
    day, month, year = (
        next((said[name] for name in names if said.get(name)), None) for names in _GROUPS
    )
    if day is None or month is None:
        return None
    number = int(month) if month.isdigit() else number_of(month, MONTHS) + 1
    return _date(int(re.sub(r"\D", "", day)), number, year, reader)


def _date(day: int, month: int, year: str | None, reader: Reader) -> dt.date | None:
    if year is None:
        return day_near(day, month, reader.today, reader.look)
    return dt.date(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004


def slashed(match: re.Match[str], reader: Reader) -> dt.date | None:
    """Numbers with slashes: by the order that is set, else only when one way makes a date."""
    first, second, year = int(match["a"]), int(match["b"]), match["y4"]
    if match["by"] == "-" and year is None:
        return None  # a range, or a score
    readings = {}
    for order, (day, month) in zip(ORDERS, ((first, second), (second, first)), strict=True):
        try:
            readings[order] = _date(day, month, year, reader)
        except ValueError:
            continue
    found = {order: day for order, day in readings.items() if day is not None}
    if reader.order in found:
        return found[reader.order]
    if len(set(found.values())) > 1:
        raise TwoReadings(match[0], found)
    return next(iter(found.values()), None)


def with_weekday(match: re.Match[str], reader: Reader) -> dt.date | None:
    """A weekday and a date must agree."""
    read = slashed if match.groupdict().get("a") else calendar
    return _agreeing(match, read(match, reader))


def _agreeing(match: re.Match[str], day: dt.date | None) -> dt.date | None:
    if day is None:
        return None
    number = number_of(match["wd"], WEEKDAYS)
    if day.weekday() == number:
        return day
    meant = min(
        (weekday_near(number, day, look) for look in Look), key=lambda found: abs(found - day)
    )
    names = [f"{found.isoformat()} ({WEEKDAYS[found.weekday()]})" for found in (day, meant)]
    raise UsageError(
        f"{match[0].strip()} does not agree: it can be {' or '.join(names)}",
        "nothing was saved; give one of the two",
    )


def ordinal(match: re.Match[str], reader: Reader) -> dt.date | None:
    """`the 5th`: of this month or of the one before or after it, where it has such a day."""
    wanted = int(re.sub(r"\D", "", match["n"]))
    month = reader.today.replace(day=1)
    which = match.groupdict().get("which")
    if which is not None:
        return _in_month(add_months(month, _MONTHS_AWAY[which]), wanted)
    step = -1 if reader.look is Look.BACK else 1
    for count in range(3):
        day = _in_month(add_months(month, count * step), wanted)
        if day is not None and (
            day <= reader.today if reader.look is Look.BACK else day >= reader.today
        ):
            return day
    return None


_MONTHS_AWAY = {"this": 0, "the": 0, "next": 1, "last": -1}


def _in_month(first: dt.date, day: int) -> dt.date | None:
    return first.replace(day=day) if 1 <= day <= last_of_month(first).day else None


def weekday_ordinal(match: re.Match[str], reader: Reader) -> dt.date | None:
    """`thursday the 26th`: both must agree."""
    return _agreeing(match, ordinal(match, reader))


def edge_of_month(match: re.Match[str], reader: Reader) -> dt.date | None:
    """`the end of october`: its last day; `the start of`: its first."""
    number = number_of(match["m"], MONTHS) + 1
    is_end = match["edge"] == "end"
    years = [int(match["y"])] if match["y"] else range(reader.today.year - 1, reader.today.year + 2)
    days = [dt.date(year, number, 1) for year in years]
    if is_end:
        days = [last_of_month(day) for day in days]
    if match["y"]:
        return days[0]
    if reader.look is Look.BACK:
        return max(day for day in days if day <= reader.today)
    return min(day for day in days if day >= reader.today)


def nth_weekday(match: re.Match[str], reader: Reader) -> dt.date | None:
    """`first monday of december`, `last friday of the month`."""
    number, nth = number_of(match["wd"], WEEKDAYS), NTH[match["nth"]]
    if match["which"]:
        months = [add_months(reader.today.replace(day=1), _MONTHS_AWAY[match["which"]])]
    else:
        month = number_of(match["m"], MONTHS) + 1
        this = reader.today.year
        years = [int(match["y"])] if match["y"] else [this - 1, this, this + 1]
        months = [dt.date(year, month, 1) for year in years]
    days = [_nth_of(first, number, nth) for first in months]
    if match["which"] or match["y"]:
        return days[0]
    if reader.look is Look.BACK:
        return max(day for day in days if day <= reader.today)
    return min(day for day in days if day >= reader.today)


def _nth_of(first: dt.date, weekday: int, nth: int) -> dt.date:
    if nth < 0:
        return weekday_near(weekday, last_of_month(first), Look.BACK)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def year(match: re.Match[str], reader: Reader) -> dt.date | None:
    """`2023`, its first day, where long ago is meant."""
    return dt.date(int(match[1]), 1, 1) if reader.is_long_ago else None


def year_month(match: re.Match[str], reader: Reader) -> dt.date | None:
    """`2020-03`, its first day, where long ago is meant."""
    if not reader.is_long_ago:
        return None
    month = match["m"] or match["m2"]
    number = int(month) if month.isdigit() else number_of(month, MONTHS) + 1
    return dt.date(int(match["y"] or match["y2"]), number, 1)
