"""Tables on a terminal."""

import io

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


def drawn_lines(table: Table, rows: _Rows, width: int, *, colour: bool) -> list[str]:
    """The table's lines within `width` columns; cells are shown as they are, never as markup.

    Columns that found no room are named under it.
    """
    table, rows, left_out = _fitting(table, rows, width)
    apart = _apart(table, rows, width)
    drawing = RichTable(box=_BOX, pad_edge=False, padding=(0, apart - 1, 0, 0), show_edge=False)
    most = _most_of_rigid(table, rows, width, apart)
    for place, column in enumerate(table.columns):
        is_flexible = _is_flexible(column, rows, place, width)
        drawing.add_column(
            Text(column.title, style="bold"),
            justify="right" if column.right else "left",
            style=_STYLES[column.style],
            no_wrap=not is_flexible,
            overflow="fold" if is_flexible else "ellipsis",
            min_width=_least(column, rows, place) if is_flexible and most is None else None,
            max_width=None if is_flexible else most,
        )
    for row in rows:
        drawing.add_row(*(Text(cell) for cell in row))
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


def _apart(table: Table, rows: _Rows, width: int) -> int:
    """Three columns, or two where that keeps every row in a line, or every word whole."""
    natural = sum(_widest(column, rows, place) for place, column in enumerate(table.columns))
    gaps = len(table.columns) - 1
    is_saved = natural + _CLOSE * gaps <= width < natural + _APART * gaps
    return _CLOSE if is_saved or _least_width(table, rows, width, _APART) > width else _APART


def _fitting(table: Table, rows: _Rows, width: int) -> tuple[Table, _Rows, list[str]]:
    """The table without the columns that have to give way, and what these are called."""
    left_out: list[str] = []
    order = sorted({column.gives for column in table.columns if column.gives})
    for turn in order:
        if _least_width(table, rows, width, _CLOSE) <= width:
            break
        left_out += [column.title for column in table.columns if column.gives == turn]
        kept = [n for n, column in enumerate(table.columns) if column.gives != turn]
        rows = tuple(tuple(row[n] for n in kept) for row in rows)
        table = table._replace(columns=tuple(table.columns[n] for n in kept))
    return table, rows, left_out


def _least_width(table: Table, rows: _Rows, width: int, apart: int) -> int:
    """How many columns the table needs where no word is broken and no name wrapped."""
    needed = (
        _least(column, rows, place)
        if _is_flexible(column, rows, place, width)
        else _widest(column, rows, place)
        for place, column in enumerate(table.columns)
    )
    return sum(needed) + apart * (len(table.columns) - 1)


def _is_flexible(column: Column, rows: _Rows, place: int, width: int) -> bool:
    is_name = column.style == "name" and _widest(column, rows, place) <= width * _NAME_SHARE
    return column.flexible and not is_name


def _widest(column: Column, rows: _Rows, place: int) -> int:
    return max(cell_len(text) for text in (column.title, *(row[place] for row in rows)))


def _least(column: Column, rows: _Rows, place: int) -> int:
    """The longest word of a column, so that none is broken."""
    texts = (column.title, *(row[place] for row in rows))
    longest = max((cell_len(word) for text in texts for word in text.split()), default=_LEAST)
    return max(_LEAST, min(longest, _MOST))


def _most_of_rigid(table: Table, rows: _Rows, width: int, apart: int) -> int | None:
    """How wide a column that is not flexible may be where even so there is no room.

    None when there is room for all, or no flexible column, or no room however narrow the others.
    """
    if _least_width(table, rows, width, apart) <= width:
        return None
    columns = list(enumerate(table.columns))
    rigid = [_widest(c, rows, n) for n, c in columns if not _is_flexible(c, rows, n, width)]
    flexible = len(columns) - len(rigid)
    room = width - apart * (len(columns) - 1) - _LEAST * flexible
    fitting = (most for most in range(1, width + 1) if sum(min(w, most) for w in rigid) <= room)
    return max(fitting, default=None) if flexible else None
