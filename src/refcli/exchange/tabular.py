"""Address books in CSV: those known by their columns, and any other by what its titles say."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from refcli.domain.column_map import LABELLED
from refcli.domain.imports import Entry, RejectedRow
from refcli.domain.text import clean_line, fold
from refcli.errors import BadData
from refcli.exchange.cell_values import several
from refcli.exchange.cells import person_entries, turned
from refcli.exchange.csvtext import BrokenRow, Table
from refcli.exchange.file_days import Days, order_of
from refcli.exchange.formulas import without_guard
from refcli.exchange.joined import apart, by_label
from refcli.exchange.layouts import LAYOUTS, Layout
from refcli.exchange.left_out import WHY, Reasons, rows_left_out
from refcli.exchange.shapes import columns_by_shape
from refcli.exchange.titles import ASIDE, Grouped, fields_of, group_of, is_list_of_people

_MOST_NAMED = 12
# So many rows tell how a column writes its days, and what marks its tags.
_LOOKED_AT = 2_000
# A report may have so many rows of its own before the titles.
_TITLE_ROWS = 10
_DAYS = frozenset({"birthday", "anniversary", "since", "known_since"})
_SEVERAL = frozenset({"email", "phone", "tag", "nickname", "url", "former_name", "address"})
# All of these go into one text.
_JOINED = frozenset({"note", "street", "zip", "city", "state", "country"})
_GROUPED_FIELDS = {"relation": "relation", "event": "date", "custom field": "field"}


@dataclass(slots=True)
class Tabular:
    """The people of a table whose columns are understood; can be gone through again.

    `turns` is whether `Ross, Ada` is Ada Ross, `keeps` whether what no field is for goes into
    fields of one's own; `not_kept` counts what does not, by the title of its column.
    """

    table: Table
    header: Sequence[str]
    columns: tuple[str, ...]
    days: Days
    joined_by: str = ""
    dead_tags: str = ""
    keeps: bool = False
    not_kept: Counter[str] = field(default_factory=Counter)
    groups: tuple[Grouped | None, ...] = ()
    header_at: int = 0
    turns: bool = True
    tags_by: str = ""
    is_own: bool = False
    guessed_order: str = ""
    guessed_columns: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Entry]:
        """Each row as a person, or why it cannot be taken."""
        self.not_kept.clear()
        self.not_kept.update(getattr(self.table, "beside", {}))
        days = self._days()
        wanted = len(self.columns)
        for line, cells in self._rows():
            if isinstance(cells, BrokenRow):
                yield RejectedRow(line, f"it is no row ({cells.reason})", fatal=True)
            elif (len(cells) < wanted and not self._is_whole(cells)) or any(
                cell.strip() for cell in cells[wanted:]
            ):
                yield RejectedRow(line, f"{len(cells)} columns instead of {wanted}", fatal=True)
            else:
                yield from person_entries(line, self._by_field(cells), days)

    def left_out(self, reasons: Reasons) -> bytes:
        """Those rows under the titles, each with why it was left out."""
        return rows_left_out(self.table, self.header_at, reasons, self.header)

    def _is_whole(self, cells: list[str]) -> bool:
        """Whether a short row only lacks what is empty: it names somebody and how to reach them.

        Spreadsheets leave trailing cells off; a row that a line break tore apart is none.
        """
        named = zip(self.columns, cells, strict=False)
        told = {name for name, cell in named if cell.strip() and (name != "email" or "@" in cell)}
        is_named = bool(told & {"name", "first", "last"})
        return is_named and bool(told & {"email", "phone"})

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        rows = islice(self.table.rows(), self.header_at + 1, None)
        return ((line, cells) for line, cells in rows if any(cell.strip() for cell in cells))

    def _days(self) -> Days:
        """How the days of this file are written, as far as its rows tell; and what marks tags."""
        dated = [at for at, name in enumerate(self.columns) if name in _DAYS]
        tagged = [at for at, name in enumerate(self.columns) if name == "tag"]
        if not (dated or tagged):
            return self.days
        seen = [cells for _, cells in islice(self._rows(), _LOOKED_AT)]
        tags = [cells[at] for cells in seen for at in tagged if at < len(cells)]
        if not self.joined_by:
            self.tags_by = next((mark for mark in (";", ",") if any(mark in t for t in tags)), "")
        days = [cells[at] for cells in seen for at in dated if at < len(cells)]
        if not dated:
            return self.days
        order = order_of(days, self.days.told)
        self.guessed_order = ("dmy" if order.day_first else "mdy") if order.is_guess else ""
        return self.days._replace(day_first=order.day_first)

    def _by_field(self, cells: list[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for at, (name, cell) in enumerate(zip(self.columns, cells, strict=False)):
            if not cell or name == ASIDE:
                continue
            text = _without_marks(without_guard(cell))
            if not name:
                self._leave(found, at, text)
                continue
            text = turned(text) if name == "name" and self.turns else text
            if self.is_own:
                _add_own(found, name, text)
                continue
            if self._is_second(found, at, text):
                self._leave(found, at, text)
                continue
            mark = self.tags_by if name == "tag" and self.tags_by else self.joined_by
            listed = _LISTED.findall(text) if _IS_LIST.fullmatch(text.strip()) else []
            parts = listed or (several(name, text, mark) if name in _SEVERAL else [text])
            found.setdefault(name, []).extend(part.strip() for part in parts)
        if self.groups:
            self._add_groups(found, cells)
        if self.dead_tags and "tag" in found:
            found["tag"] = [tag for tag in found["tag"] if not tag.startswith(self.dead_tags)]
        return found

    def _is_second(self, found: Mapping[str, Sequence[str]], at: int, text: str) -> bool:
        """Whether a title stands there twice, and says another thing of what is one alone."""
        name = self.columns[at]
        if name in _SEVERAL or name in _JOINED or not found.get(name):
            return False
        title = fold(self.header[at])
        is_again = any(fold(each) == title for each in self.header[:at])
        return is_again and text.strip() not in found[name]

    def _leave(self, found: dict[str, list[str]], at: int, text: str) -> None:
        """What no field is for: kept under its title where that is wanted, else counted."""
        title = clean_line(self.header[at]) or f"column {at + 1}"
        if not clean_line(text):
            return
        if self.keeps:
            found.setdefault(f"field:{title}", []).append(text)
        else:
            self.not_kept[title] += 1

    def _add_groups(self, found: dict[str, list[str]], cells: list[str]) -> None:
        """Columns that belong together: `Relation 1 - Label` and `Relation 1 - Value`."""
        groups: dict[tuple[str, int], dict[str, str]] = {}
        for group, cell in zip(self.groups, cells, strict=False):
            if group is not None and cell.strip():
                key = (group.what, group.number)
                groups.setdefault(key, {})[group.part] = without_guard(cell)
        for (what, _), parts in groups.items():
            if what == "phone":
                _without_fax(found, parts)
                continue
            if what == "address":
                found.setdefault("address", []).append(parts.get("formatted", ""))
                continue
            labels = (parts.get("label") or parts.get("type") or what).split(" ::: ")
            for number, value in enumerate(parts.get("value", "").split(" ::: ")):
                label = clean_line(labels[min(number, len(labels) - 1)]).lstrip("* ")
                shown = label if what == "custom field" else label.lower()
                found.setdefault(f"{_GROUPED_FIELDS[what]}:{shown}", []).append(value)


def _without_marks(text: str) -> str:
    """A cell without the addresses that Notion writes behind each name that it links."""
    return _NOTION.sub("", text) if "notion.so/" in text else text


_NOTION = re.compile(r" \(https?://(?:www\.)?notion\.so/[^()\s]*\)")
# `["a", "b"]`, as programs write several values.
_IS_LIST = re.compile(r"\[\s*(['\"]).*\1\s*\]", re.DOTALL)
_LISTED = re.compile(r"(?<=['\"])[^'\"\[\],]+(?=['\"])")


def _add_own(found: dict[str, list[str]], name: str, cell: str) -> None:
    """A cell that refcli wrote: of which there are several, and what stands under labels."""
    if name in LABELLED:
        for text in apart(cell):
            label, value = by_label(text)
            found.setdefault(_LEADS[name] + label, []).append(value)
    else:
        values = apart(cell) if name in _SEVERAL or name == "bases" else [cell]
        found.setdefault(name, []).extend(values)


_LEADS = {"fields": "field:", "dates": "date:", "ties": "relation:", "jobs": "job:"}


def _without_fax(found: dict[str, list[str]], parts: Mapping[str, str]) -> None:
    """A number that is a fax or pager by its label is none to call."""
    label = fold(parts.get("label") or parts.get("type") or "")
    if "fax" not in label and "pager" not in label:
        return
    for number in parts.get("value", "").split(" ::: "):
        if number.strip() in found.get("phone", []):
            found["phone"].remove(number.strip())
            found.setdefault("field:fax", []).append(number)


def address_book(table: Table, name: str, days: Days, *, keeps: bool = False) -> Tabular | None:
    """The people of a file whose columns are those of the layout, None when they are not."""
    header = table.header
    titles = frozenset(cell.strip().lower() for cell in header)
    for layout in LAYOUTS:
        if layout.name == name and layout.is_meant(titles):
            return _tabular(table, header, layout, days, keeps=keeps)
    return None


def _tabular(
    table: Table, header: Sequence[str], layout: Layout, days: Days, *, keeps: bool
) -> Tabular:
    return Tabular(
        table=table,
        header=header,
        columns=layout.columns(header),
        days=days,
        joined_by=layout.joined_by,
        dead_tags=layout.dead_tags,
        keeps=keeps,
        groups=tuple(map(group_of, header)) if layout.has_groups else (),
        turns=not layout.is_own,
        is_own=layout.is_own,
    )


def people_by_titles(table: Table, days: Days, *, keeps: bool = False) -> Tabular | None:
    """The people of any table whose titles say that it is a list of people, None where not."""
    for place, (_, header) in enumerate(islice(table.rows(), _TITLE_ROWS)):
        fields = fields_of(header)
        if len(header) > 1 and is_list_of_people(fields):
            return Tabular(
                table=table,
                header=header,
                columns=fields,
                days=days,
                keeps=keeps,
                header_at=place,
            )
    return None


def people_by_shape(table: Table, days: Days, *, keeps: bool = False) -> Tabular | None:
    """The people of a table whose values say what its columns are, None where they do not."""
    found = columns_by_shape(table)
    if found is None:
        return None
    titles, fields, at = found
    guessed = {title: field for title, field in zip(titles, fields, strict=True) if field}
    return Tabular(
        table=table,
        header=titles,
        columns=fields,
        days=days,
        keeps=keeps,
        header_at=at,
        guessed_columns=guessed,
    )


def mapped(table: Table, mapping: Mapping[str, str], days: Days, *, keeps: bool = False) -> Tabular:
    """The people of any table, by the fields that the user gave its columns.

    Raises BadData when none of the first rows holds all of them as titles.
    """
    for place, (_, header) in enumerate(islice(table.rows(), _TITLE_ROWS)):
        titles = titles_of(header)
        if set(mapping) <= set(titles):
            aside = {WHY: ASIDE}
            return Tabular(
                table=table,
                header=header,
                columns=tuple(mapping.get(title, aside.get(title, "")) for title in titles),
                days=days,
                keeps=keeps,
                header_at=place,
            )
    missing = next(column for column in mapping if column not in titles_of(table.header))
    raise BadData(
        f"no column {missing!r} in it, so nothing was imported; found"
        f" {found_columns(table.header)}: {table.name}"
    )


def titles_of(header: Sequence[str]) -> list[str]:
    """Titles as a map names them."""
    return [clean_line(cell).lower() for cell in header]


def found_columns(header: Sequence[str]) -> str:
    """The columns of a file, for a message."""
    return ", ".join(clean_line(cell) for cell in header[:_MOST_NAMED]) or "nothing"
