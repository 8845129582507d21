"""A calendar's events one by one, so that a broken one never takes the others with it.

Only what says when, with whom and where is handed on: a broken alarm, description or property of a
program's own is passed over with everything else that nobody asks for.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from refcli.domain.text import clean_line

_LONGEST_LINE = 1_000_000
_LONGEST_BLOCK = 200_000
_LONGEST_GUEST = 2_000
_MOST_ZONES = 400
_WANTED = re.compile(
    rb"(?i)(?:BEGIN|END|SEQUENCE|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID|UID|STATUS"
    rb"|ORGANIZER|ATTENDEE|SUMMARY|LOCATION|URL|CONFERENCE|DESCRIPTION|X-GOOGLE-CONFERENCE"
    rb"|X-MICROSOFT-SKYPETEAMSMEETINGURL)[;:]"
)
# Text of which a letter that cannot be read does not matter.
_TEXTS = re.compile(rb"(?i)(?:SUMMARY|LOCATION|DESCRIPTION|URL|CONFERENCE|X-[\w-]+)[;:]")
# Hours and less within a day are one meeting.
_WITHIN_A_DAY = re.compile(
    rb"(?i)(?:(?<=:)BY(?:HOUR|MINUTE|SECOND)=[^;]*;|;BY(?:HOUR|MINUTE|SECOND)=[^;]*)"
)


_UNTIL_DAY = re.compile(rb"(?i)UNTIL=\d{8}(?!T|\d)")
_LONG_NUMBER = 10


class Block(NamedTuple):
    """An event as its lines; `line` is where it begins."""

    line: int
    lines: tuple[bytes, ...]

    @property
    def uid(self) -> bytes:
        """Its UID, empty where it has none."""
        return self._value(b"UID").strip()

    @property
    def sequence(self) -> int:
        """How often it was changed since it was first sent."""
        value = self._value(b"SEQUENCE").strip()
        return int(value) if value.isdigit() and len(value) < _LONG_NUMBER else 0

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self._value(b"STATUS").strip().upper() == b"CANCELLED"

    @property
    def whole(self) -> tuple[bytes, ...]:
        """Its lines, where a series ends with a day that day included."""
        start = next((n for n in self.lines if n[:7].upper() == b"DTSTART"), b"").strip().upper()
        if b"T" not in start.rpartition(b":")[2]:
            return self.lines
        is_instant = start.endswith(b"Z") or b"TZID" in start
        end = b"T235959Z" if is_instant else b"T235959"
        return tuple(
            _UNTIL_DAY.sub(lambda m: m[0] + end, n) if n[:5].upper() == b"RRULE" else n
            for n in self.lines
        )

    @property
    def is_series(self) -> bool:
        """Whether it recurs, or stands for one day of what does."""
        return bool(self._value(b"RRULE") or self._value(b"RDATE") or self.is_override)

    def has_guests(self, me: frozenset[str]) -> bool:
        """Whether somebody else than me is named in it."""
        guests = (n for n in self.lines if n[:8].upper() in (b"ATTENDEE", b"ORGANIZE"))
        said = b" ".join(guest[:_LONGEST_GUEST] for guest in guests)
        addresses = re.findall(rb"[^\s:;=\"<>@]{1,200}@[^\s:;=\"<>@]{1,200}", said)
        return any(a.decode("utf-8", "replace").lower() not in me for a in addresses)

    @property
    def is_override(self) -> bool:
        """Whether it stands for one day of a series."""
        return bool(self._value(b"RECURRENCE-ID"))

    def without(self, *names: bytes) -> "Block":
        """The event without such properties."""
        kept = (n for n in self.lines if re.split(rb"[;:]", n, maxsplit=1)[0].upper() not in names)
        return Block(self.line, tuple(kept))

    def values(self, name: bytes) -> list[tuple[str, str]]:
        """(name with parameters, value) of each property of that name."""
        found = []
        for line in self.whole:
            head, _, value = line.partition(b":")
            if head.partition(b";")[0].upper() == name:
                found.append((head.decode("utf-8", "replace"), value.decode("utf-8", "replace")))
        return found

    def _value(self, name: bytes) -> bytes:
        for line in self.lines:
            head, _, value = line.partition(b":")
            if head.partition(b";")[0].upper() == name:
                return value
        return b""


class Blocks(NamedTuple):
    """What a calendar consists of: its zones as their lines, and its events in their order."""

    zones: list[bytes]
    events: Iterator[Block]


def blocks_of(stream: BinaryIO) -> Blocks:
    """The zones that stand before the first event, and each event; a cancelled calendar has none.

    The zones are complete once the first event is asked for.
    """
    zones: list[bytes] = []
    return Blocks(zones, _events(stream, zones))


def _events(stream: BinaryIO, zones: list[bytes]) -> Iterator[Block]:
    reading = _Reading(zones)
    for number, line in unfolded(stream):
        word = line.strip().upper()
        reading.zone_line(line, word)
        block = reading.event_line(number, line, word)
        if block is not None:
            yield block


@dataclass(slots=True)
class _Reading:
    """Where in a calendar the next line stands."""

    zones: list[bytes]
    zone: list[bytes] | None = None
    event: list[bytes] | None = None
    begun: int = 0
    size: int = 0
    inside: int = 0
    is_cancelled: bool = False

    def zone_line(self, line: bytes, word: bytes) -> None:
        """A line of a zone, or of something else."""
        if word == b"BEGIN:VTIMEZONE":
            self.zone = []
        if self.zone is None:
            return
        self.zone.append(line)
        if word == b"END:VTIMEZONE":
            if len(self.zones) < _MOST_ZONES:
                self.zones.append(b"\r\n".join(self.zone))
            self.zone = None

    def event_line(self, number: int, line: bytes, word: bytes) -> Block | None:
        """The event that a line ends, if it does."""
        if self.event is None:
            self._outside(number, word)
            return None
        if word in (b"BEGIN:VEVENT", b"END:VCALENDAR"):  # the one before never ended
            block = Block(self.begun, tuple(self.event))
            self.event = None
            self._outside(number, word)
            return self._ended(block)
        if word.startswith(b"BEGIN:"):
            self.inside += 1  # an alarm, whatever is in it
        elif word == b"END:VEVENT":
            self.inside = 0
            block = Block(self.begun, tuple(self.event))
            self.event = None
            return self._ended(block)
        elif self.inside:
            self.inside -= word.startswith(b"END:")
        else:
            self.size += len(line)
            is_said = bool(line.partition(b":")[2].strip())
            if _WANTED.match(line) and is_said and self.size < _LONGEST_BLOCK:
                self.event.append(_plain(line))
        return None

    def _ended(self, block: Block) -> Block:
        """The event; in a calendar that cancels, one that does not take place."""
        if self.is_cancelled and not block.is_cancelled:
            return Block(block.line, (*block.lines, b"STATUS:CANCELLED"))
        return block

    def _outside(self, number: int, word: bytes) -> None:
        if word == b"BEGIN:VEVENT":
            self.event, self.begun, self.size, self.inside = [], number, 0, 0
        elif word.startswith(b"METHOD:"):
            self.is_cancelled = word == b"METHOD:CANCEL"
        elif word == b"END:VCALENDAR":
            self.is_cancelled = False


def _plain(line: bytes) -> bytes:
    """A line that can be parsed: a rule without its hours, text in UTF-8."""
    if line[:5].upper() == b"RRULE":
        return _by_days(line)
    if line[:8].upper() in (b"ATTENDEE", b"ORGANIZE"):
        return _guest(line)
    if _TEXTS.match(line):
        head, _, value = line.partition(b":")
        text = clean_line(value.decode("utf-8", "replace"))[:1_000]
        return head.partition(b";")[0] + b":" + text.encode()
    return line.decode("utf-8", "replace").encode()


def _by_days(line: bytes) -> bytes:
    """A rule that counts days: hours within a day are one meeting, 168 hours are a week."""
    times = math.prod(found.count(b",") + 1 for found in _WITHIN_A_DAY.findall(line))
    line = _WITHIN_A_DAY.sub(b"", line)
    if times > 1:
        line = _COUNT.sub(lambda found: b"COUNT=%d" % -(-int(found[1]) // times), line)
    often, every = _OFTEN.search(line), _INTERVAL.search(line)
    if often is None or every is None:
        return line
    days, rest = divmod(int(every[1]), _A_DAY[often[1].upper()])
    if rest or not days:
        return line
    line = _OFTEN.sub(b"FREQ=DAILY", line)
    return _INTERVAL.sub(b"INTERVAL=%d" % days, line)


_COUNT = re.compile(rb"(?i)COUNT=(\d{1,9})(?!\d)")
_OFTEN = re.compile(rb"(?i)FREQ=(HOURLY|MINUTELY|SECONDLY)")
_INTERVAL = re.compile(rb"(?i)INTERVAL=(\d{1,9})(?!\d)")
_A_DAY = {b"HOURLY": 24, b"MINUTELY": 1_440, b"SECONDLY": 86_400}


def _guest(line: bytes) -> bytes:
    """A guest by their address alone: a name that is broken hides nobody."""
    line = line[:_LONGEST_GUEST]
    name = b"ATTENDEE" if line[:8].upper() == b"ATTENDEE" else b"ORGANIZER"
    found = re.search(rb"(?i)mailto:\s*([^\s;,\"<>]+@[^\s;,\"<>]+)", line)
    address = found[1] if found else line.rpartition(b":")[2].strip()
    mail = re.search(rb"(?i);EMAIL=\"?([^\s;:,\"]+@[^\s;:,\"]+)", line)
    answer = re.search(rb"(?i);PARTSTAT=\"?([A-Za-z-]+)", line)
    told = (b";EMAIL=" + mail[1] if mail else b"") + (b";PARTSTAT=" + answer[1] if answer else b"")
    clean = address.decode("utf-8", "replace").encode()
    return name + told + b":" + (b"mailto:" + clean if b"@" in clean else clean)


def unfolded(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """(line, bytes) of each logical line, whichever line break the file uses."""
    stream.seek(0)
    parts: list[bytes] = []
    begins = number = size = 0
    while raw := stream.readline(_LONGEST_LINE):
        for part in raw.rstrip(b"\r\n").split(b"\r"):
            number += 1
            if part[:1] in (b" ", b"\t") and parts:
                if size < _LONGEST_BLOCK:
                    parts.append(part[1:])
                    size += len(part)
                continue
            if parts:
                yield begins, b"".join(parts)
            first = part.lstrip(b"\xef\xbb\xbf")
            parts, begins, size = [first] if first else [], number, len(part)
    if parts:
        yield begins, b"".join(parts)
