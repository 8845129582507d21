"""Tables on a terminal."""

import io

from rich.box import Box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from refcli.render.layout import Table

_STYLES = {"name": "cyan", "late": "yellow", "good": "green", "dim": "dim", "bold": "bold", "": ""}
_BOX = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")


def drawn_lines(
    table: Table, rows: tuple[tuple[str, ...], ...], width: int, *, colour: bool
) -> list[str]:
    """The table's lines within `width` columns; cells are shown as they are, never as markup."""
    drawing = RichTable(box=_BOX, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    for column in table.columns:
        drawing.add_column(
            Text(column.title, style="bold"),
            justify="right" if column.right else "left",
            style=_STYLES[column.style],
            no_wrap=not column.flexible,
            overflow="fold" if column.flexible else "ellipsis",
            min_width=4 if column.flexible else None,
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
