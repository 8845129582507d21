"""Spreadsheets as tables: Excel's workbooks, and the XML that BNI Connect calls `.xls`.

A workbook is read with openpyxl where that is there (`refcli[excel]`), XML with the parser of the
standard library, which is told to refuse every entity. Both are bounded before they are read.
"""

import datetime as dt
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, BinaryIO, NamedTuple
from xml.parsers import expat

from refcli.errors import BadData
from refcli.exchange.archive import is_too_much

_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 200_000, 500, 20
_MOST_BYTES, _MOST_UNPACKED = 60_000_000, 300_000_000
_LONGEST_CELL = 32_767
_LONG_NUMBER = 8
# A sheet that goes on so long with nothing in it has ended.
_MOST_EMPTY = 10_000
_CHUNK = 1 << 16
_WHY_NOT = "save it as CSV and import that, or: pip install 'refcli[excel]'"


class SheetTable(NamedTuple):
    """A sheet as rows of text."""

    name: str
    kept: Sequence[tuple[int, list[str]]]
    read_as: str = ""
    # The other sheets of its workbook, with how many rows they have.
    beside: Mapping[str, int] = MappingProxyType({})

    @property
    def header(self) -> Sequence[str]:
        """The first row that holds anything."""
        return next(self.rows(), (1, list[str]()))[1]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(row, cells) from the first row on that holds anything."""
        return iter(self.kept)


# A ZIP is a workbook that has this in it.
WORKBOOK = "xl/workbook.xml"
# What else is a ZIP, by a file that is in it.
_OFFICE = {
    "Index/Document.iwa": "a document of Numbers or Pages",
    "word/document.xml": "a document of Word",
    "content.xml": "a document of LibreOffice (.ods, .odt)",
}


def office_kind(names: Collection[str]) -> str:
    """What kind of document a ZIP is that refcli cannot read; empty for all others."""
    return next((kind for name, kind in _OFFICE.items() if name in names), "")


def workbook(stream: BinaryIO, name: str) -> list[SheetTable]:
    """The sheets of a workbook that hold anything; raises BadData where it cannot be read."""
    try:
        import openpyxl
    except ImportError as error:
        raise BadData(f"a workbook of Excel, so nothing was imported: {name}", _WHY_NOT) from error
    _refuse_large(stream, name)
    stream.seek(0)
    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        found = dict[str, list[tuple[int, list[str]]]]()
        for sheet in book.worksheets[:_MOST_SHEETS]:
            sheet.reset_dimensions()  # what a sheet says of its size may be wrong
            rows = _rows_of(sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS), name)
            if rows:
                found[sheet.title] = rows
    except BadData:
        raise
    except Exception as error:
        raise BadData(
            f"a workbook that cannot be read, so nothing was imported: {name}", _WHY_NOT
        ) from error
    if not found:
        raise BadData(f"there is nothing in the workbook, so nothing was imported: {name}")
    return [SheetTable(name, rows, beside=_others(found, title)) for title, rows in found.items()]


def _others(found: Mapping[str, list[tuple[int, list[str]]]], title: str) -> dict[str, int]:
    return {f"the sheet {other}": len(rows) for other, rows in found.items() if other != title}


def _refuse_large(stream: BinaryIO, name: str) -> None:
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            is_large = is_too_much(archive.infolist(), _MOST_UNPACKED)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise BadData(f"a damaged workbook, so nothing was imported: {name}", _WHY_NOT) from error
    if is_large:
        raise BadData(f"the workbook is too large, so nothing was imported: {name}", _WHY_NOT)


def _rows_of(rows: Any, name: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, as text."""
    kept = list[tuple[int, list[str]]]()
    for number, values in enumerate(rows, start=1):
        if number - (kept[-1][0] if kept else 0) > _MOST_EMPTY:
            break
        if len(kept) > _MOST_ROWS:
            raise BadData(
                f"more than {_MOST_ROWS:,} rows in it, so nothing was imported: {name}", _WHY_NOT
            )
        if not any(value is not None for value in values):
            continue
        cells = [_text(value) for value in values[:_MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            kept.append((number, cells))
    width = max((len(cells) for _, cells in kept), default=0)
    return [(number, cells + [""] * (width - len(cells))) for number, cells in kept]


def _text(value: object) -> str:
    """A value as a CSV file would have it."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        is_day = value.time() == dt.time()
        return value.date().isoformat() if is_day else value.isoformat(sep=" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:_LONGEST_CELL].strip()


def xml_sheet(stream: BinaryIO, name: str) -> SheetTable:
    """The rows of a spreadsheet in XML; raises BadData where it is broken or holds entities."""
    reading = _Reading(name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.EntityDeclHandler = reading.refuse
    parser.StartDoctypeDeclHandler = reading.refuse
    stream.seek(0)
    size = 0
    try:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > _MOST_BYTES:
                raise BadData(f"too large a spreadsheet, so nothing was imported: {name}")
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise BadData(
            f"a spreadsheet that cannot be read ({error}), so nothing was imported: {name}",
            "open it and save it as CSV",
        ) from error
    return SheetTable(name, [(n, cells) for n, cells in reading.rows if any(cells)])


class _Reading:
    """The rows of XML as they are parsed; `Index` says where a cell or row stands."""

    def __init__(self, name: str) -> None:
        self.rows: list[tuple[int, list[str]]] = []
        self._name = name
        self._cells: list[str] = []
        self._parts: list[str] | None = None
        self._number = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        kind = tag.rpartition(" ")[2]
        index = next((v for k, v in attributes.items() if k.endswith(" Index")), "")
        place = int(index) if index.isdecimal() and len(index) < _LONG_NUMBER else 0
        if kind == "Row":
            self._number = max(place, self._number + 1)
            self._cells = []
        elif kind == "Cell" and 0 < place <= _MOST_COLUMNS:
            self._cells += [""] * (place - 1 - len(self._cells))
        elif kind == "Data":
            self._parts = []
        if kind == "Cell":
            self._cells.append("")

    def text(self, text: str) -> None:
        """Text of a cell."""
        if self._parts is not None:
            self._parts.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        kind = tag.rpartition(" ")[2]
        if kind == "Data" and self._parts is not None and self._cells:
            self._cells[-1] = "".join(self._parts).strip()[:_LONGEST_CELL]
            self._parts = None
        elif kind == "Row":
            self.rows.append((self._number, self._cells[:_MOST_COLUMNS]))
            if len(self.rows) > _MOST_ROWS:
                raise BadData(f"more than {_MOST_ROWS:,} rows, nothing was imported: {self._name}")

    def refuse(self, *_: object) -> None:
        """Entities can be made to fill any memory, and no spreadsheet has them."""
        raise BadData(f"a spreadsheet with entities, so nothing was imported: {self._name}")
