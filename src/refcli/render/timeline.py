"""All that was said and done with one person, as JSON and table."""

import datetime as dt
from collections.abc import Sequence

from refcli.domain.day_words import day_text
from refcli.domain.timeline import Moment
from refcli.render.layout import Column, Table
from refcli.render.output import Json

_ARROWS = {"in": "←", "out": "→", "both": "↔"}


def moment_json(one: Moment) -> Json:
    """As `contact timeline --json` has it."""
    return {
        "on": one.on.isoformat(),
        "kind": one.kind,
        "id": one.id,
        "direction": one.direction,
        "text": one.text,
        "edit": one.edit,
    }


def moment_text(one: Moment, today: dt.date) -> str:
    """One line for a terminal: the day, which way it went, and what it was."""
    arrow = _ARROWS.get(one.direction or "", "·")
    return f"{day_text(one.on, today)} {arrow} {one.text}"


def timeline_table(found: Sequence[Moment], today: dt.date) -> Table:
    """Each with its day and the line that corrects it, which has its number."""
    columns = (
        Column("on"),
        Column(""),
        Column("to correct it", style="dim"),
        Column("what", flexible=True),
    )
    rows = tuple(
        (
            day_text(one.on, today),
            _ARROWS.get(one.direction or "", ""),
            one.edit,
            one.text,
        )
        for one in found
    )
    return Table(columns, rows, 'nothing yet; try: refcli log "lunch with NAME"')
