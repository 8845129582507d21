"""A ZIP of address books, calendars and mail, such as Takeout: each file is read as itself."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import BinaryIO

from refcli.domain.imports import Entry, ImportFile, not_kept_of
from refcli.errors import BadData
from refcli.exchange.heads import is_zip

_MOST_MEMBERS, _MOST_READ = 100_000, 2_000
_MOST_UNPACKED = 150_000_000
_HIGHEST_RATIO = 100
_ENDS = (".vcf", ".csv", ".ics", ".mbox", ".eml", ".ldif", ".xls", ".json")
# People come before what was exchanged with them.
_ORDER = {".ics": 1, ".mbox": 2, ".eml": 2}
Recognise = Callable[[BinaryIO, str], ImportFile]


@dataclass(frozen=True, slots=True)
class Together:
    """Several files gone through one after another, as often as need be."""

    parts: Sequence[Iterable[Entry]]
    beside: Mapping[str, int] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Entry]:
        """All entries."""
        return chain.from_iterable(self.parts)

    @property
    def not_kept(self) -> Counter[str]:
        """What of all of them has no place."""
        total = Counter[str](self.beside)
        for part in self.parts:
            total.update(not_kept_of(part))
        return total


def names_in(stream: BinaryIO) -> frozenset[str]:
    """The names of the files in a ZIP; none where it is damaged, which is said when it is read."""
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            return frozenset(archive.namelist())
    except Exception:  # noqa: BLE001  whatever a damaged ZIP makes of the library
        return frozenset()


def is_too_much(members: Iterable[zipfile.ZipInfo], most: int) -> bool:
    """Whether files would unpack to more than so many bytes, or were made to: a bomb."""
    infos = list(members)
    size = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    return size > most or (size > most // 10 and size > packed * _HIGHEST_RATIO)


def files_in(stream: BinaryIO, name: str, recognise: Recognise) -> ImportFile:
    """What a ZIP holds that can be read; raises BadData where nothing can, or it is a bomb."""
    found: list[ImportFile] = []
    refused = ""
    for member, data in _members(stream, name):
        if is_zip(data):
            refused = refused or f"{member} is a ZIP itself"
            continue
        try:
            found.append(recognise(io.BytesIO(data), f"{name}, {member}"))
        except BadData as error:
            refused = refused or error.message
    if not found:
        reason = f" ({refused})" if refused else ""
        raise BadData(
            f"nothing in the ZIP that refcli reads{reason}, so nothing was imported: {name}",
            "what can be read: refcli import --help",
        )
    forms = dict.fromkeys(file.format for file in found)
    return ImportFile("/".join(forms), Together([file.entries for file in found]))


def _members(stream: BinaryIO, name: str) -> list[tuple[str, bytes]]:
    """(name, bytes) of the files that refcli may read, people first; none within another ZIP."""
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            infos = archive.infolist()
            wanted = [i for i in infos if not i.is_dir() and _end(i.filename) in _ENDS]
            _refuse_bomb(len(infos), wanted, name)
            wanted.sort(key=lambda info: (_ORDER.get(_end(info.filename), 0), info.filename))
            return [(i.filename, archive.read(i)) for i in wanted[:_MOST_READ]]
    except BadData:
        raise
    except Exception as error:
        raise BadData(f"a damaged or locked ZIP, so nothing was imported: {name}") from error


def _refuse_bomb(members: int, wanted: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Raise BadData for what would unpack to more than it should; what is not read is not."""
    if members > _MOST_MEMBERS or is_too_much(wanted, _MOST_UNPACKED):
        raise BadData(
            f"the ZIP holds too much, so nothing was imported: {name}",
            "unpack it and import the files that you want",
        )


def _end(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}"
