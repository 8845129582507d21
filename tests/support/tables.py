"""The rows of a store, to compare what it was with what it is."""

import sqlite3
from pathlib import Path
from typing import Any


def tables(store: Path) -> dict[str, list[Any]]:
    """Every row of every table but the history, numbers given out and the full-text index's own."""
    connection = sqlite3.connect(store)
    names = [
        name
        for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")
        if not name.startswith(("sqlite", "search_", "history", "id_mark", "follow_up_id"))
    ]
    found = {
        name: connection.execute(f'select rowid, * from "{name}" order by 1, 2').fetchall()
        if name not in ("contact_word", "thanked")
        else sorted(connection.execute(f"select * from {name}").fetchall(), key=str)
        for name in names
    }
    connection.close()
    return found
