"""A whole export taken into an empty store."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from refcli.domain.text import plural
from refcli.errors import BadData, Refused
from refcli.write.journal import journaled_tables
from refcli.write.session import Writing


def take_in_whole(work: Writing, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> int:
    """Add every row as it was and return how many; settings that the store has stay as they are.

    Raises Refused unless the store is empty but for its settings, and BadData, nothing being kept,
    when the rows do not fit.
    """
    connection = work.connection
    _refuse_filled(connection)
    connection.execute("pragma defer_foreign_keys = on")
    count = 0
    try:
        tables = {**tables, "setting": _new_settings(connection, tables.get("setting", ()))}
        for table, rows in tables.items():
            for row in rows:
                names = ", ".join(f'"{name}"' for name in row)
                marks = ", ".join("?" * len(row))
                connection.execute(
                    f'insert into "{table}" ({names}) values ({marks})', tuple(row.values())
                )
                count += 1
    except sqlite3.IntegrityError as error:
        raise BadData(f"the rows do not fit ({error}), so nothing was imported") from error
    dangling = connection.execute("pragma foreign_key_check").fetchone()
    if dangling:
        raise BadData(
            f"a row of {dangling[0]} points to nobody in {dangling[2]}, so nothing was imported"
        )
    work.say(f"imported {plural(count, 'row')} of a whole export")
    return count


def _refuse_filled(connection: sqlite3.Connection) -> None:
    for table in journaled_tables(connection):
        query = f'select 1 from "{table}" limit 1'
        if table != "setting" and connection.execute(query).fetchone():
            raise Refused(
                f"a whole export goes into an empty store only, and this one has rows in {table}",
                "refcli --store NEW.db import FILE",
            )


def _new_settings(
    connection: sqlite3.Connection, rows: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The settings that the store has not; with their ids only where those are free."""
    own = connection.execute("select id, name from setting").fetchall()
    ids, names = {number for number, _ in own}, {name for _, name in own}
    new = (dict(row) for row in rows if row.get("name") not in names)
    return [row | {"id": None if row["id"] in ids else row["id"]} for row in new]
