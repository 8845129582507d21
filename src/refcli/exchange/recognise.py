"""Which format a file is, by its content; what is not understood is refused with what was found."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import BinaryIO, NamedTuple

from refcli.domain.imports import Entry, ImportFile
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
from refcli.exchange.tabular import found_columns, known_layout, mapped
from refcli.exchange.vcard import Cards, is_vcard

_HEAD = 65_536
_MOST_UNPACKED = 100_000_000
_IN_ZIP = ("connections.csv", "invitations.csv", "messages.csv")


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


def recognised(stream: BinaryIO, name: str, reader: Reader) -> ImportFile:
    """The file as what it is; raises BadData when it is nothing that refcli can read."""
    stream.seek(0)
    head = stream.read(_HEAD)
    if not head.strip():
        raise BadData(f"the file is empty, so nothing was imported: {name}")
    form = reader.form or (ImportFormat.CSV if reader.mapping else _form_of(head))
    if form is ImportFormat.VCARD:
        if not is_vcard(head):
            raise BadData(f"no vCard, so nothing was imported: {name}")
        return ImportFile("vcard", Cards(stream))
    if form is ImportFormat.ICS:
        return ImportFile("ics", _calendar(stream, name, reader))
    if form is ImportFormat.MBOX:
        return ImportFile("mbox", mail_of(_mbox(stream), reader))
    if form in (ImportFormat.MONICA, ImportFormat.REFCLI):
        return ImportFile("monica", _monica(stream, name))
    if head.startswith(b"PK\x03\x04"):
        return ImportFile("linkedin", _from_zip(stream, name))
    return _csv(_sized(stream, name), name, reader)


def mail_of(headers: Iterable[tuple[int, bytes]], reader: Reader) -> Iterable[Entry]:
    """The mail among such headers; raises UsageError while my own addresses are not known."""
    from refcli.exchange.mail import Mail

    if not reader.me:
        raise UsageError(
            "your own addresses are not known, so nothing was imported",
            "refcli config set me.emails you@example.com",
        )
    return Mail(headers, reader.me, reader.known(), reader.today)


def _form_of(head: bytes) -> ImportFormat | None:
    if is_vcard(head):
        return ImportFormat.VCARD
    start = head.lstrip(b"\xef\xbb\xbf\r\n\t ")
    if start[:15].upper() == b"BEGIN:VCALENDAR":
        return ImportFormat.ICS
    if start.startswith(b"From ") and b":" in start.partition(b"\n")[2].partition(b"\n")[0]:
        return ImportFormat.MBOX
    return ImportFormat.MONICA if start.startswith(b"{") else None


def _calendar(stream: BinaryIO, name: str, reader: Reader) -> Iterable[Entry]:
    from refcli.exchange.calendar import MAX_BYTES as MOST
    from refcli.exchange.calendar import Calendar

    stream.seek(0)
    return Calendar(stream.read(MOST + 1), name, reader.today, reader.me, reader.with_titles)


def _mbox(stream: BinaryIO) -> Iterable[tuple[int, bytes]]:
    from refcli.exchange.mail import Mbox

    return Mbox(stream)


def _monica(stream: BinaryIO, name: str) -> Iterable[Entry]:
    from refcli.exchange.monica import monica_contacts, parsed_json

    stream.seek(0)
    found = monica_contacts(parsed_json(stream.read(MAX_BYTES), name), name)
    if found is None:
        raise BadData(f"JSON, but neither refcli's nor Monica's, nothing was imported: {name}")
    return found


def _sized(stream: BinaryIO, name: str) -> TextFile:
    if stream.seek(0, io.SEEK_END) > MAX_BYTES:
        raise BadData(f"larger than {MAX_BYTES // 1_000_000} MB, so nothing was imported: {name}")
    return text_file(stream, name)


def _csv(file: TextFile, name: str, reader: Reader) -> ImportFile:
    if reader.mapping:
        return ImportFile("csv", mapped(file, reader.mapping))
    is_old = file.encoding == OLD_ENCODING
    found = None if is_old else connections(file) or messages(file)
    if found is not None:
        return ImportFile("linkedin", found)
    layout = known_layout(file)
    if layout is not None:
        return ImportFile(layout[0].name, layout[1])
    report = None if is_old else slips(file, reader.my_name, reader.today)
    if report is not None:
        return ImportFile("bni", report)
    if is_old:
        raise not_text("UTF-8", name)
    delimiter = delimiter_of(next(file.lines(), ""))
    filled = (cells for _, cells in csv_rows(file, delimiter) if len(cells) > 1)
    columns = found_columns(next(filled, []))
    raise BadData(
        f"no format that refcli knows, so nothing was imported; found {columns}: {name}",
        'say what the columns are: --map "Full name=name,Mail=email"',
    )


def _from_zip(stream: BinaryIO, name: str) -> Iterable[Entry]:
    """The files of a LinkedIn export: people first, then invitations and messages."""
    try:
        with zipfile.ZipFile(stream) as archive:
            inside = {
                entry.filename.rsplit("/", 1)[-1].lower(): entry for entry in archive.infolist()
            }
            wanted = [inside[n] for n in _IN_ZIP if n in inside]
            if sum(entry.file_size for entry in wanted) > _MOST_UNPACKED:
                raise BadData(f"what is in it is too large, so nothing was imported: {name}")
            files = [
                text_file(io.BytesIO(archive.read(entry)), f"{name}, {entry.filename}")
                for entry in wanted
            ]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise BadData(f"a damaged or locked ZIP, so nothing was imported: {name}") from error
    found = [part for file in files if (part := connections(file) or messages(file)) is not None]
    if not found:
        raise BadData(
            f"no Connections.csv in it, so nothing was imported: {name}",
            "ask LinkedIn for the export with your connections",
        )
    return _Together(tuple(found))


@dataclass(frozen=True, slots=True)
class _Together:
    """Several parts gone through one after another, as often as need be."""

    parts: tuple[Iterable[Entry], ...]

    def __iter__(self) -> Iterator[Entry]:
        """All entries."""
        return chain.from_iterable(self.parts)
