"""Follow-ups as a table."""

import datetime as dt
from collections.abc import Sequence

from refcli.domain.day_words import day_text
from refcli.domain.due import DueItem
from refcli.render.layout import Column, Table


def items_table(
    items: Sequence[DueItem], today: dt.date, *, closed: bool, are_to_come: bool = False
) -> Table:
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
            _day(item.closed_on if closed else item.due, today),
            item.kind,
            item.line,
            (item.closing or "") if closed else item.rule,
        )
        for item in items
    )
    empty = "no follow-up is closed yet" if closed else "no follow-up is open"
    empty = "nothing is due; those to come: refcli followup list --all" if are_to_come else empty
    return Table(columns, rows, empty)


def _day(day: str | None, today: dt.date) -> str:
    return day_text(dt.date.fromisoformat(day), today) if day else ""
