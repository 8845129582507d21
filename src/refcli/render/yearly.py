"""Yearly dates as JSON and as a table."""

import datetime as dt
from collections.abc import Container, Sequence

from refcli.domain.day_words import day_text
from refcli.domain.due import lateness_words
from refcli.domain.yearly import DateRow, next_day, written
from refcli.render.layout import Column, Table
from refcli.render.output import Json


def sorted_by_next(
    rows: Sequence[DateRow], today: dt.date, within: int | None
) -> list[tuple[DateRow, dt.date]]:
    """Each date with its next day, the nearest first; `within` so many days only."""
    found = [(row, next_day(row.month_day, row.year, today)) for row in rows]
    near = [(r, day) for r, day in found if within is None or (day - today).days <= within]
    return sorted(near, key=lambda pair: (pair[1], pair[0].contact_name.casefold(), pair[0].label))


def date_json(row: DateRow, day: dt.date, notice: int) -> Json:
    """As `contact dates --json` has it; `follow_up` is its number in `due`."""
    return {
        "contact": {"id": row.contact_id, "name": row.contact_name},
        "label": row.label,
        "on": written(row.month_day, row.year),
        "next": day.isoformat(),
        "notice": notice if row.notice_days is None else row.notice_days,
        "follow_up": row.number,
    }


def dates_table(
    found: Sequence[tuple[DateRow, dt.date]], today: dt.date, shown: Container[int], empty: str
) -> Table:
    """The next first; those of people without a tier or a basis say that `due` leaves them out."""
    columns = (
        Column("next"),
        Column("", style="dim"),
        Column("contact", flexible=True, style="name"),
        Column("what", flexible=True),
        Column("years", right=True),
        Column("", style="dim"),
    )
    rows = tuple(
        (
            day_text(day, today),
            "" if (day - today).days <= 1 else lateness_words((today - day).days),
            row.contact_name,
            row.label,
            str(day.year - row.year) if row.year and day.year > row.year else "",
            "" if row.id in shown else "listed only",
        )
        for row, day in found
    )
    return Table(columns, rows, empty)
