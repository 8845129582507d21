"""Tables on a terminal."""

import io

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from refcli.render.layout import Table

_STYLES = {"name": "cyan", "late": "yellow", "good": "green", "dim": "dim", "bold": "bold", "": ""}
_BOX = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
_APART = 3
# What a flexible column keeps however long the others are.
_LEAST = 4


def drawn_lines(
    table: Table, rows: tuple[tuple[str, ...], ...], width: int, *, colour: bool
) -> list[str]:
    """The table's lines within `width` columns; cells are shown as they are, never as markup."""
    drawing = RichTable(box=_BOX, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    most = _most_of_rigid(table, rows, width)
    for column in table.columns:
        drawing.add_column(
            Text(column.title, style="bold"),
            justify="right" if column.right else "left",
            style=_STYLES[column.style],
            no_wrap=not column.flexible,
            overflow="fold" if column.flexible else "ellipsis",
            min_width=_LEAST if column.flexible else None,
            max_width=None if column.flexible else most,
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
    return [line.rstrip() for line in buffer.getvalue().splitlines()]


def _most_of_rigid(table: Table, rows: tuple[tuple[str, ...], ...], width: int) -> int | None:
    """How wide a column that is not flexible may be, so that the flexible ones keep their least.

    None when there are none of these, or no room for them however narrow the others are.
    """
    columns = table.columns
    rigid = [
        max(cell_len(text) for text in (column.title, *(row[place] for row in rows)))
        for place, column in enumerate(columns)
        if not column.flexible
    ]
    flexible = len(columns) - len(rigid)
    room = width - _APART * (len(columns) - 1) - _LEAST * flexible
    fitting = (most for most in range(1, width + 1) if sum(min(w, most) for w in rigid) <= room)
    return max(fitting, default=None) if flexible else None
