"""Tables on a terminal."""

import io
from typing import NamedTuple

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from refcli.render.layout import Column, Table
from refcli.render.terminal import paint, wrap

_STYLES = {"name": "cyan", "late": "yellow", "good": "green", "dim": "dim", "bold": "bold", "": ""}
_BOX = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
# Columns stand so far apart, and closer where that lets all stand in a line.
_APART, _CLOSE = 3, 2
# What a flexible column keeps however long the others are: its longest word, within reason.
_LEAST, _MOST = 4, 24
# A name takes so much of the width at most before it is wrapped like other text.
_NAME_SHARE = 0.4
_Rows = tuple[tuple[str, ...], ...]


class _Measured(NamedTuple):
    """A column by its place in the rows: how wide it is, and its longest word."""

    column: Column
    place: int
    widest: int
    least: int

    def is_flexible(self, width: int) -> bool:
        """Whether it is wrapped; a name is not, unless it would take too much."""
        is_name = self.column.style == "name" and self.widest <= width * _NAME_SHARE
        return self.column.flexible and not is_name

    def needed(self, width: int) -> int:
        """How wide it has to be where no word is broken and no name wrapped."""
        return self.least if self.is_flexible(width) else self.widest


_Columns = list[_Measured]


def drawn_lines(table: Table, rows: _Rows, width: int, *, colour: bool) -> list[str]:
    """The table's lines within `width` columns; cells are shown as they are, never as markup.

    Columns that found no room are named under it.
    """
    columns, left_out = _fitting(_measured(table, rows), width)
    apart = _apart(columns, width)
    drawing = RichTable(box=_BOX, pad_edge=False, padding=(0, apart - 1, 0, 0), show_edge=False)
    most = _most_of_rigid(columns, width, apart)
    for each in columns:
        is_flexible = each.is_flexible(width)
        drawing.add_column(
            Text(each.column.title, style="bold"),
            justify="right" if each.column.right else "left",
            style=_STYLES[each.column.style],
            no_wrap=not is_flexible,
            overflow="fold" if is_flexible else "ellipsis",
            min_width=each.least if is_flexible and most is None else None,
            max_width=None if is_flexible else most,
        )
    for row in rows:
        drawing.add_row(*(Text(row[each.place]) for each in columns))
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    console.print(drawing)
    lines = [line.rstrip() for line in buffer.getvalue().splitlines()]
    if left_out:
        told = f"without {' and '.join(left_out)} at this width; all of it with --json"
        lines += [paint(part, "dim", colour=colour) for part in wrap(told, width)]
    return lines


def _measured(table: Table, rows: _Rows) -> _Columns:
    found = _Columns()
    for place, column in enumerate(table.columns):
        texts = (column.title, *(row[place] for row in rows))
        longest = max((cell_len(word) for text in texts for word in text.split()), default=_LEAST)
        least = max(_LEAST, min(longest, _MOST))
        found.append(_Measured(column, place, max(map(cell_len, texts)), least))
    return found


def _fitting(columns: _Columns, width: int) -> tuple[_Columns, list[str]]:
    """The columns without those that have to give way, and what these are called."""
    left_out: list[str] = []
    for turn in sorted({each.column.gives for each in columns} - {0}):
        if _least_width(columns, width, _CLOSE) <= width:
            break
        left_out += [each.column.title for each in columns if each.column.gives == turn]
        columns = [each for each in columns if each.column.gives != turn]
    return columns, left_out


def _apart(columns: _Columns, width: int) -> int:
    """Three columns, or two where that keeps every row in a line, or every word whole."""
    natural, gaps = sum(each.widest for each in columns), len(columns) - 1
    is_saved = natural + _CLOSE * gaps <= width < natural + _APART * gaps
    return _CLOSE if is_saved or _least_width(columns, width, _APART) > width else _APART


def _least_width(columns: _Columns, width: int, apart: int) -> int:
    """How many columns the table needs where no word is broken and no name wrapped."""
    return sum(each.needed(width) for each in columns) + apart * (len(columns) - 1)


def _most_of_rigid(columns: _Columns, width: int, apart: int) -> int | None:
    """How wide a column that is not flexible may be where even so there is no room.

    None when there is room for all, or no flexible column, or no room however narrow the others.
    """
    if _least_width(columns, width, apart) <= width:
        return None
    rigid = [each.widest for each in columns if not each.is_flexible(width)]
    flexible = len(columns) - len(rigid)
    room = width - apart * (len(columns) - 1) - _LEAST * flexible
    fitting = (most for most in range(1, width + 1) if sum(min(w, most) for w in rigid) <= room)
    return max(fitting, default=None) if flexible else None
