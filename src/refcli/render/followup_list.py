"""Follow-ups as a table."""

from collections.abc import Sequence

from refcli.domain.due import DueItem
from refcli.render.layout import Column, Table


def items_table(items: Sequence[DueItem], *, closed: bool) -> Table:
    """Follow-ups by number, with their date, kind and why they exist."""
    columns = (
        Column("no", right=True, style="dim"),
        Column("closed" if closed else "due"),
        Column("kind"),
        Column("what to do", flexible=True, style="bold"),
        Column("how it ended" if closed else "made by", style="dim", gives=3),
    )
    rows = tuple(
        (
            str(item.id),
            (item.closed_on or "") if closed else item.due,
            item.kind,
            item.line,
            (item.closing or "") if closed else item.rule,
        )
        for item in items
    )
    empty = "no follow-up is closed yet" if closed else "no follow-up is open"
    return Table(columns, rows, empty)
