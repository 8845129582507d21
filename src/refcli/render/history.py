"""The history as JSON and table."""

from collections.abc import Sequence

from refcli.domain.history import Entry, undoing_words
from refcli.render.layout import Column, Table
from refcli.render.output import Json


def entry_json(entry: Entry) -> Json:
    """As `history --json` has it."""
    return {
        "id": entry.id,
        "at": entry.at,
        "command": entry.command,
        "did": entry.summary,
        "undoing": undoing_words(entry) or None,
        "undone_by": entry.undone_by,
        "undoes": entry.undoes,
        "can_undo": entry.can_be_undone,
    }


def history_table(entries: Sequence[Entry]) -> Table:
    """What each command did, newest first, and what undoing it would do."""
    columns = (
        Column("no", right=True, style="dim"),
        Column("when (UTC)", style="dim"),
        Column("command", style="name"),
        Column("what it did", flexible=True),
        Column("undoing it", flexible=True),
    )
    rows = tuple(
        (str(e.id), e.at[:16].replace("T", " "), e.command, e.summary, _undoing(e)) for e in entries
    )
    return Table(columns, rows, "nothing was written yet")


def _undoing(entry: Entry) -> str:
    if entry.undone_by is not None:
        return f"undone by {entry.undone_by}"
    if entry.is_erased:
        return "not possible"
    if entry.is_undo_or_redo:
        return f"took back {entry.undoes}"
    return undoing_words(entry)
