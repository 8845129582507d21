"""The formats that refcli reads, each with its reader."""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import BinaryIO, NamedTuple

from refcli.domain.imports import Entry
from refcli.errors import BadData, RefcliError, UsageError
from refcli.exchange.bni import slips
from refcli.exchange.csvtext import MAX_BYTES, Table, table_of, text_file
from refcli.exchange.encodings import page_of, told_encoding
from refcli.exchange.file_days import Days
from refcli.exchange.heads import is_letter, is_xml_sheet, is_zip, start_of
from refcli.exchange.ldif import directory, is_ldif
from refcli.exchange.linkedin import connections, messages
from refcli.exchange.linkedin_zip import from_zip
from refcli.exchange.tabular import address_book, mapped, people_by_shape, people_by_titles
from refcli.exchange.vcard import Cards
from refcli.exchange.vcard_lines import is_vcard

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
    EML = "eml"
    LDIF = "ldif"
    REFCLI = "refcli"
    CSV = "csv"


class Reader(NamedTuple):
    """Who reads: the day, my name and addresses, the addresses known, and what was asked for.

    `kept_map` is the name of a map that fits the file and was not asked for.
    """

    today: dt.date
    my_name: str = ""
    me: frozenset[str] = frozenset()
    known: Callable[[], frozenset[str]] = frozenset
    mapping: Mapping[str, str] | None = None
    kept_map: str = ""
    form: ImportFormat | None = None
    with_titles: bool = False
    encoding: str | None = None
    keeps: bool = False
    order: str = ""

    @property
    def days(self) -> Days:
        """How days are read where the file does not say it."""
        return Days(self.today, told=self.order)


Found = Iterable[Entry] | None
Reads = Callable[[BinaryIO, str, Reader], Found]
ReadsTable = Callable[[Table, Reader], Found]


def head_of(stream: BinaryIO) -> bytes:
    """The beginning of a file, by which it is told from others."""
    stream.seek(0)
    return stream.read(_HEAD)


def form_of(head: bytes) -> ImportFormat | None:
    """The format of a file that its beginning gives away; of tables the columns do that."""
    if is_vcard(head):
        return ImportFormat.VCARD
    start = start_of(head)
    if start[:15].upper() == b"BEGIN:VCALENDAR":
        return ImportFormat.ICS
    if start.startswith(b"From ") and b":" in start.partition(b"\n")[2].partition(b"\n")[0]:
        return ImportFormat.MBOX
    if is_ldif(head):
        return ImportFormat.LDIF
    if is_letter(head):
        return ImportFormat.EML
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


def table_in(stream: BinaryIO, name: str, reader: Reader) -> Table:
    """The file as rows of cells; raises BadData when it is too large or no text."""
    if stream.seek(0, io.SEEK_END) > MAX_BYTES:
        raise BadData(f"larger than {MAX_BYTES // 1_000_000} MB, so nothing was imported: {name}")
    head = head_of(stream)
    if is_zip(head):
        return _workbook(stream, name, reader)
    if is_xml_sheet(head):
        from refcli.exchange.sheets import xml_sheet

        return xml_sheet(stream, name)
    return table_of(text_file(stream, name, reader.encoding))


def _workbook(stream: BinaryIO, name: str, reader: Reader) -> Table:
    from refcli.exchange.archive import names_in
    from refcli.exchange.sheets import WORKBOOK, workbook

    if WORKBOOK not in names_in(stream):
        raise BadData(f"a ZIP and no table, so nothing was imported: {name}")
    sheets = workbook(stream, name)
    return next((each for each in sheets if _is_understood(each, reader)), sheets[0])


def _is_understood(table: Table, reader: Reader) -> bool:
    """Whether a table is of a format that is known by its columns."""
    try:
        return any(read(table, reader) is not None for read in TABLES.values())
    except RefcliError:
        return True  # what is wrong with it is said when it is read


def _cards(stream: BinaryIO, name: str, reader: Reader) -> Found:
    if not is_vcard(head_of(stream)):
        return None
    if reader.encoding is None:
        return Cards(stream, reader.days, page_of(stream))
    return Cards(stream, reader.days, told_encoding(stream, name, reader.encoding).name)


