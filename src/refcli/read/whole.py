"""Every row there is, or every row about one person."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from refcli.domain.columns import TABLES
from refcli.read.rows import texts


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
        if name not in TABLES or TABLES[name].is_exported
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
        rows = _rows(connection, table, columns, *_about(table, contact))
        if rows:
            found[table] = rows
    return found


def _about(table: str, contact: int) -> tuple[str, Sequence[int]]:
    """Which rows are about a contact: by their own columns, else by the row that they belong to."""
    if table == "contact":
        return "id = ?", (contact,)
    if table == "interaction":
        part = "select interaction_id from interaction_contact where contact_id = ?"
        return f"id in ({part})", (contact,)
    going = {name: column.to for name, column in TABLES[table].columns.items() if column.goes}
    people = [name for name, to in going.items() if to == "contact"]
    if people:
        return " or ".join(f"{name} = ?" for name in people), (contact,) * len(people)
    parts = [(name, to, *_about(to, contact)) for name, to in going.items()]
    where = " or ".join(f'{name} in (select id from "{to}" where {w})' for name, to, w, _ in parts)
    return where or "0", tuple(value for *_, values in parts for value in values)


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
