"""CSV as people's programs write it: decoded strictly, read strictly, line by line, bounded."""

import csv
import io
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import BinaryIO, NamedTuple, Protocol

from refcli.errors import BadData
from refcli.exchange.encodings import MIXED, encoding_of, not_text

MAX_BYTES = 400_000_000
_LONGEST_LINE = 4_000_000
_MOST_ZEROS = 100
_MOST_COLUMNS = 20_000
_MOST_BROKEN = 10_000
_DELIMITERS = (",", ";", "\t", "|")
# Among so many rows the one with the most cells says what separates them.
_LOOKED_AT = 20
_SAYS_IT = "sep="


class BrokenRow(list[str]):
    """The cells of a line that is no row, as far as they can be told; `reason` says why."""

    def __init__(self, cells: Iterable[str], reason: str) -> None:
        super().__init__(cells)
        self.reason = reason


class Table(Protocol):
    """Rows of cells, from whatever file; gone through from the start each time."""

    @property
    def name(self) -> str:
        """The file, for messages."""

    @property
    def read_as(self) -> str:
        """The encoding, where it had to be guessed."""

    @property
    def header(self) -> Sequence[str]:
        """The first row that holds anything; empty where there is none."""

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(line, cells) of each row from the header on."""


class TextFile(NamedTuple):
    """An open file with its name for messages; read from the start each time."""

    stream: BinaryIO
    name: str
    encoding: str
    is_guess: bool = False

    def lines(self) -> Iterator[str]:
        """Its lines; raises BadData for a line that never ends or holds NUL."""
        self.stream.seek(0)
        is_mixed = self.encoding == MIXED
        reader = io.TextIOWrapper(
            self.stream,
            encoding="utf-8" if is_mixed else self.encoding,
            errors=MIXED if is_mixed else "strict",
            newline="",
        )
        number = zeros = 0
        try:
            while line := reader.readline(_LONGEST_LINE):
                number += 1
                if len(line) == _LONGEST_LINE and line[-1] not in "\r\n":
                    raise BadData(
                        f"line {number} is too long, so nothing was imported: {self.name}"
                    )
                if "\0" in line:
                    zeros += line.count("\0")
                    line = line.replace("\0", "")
                    if zeros > _MOST_ZEROS:
                        raise BadData(f"has NUL characters, so nothing was imported: {self.name}")
                yield line
        except UnicodeError as error:
            raise not_text(self.encoding, self.name) from error
        finally:
            with suppress(ValueError):  # closed already
                reader.detach()  # whoever opened the file closes it


class CsvTable(NamedTuple):
    """A file of text as rows: what separates its cells, and how many lines stand before them.

    `is_wrapped` ones have each row in quotes as a whole, as some programs write them.
    """

    file: TextFile
    delimiter: str
    skipped: int = 0
    is_wrapped: bool = False

    @property
    def name(self) -> str:
        """The file, for messages."""
        return self.file.name

    @property
    def read_as(self) -> str:
        """The encoding, where it had to be guessed."""
        return self.file.encoding if self.file.is_guess else ""

    @property
    def header(self) -> Sequence[str]:
        """The first row that holds anything."""
        return next(self.rows(), (1, list[str]()))[1]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(line, cells) of each row from the header on."""
        rows = csv_rows(self.file, self.delimiter, self.skipped)
        if self.is_wrapped:
            rows = ((line, _unwrapped(cells, self.delimiter)) for line, cells in rows)
        for line, cells in rows:
            if any(cell.strip() for cell in cells):
                yield line, cells
                break
        yield from rows


def _unwrapped(cells: list[str], delimiter: str) -> list[str]:
    if len(cells) != 1 or isinstance(cells, BrokenRow):
        return cells
    return next(csv.reader(cells, delimiter=delimiter, skipinitialspace=True), [])


def text_file(stream: BinaryIO, name: str, told: str | None = None) -> TextFile:
    """The file with the encoding that all of it obeys, or that the user told."""
    found = encoding_of(stream, name, told)
    return TextFile(stream, name, found.name, found.is_guess)


