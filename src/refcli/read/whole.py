"""Every row there is, or every row about one person."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from refcli.read.rows import texts

_LEFT_OUT = frozenset({"history", "history_row", "rapport", "contact_word"})
# How a row is about a contact: its own columns, else those of the row that it belongs to.
_PEOPLE = ("contact_id", "source_id", "prospect_id", "receiver_id")


def table_columns(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The columns of each table that an export holds, ids included."""
    names = texts(
        connection,
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite%'"
        " and name not like 'search%' order by name",
    )
    return {
        name: tuple(column for _, column, *_ in connection.execute(f'pragma table_info("{name}")'))
        for name in names
        if name not in _LEFT_OUT
    }


def all_rows(connection: sqlite3.Connection) -> dict[str, list[dict[str, Any]]]:
    """Each table's rows, in the order of their ids."""
    return {
        table: _rows(connection, table, columns, "1", ())
        for table, columns in table_columns(connection).items()
    }


def rows_about(connection: sqlite3.Connection, contact: int) -> dict[str, list[dict[str, Any]]]:
    """Each table's rows about one contact, in whatever part; tables without any are left out."""
    found = {}
    for table, columns in table_columns(connection).items():
        rows = _rows(connection, table, columns, *_about(table, columns, contact))
        if rows:
            found[table] = rows
    return found


def _about(table: str, columns: Sequence[str], contact: int) -> tuple[str, Sequence[int]]:
    if table == "contact":
        return "id = ?", (contact,)
    if table == "interaction":
        part = "select interaction_id from interaction_contact where contact_id = ?"
        return f"id in ({part})", (contact,)
    people = [name for name in _PEOPLE if name in columns]
    if people:
        return " or ".join(f"{name} = ?" for name in people), (contact,) * len(people)
    if table == "intro_step":
        part = "select id from intro where ? in (source_id, prospect_id, receiver_id)"
        return f"intro_id in ({part})", (contact,)
    return "0", ()


def _rows(
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    where: str,
    values: Sequence[int],
) -> list[dict[str, Any]]:
    names = ", ".join(f'"{name}"' for name in columns)
    rows = connection.execute(
        f'select {names} from "{table}" where {where} order by id', tuple(values)
    ).fetchall()
    return [dict(zip(columns, row, strict=True)) for row in rows]
