"""Calendars: past events with other people, recurring ones day by day; titles only when asked."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import icalendar
import recurring_ical_events

from refcli.domain.imports import Entry, ImportedExchange, RejectedRow
from refcli.domain.interactions import Channel, Direction
from refcli.domain.text import clean_line
from refcli.errors import BadData
from refcli.exchange.keys import exchange_key

MAX_BYTES = 60_000_000
_YEARS = 15
# With more guests than this it was an event rather than a meeting.
_A_CROWD = 20
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_MEETING_LINK = re.compile(
    r"zoom\.us|teams\.(microsoft|live)\.com|meet\.google\.com|webex\.com|whereby\.com"
    r"|gotomeeting\.com|skype\.com|facetime\.apple\.com|jitsi",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^mailto:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The events of a file up to a day, seen from `me`; can be gone through again."""

    data: bytes
    name: str
    today: dt.date
    me: frozenset[str]
    with_titles: bool

    def __iter__(self) -> Iterator[Entry]:
        """Each past event with guests, and each series that cannot be taken."""
        calendars = self._calendars()
        for number, calendar in enumerate(calendars, start=1):
            yield from self._bad_series(calendar)
            begin = self.today - dt.timedelta(days=365 * _YEARS)
            end = self.today + dt.timedelta(days=1)
            query = recurring_ical_events.of(calendar, skip_bad_series=True)
            for event in query.between(begin, end):
                found = self._exchange(number, event)
                if found is not None:
                    yield found

    def _calendars(self) -> list[Any]:
        if len(self.data) > MAX_BYTES:
            size = MAX_BYTES // 1_000_000
            raise BadData(f"larger than {size} MB, so nothing was imported: {self.name}")
        try:
            found = icalendar.Calendar.from_ical(self.data, multiple=True)
        except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
            reason = clean_line(str(error))[:100]
            raise BadData(
                f"no calendar that can be read ({reason}), so nothing was imported: {self.name}"
            ) from error
        if not found:
            raise BadData(f"no calendar in it, so nothing was imported: {self.name}")
        return list(found)

    def _bad_series(self, calendar: Any) -> Iterator[RejectedRow]:
        """Series that would never end are taken out before anything is counted."""
        for number, event in enumerate(list(calendar.walk("VEVENT")), start=1):
            rule = event.get("RRULE")
            rules = rule if isinstance(rule, list) else [rule] if rule else []
            often = {str(f).upper() for r in rules for f in r.get("FREQ", [])}
            if often & _TOO_OFTEN:
                calendar.subcomponents.remove(event)
                yield RejectedRow(number, "an event that recurs within a day", fatal=False)

    def _exchange(self, number: int, event: Any) -> ImportedExchange | None:
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            return None
        guests = self._guests(event)
        day = _local_day(event)
        if not guests or day is None or day > self.today:
            return None
        uid = str(event.get("UID", "")) or str(event.get("SUMMARY", ""))
        return ImportedExchange(
            line=number,
            on=day,
            channel=_channel(event, len(guests)),
            direction=Direction.BOTH,
            key=exchange_key("event", day, Direction.BOTH, (uid,)),
            emails=guests,
            title=clean_line(str(event.get("SUMMARY", "")))[:200] if self.with_titles else "",
        )

    def _guests(self, event: Any) -> tuple[str, ...]:
        """The addresses of those who took part; empty when I declined."""
        found: dict[str, None] = {}
        for guest in [*_several(event.get("ORGANIZER")), *_several(event.get("ATTENDEE"))]:
            address = _ADDRESS.sub("", str(guest)).strip().lower()
            declined = str(guest.params.get("PARTSTAT", "")).upper() == "DECLINED"
            if declined and address in self.me:
                return ()
            if declined:
                found.pop(address, None)
            elif address not in self.me and "@" in address:
                found[address] = None
        return tuple(found)


def _several(value: Any) -> list[Any]:
    found = value if isinstance(value, list) else [] if value is None else [value]
    return [guest for guest in found if hasattr(guest, "params")]


def _local_day(event: Any) -> dt.date | None:
    """The day on which it began, as the calendar's own zone has it; instants in UTC as here."""
    start = event.get("DTSTART")
    value = getattr(start, "dt", None)
    if isinstance(value, dt.datetime):
        is_utc = value.tzinfo is not None and value.utcoffset() == dt.timedelta(0)
        return (value.astimezone() if is_utc else value).date()
    return value if isinstance(value, dt.date) else None


def _channel(event: Any, guests: int) -> Channel:
    if guests > _A_CROWD:
        return Channel.EVENT
    names = ("LOCATION", "URL", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
    places = " ".join(str(event.get(name, "")) for name in (*names, "CONFERENCE", "DESCRIPTION"))
    return Channel.VIDEO if _MEETING_LINK.search(places) else Channel.IN_PERSON
