"""By what a contact is found: their entry of the full-text index, as the facts have it."""

import sqlite3
from collections.abc import Iterator
from functools import cache

from refcli.domain.column import ITS_MEMBERS
from refcli.domain.columns import TABLES, every_column
from refcli.domain.text import fold

# Who is tied to a contact, by name.
_TIED_NAMES = " || ' ' || ".join(
    "coalesce((select group_concat(o.name, ' ') from tie t join contact o"
    f" on o.id = t.{there} where t.{here} = c.id), '')"
    for here, there in (("contact_id", "other_id"), ("other_id", "contact_id"))
)
# The columns of the full-text index.
_COLUMNS = ("name", "about", "note", "log")


def search_entries(connection: sqlite3.Connection, wanted: str) -> Iterator[tuple[int, list[str]]]:
    """Id, and name, about, note and log of these contacts, as the index is to hold them."""
    parts = ", ".join(f"{_searched(part)} as {part}" for part in _COLUMNS)
    rows = connection.execute(
        f"select c.id, {parts} from contact c where c.id in ({wanted})"
    ).fetchall()
    for row in rows:
        yield row[0], [fold(text) for text in row[1:]]


@cache
def _searched(part: str) -> str:
    """What a contact is found by in one column of the index, in SQL."""
    texts = []
    for table, name, column in every_column():
        if column.search != part:
            continue
        if table == "tie":
            texts.append(_TIED_NAMES)
        elif table == "contact":
            texts.append(f"coalesce(c.{name}, '')")
        elif TABLES[table].derived == ITS_MEMBERS:
            texts.append(
                f"coalesce((select group_concat(i.{name}, char(10)) from"
                " interaction_contact ic join interaction i on i.id = ic.interaction_id"
                f" where ic.contact_id = c.id and i.{name} <> ''), '')"
            )
        else:
            texts.append(
                f"coalesce((select group_concat({name}, ' ') from {table}"
                " where contact_id = c.id), '')"
            )
    return " || ' ' || ".join(texts)
