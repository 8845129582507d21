"""Ids that a person can see: given out once, whatever is undone or forgotten later."""

import sqlite3

# This machine's block of ids; another machine's facts would come under another one.
BLOCK = 0


def next_ids(connection: sqlite3.Connection, table: str, count: int = 1) -> int | None:
    """The first of so many new ids in a row; None where the table's ids are seen by nobody."""
    found = connection.execute(
        "update id_mark set last = last + :count where table_name = :table and block = :block"
        " returning last",
        {"table": table, "block": BLOCK, "count": count},
    ).fetchone()
    return None if found is None else int(found[0]) - count + 1


def raise_marks(connection: sqlite3.Connection) -> None:
    """Bring the marks up to the ids that rows came in with."""
    for (table,) in connection.execute("select table_name from id_mark").fetchall():
        connection.execute(
            f'update id_mark set last = max(last, (select coalesce(max(id), 0) from "{table}"))'
            " where table_name = :table and block = :block",
            {"table": table, "block": BLOCK},
        )
