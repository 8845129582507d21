"""LinkedIn's whole export, a ZIP: the files in it that refcli reads."""

import io
import zipfile
from collections.abc import Iterable
from typing import BinaryIO

from refcli.domain.imports import Entry
from refcli.errors import BadData
from refcli.exchange.archive import Together
from refcli.exchange.csvtext import table_of, text_file
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
    try:
        with zipfile.ZipFile(stream) as archive:
            inside = {
                entry.filename.rsplit("/", 1)[-1].lower(): entry for entry in archive.infolist()
            }
            wanted = [inside[n] for n in _IN_ZIP if n in inside]
            if sum(entry.file_size for entry in wanted) > _MOST_UNPACKED:
                raise BadData(f"what is in it is too large, so nothing was imported: {name}")
            files = [
                table_of(text_file(io.BytesIO(archive.read(entry)), f"{name}, {entry.filename}"))
                for entry in wanted
            ]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise BadData(f"a damaged or locked ZIP, so nothing was imported: {name}") from error
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
    beside = {
        f"{each}, the address book that you uploaded": 1
        for each in _ADDRESS_BOOKS
        if each in inside
    }
    return Together(found, beside)
