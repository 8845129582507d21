"""vCard 2.1, 3.0 and 4.0, as phones, mail programs and servers write it; photos are skipped."""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from refcli.domain.columns import TABLES
from refcli.domain.imports import Entry, RejectedRow
from refcli.domain.text import clean_line
from refcli.exchange.cells import person_entries

_LONGEST_LINE = 16_000_000
_LONGEST_KEPT = 100_000
_NAME = re.compile(r"(?:[\w-]+\.)?([\w-]+)")
# Those that refcli writes, and what others say in other words.
_PLAIN_FIELDS = {
    **{c.vcard: c.field for c in TABLES["contact"].columns.values() if c.vcard},
    "EMAIL": "email",
    "ROLE": "role",
    "X-SOCIALPROFILE": "url",
}
_WANTED = frozenset(_PLAIN_FIELDS) | {
    "BEGIN",
    "END",
    "VERSION",
    "N",
    "NICKNAME",
    "CATEGORIES",
    "TEL",
}
_ESCAPES = {"\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\", "\\:": ":"}


class _Property(NamedTuple):
    name: str
    parameters: str
    value: str


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a file; can be gone through again."""

    stream: BinaryIO

    def __iter__(self) -> Iterator[Entry]:
        """Each card as a person, or why it cannot be taken."""
        card: dict[str, list[str]] | None = None
        begun, reason = 0, ""
        filled = ((line, text) for line, text in _unfolded(self.stream) if text.strip())
        for line, text in filled:
            found = _property(text)
            if found is None and card is None:
                yield RejectedRow(line, "text outside of a card", fatal=True)
            elif found is None:
                reason = reason or f"line {line} is no property"
            elif found.name == "BEGIN" and card is None:
                card, begun = {}, line
            elif found.name == "BEGIN":
                reason = "a card begins inside another"
            elif found.name == "END" or card is None:
                if card is None:
                    yield RejectedRow(line, "a card ends that never began", fatal=True)
                elif reason:
                    yield RejectedRow(begun, reason, fatal=True)
                else:
                    yield from person_entries(begun, card)
                card, begun, reason = None, 0, ""
            else:
                _add(card, found)
        if card is not None:
            yield RejectedRow(begun, "the card never ends", fatal=True)


def is_vcard(head: bytes) -> bool:
    """Whether a file begins as one."""
    return head.lstrip(b"\xef\xbb\xbf\r\n\t ")[:12].upper().startswith(b"BEGIN:VCARD")


def _unfolded(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """(line, bytes) of each logical line: folded ones joined before anything is decoded."""
    stream.seek(0)
    parts: list[bytes] = []
    begins, number, size = 1, 0, 0
    for raw in _physical(stream):
        number += 1
        is_soft = bool(parts) and parts[-1].endswith(b"=") and _is_quoted_printable(parts[0])
        if parts and (is_soft or raw[:1] in (b" ", b"\t")):
            if size < _LONGEST_KEPT:
                rest = raw if is_soft else raw[1:]
                parts[-1] = parts[-1][:-1] if is_soft else parts[-1]
                parts.append(rest)
                size += len(rest)
            continue
        if parts:
            yield begins, b"".join(parts)
        parts, begins, size = [raw], number, 0
    if parts:
        yield begins, b"".join(parts)


def _physical(stream: BinaryIO) -> Iterator[bytes]:
    """Lines as they stand in the file, whichever line break it uses."""
    while raw := stream.readline(_LONGEST_LINE):
        yield from raw.rstrip(b"\r\n").split(b"\r")


def _is_quoted_printable(line: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def _property(raw: bytes) -> _Property | None:
    """The property of a line that is not empty, without a name where nobody wants it.

    None when the line is no property.
    """
    head, colon, value = raw.partition(b":")
    while colon and head.count(b'"') % 2:
        more, colon, value = value.partition(b":")
        head += b":" + more
    text = head.decode("utf-8", "replace")
    match = _NAME.match(text)
    if not colon or match is None:
        return None
    name = match[1].upper()
    if name not in _WANTED:
        return _Property("", "", "")
    parameters = text[match.end() :].upper()
    return _Property(name, parameters, _decoded(value, parameters))


def _decoded(value: bytes, parameters: str) -> str:
    if "QUOTED-PRINTABLE" in parameters:
        value = quopri.decodestring(value)
    charset = re.search(r"CHARSET=\"?([\w.-]+)", parameters)
    for encoding in (charset[1] if charset else "utf-8", "utf-8", "cp1252"):
        try:
            return value.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return value.decode("latin-1")


def _add(card: dict[str, list[str]], found: _Property) -> None:
    """A property's value under the field that it fills."""
    value = found.value
    if found.name == "N":
        parts = [_plain(part) for part in _split(value, ";")]
        for field, part in zip(("last", "first", "middle"), parts, strict=False):
            card.setdefault(field, []).append(part)
    elif found.name in ("NICKNAME", "CATEGORIES"):
        field = "tag" if found.name == "CATEGORIES" else "nickname"
        card.setdefault(field, []).extend(_plain(part) for part in _split(value, ","))
    elif found.name == "ORG":
        card.setdefault("organization", []).append(_plain(_split(value, ";")[0]))
    elif found.name == "TEL":
        number = re.sub(r"^tel:", "", _plain(value), flags=re.IGNORECASE).partition(";")[0]
        card.setdefault("phone", []).append(number)
    elif found.name in _PLAIN_FIELDS:
        card.setdefault(_PLAIN_FIELDS[found.name], []).append(_plain(value))


def _split(value: str, mark: str) -> list[str]:
    """The parts of a value between marks that are not escaped."""
    parts = re.split(rf"(?<!\\)((?:\\\\)*){mark}", value)
    joined = [parts[0]]
    for slashes, part in zip(parts[1::2], parts[2::2], strict=True):
        joined[-1] += slashes
        joined.append(part)
    return joined


def _plain(value: str) -> str:
    text = re.sub(r"\\[nN,;:\\]", lambda match: _ESCAPES[match[0]], value)
    return text if "\n" in text else clean_line(text)
