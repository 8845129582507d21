"""The journal: its entries, and which can be taken back."""

import json
import sqlite3

from refcli.domain.history import Entry, Image
from refcli.errors import Refused, UnknownName

_SELECT = "select id, at, command, summary, undone_by, undoes, is_erased from history"


def entries(connection: sqlite3.Connection, most: int) -> tuple[Entry, ...]:
    """Entries, newest first."""
    rows = connection.execute(f"{_SELECT} order by id desc limit :most", {"most": most}).fetchall()
    return tuple(_entry(connection, row) for row in rows)


def entry(connection: sqlite3.Connection, number: int) -> Entry:
    """One entry; raises UnknownName when there is none of that number."""
    row = connection.execute(f"{_SELECT} where id = :id", {"id": number}).fetchone()
    if row is None:
        raise UnknownName(f"the history has no entry {number}", "see: refcli history")
    return _entry(connection, row)


def newest_to_undo(connection: sqlite3.Connection, before: int) -> Entry:
    """The newest entry that was not undone, of those before one; raises Refused without any."""
    row = connection.execute(
        f"{_SELECT} where undone_by is null and undoes is null and id < :id"
        " order by id desc limit 1",
        {"id": before},
    ).fetchone()
    if row is None:
        raise Refused("there is nothing to undo", "see: refcli history")
    return _entry(connection, row)


def undo_to_redo(connection: sqlite3.Connection, before: int) -> Entry:
    """The last undo, while no new command came after it; raises Refused otherwise."""
    for row in connection.execute(f"{_SELECT} where id < :id order by id desc", {"id": before}):
        found = _entry(connection, row)
        if not found.is_undo_or_redo:
            break
        if found.command == "undo" and found.undone_by is None:
            return found
    raise Refused("there is no undo to take back; a new command ends the chain")


def images(connection: sqlite3.Connection, number: int) -> tuple[Image, ...]:
    """The row images of an entry, in the order in which the changes were made."""
    rows = connection.execute(
        "select table_name, row_id, before, after from history_row where history_id = :id"
        " order by id",
        {"id": number},
    ).fetchall()
    return tuple(
        Image(
            row[0],
            row[1],
            None if row[2] is None else json.loads(row[2]),
            None if row[3] is None else json.loads(row[3]),
        )
        for row in rows
    )


def later_entries(
    connection: sqlite3.Connection, number: int, table: str, row: int
) -> tuple[int, ...]:
    """The entries after one that changed a row and still stand."""
    rows = connection.execute(
        "select distinct h.id from history_row r join history h on h.id = r.history_id"
        " where r.table_name = :table and r.row_id = :row and h.id > :id"
        " and h.undone_by is null and h.undoes is null order by h.id",
        {"table": table, "row": row, "id": number},
    ).fetchall()
    return tuple(found for (found,) in rows)


def _entry(connection: sqlite3.Connection, row: tuple) -> Entry:  # type: ignore[type-arg]
    changes = connection.execute(
        "select change, table_name, count(*) from (select table_name, row_id,"
        " case when max(before is null) then 'added' when max(after is null) then 'deleted'"
        " else 'changed' end as change"
        " from history_row where history_id = :id group by table_name, row_id)"
        " group by table_name, change",
        {"id": row[0]},
    ).fetchall()
    return Entry(
        id=row[0],
        at=row[1],
        command=row[2],
        summary=row[3],
        undone_by=row[4],
        undoes=row[5],
        is_erased=bool(row[6]),
        changes={(change, table): count for change, table, count in changes},
    )
