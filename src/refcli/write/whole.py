"""A whole export taken into an empty store."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from refcli.errors import Refused
from refcli.store.migrate import fill
from refcli.write.journal import journaled_tables, raise_marks
from refcli.write.session import Writing

_RAISED = "update id_mark set last = max(last, ?) where table_name = ? and block = ?"


def take_in_whole(work: Writing, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> int:
    """Add every row as it was and return how many; settings that the store has stay as they are.

    Raises Refused unless the store is empty but for its settings, and BadData, nothing being kept,
    when the rows do not fit.
    """
    connection = work.connection
    _refuse_filled(connection)
    settings = _new_settings(connection, tables.get("setting", ()))
    marks = tables.get("id_mark", ())
    facts = {name: rows for name, rows in tables.items() if name not in ("setting", "id_mark")}
    count = fill(connection, {**facts, "setting": settings})
    raise_to(connection, marks)
    raise_marks(connection)
    work.leaves_no_image = True
    work.say("store-imported", rows=count)
    return count


def raise_to(connection: sqlite3.Connection, marks: Sequence[Mapping[str, Any]]) -> None:
    """No id is given out again that another store gave out."""
    for mark in marks:
        connection.execute(_RAISED, (mark["last"], mark["table_name"], mark["block"]))


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
