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

    @property
    def needed(self) -> int:
        """How wide it has to be where no word is broken."""
        return self.least if self.column.flexible else self.widest


_Columns = list[_Measured]


def drawn_lines(table: Table, rows: _Rows, width: int, *, colour: bool) -> list[str]:
    """The table's lines within `width` columns; cells are shown as they are, never as markup.

    Columns that found no room are named under it.
    """
    columns, left_out = _fitting(_measured(table, rows), width)
    apart = _apart(columns, width)
    drawing = RichTable(box=_BOX, pad_edge=False, padding=(0, apart - 1, 0, 0), show_edge=False)
    columns, most = _squeezed(columns, width, apart)
    for each in columns:
        is_flexible = each.column.flexible
        drawing.add_column(
            Text(each.column.title, style="bold"),
            justify="right" if each.column.right else "left",
            style=_STYLES[each.column.style],
            no_wrap=not is_flexible,
            overflow="fold" if is_flexible else "ellipsis",
            min_width=each.least if is_flexible else None,
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
    """The columns without those that have to give way, and what these are called.

    Names stay whole where that makes room for them; else they are wrapped like other text.
    """
    left_out: list[str] = []
    for turn in (0, *sorted({each.column.gives for each in columns} - {0})):
        if turn:
            left_out += [each.column.title for each in columns if each.column.gives == turn]
            columns = [each for each in columns if each.column.gives != turn]
        whole = [_whole(each, width) for each in columns]
        if _least_width(whole, _CLOSE) <= width:
            return whole, left_out
    return columns, left_out


def _whole(each: _Measured, width: int) -> _Measured:
    """A column of names that are not wrapped, unless they would take too much."""
    is_name = each.column.style == "name" and each.widest <= width * _NAME_SHARE
    return each._replace(column=each.column._replace(flexible=False)) if is_name else each


def _apart(columns: _Columns, width: int) -> int:
    """Three columns, or two where that keeps every row in a line, or every word whole."""
    natural, gaps = sum(each.widest for each in columns), len(columns) - 1
    is_saved = natural + _CLOSE * gaps <= width < natural + _APART * gaps
    return _CLOSE if is_saved or _least_width(columns, _APART) > width else _APART


def _least_width(columns: _Columns, apart: int) -> int:
    """How many columns the table needs where no word is broken."""
    return sum(each.needed for each in columns) + apart * (len(columns) - 1)


def _squeezed(columns: _Columns, width: int, apart: int) -> tuple[_Columns, int | None]:
    """The columns with what the flexible ones keep, and how wide the others may be at most.

    They keep their longest word where that can be, else a few letters; None where there is room for
    all, or no flexible column, or no room however narrow the others are.
    """
    if _least_width(columns, apart) <= width:
        return columns, None
    rigid = [each.widest for each in columns if not each.column.flexible]
    narrow = [each._replace(least=_LEAST) for each in columns]
    most: int | None = None
    for kept in (columns, narrow):
        flexible = [each.least for each in kept if each.column.flexible]
        room = width - apart * (len(columns) - 1) - sum(flexible)
        fitting = (most for most in range(1, width + 1) if sum(min(w, most) for w in rigid) <= room)
        most = max(fitting, default=None) if flexible else None
        if most is not None and most >= _LEAST:
            return kept, most
    return narrow, most
