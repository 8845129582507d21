"""Which backups are kept: the last few, then one a week, then one a month."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple


class Keep(NamedTuple):
    """The last `newest`, plus one a week for `weeks`, plus one a month for `months`."""

    newest: int = 10
    weeks: int = 8
    months: int = 12


def kept(days: Sequence[dt.date], keep: Keep) -> frozenset[int]:
    """The positions of the backups that stay; `days` are theirs, oldest first.

    Of a week or month its newest backup is the one; weeks are those of ISO 8601.
    """
    if not days:
        return frozenset()
    newest_first = sorted(range(len(days)), key=lambda n: (days[n], n), reverse=True)
    last = days[newest_first[0]]
    stays = set(newest_first[: max(1, keep.newest)])
    weeks: set[tuple[int, int]] = set()
    months: set[tuple[int, int]] = set()
    for number in newest_first:
        day = days[number]
        week = day.isocalendar()[:2]
        if (last - day).days < 7 * keep.weeks and week not in weeks:
            weeks.add(week)
            stays.add(number)
        month = (day.year, day.month)
        ago = (last.year - day.year) * 12 + last.month - day.month
        if ago < keep.months and month not in months:
            months.add(month)
            stays.add(number)
    return frozenset(stays)
