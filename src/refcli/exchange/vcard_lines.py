"""The lines of vCards: unfolded, decoded and taken apart into properties, whoever wrote them."""

import codecs
import io
import quopri
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from refcli.domain.text import clean_line
from refcli.exchange.encodings import MIXED, encoding_of
from refcli.exchange.heads import start_of

_LONGEST_LINE = 16_000_000
_LONGEST_KEPT = 100_000
_MOST_TRANSCODED = 100_000_000
_HEAD = 4_096
_LONGEST_HEAD = 4_096
# Up to the first colon that stands in no quotes; possessive, so that no line takes long.
_PROPERTY_HEAD = re.compile(rb'((?:[^":]++|"[^"]*+")*+):')
_NAME = re.compile(r"(?:([\w-]+)\.)?([\w-]+)")
# Files that end without a line break were joined: the next card begins on the same line.
_JOINED = re.compile(rb"(?i)(END:VCARD)[ \t]*(?=\S)")
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/=\s]+")
_ESCAPES = {"\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\", "\\:": ":"}


class Property(NamedTuple):
    """One property of a card: its group, name and parameters in capitals, and its value."""

    group: str
    name: str
    parameters: str
    value: str


def is_vcard(head: bytes) -> bool:
    """Whether a file begins as one, in any encoding that cards come in."""
    return start_of(_plain_bytes(head))[:12].upper().startswith(b"BEGIN:VCARD")


def _plain_bytes(head: bytes) -> bytes:
    """The beginning of a file as it would be in UTF-8."""
    is_wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in head[:40]
    return head.replace(b"\0", b"").lstrip(b"\xff\xfe") if is_wide else head


def lines_of(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """(line, bytes) of each logical line: folded ones joined before anything is decoded."""
    parts: list[bytes] = []
    begins, number, size = 1, 0, 0
    is_quoted = is_coded = False
    for raw in _physical(_narrow(stream)):
        number += 1
        is_soft = bool(parts) and is_quoted and parts[-1].endswith(b"=")
        is_picture = bool(parts) and is_coded and bool(_BASE64_LINE.fullmatch(raw))
        if parts and (is_soft or is_picture or raw[:1] in (b" ", b"\t")):
            if size < _LONGEST_KEPT:
                rest = raw if is_soft else raw[1:]
                parts[-1] = parts[-1][:-1] if is_soft else parts[-1]
                parts.append(rest)
                size += len(rest)
            continue
        if parts:
            yield begins, b"".join(parts)
        parts, begins, size = [raw], number, 0
        is_quoted, is_coded = _is_quoted_printable(raw), _is_base64(raw)
    if parts:
        yield begins, b"".join(parts)


def text_lines_of(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The logical lines without pictures and the like."""
    return ((number, line) for number, line in lines_of(stream) if not _is_base64(line))


def _narrow(stream: BinaryIO) -> BinaryIO:
    """The file, in UTF-8 where it is in UTF-16; whatever else a card is in, it says itself."""
    stream.seek(0)
    head = stream.read(_HEAD)
    stream.seek(0)
    if b"\0" not in head[:40]:
        return stream
    found = encoding_of(stream, "the cards").name
    stream.seek(0)
    data = stream.read(_MOST_TRANSCODED)
    text = data.decode("utf-8", MIXED) if found == MIXED else data.decode(found, "replace")
    return io.BytesIO(text.encode())


def _physical(stream: BinaryIO) -> Iterator[bytes]:
    """Lines as they stand in the file, whichever line break it uses."""
    while raw := stream.readline(_LONGEST_LINE):
        for part in raw.rstrip(b"\r\n").split(b"\r"):
            pieces = _JOINED.sub(rb"\1\n", part) if part[:4].upper() == b"END:" else part
            yield from (piece.lstrip(codecs.BOM_UTF8) for piece in pieces.split(b"\n"))


def _is_quoted_printable(line: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in line[:_LONGEST_HEAD].partition(b":")[0].upper()


def _is_base64(line: bytes) -> bool:
    """Whether a picture or the like stands in the line, and may go on in bare lines."""
    head = line[:_LONGEST_HEAD].partition(b":")[0].upper()
    return b"BASE64" in head or b"ENCODING=B" in head


def property_of(raw: bytes, page: str = "cp1252") -> Property | None:
    """The property of a line that is not empty; None when the line is none.

    `page` is what a value is in that is no UTF-8 and does not say it.
    """
    head = _PROPERTY_HEAD.match(raw)
    text = head[1].decode("utf-8", "replace") if head else ""
    match = _NAME.match(text)
    if head is None or match is None:
        return None
    parameters, value = text[match.end() :], raw[head.end() :]
    shown = "" if _is_base64(raw) else _decoded(value, parameters.upper(), page)
    return Property(match[1] or "", match[2].upper(), parameters, shown)


def _decoded(value: bytes, parameters: str, page: str) -> str:
    if "QUOTED-PRINTABLE" in parameters:
        value = quopri.decodestring(value)
    charset = re.search(r"CHARSET=\"?([\w.-]+)", parameters)
    for encoding in (charset[1] if charset else "utf-8", "utf-8", page, "cp1252"):
        try:
            return value.decode(encoding)
        except (UnicodeError, LookupError, ValueError):
            continue
    return value.decode("latin-1")


def parts_of(value: str, mark: str) -> list[str]:
    """The parts of a value between marks that are not escaped."""
    parts = re.split(rf"(?<!\\)((?:\\\\)*){mark}", value)
    joined = [parts[0]]
    for slashes, part in zip(parts[1::2], parts[2::2], strict=True):
        joined[-1] += slashes
        joined.append(part)
    return joined


def unescaped(value: str) -> str:
    """A value as text."""
    text = re.sub(r"\\[nN,;:\\]", lambda match: _ESCAPES[match[0]], value)
    return text if "\n" in text else clean_line(text)
