"""A whole export taken into an empty store."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from refcli.domain.text import plural
from refcli.errors import BadData, Refused
from refcli.write.session import Writing


def take_in_whole(work: Writing, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> int:
    """Add every row as it was and return how many; raises Refused unless the store is empty."""
    connection = work.connection
    if connection.execute("select 1 from contact limit 1").fetchone():
        raise Refused(
            "a whole export goes into an empty store only, and this one has contacts",
            "refcli --store NEW.db import FILE",
        )
    connection.execute("pragma defer_foreign_keys = on")
    count = 0
    try:
        connection.execute("delete from setting")
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
