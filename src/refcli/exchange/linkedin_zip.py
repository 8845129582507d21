"""LinkedIn's whole export, a ZIP: the files in it that refcli reads."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from refcli.domain.imports import Entry
from refcli.errors import BadData
from refcli.exchange.archive import Together, is_too_much
from refcli.exchange.csvtext import CsvTable, table_of, text_file
from refcli.exchange.file_days import Days
from refcli.exchange.linkedin import connections, messages

_MOST_UNPACKED = 100_000_000
# Whom LinkedIn found in a phone; to be imported on purpose only.
_ADDRESS_BOOKS = ("contacts.csv", "importedcontacts.csv")
_IN_ZIP = ("connections.csv", "invitations.csv", "messages.csv")


def is_linkedin(names: Iterable[str]) -> bool:
    """Whether files of LinkedIn's export are among those of a ZIP."""
    return any(name.rsplit("/", 1)[-1].lower() in _IN_ZIP for name in names)


def from_zip(stream: BinaryIO, name: str, days: Days, my_name: str = "") -> Iterable[Entry]:
    """The files of a LinkedIn export: people first, then invitations and messages."""
    names, files = _unpacked(stream, name)
    found = [
        part
        for file in files
        if (part := connections(file, days) or messages(file, my_name)) is not None
    ]
    if not found:
        raise BadData(
            f"no Connections.csv in it, so nothing was imported: {name}",
            "ask LinkedIn for the export with your connections",
        )
    books = (each for each in _ADDRESS_BOOKS if each in names)
    return Together(found, {f"{each}, the address book that you uploaded": 1 for each in books})


def _unpacked(stream: BinaryIO, name: str) -> tuple[frozenset[str], list[CsvTable]]:
    """The names in the ZIP, and the tables that are read; raises BadData where it is damaged."""
    try:
        with zipfile.ZipFile(stream) as archive:
            inside = {
                entry.filename.rsplit("/", 1)[-1].lower(): entry for entry in archive.infolist()
            }
            wanted = [inside[n] for n in _IN_ZIP if n in inside]
            _refuse_large(wanted, name)
            files = [
                table_of(text_file(io.BytesIO(archive.read(entry)), f"{name}, {entry.filename}"))
                for entry in wanted
            ]
    except BadData:
        raise
    except Exception as error:  # whatever a damaged ZIP makes of the libraries that unpack it
        raise BadData(f"a damaged or locked ZIP, so nothing was imported: {name}") from error
    return frozenset(inside), files


def _refuse_large(wanted: Sequence[zipfile.ZipInfo], name: str) -> None:
    if is_too_much(wanted, _MOST_UNPACKED):
        raise BadData(f"what is in it is too large, so nothing was imported: {name}")
