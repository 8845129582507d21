"""Calendars: past events with other people, recurring ones day by day; titles only when asked."""

import datetime as dt
import re
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO

import icalendar
import recurring_ical_events

from refcli.domain.imports import Entry, ImportedExchange, RejectedRow
from refcli.domain.interactions import Channel, Direction
from refcli.domain.text import clean_line
from refcli.exchange.calendar_blocks import Block, blocks_of, unfolded
from refcli.exchange.calendar_series import days_of
from refcli.exchange.keys import exchange_key
from refcli.exchange.left_out import Reasons, events_left_out

_YEARS = 50
# With more guests than this it was an event rather than a meeting.
_A_CROWD = 20
# So many days of one series, and of all that a file holds.
_MOST_OF_ONE, _MOST_OF_ALL = 10_000, 100_000
_ENDLESS = re.compile(rb"(?i)FREQ=(?:SECONDLY|MINUTELY|HOURLY)|INTERVAL=(?![1-9]\d{0,5}(?:;|\s*$))")
_MEETING_LINK = re.compile(
    r"zoom\.us|teams\.(microsoft|live)\.com|meet\.google\.com|webex\.com|whereby\.com"
    r"|gotomeeting\.com|skype\.com|facetime\.apple\.com|jitsi",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^mailto:", re.IGNORECASE)
# Whatever a library may raise on foreign text.
_BROKEN = (
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError),
    OSError,  # a zone is looked up among files, by whatever name it has
)
# Some programs say in the title that it does not take place, or that somebody will not come.
_CALLED_OFF = re.compile(
    r"(?i)\s*(?:cancell?ed|declined|abgesagt|abgelehnt|annul[ée]e?|refus[ée]e?|annullato|rifiutato"
    r"|cancelad[oa]|rechazad[oa]|recusad[oa]|geannuleerd|geweigerd|avlyst|inställt|aflyst|peruttu"
    r"|odwołan[eoay])\s*:"
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The events of a file up to a day, seen from `me`; can be gone through again."""

    stream: BinaryIO
    today: dt.date
    me: frozenset[str]
    with_titles: bool

    def __iter__(self) -> Iterator[Entry]:
        """Each past event with guests, and each event that cannot be read."""
        newest, cancelled = self._newest()
        zones, events = blocks_of(self.stream)
        series: dict[bytes, list[Block]] = {}
        for block in events:
            if self._is_over(block, newest, cancelled):
                continue
            if any(_ENDLESS.search(line) for line in block.lines if line[:5].upper() == b"RRULE"):
                yield RejectedRow(block.line, "an event that recurs within a day", fatal=False)
            elif block.is_series and block.uid:
                series.setdefault(block.uid, []).append(block)
            elif block.has_guests(self.me) or not block.uid:
                yield from self._read((block,), zones, _MOST_OF_ONE)
            else:
                yield from self._broken_alone(block, zones)
        left = _MOST_OF_ALL
        for blocks in series.values():
            if not any(block.has_guests(self.me) for block in blocks):
                continue
            for entry in self._series(blocks, zones, min(left, _MOST_OF_ONE)):
                left -= 1
                yield entry
            if left <= 0:
                reason = f"the file holds more than {_MOST_OF_ALL:,} days; the rest is left out"
                yield RejectedRow(blocks[0].line, reason, fatal=False)
                return

    def left_out(self, reasons: Reasons) -> bytes:
        """Those events as they stand in the file, each with why it was left out."""
        zones, events = blocks_of(self.stream)
        deque(events, maxlen=0)
        return events_left_out(unfolded(self.stream), zones, reasons)

    def _newest(self) -> tuple[dict[bytes, int], set[bytes]]:
        """By UID the newest version of each event, and which of them were called off whole."""
        newest: dict[bytes, int] = {}
        cancelled: set[bytes] = set()
        for block in blocks_of(self.stream).events:
            if not block.uid or block.is_override:
                continue
            if block.sequence >= newest.get(block.uid, 0):
                newest[block.uid] = block.sequence
                (cancelled.add if block.is_cancelled else cancelled.discard)(block.uid)
        return newest, cancelled

    def _is_over(self, block: Block, newest: dict[bytes, int], cancelled: set[bytes]) -> bool:
        """Whether an event was called off, or stands in the file in a newer version."""
        if not block.uid or block.is_override:
            return block.is_cancelled and not block.is_override
        return block.uid in cancelled or block.sequence < newest[block.uid]

    def _series(self, blocks: Sequence[Block], zones: list[bytes], most: int) -> Iterator[Entry]:
        """The days of a series, and those of it that were moved."""
        masters = [block for block in blocks if not block.is_override]
        moved = [block for block in blocks if block.is_override]
        days = None
        with suppress(*_BROKEN):  # what is wrong with it is said below
            if len(masters) == 1:
                days = days_of(masters[0], moved, self._since, self.today, most)
        if days is None:
            yield from self._read(blocks, zones, most)
            return
        yield from self._on_days(masters[0], zones, days)
        for block in moved:
            if block.has_guests(self.me) and not block.is_cancelled:
                yield from self._read((block.without(b"RECURRENCE-ID"),), zones, 1)

    @property
    def _since(self) -> dt.date:
        return self.today - dt.timedelta(days=365 * _YEARS)

    def _on_days(
        self, block: Block, zones: list[bytes], days: Sequence[dt.date]
    ) -> Iterator[Entry]:
        """One exchange for each day, all like the first; a broken event is told with its line."""
        first = self._first(block.without(b"RRULE", b"EXDATE"), zones)
        if isinstance(first, RejectedRow):
            yield first
        elif first is not None:
            uid = block.uid.decode("utf-8", "replace")
            for day in days:
                key = exchange_key("event", day, Direction.BOTH, (uid,))
                yield first._replace(on=day, key=key)

    def _first(self, block: Block, zones: list[bytes]) -> ImportedExchange | RejectedRow | None:
        """A series as it would be on its first day; a zone that cannot be read is one unknown."""
        errors = list[Exception]()
        for told in (_used((block,), zones), []):
            try:
                (event,) = _parsed((block,), told).walk("VEVENT")
                _refuse_broken(event)
                return self._exchange(block, event, _local_day(event) or self.today)
            except _BROKEN as error:
                errors.append(error)
        return _unreadable(block.line, errors)

    def _broken_alone(self, block: Block, zones: list[bytes]) -> Iterator[Entry]:
        """An event with nobody in it brings nothing, and is told where it is broken."""
        yield from (e for e in self._read((block,), zones, 1) if isinstance(e, RejectedRow))

    def _read(self, blocks: Sequence[Block], zones: list[bytes], most: int) -> Iterator[Entry]:
        """The days of one event or series; what of it is broken is told with its line.

        A zone that cannot be read is one that nobody knows, and a day that was moved to nowhere
        leaves the series.
        """
        masters = [block for block in blocks if not block.is_override]
        moved = next((block for block in blocks if block.is_override), None)
        used = _used(blocks, zones)
        tries: list[tuple[Sequence[Block], list[bytes]]] = [(blocks, used)]
        tries += [(blocks, [])] if used else []
        tries += [(masters, [])] if masters and moved else []
        errors = list[Exception]()
        for parts, told in tries:
            try:
                yield from self._days(parts[0], _parsed(parts, told), most)
            except _BROKEN as error:
                errors.append(error)
                continue
            if parts is blocks:
                return
            break
        yield _unreadable(moved.line if moved else blocks[0].line, errors)

    def _days(self, first: Block, calendar: Any, most: int) -> list[Entry]:
        events = calendar.walk("VEVENT")
        for event in events:
            _refuse_broken(event)
        query = recurring_ical_events.of(calendar, skip_bad_series=False)
        found = list[Entry]()
        for event in islice(query.after(self._since), most):
            day = _local_day(event)
            if day is None or day > self.today:
                break
            exchange = self._exchange(first, event, day)
            if exchange is not None:
                found.append(exchange)
        return found

    def _exchange(self, first: Block, event: Any, day: dt.date) -> ImportedExchange | None:
        is_off = _CALLED_OFF.match(str(event.get("SUMMARY", ""))) is not None
        if is_off or str(event.get("STATUS", "")).upper() == "CANCELLED":
            return None
        guests = self._guests(event)
        if not guests:
            return None
        start = getattr(event.get("DTSTART"), "dt", day)
        summary = str(event.get("SUMMARY", ""))
        named = str(event.get("UID", "")) if first.uid else ""
        return ImportedExchange(
            line=first.line,
            on=day,
            channel=_channel(event, len(guests)),
            direction=Direction.BOTH,
            key=exchange_key(
                "event", day, Direction.BOTH, (named or f"{start} {guests} {summary}",)
            ),
            emails=guests,
            title=clean_line(str(event.get("SUMMARY", "")))[:200] if self.with_titles else "",
        )

    def _guests(self, event: Any) -> tuple[str, ...]:
        """The addresses of those who took part; empty when I declined."""
        found: dict[str, None] = {}
        for guest in [*_several(event.get("ORGANIZER")), *_several(event.get("ATTENDEE"))]:
            address = _ADDRESS.sub("", str(guest)).strip().lower()
            if "@" not in address:
                address = str(guest.params.get("EMAIL", "")).strip().lower()
            declined = str(guest.params.get("PARTSTAT", "")).upper() == "DECLINED"
            if declined and address in self.me:
                return ()
            if declined:
                found.pop(address, None)
            elif address not in self.me and "@" in address:
                found[address] = None
        return tuple(found)


def _unreadable(line: int, errors: Sequence[Exception]) -> RejectedRow:
    """An event, and what was wrong with it at the first try."""
    reason = clean_line(str(errors[0]))[:100] or type(errors[0]).__name__
    return RejectedRow(line, f"an event that cannot be read ({reason})", fatal=True)


def _parsed(blocks: Sequence[Block], zones: list[bytes]) -> Any:
    """The events of one UID, with the zones that they name, as a calendar of their own."""
    parts = [b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:-", *zones]
    for block in blocks:
        lines = (line for line in block.whole if block.uid or line[:3].upper() != b"UID")
        uid = () if block.uid else (b"UID:-",)
        parts += [b"BEGIN:VEVENT", *lines, *uid, b"END:VEVENT"]
    return icalendar.Calendar.from_ical(b"\r\n".join([*parts, b"END:VCALENDAR", b""]))


def _used(blocks: Sequence[Block], zones: list[bytes]) -> list[bytes]:
    """The zones that the events name."""
    named = {
        found[1].strip(b'"')
        for block in blocks
        for line in block.lines
        if (found := re.search(rb"(?i);TZID=(\"[^\"]*\"|[^;:]*)", line))
    }
    return [zone for zone in zones if any(name in zone for name in named if name)]


def _refuse_broken(event: Any) -> None:
    """Raise ValueError for what says neither when it begins nor when it ends."""
    start = _said(event, "DTSTART", "beginning")
    end, length = _said(event, "DTEND", "end"), _said(event, "DURATION", "length")
    if start is None:
        raise ValueError("it does not say when it begins")
    if isinstance(length, dt.timedelta) and length < dt.timedelta():
        raise ValueError("its length is negative")
    if end is not None and type(end) is type(start) and _naive(end) < _naive(start):
        raise ValueError("it ends before it begins")


def _said(event: Any, name: str, what: str) -> Any:
    """The day, hour or length that a property says, None where it is not there.

    Raises ValueError for one that says none, whichever error the library has for it.
    """
    told = event.get(name)
    if told is None:
        return None
    try:
        return told.dt
    except _BROKEN as error:
        raise ValueError(f"its {what} cannot be read: {clean_line(str(told))[:60]}") from error


def _naive(value: Any) -> Any:
    """A day or hour that can be compared with another of its zone."""
    return value.replace(tzinfo=None) if isinstance(value, dt.datetime) else value


def _several(value: Any) -> list[Any]:
    found = value if isinstance(value, list) else [] if value is None else [value]
    return [guest for guest in found if hasattr(guest, "params")]


def _local_day(event: Any) -> dt.date | None:
    """The day on which it began, as the calendar's own zone has it; instants in UTC as here."""
    start = event.get("DTSTART")
    value = getattr(start, "dt", None)
    if isinstance(value, dt.datetime):
        # London is no UTC in winter either.
        is_utc = value.tzname() in ("UTC", "Z") and value.utcoffset() == dt.timedelta(0)
        return (value.astimezone() if is_utc else value).date()
    return value if isinstance(value, dt.date) else None


def _channel(event: Any, guests: int) -> Channel:
    if guests > _A_CROWD:
        return Channel.EVENT
    names = ("LOCATION", "URL", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
    places = " ".join(str(event.get(name, "")) for name in (*names, "CONFERENCE", "DESCRIPTION"))
    return Channel.VIDEO if _MEETING_LINK.search(places) else Channel.IN_PERSON
