"""The formats that refcli reads, each with its reader."""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import BinaryIO, NamedTuple

from refcli.domain.imports import Entry
from refcli.errors import BadData, UsageError
from refcli.exchange.bni import slips
from refcli.exchange.csvtext import (
    MAX_BYTES,
    OLD_ENCODING,
    TextFile,
    csv_rows,
    delimiter_of,
    not_text,
    text_file,
)
from refcli.exchange.linkedin import connections, messages
from refcli.exchange.linkedin_zip import from_zip, is_zip
from refcli.exchange.tabular import address_book, found_columns, mapped
from refcli.exchange.vcard import Cards, is_vcard

SAY_COLUMNS = 'say what the columns are: --map "Full name=name,Mail=email"'
_HEAD = 65_536


class ImportFormat(StrEnum):
    """The formats that can be told with `--as`."""

    LINKEDIN = "linkedin"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    HUBSPOT = "hubspot"
    VCARD = "vcard"
    MONICA = "monica"
    BNI = "bni"
    ICS = "ics"
    MBOX = "mbox"
    MAILDIR = "maildir"
    REFCLI = "refcli"
    CSV = "csv"


class Reader(NamedTuple):
    """Who reads: the day, my name and addresses, the addresses known, and what was asked for."""

    today: dt.date
    my_name: str = ""
    me: frozenset[str] = frozenset()
    known: Callable[[], frozenset[str]] = frozenset
    mapping: Mapping[str, str] | None = None
    form: ImportFormat | None = None
    with_titles: bool = False


Found = Iterable[Entry] | None
Reads = Callable[[BinaryIO, str, Reader], Found]
ReadsText = Callable[[TextFile, Reader], Found]


def head_of(stream: BinaryIO) -> bytes:
    """The beginning of a file, by which it is told from others."""
    stream.seek(0)
    return stream.read(_HEAD)


def form_of(head: bytes) -> ImportFormat | None:
    """The format of a file that its beginning gives away; of tables the columns do that."""
    if is_vcard(head):
        return ImportFormat.VCARD
    start = _start(head)
    if start[:15].upper() == b"BEGIN:VCALENDAR":
        return ImportFormat.ICS
    if start.startswith(b"From ") and b":" in start.partition(b"\n")[2].partition(b"\n")[0]:
        return ImportFormat.MBOX
    return ImportFormat.MONICA if start.startswith(b"{") else None


def mail_of(headers: Iterable[tuple[int, bytes]], reader: Reader) -> Iterable[Entry]:
    """The mail among such headers; raises UsageError while my own addresses are not known."""
    from refcli.exchange.mail import Mail

    if not reader.me:
        raise UsageError(
            "your own addresses are not known, so nothing was imported",
            "refcli config set me.emails you@example.com",
        )
    return Mail(headers, reader.me, reader.known(), reader.today)


def sized_text(stream: BinaryIO, name: str) -> TextFile:
    """The file as text; raises BadData when it is too large to be a table."""
    if stream.seek(0, io.SEEK_END) > MAX_BYTES:
        raise BadData(f"larger than {MAX_BYTES // 1_000_000} MB, so nothing was imported: {name}")
    return text_file(stream, name)


def columns_of(file: TextFile) -> str:
    """The columns of a table, for a message; raises BadData when it is no text."""
    if file.encoding == OLD_ENCODING:
        raise not_text("UTF-8", file.name)
    delimiter = delimiter_of(next(file.lines(), ""))
    filled = (cells for _, cells in csv_rows(file, delimiter) if len(cells) > 1)
    return found_columns(next(filled, []))


def _start(head: bytes) -> bytes:
    return head.lstrip(b"\xef\xbb\xbf\r\n\t ")


def _cards(stream: BinaryIO, _name: str, _reader: Reader) -> Found:
    return Cards(stream) if is_vcard(head_of(stream)) else None


def _calendar(stream: BinaryIO, name: str, reader: Reader) -> Found:
    if form_of(head_of(stream)) is not ImportFormat.ICS:
        return None
    from refcli.exchange.calendar import MAX_BYTES as MOST
    from refcli.exchange.calendar import Calendar

    stream.seek(0)
    return Calendar(stream.read(MOST + 1), name, reader.today, reader.me, reader.with_titles)


def _mailbox(stream: BinaryIO, _name: str, reader: Reader) -> Found:
    if not _start(head_of(stream)).startswith(b"From "):
        return None
    from refcli.exchange.mail import Mbox

    return mail_of(Mbox(stream), reader)


def _monica(stream: BinaryIO, name: str, _reader: Reader) -> Found:
    if form_of(head_of(stream)) is not ImportFormat.MONICA:
        return None
    from refcli.exchange.monica import monica_contacts, parsed_json

    stream.seek(0)
    return monica_contacts(parsed_json(stream.read(MAX_BYTES), name), name)


def _linkedin(stream: BinaryIO, name: str, reader: Reader) -> Found:
    if is_zip(head_of(stream)):
        return from_zip(stream, name)
    return _linkedin_text(sized_text(stream, name), reader)


def _linkedin_text(file: TextFile, _reader: Reader) -> Found:
    return None if file.encoding == OLD_ENCODING else connections(file) or messages(file)


def _slips(file: TextFile, reader: Reader) -> Found:
    is_old = file.encoding == OLD_ENCODING
    return None if is_old else slips(file, reader.my_name, reader.today)


def _own(stream: BinaryIO, name: str, reader: Reader) -> Found:
    """A vCard is refcli's own like any other: nothing in it says who wrote it."""
    return _cards(stream, name, reader) or address_book(sized_text(stream, name), "refcli")


def _mapped(stream: BinaryIO, name: str, reader: Reader) -> Found:
    file = sized_text(stream, name)
    if reader.mapping:
        return mapped(file, reader.mapping)
    found = columns_of(file)
    raise BadData(
        f"--as csv needs --map, so nothing was imported; found {found}: {name}", SAY_COLUMNS
    )


def _no_file(_stream: BinaryIO, _name: str, _reader: Reader) -> Found:
    """A Maildir is a folder."""
    return None


def _layout(form: ImportFormat) -> ReadsText:
    return lambda file, _reader: address_book(file, form.value)


def _of_stream(read: ReadsText) -> Reads:
    return lambda stream, name, reader: read(sized_text(stream, name), reader)


# The tables that are known by their columns: the first whose reader takes it is meant.
TEXTS: dict[ImportFormat, ReadsText] = {
    ImportFormat.LINKEDIN: _linkedin_text,
    ImportFormat.REFCLI: _layout(ImportFormat.REFCLI),
    ImportFormat.GOOGLE: _layout(ImportFormat.GOOGLE),
    ImportFormat.OUTLOOK: _layout(ImportFormat.OUTLOOK),
    ImportFormat.HUBSPOT: _layout(ImportFormat.HUBSPOT),
    ImportFormat.BNI: _slips,
}
# Who reads a file that is said to be of that format; None is for a file that is not.
READERS: dict[ImportFormat, Reads] = {
    **{form: _of_stream(read) for form, read in TEXTS.items()},
    ImportFormat.LINKEDIN: _linkedin,
    ImportFormat.REFCLI: _own,
    ImportFormat.VCARD: _cards,
    ImportFormat.MONICA: _monica,
    ImportFormat.ICS: _calendar,
    ImportFormat.MBOX: _mailbox,
    ImportFormat.MAILDIR: _no_file,
    ImportFormat.CSV: _mapped,
}
