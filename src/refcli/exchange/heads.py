"""How the beginning of a file gives away what it is."""

import re
from typing import NamedTuple

HEADER = re.compile(rb"[!-9;-~]{1,76}:")
_ZIP = b"PK\x03\x04"
_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_LOOKED_AT = 4_096
_FULL = 60_000
_FIRST = frozenset(
    {
        b"received",
        b"return-path",
        b"delivered-to",
        b"message-id",
        b"mime-version",
        b"dkim-signature",
    }
)
_SAVE = "open it, save it as CSV, and import that"


def is_zip(head: bytes) -> bool:
    """Whether a file begins as a ZIP."""
    return head.startswith(_ZIP)


def is_xml_sheet(head: bytes) -> bool:
    """Whether it is a spreadsheet in XML, as BNI Connect calls it `.xls`."""
    return start_of(head).startswith(b"<") and _SPREADSHEET in head[:_LOOKED_AT]


class Unreadable(NamedTuple):
    """A kind of file that is known by its beginning and cannot be read, and what can be done."""

    starts: tuple[bytes, ...]
    words: str
    hint: str


_UNREADABLE = (
    Unreadable(
        (b"!BDN",),
        "a mailbox of Outlook's own (.pst)",
        "export what you want from Outlook as CSV, or the mail as .eml files",
    ),
    Unreadable((b"\x1f\x8b",), "a compressed file (gzip)", "unpack it first"),
    Unreadable((b"%pdf",), "a PDF", _SAVE),
    Unreadable((b"<!doctype html", b"<html", b"<table"), "a web page", _SAVE),
    Unreadable(
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
        "a workbook in Excel's old format",
        "open it and save it as CSV, then import that",
    ),
)


def unreadable(head: bytes) -> Unreadable | None:
    """What a file is that refcli knows and cannot read; None for all others."""
    start = start_of(head)[:_LOOKED_AT].lower()
    return next((kind for kind in _UNREADABLE if start.startswith(_lowered(kind))), None)


def _lowered(kind: Unreadable) -> tuple[bytes, ...]:
    return tuple(start.lower() for start in kind.starts)


def start_of(head: bytes) -> bytes:
    """The beginning of a file behind a mark of UTF-8 and blanks."""
    return head.lstrip(b"\xef\xbb\xbf\r\n\t ")


def is_letter(head: bytes) -> bool:
    """Whether a file begins as a message of its own does."""
    lines = head.lstrip(b"\xef\xbb\xbf\r\n").splitlines()
    lines = lines[1:] if lines and lines[0].strip().isdigit() else lines
    names = [line.partition(b":")[0].lower() for line in lines if HEADER.match(line)]
    if not lines or not HEADER.match(lines[0]):
        return False
    first = lines[0].partition(b":")[0].lower()
    if len(head) > _FULL and (first in _FIRST or first.startswith(b"x-")):
        return True  # one header fills what is looked at
    return b"from" in names and bool({b"date", b"to", b"received", b"message-id"} & set(names))
