"""Forgetting somebody in the history: images of what is gone or names them go."""

import re
import sqlite3

from refcli.domain.columns import pointing_to
from refcli.domain.history import FORGOTTEN
from refcli.domain.traces import Traces, Where
from refcli.read.rows import marks
from refcli.read.taken_back import taken_back


def erase_images(
    connection: sqlite3.Connection, contact: int, gone: set[tuple[str, int]], traces: Traces
) -> None:
    """Delete images of what is gone or names the person; such entries cannot be undone.

    `gone` has the rows, (table, id) each, that went with them or in which they took part.
    """
    columns = "|".join(sorted({column for _, column, _ in pointing_to("contact")}))
    ids = {contact, *_added_before(connection, traces)}
    gone = gone | {("contact", number) for number in ids}
    pointers = re.compile(rf'"(?:{columns})":(?:{"|".join(map(str, ids))})[,}}]')
    erased: set[int] = set()
    theirs: set[int] = set()
    for row_id, history, table, row, before, after in connection.execute(
        "select id, history_id, table_name, row_id, before, after from history_row"
    ).fetchall():
        image = f"{before or ''}{after or ''}"
        is_theirs = (table, row) in gone or pointers.search(image)
        if is_theirs or traces.are_in(image):
            connection.execute("delete from history_row where id = ?", (row_id,))
            erased.add(history)
            if is_theirs:
                theirs.add(history)
    connection.execute(f"update history set is_erased = 1 where id in ({marks(erased)})")
    # What was told of them stands in its summary, too; that of an import only counts.
    connection.execute(
        f"update history set summary = ? where id in ({marks(theirs)}) and command <> 'import'",
        (FORGOTTEN,),
    )


def _added_before(connection: sqlite3.Connection, traces: Traces) -> set[int]:
    """The ids under which they were added before, and taken back: the history knows them still."""
    return {who.id for who in taken_back(connection) if traces.are_in(who.image, Where.LABEL)}
