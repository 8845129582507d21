"""LinkedIn's whole export, a ZIP: the files in it that refcli reads."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from refcli.domain.imports import Entry
from refcli.errors import BadData
from refcli.exchange.csvtext import table_of, text_file
from refcli.exchange.file_days import Days
from refcli.exchange.linkedin import connections, messages

_MOST_UNPACKED = 100_000_000
_IN_ZIP = ("connections.csv", "invitations.csv", "messages.csv")


def is_linkedin(stream: BinaryIO) -> bool:
    """Whether a ZIP holds one of the files of LinkedIn's export."""
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            names = {name.rsplit("/", 1)[-1].lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return True  # damaged: what is wrong is said when it is read
    return bool(names.intersection(_IN_ZIP))


def from_zip(stream: BinaryIO, name: str, days: Days) -> Iterable[Entry]:
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
        part for file in files if (part := connections(file, days) or messages(file)) is not None
    ]
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