def _calendar(stream: BinaryIO, _name: str, reader: Reader) -> Found:
    if form_of(head_of(stream)) is not ImportFormat.ICS:
        return None
    from refcli.exchange.calendar import Calendar

    return Calendar(stream, reader.today, reader.me, reader.with_titles)


def _mailbox(stream: BinaryIO, _name: str, reader: Reader) -> Found:
    if not start_of(head_of(stream)).startswith(b"From "):
        return None
    from refcli.exchange.mail import Mbox

    return mail_of(Mbox(stream), reader)


def _letter(stream: BinaryIO, _name: str, reader: Reader) -> Found:
    if not is_letter(head_of(stream)):
        return None
    from refcli.exchange.mail import Letter

    return mail_of(Letter(stream), reader)


def _directory(stream: BinaryIO, name: str, reader: Reader) -> Found:
    if not is_ldif(head_of(stream)):
        return None
    return directory(stream, name, reader.days, reader.encoding)


def _monica(stream: BinaryIO, name: str, reader: Reader) -> Found:
    if form_of(head_of(stream)) is not ImportFormat.MONICA:
        return None
    from refcli.exchange.monica import monica_contacts, parsed_json

    stream.seek(0)
    return monica_contacts(parsed_json(stream.read(MAX_BYTES), name), name, reader.days)


def _linkedin(stream: BinaryIO, name: str, reader: Reader) -> Found:
    if is_zip(head_of(stream)):
        return from_zip(stream, name, reader.days, reader.my_name)
    return _linkedin_table(table_in(stream, name, reader), reader)


def _linkedin_table(table: Table, reader: Reader) -> Found:
    return connections(table, reader.days) or messages(table, reader.my_name)


def _slips(table: Table, reader: Reader) -> Found:
    return slips(table, reader.my_name, reader.today)


def _own(stream: BinaryIO, name: str, reader: Reader) -> Found:
    """A vCard is refcli's own like any other: nothing in it says who wrote it."""
    return _cards(stream, name, reader) or _layout(ImportFormat.REFCLI)(
        table_in(stream, name, reader), reader
    )


def _mapped(table: Table, reader: Reader) -> Found:
    if reader.mapping:
        return mapped(table, reader.mapping, reader.days, keeps=reader.keeps)
    found = people_by_titles(table, reader.days, keeps=reader.keeps)
    return found or people_by_shape(table, reader.days, keeps=reader.keeps)


def _no_file(_stream: BinaryIO, _name: str, _reader: Reader) -> Found:
    """A Maildir is a folder."""
    return None


def _layout(form: ImportFormat) -> ReadsTable:
    return lambda table, reader: address_book(table, form.value, reader.days, keeps=reader.keeps)


def _of_stream(read: ReadsTable) -> Reads:
    return lambda stream, name, reader: read(table_in(stream, name, reader), reader)


# The tables that are known by their columns: the first whose reader takes it is meant.
TABLES: dict[ImportFormat, ReadsTable] = {
    ImportFormat.LINKEDIN: _linkedin_table,
    ImportFormat.REFCLI: _layout(ImportFormat.REFCLI),
    ImportFormat.GOOGLE: _layout(ImportFormat.GOOGLE),
    ImportFormat.OUTLOOK: _layout(ImportFormat.OUTLOOK),
    ImportFormat.HUBSPOT: _layout(ImportFormat.HUBSPOT),
    ImportFormat.BNI: _slips,
    ImportFormat.CSV: _mapped,
}
# Who reads a file that is said to be of that format; None is for a file that is not.
READERS: dict[ImportFormat, Reads] = {
    **{form: _of_stream(read) for form, read in TABLES.items()},
    ImportFormat.LINKEDIN: _linkedin,
    ImportFormat.REFCLI: _own,
    ImportFormat.VCARD: _cards,
    ImportFormat.MONICA: _monica,
    ImportFormat.ICS: _calendar,
    ImportFormat.MBOX: _mailbox,
    ImportFormat.MAILDIR: _no_file,
    ImportFormat.EML: _letter,
    ImportFormat.LDIF: _directory,
}
