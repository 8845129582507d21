"""The journal: temporary triggers that keep each changed row as it was and as it became.

They live on the writing connection only, so nothing in the file could be mistaken for a foreign
trigger, and whatever way a row is changed (mapped, in bulk, by undo), its image is kept.
"""

import sqlite3

# Derived or the journal's own; everything else is journaled.
_LEFT_OUT = frozenset({"history", "history_row", "rapport", "contact_word", "search"})
_EVENTS = (("insert", "null", "new"), ("update", "old", "new"), ("delete", "old", "null"))


def journaled_tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The tables whose changes are kept."""
    rows = connection.execute(
        "select name from main.sqlite_schema where type = 'table' and name not like 'sqlite%'"
        " and name not like 'search%' order by name"
    )
    return tuple(name for (name,) in rows.fetchall() if name not in _LEFT_OUT)


def begin_journal(connection: sqlite3.Connection, history_id: int) -> None:
    """Keep the images of all changes on this connection under one history entry."""
    for table in journaled_tables(connection):
        columns = [row[1] for row in connection.execute(f'pragma table_info("{table}")')]
        for event, before, after in _EVENTS:
            row_id = "old.id" if after == "null" else "new.id"
            connection.execute(
                f'create temp trigger "journal_{table}_{event}" after {event} on main."{table}"'
                " begin insert into history_row (history_id, table_name, row_id, before, after)"
                f" values ({int(history_id)}, '{table}', {row_id},"
                f" {_image(before, columns)}, {_image(after, columns)}); end"
            )


def end_journal(connection: sqlite3.Connection) -> None:
    """Take the triggers off again."""
    for table in journaled_tables(connection):
        for event, _, _ in _EVENTS:
            connection.execute(f'drop trigger if exists temp."journal_{table}_{event}"')


def has_images(connection: sqlite3.Connection, history_id: int) -> bool:
    """Whether the entry changed anything."""
    found = connection.execute(
        "select 1 from history_row where history_id = :id limit 1", {"id": history_id}
    )
    return found.fetchone() is not None


def touched_contacts(connection: sqlite3.Connection, history_id: int) -> list[int]:
    """The contacts whose derived rows may have changed under the entry."""
    rows = connection.execute(
        """
        with image as (
            select table_name, row_id, before as row from history_row where history_id = :id
            union all
            select table_name, row_id, after from history_row where history_id = :id
        )
        select row_id from image where table_name = 'contact'
        union
        select json_extract(row, '$.contact_id') from image
        where row is not null and table_name in (
            'contact_nickname', 'contact_tag', 'engagement', 'interaction_contact')
        union
        select ic.contact_id from image
        join interaction_contact ic on ic.interaction_id = image.row_id
        where table_name = 'interaction'
        """,
        {"id": history_id},
    )
    return sorted(row[0] for row in rows.fetchall())


def _image(row: str, columns: list[str]) -> str:
    if row == "null":
        return "null"
    pairs = ", ".join(f"'{column}', {row}.\"{column}\"" for column in columns)
    return f"json_object({pairs})"
