"""The journal: its entries, and which can be taken back."""

import json
import sqlite3
from typing import NamedTuple

from refcli.domain.history import FORGOTTEN, Entry, Image, Mark
from refcli.errors import Refused, UnknownName
from refcli.read.rows import columns, each_row, numbers, one_number, one_row, rows


class _EntryRow(NamedTuple):
    id: int
    at: str
    command: str
    summary: str
    undone_by: int | None
    undoes: int | None
    is_erased: int


class _ImageRow(NamedTuple):
    table_name: str
    row_id: int
    before: str | None
    after: str | None


_SELECT = f"select {columns(_EntryRow)} from history"


def entries(connection: sqlite3.Connection, most: int) -> tuple[Entry, ...]:
    """Entries, newest first."""
    query = f"{_SELECT} order by id desc limit :most"
    return tuple(
        _entry(connection, row) for row in rows(connection, _EntryRow, query, {"most": most})
    )


def marks_after(connection: sqlite3.Connection, number: int) -> tuple[Mark, ...]:
    """The marks of the entries behind one, oldest first."""
    query = f"select {columns(Mark)} from history where id > :number order by id"
    return tuple(rows(connection, Mark, query, {"number": number}))


def newest_mark(connection: sqlite3.Connection) -> Mark | None:
    """The mark of the newest entry; None without any."""
    return one_row(
        connection, Mark, f"select {columns(Mark)} from history order by id desc limit 1"
    )


def has_mark(connection: sqlite3.Connection, mark: Mark) -> bool:
    """Whether that entry is in the history still, and not another under its number.

    What it told of somebody who was forgotten since is gone from it.
    """
    query = (
        "select count(*) from history where id = :id and at = :at"
        " and summary in (:summary, :forgotten)"
    )
    return one_number(connection, query, {**mark._asdict(), "forgotten": FORGOTTEN}) > 0


def times_forgotten(connection: sqlite3.Connection) -> int:
    """How often somebody was forgotten."""
    return one_number(connection, "select count(*) from history where command = 'contact forget'")


def is_anothers(connection: sqlite3.Connection, contact: int, name: str) -> bool:
    """Whether the number of somebody of that name is a contact's who was never called so."""
    query = """
        select count(*) from contact c where c.id = :id and c.name <> :name and not exists (
            select 1 from history_row h where h.table_name = 'contact' and h.row_id = c.id
            and :name in (json_extract(h.before, '$.name'), json_extract(h.after, '$.name')))
        """
    return one_number(connection, query, {"id": contact, "name": name}) > 0


def newest_number(connection: sqlite3.Connection) -> int:
    """The number of the newest entry, 0 without any."""
    return one_number(connection, "select coalesce(max(id), 0) from history")


def entry(connection: sqlite3.Connection, number: int, before: int) -> Entry:
    """One entry of those before another; raises UnknownName when there is none of that number."""
    found = one_row(connection, _EntryRow, f"{_SELECT} where id = :id", {"id": number})
    row = found if number < before else None
    if row is None:
        raise UnknownName(f"the history has no entry {number}", "see: refcli history")
    return _entry(connection, row)


def newest_to_undo(connection: sqlite3.Connection, before: int) -> Entry:
    """The newest entry that was not undone, of those before one; raises Refused without any."""
    row = one_row(
        connection,
        _EntryRow,
        f"{_SELECT} where undone_by is null and undoes is null and id < :id"
        " order by id desc limit 1",
        {"id": before},
    )
    if row is None:
        raise Refused("there is nothing to undo", "see: refcli history")
    return _entry(connection, row)


def undo_to_redo(connection: sqlite3.Connection, before: int) -> Entry:
    """The last undo, while no new command came after it; raises Refused otherwise."""
    query = f"{_SELECT} where id < :id order by id desc"
    for row in each_row(connection, _EntryRow, query, {"id": before}):
        found = _entry(connection, row)
        if not found.is_undo_or_redo:
            break
        if found.command == "undo" and found.undone_by is None:
            return found
    raise Refused("there is no undo to take back; a new command ends the chain")


def images(connection: sqlite3.Connection, number: int) -> tuple[Image, ...]:
    """The row images of an entry, in the order in which the changes were made."""
    found = rows(
        connection,
        _ImageRow,
        f"select {columns(_ImageRow)} from history_row where history_id = :id order by id",
        {"id": number},
    )
    return tuple(
        Image(
            row.table_name,
            row.row_id,
            None if row.before is None else json.loads(row.before),
            None if row.after is None else json.loads(row.after),
        )
        for row in found
    )


def later_entries(
    connection: sqlite3.Connection, number: int, table: str, row: int
) -> tuple[int, ...]:
    """The entries after one that changed a row and still stand."""
    found = numbers(
        connection,
        "select distinct h.id from history_row r join history h on h.id = r.history_id"
        " where r.table_name = :table and r.row_id = :row and h.id > :id"
        " and h.undone_by is null and h.undoes is null order by h.id",
        {"table": table, "row": row, "id": number},
    )
    return tuple(found)


def _entry(connection: sqlite3.Connection, row: _EntryRow) -> Entry:
    changes = connection.execute(
        "select change, table_name, count(*) from (select table_name, row_id,"
        " case when max(before is null) then 'added' when max(after is null) then 'deleted'"
        " else 'changed' end as change"
        " from history_row where history_id = :id group by table_name, row_id)"
        " group by table_name, change",
        {"id": row.id},
    ).fetchall()
    return Entry(
        id=row.id,
        at=row.at,
        command=row.command,
        summary=row.summary,
        undone_by=row.undone_by,
        undoes=row.undoes,
        is_erased=bool(row.is_erased),
        changes={(change, table): count for change, table, count in changes},
    )
