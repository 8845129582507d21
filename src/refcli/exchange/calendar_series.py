"""The days of a plain series, quickly: what a rule says by itself needs no library of calendars.

A series that says more (further dates, days moved for good, a zone that nobody knows together with
an end in UTC) is left to recurring-ical-events.
"""

import datetime as dt
import re
import zoneinfo
from collections import deque
from collections.abc import Sequence
from itertools import chain, islice
from typing import NamedTuple

from refcli.exchange.calendar_blocks import Block

_VALUE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
_UNTIL = re.compile(r"(?i)UNTIL=([0-9TZ]+)")
_FREQUENT = re.compile(r"(?i)FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)")


class Moment(NamedTuple):
    """A day or hour as a calendar writes it; `zone` is its name, `UTC` for an instant."""

    at: dt.datetime
    zone: str
    is_day: bool


def days_of(
    master: Block, overrides: Sequence[Block], since: dt.date, today: dt.date, most: int
) -> list[dt.date] | None:
    """The last days of a series up to today, without those that stand for themselves.

    None where the rule cannot be followed so. Raises ValueError for a rule that is none.
    """
    from dateutil.rrule import rrulestr

    start = _moment(master, "DTSTART")
    rules = master.values(b"RRULE")
    if start is None or len(rules) != 1 or master.values(b"RDATE") or master.values(b"EXRULE"):
        return None
    end = dt.datetime.combine(today + dt.timedelta(days=2), dt.time())
    rule = _rule(_COUNT.sub("", rules[0][1]), start)
    left_out = _left_out(master, overrides, start)
    if rule is None or left_out is None:
        return None
    if not _UNTIL.search(rule):  # what never comes is looked for no longer than that
        rule += f";UNTIL={end:%Y%m%dT%H%M%S}"
    kept: deque[dt.date] = deque(maxlen=most)
    # It begins on its first day, whether its rule has that day or not.
    if (end_told := _UNTIL.search(rule)) and end_told[1] < f"{start.at:%Y%m%dT%H%M%S}":
        return []
    counted = islice(rrulestr(rule, dtstart=start.at), _most_counted(rules[0][1]))
    later = (found for found in counted if found != start.at)
    for found in chain((start.at,), later):
        if found > end:
            break
        day = _local(found, start)
        if since <= day <= today and found.date() not in left_out:
            kept.append(day)
    return list(kept)


def _most_counted(rule: str) -> int | None:
    """So many days its count allows, None where it has none."""
    found = _COUNT.search(rule)
    return int(found[1]) if found else None


_COUNT = re.compile(r"(?i);?COUNT=(\d{1,9})(?!\d)")


def _rule(rule: str, start: Moment) -> str | None:
    """The rule with its end as the wall clock of its start has it."""
    if not _FREQUENT.search(rule):
        return None
    found = _UNTIL.search(rule)
    if found is None:
        return rule
    until = _parsed(found[1])
    if until is None:
        return None
    end = until.at
    if until.is_day:
        end = end.replace(hour=23, minute=59, second=59)
    elif until.zone == "UTC" and start.zone not in ("UTC", ""):
        try:
            zone = zoneinfo.ZoneInfo(start.zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            return None
        end = end.replace(tzinfo=dt.UTC).astimezone(zone).replace(tzinfo=None)
    return _UNTIL.sub(f"UNTIL={end:%Y%m%dT%H%M%S}", rule)


def _left_out(
    master: Block, overrides: Sequence[Block], start: Moment
) -> frozenset[dt.date] | None:
    """The days that were struck out or stand for themselves, as the series counts them."""
    told = master.values(b"EXDATE")
    for block in overrides:
        told += block.values(b"RECURRENCE-ID")
    days = set()
    for head, value in told:
        if "THISANDFUTURE" in head.upper():
            return None
        for text in value.split(","):
            moment = _parsed(text.strip(), _zone_in(head))
            if moment is None or not (moment.is_day or moment.zone == start.zone):
                return None
            days.add(moment.at.date())
    return frozenset(days)


def _moment(block: Block, name: str) -> Moment | None:
    values = block.values(name.encode())
    return _parsed(values[0][1].strip(), _zone_in(values[0][0])) if len(values) == 1 else None


def _zone_in(head: str) -> str:
    found = re.search(r"(?i);TZID=\"?([^\";:]*)", head)
    return found[1] if found else ""


def _parsed(text: str, zone: str = "") -> Moment | None:
    """A value as calendars write it; None for anything else. Raises ValueError for no day."""
    found = _VALUE.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, utc = found.groups()
    at = dt.datetime(  # noqa: DTZ001  by the wall clock, whose zone stands beside it
        int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0)
    )
    return Moment(at, "UTC" if utc else zone, is_day=hour is None)


def _local(found: dt.datetime, start: Moment) -> dt.date:
    """The day as the calendar's own zone has it; instants as here."""
    return found.replace(tzinfo=dt.UTC).astimezone().date() if start.zone == "UTC" else found.date()
