"""How the beginning of a file gives away what it is."""

import re

HEADER = re.compile(rb"[!-9;-~]{1,76}:")
_ZIP = b"PK\x03\x04"
_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
# Mail of Outlook, which nobody else reads.
_PST = b"!BDN"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
_PDF, _GZIP = b"%PDF", b"\x1f\x8b"


def is_zip(head: bytes) -> bool:
    """Whether a file begins as a ZIP."""
    return head.startswith(_ZIP)


def is_xml_sheet(head: bytes) -> bool:
    """Whether it is a spreadsheet in XML, as BNI Connect calls it `.xls`."""
    return (
        head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"<") and _SPREADSHEET in head[:_LOOKED_AT]
    )


def is_pst(head: bytes) -> bool:
    """Whether it is a mailbox of Outlook's own."""
    return head.startswith(_PST)


def other_kind(head: bytes) -> str:
    """What a file is that refcli knows by its beginning and cannot read; empty for all others."""
    start = head.lstrip(b"\xef\xbb\xbf\r\n\t ")[:512].lower()
    if head.startswith(_GZIP):
        return "a compressed file (gzip)"
    if head.startswith(_PDF):
        return "a PDF"
    is_page = start.startswith((b"<!doctype html", b"<html", b"<table"))
    return "a web page" if is_page else ""


def is_old_excel(head: bytes) -> bool:
    """Whether it is a workbook in Excel's old format."""
    return head.startswith(_OLD_EXCEL)


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