def table_of(file: TextFile) -> CsvTable:
    """The rows of a file of text, by the delimiter that it says or shows."""
    head = list(islice(file.lines(), _LOOKED_AT))
    blank = next((n for n, line in enumerate(head) if line.strip()), 0)
    head = head[blank:]
    first = head[0].strip().strip('\ufeff"') if head else ""
    if first.lower().startswith(_SAYS_IT) and len(first) <= len(_SAYS_IT) + 1:
        return CsvTable(file, first[len(_SAYS_IT) :] or "\t", blank + 1)
    delimiter = _delimiter_in(head)
    if max(line.count(delimiter) for line in head or [""]) > _MOST_COLUMNS:
        raise BadData(f"more than {_MOST_COLUMNS:,} columns, so nothing was imported: {file.name}")
    if inner := _wrapped_by(head):
        return CsvTable(file, inner, is_wrapped=True)
    return CsvTable(file, delimiter)


def _wrapped_by(head: Sequence[str]) -> str:
    """What separates the cells within rows that stand in quotes as a whole; '' where none do."""
    lines = [line.strip() for line in head if line.strip()]
    try:
        rows = [row for line in lines for row in csv.reader([line], strict=True)]
    except csv.Error:
        return ""
    is_whole = len(rows) > 1 and all(
        len(row) == 1 and line.startswith('"') for row, line in zip(rows, lines, strict=True)
    )
    if not is_whole:
        return ""
    inner = [row[0] for row in rows]
    delimiter = _delimiter_in(inner)
    return delimiter if _evenness(inner, delimiter)[3] > 1 else ""


def _delimiter_in(head: Sequence[str]) -> str:
    """What separates the cells: that by which a row begins early and the others are like it."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(head, delimiter))


def _evenness(head: Sequence[str], delimiter: str) -> tuple[bool, int, int, int]:
    """(whether most rows are like the first of several cells, how early it is, how many, width)."""
    try:
        rows = list(csv.reader(head, delimiter=delimiter, skipinitialspace=True))
    except csv.Error:
        return False, -_LOOKED_AT, 0, 0
    widths = [len(row) for row in rows]
    first = next((at for at, width in enumerate(widths) if width > 1), None)
    if first is None:
        return False, -_LOOKED_AT, 0, 0
    like_it = widths[first:].count(widths[first])
    filled = sum(any(row) for row in rows[first:]) or 1
    return like_it * 2 >= filled, -first, like_it, widths[first]


def csv_rows(
    file: TextFile, delimiter: str = ",", skipped: int = 0
) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row; a line that is none is a BrokenRow, and the next begins anew.

    Raises BadData where that happens too often.
    """
    csv.field_size_limit(_LONGEST_LINE)
    lines = _Lines(islice(file.lines(), skipped, None))
    begins, broken = skipped + 1, 0
    while True:
        reader = csv.reader(lines, strict=True, delimiter=delimiter, skipinitialspace=True)
        try:
            for cells in reader:
                yield begins, cells
                begins += lines.count
                lines.forget()
        except csv.Error as error:
            broken += 1
            if broken > _MOST_BROKEN:
                raise BadData(
                    f"line {begins}: {error}, so nothing was imported: {file.name}",
                    "a quote may be open from there on",
                ) from error
            line = lines.back_to_second()
            yield begins, BrokenRow(next(csv.reader([line], delimiter=delimiter), []), str(error))
            begins += 1
            continue
        return


class _Lines:
    """Lines that can be gone back to as far as the row goes that is being read."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._taken: list[str] = []
        self._again: deque[str] = deque()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._taken.append(line)
        return line

    @property
    def count(self) -> int:
        """How many lines the row has so far."""
        return len(self._taken)

    def forget(self) -> None:
        """The row is read."""
        self._taken.clear()

    def back_to_second(self) -> str:
        """The first line of the row, whose others are to be read once more."""
        first, *others = self._taken
        self._again.extendleft(reversed(others))
        self._taken.clear()
        return first
