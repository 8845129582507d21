"""The rows of a store, to compare what it was with what it is."""

import sqlite3
from pathlib import Path
from typing import Any

# Worked out anew from the facts: which row has which number says nothing.
_DERIVED = {
    "contact_word": "select * from contact_word",
    "thanked": "select * from thanked",
    "yearly_due": "select date_id, contact_id, month_day from yearly_due",
}


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
        if name not in _DERIVED
        else sorted(connection.execute(_DERIVED[name]).fetchall(), key=str)
        for name in names
    }
    connection.close()
    return found
