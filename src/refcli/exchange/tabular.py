"""Address books in CSV: Google, Outlook, HubSpot, our own, and any other by its columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from refcli.domain.imports import Entry, RejectedRow
from refcli.domain.text import clean_line
from refcli.errors import BadData, UsageError
from refcli.exchange.cells import person_entries
from refcli.exchange.csvtext import OLD_ENCODING, TextFile, csv_rows, delimiter_of, not_text
from refcli.exchange.formulas import without_guard
from refcli.exchange.layouts import LAYOUTS, MAP_FIELDS, map_field

_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Tabular:
    """The people of a CSV file whose columns are understood; can be gone through again."""

    file: TextFile
    delimiter: str
    columns: tuple[str, ...]
    joined_by: str
    dead_tags: str

    def __iter__(self) -> Iterator[Entry]:
        """Each row as a person, or why it cannot be taken."""
        rows = csv_rows(self.file, self.delimiter)
        next(rows)
        for line, cells in rows:
            if not any(cell.strip() for cell in cells):
                continue
            wanted = len(self.columns)
            if len(cells) < wanted or any(cell.strip() for cell in cells[wanted:]):
                yield RejectedRow(line, f"{len(cells)} columns instead of {wanted}", fatal=True)
            else:
                yield from person_entries(line, self._by_field(cells))

    def _by_field(self, cells: list[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for field, cell in zip(self.columns, cells, strict=False):
            if field and cell:
                text = without_guard(cell)
                parts = text.split(self.joined_by) if self._is_several(field) else [text]
                found.setdefault(field, []).extend(part.strip() for part in parts)
        if self.dead_tags and "tag" in found:
            found["tag"] = [tag for tag in found["tag"] if not tag.startswith(self.dead_tags)]
        return found

    def _is_several(self, field: str) -> bool:
        return bool(self.joined_by) and field in ("email", "phone", "tag", "nickname", "url")


def address_book(file: TextFile, name: str) -> Tabular | None:
    """The people of a file whose columns are those of the layout, None when they are not."""
    first = next(file.lines(), "")
    delimiter = delimiter_of(first)
    header = next(csv_rows(file, delimiter), (1, []))[1]
    titles = frozenset(cell.strip().lower() for cell in header)
    for layout in LAYOUTS:
        if layout.name == name and layout.is_meant(titles):
            if file.encoding == OLD_ENCODING and not layout.is_old:
                raise not_text("UTF-8", file.name)
            columns = layout.columns(header)
            return Tabular(file, delimiter, columns, layout.joined_by, layout.dead_tags)
    return None


def mapped(file: TextFile, mapping: Mapping[str, str]) -> Tabular:
    """The people of any CSV file, by the fields that the user gave its columns."""
    delimiter = delimiter_of(next(file.lines(), ""))
    header = next(csv_rows(file, delimiter), (1, []))[1]
    titles = [clean_line(cell).lower() for cell in header]
    missing = [column for column in mapping if column not in titles]
    if missing:
        raise BadData(
            f"no column {missing[0]!r} in it, so nothing was imported; found"
            f" {found_columns(header)}: {file.name}"
        )
    columns = tuple(mapping.get(title, "") for title in titles)
    return Tabular(file, delimiter, columns, "", "")


def parse_map(text: str) -> dict[str, str]:
    """`Column=field,…` as folded column to field; raises UsageError for an unknown field."""
    found: dict[str, str] = {}
    for part in text.split(","):
        column, _, word = part.rpartition("=")
        field = map_field(word)
        if not column.strip() or field is None:
            raise UsageError(
                f'--map is "Column=field,…", not: {part.strip()}',
                f"fields: {', '.join(MAP_FIELDS)}",
            )
        found[clean_line(column).lower()] = field
    if not {"name", "first", "last"} & set(found.values()):
        raise UsageError("--map names no column for the name", 'add for example "Full name=name"')
    return found


def found_columns(header: list[str]) -> str:
    """The columns of a file, for a message."""
    return ", ".join(clean_line(cell) for cell in header[:_MOST_NAMED]) or "nothing"
