"""Mailboxes by their headers alone, streamed: From, To, Cc and Date, never a subject or a body.

The standard library's mailbox module reads whole messages and keeps a table of all; here a
message's headers are read and its body is passed over, whatever its size.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import BinaryIO

from refcli.domain.imports import Entry, ImportedExchange
from refcli.domain.interactions import Channel, Direction
from refcli.exchange.heads import HEADER
from refcli.exchange.keys import exchange_key

_MOST_PARTNERS = 4
_LONGEST_LINE = 65_536
_LONGEST_HEADER = 8_000
_MOST_KEPT = 262_144
_LIST_HEADERS = ("List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID")
_WANTED = frozenset(
    {b"from", b"to", b"cc", b"date", b"received", b"precedence", b"auto-submitted"}
    | {name.lower().encode() for name in _LIST_HEADERS}
)
_NAMED = re.compile(rb"([!-9;-~]{1,76})[ \t]*:")
_MARK = b"\xef\xbb\xbf"
_NOBODY = (
    *("noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster"),
    *("notification", "newsletter", "bounce"),
)
_BULK = frozenset({"bulk", "list", "junk"})
# Whatever the library may raise on foreign headers.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
_EARLIEST = dt.date(1980, 1, 1)


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail between me and those who are known; `headers` begins anew each time."""

    headers: Iterable[tuple[int, bytes]]
    me: frozenset[str]
    known: frozenset[str]
    today: dt.date

    def __iter__(self) -> Iterator[Entry]:
        """One exchange for each day, direction and set of people."""
        seen: set[str] = set()
        for line, raw in self.headers:
            try:
                found = self._exchange(line, raw)
            except _BROKEN:
                continue  # headers that nobody can read say nothing of who wrote to whom
            if found is not None and found.key not in seen:
                seen.add(found.key)
                yield found

    def _exchange(self, line: int, raw: bytes) -> ImportedExchange | None:
        message = BytesHeaderParser().parsebytes(raw)
        if _is_automatic(message):
            return None
        senders = _addresses(message.get_all("From", []))
        receivers = _addresses([*message.get_all("To", []), *message.get_all("Cc", [])])
        is_mine = bool(set(senders) & self.me)
        is_to_me = bool(set(receivers) & self.me)
        partners = tuple(
            dict.fromkeys(a for a in (receivers if is_mine else senders) if a not in self.me)
        )
        everybody = {*senders, *receivers} - self.me
        is_ours = (is_mine or is_to_me) and not any(map(_is_nobody, senders))
        if not (partners and is_ours) or len(everybody) > _MOST_PARTNERS:
            return None
        met = tuple(sorted(a for a in partners if a in self.known))
        day = _day(str(message.get("Date", ""))) or _received(message)
        is_past = day is not None and _EARLIEST <= day <= self.today
        if day is None or not (met and is_past):
            return None
        direction = Direction.OUT if is_mine else Direction.IN
        return ImportedExchange(
            line=line,
            on=day,
            channel=Channel.EMAIL,
            direction=direction,
            key=exchange_key("mail", day, direction, met),
            emails=met,
        )


@dataclass(frozen=True, slots=True)
class Mbox:
    """The headers of each message of an mbox file, with the line on which it begins."""

    stream: BinaryIO

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Lines that are too long are body, whatever they begin with."""
        self.stream.seek(0)
        kept: _Kept | None = None
        begins = number = 0
        after_blank, at_start = True, True
        raw = self.stream.readline(_LONGEST_LINE)
        while raw:
            after = self.stream.readline(_LONGEST_LINE)
            is_from = at_start and raw.startswith(b"From ")
            # Behind a body it begins without a blank line too, where headers follow.
            if is_from and (after_blank or (kept is None and HEADER.match(after))):
                if kept is not None:
                    yield begins, kept.headers
                kept, begins = _Kept(), number + 1
            elif kept is not None and at_start and not raw.strip():
                yield begins, kept.headers
                kept = None
            elif kept is not None:
                kept.add(raw, at_start=at_start)
            after_blank = at_start and not raw.strip()
            at_start = raw.endswith(b"\n")
            number += at_start
            raw = after
        if kept is not None and kept.headers:
            yield begins, kept.headers


class _Kept:
    """The headers of a message that say who wrote to whom and when; all others are passed over."""

    def __init__(self) -> None:
        self._lines: list[bytes] = []
        self._size = 0
        self._is_wanted = False

    def add(self, raw: bytes, *, at_start: bool) -> None:
        """A line of headers, or the rest of one that is very long."""
        if at_start and raw[:1] not in (b" ", b"\t"):
            found = _NAMED.match(raw.lstrip(_MARK))
            self._is_wanted = found is not None and found[1].lower() in _WANTED
            if found is not None and self._is_wanted:
                raw = found[1] + b":" + raw.lstrip(_MARK)[found.end() :]
        if self._is_wanted and self._size < _MOST_KEPT:
            self._lines.append(raw)
            self._size += len(raw)

    @property
    def headers(self) -> bytes:
        """What was kept."""
        return b"".join(self._lines)


@dataclass(frozen=True, slots=True)
class Letter:
    """The headers of the one message that a file is."""

    stream: BinaryIO

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """One message; a file of Apple Mail says its length first."""
        self.stream.seek(0)
        if not (first := self.stream.readline(_LONGEST_LINE)).strip().isdigit():
            self.stream.seek(0)
        yield (2 if first.strip().isdigit() else 1), headers_of(self.stream)


def headers_of(stream: BinaryIO) -> bytes:
    """The headers of one message in a file of its own."""
    kept, at_start = _Kept(), True
    while (raw := stream.readline(_LONGEST_LINE)) and (not at_start or raw.strip()):
        kept.add(raw, at_start=at_start)
        at_start = raw.endswith(b"\n")
    return kept.headers


def _is_automatic(message: Message) -> bool:
    """Whether no person wrote it to me alone: lists, bulk, answers that write themselves."""
    automatic = str(message.get("Auto-Submitted", "no")).partition("(")[0].strip().lower()
    precedence = str(message.get("Precedence", "")).strip().lower()
    is_listed = any(message.get(name) for name in _LIST_HEADERS)
    return is_listed or automatic not in ("no", "") or precedence in _BULK


def _addresses(values: Iterable[object]) -> list[str]:
    # With so many in a header it is no letter to a few, and what is parsed is bounded.
    pairs = getaddresses([str(value)[:_LONGEST_HEADER] for value in values])
    return [address.strip().lower() for _, address in pairs if "@" in address]


def _is_nobody(address: str) -> bool:
    return address.partition("@")[0].replace(".", "").startswith(_NOBODY)


def _received(message: Message) -> dt.date | None:
    """The day on which it arrived, where its own cannot be read."""
    arrived = (str(value).rpartition(";")[2].strip() for value in message.get_all("Received", []))
    return next((day for text in arrived if (day := _day(text)) is not None), None)


def _day(text: str) -> dt.date | None:
    """The local day of a Date header."""
    try:
        moment = parsedate_to_datetime(text)
        return (moment.astimezone() if moment.tzinfo is not None else moment).date()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
