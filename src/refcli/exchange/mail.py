"""Mailboxes by their headers alone, streamed: From, To, Cc and Date, never a subject or a body.

The standard library's mailbox module reads whole messages and keeps a table of all; here a
message's headers are read and its body is passed over, whatever its size.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import BinaryIO

from refcli.domain.imports import Entry, ImportedExchange
from refcli.domain.interactions import Channel, Direction
from refcli.exchange.keys import exchange_key

_MOST_PARTNERS = 4
_LONGEST_LINE = 65_536
_MOST_HEADER_BYTES = 262_144
_LIST_HEADERS = ("List-Id", "List-Unsubscribe", "List-Post", "Auto-Submitted", "Feedback-ID")
_NOBODY = (
    *("noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster"),
    *("notification", "newsletter", "bounce"),
)
_BULK = frozenset({"bulk", "list", "junk"})
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
            found = self._exchange(line, raw)
            if found is not None and found.key not in seen:
                seen.add(found.key)
                yield found

    def _exchange(self, line: int, raw: bytes) -> ImportedExchange | None:
        message = BytesHeaderParser().parsebytes(raw)
        if any(message.get(name) for name in _LIST_HEADERS):
            return None
        if str(message.get("Precedence", "")).strip().lower() in _BULK:
            return None
        senders = _addresses(message.get_all("From", []))
        receivers = _addresses([*message.get_all("To", []), *message.get_all("Cc", [])])
        is_mine = bool(set(senders) & self.me)
        if not is_mine and not set(receivers) & self.me:
            return None
        partners = tuple(
            dict.fromkeys(a for a in (receivers if is_mine else senders) if a not in self.me)
        )
        everybody = {*senders, *receivers} - self.me
        if not partners or len(everybody) > _MOST_PARTNERS or any(map(_is_nobody, senders)):
            return None
        met = tuple(sorted(a for a in partners if a in self.known))
        day = _day(str(message.get("Date", "")))
        if not met or day is None or not _EARLIEST <= day <= self.today:
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
        kept: list[bytes] | None = None
        begins = number = size = 0
        after_blank, at_start = True, True
        while raw := self.stream.readline(_LONGEST_LINE):
            if at_start and after_blank and raw.startswith(b"From "):
                if kept is not None:
                    yield begins, b"".join(kept)
                kept, begins, size = [], number + 1, 0
            elif kept is not None and at_start and not raw.strip():
                yield begins, b"".join(kept)
                kept = None
            elif kept is not None and size < _MOST_HEADER_BYTES:
                kept.append(raw)
                size += len(raw)
            after_blank = at_start and not raw.strip()
            at_start = raw.endswith(b"\n")
            number += at_start
        if kept:
            yield begins, b"".join(kept)


def headers_of(stream: BinaryIO) -> bytes:
    """The headers of one message in a file of its own."""
    kept: list[bytes] = []
    size = 0
    while (raw := stream.readline(_LONGEST_LINE)).strip() and size < _MOST_HEADER_BYTES:
        kept.append(raw)
        size += len(raw)
    return b"".join(kept)


def _addresses(values: Iterable[object]) -> list[str]:
    pairs = getaddresses([str(value) for value in values])
    return [address.strip().lower() for _, address in pairs if "@" in address]


def _is_nobody(address: str) -> bool:
    return address.partition("@")[0].replace(".", "").startswith(_NOBODY)


def _day(text: str) -> dt.date | None:
    """The local day of a Date header."""
    try:
        moment = parsedate_to_datetime(text)
        return (moment.astimezone() if moment.tzinfo is not None else moment).date()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
