"""The books of a write: ids that are given out once, and each changed row before and after.

The triggers live on the writing connection only, so nothing in the file could be mistaken for a
foreign trigger, and whatever way a row is changed (mapped, in bulk, by undo), its image is kept.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from refcli.domain.column import ITS_ASK, ITS_CONTACT, ITS_INTRO, ITS_MEMBERS, OWN_ID
from refcli.domain.columns import TABLES
from refcli.read.rows import marks, named

# Each event with the row as it was and as it became.
_EVENTS = {"insert": (None, "new"), "update": ("old", "new"), "delete": ("old", None)}


# This machine's block of ids; another machine's facts would come under another one.
BLOCK = 0
_ABOVE_BLOCKS = 1 << 52


def next_ids(connection: sqlite3.Connection, table: str, count: int = 1) -> int | None:
    """The first of so many new ids in a row; None where the table's ids are seen by nobody."""
    found = connection.execute(
        "update id_mark set last = last + :count where table_name = :table and block = :block"
        " returning last",
        {"table": table, "block": BLOCK, "count": count},
    ).fetchone()
    return None if found is None else int(found[0]) - count + 1


def id_from_key(table: str, key: str) -> int:
    """An id made from a row's natural key: above every block, and exact in any reader of JSON."""
    digest = hashlib.sha256(f"{table}:{key}".encode()).digest()
    return _ABOVE_BLOCKS | int.from_bytes(digest[:8]) >> 12


def raise_marks(connection: sqlite3.Connection) -> None:
    """Bring the marks up to the ids that rows came in with."""
    for (table,) in connection.execute("select table_name from id_mark").fetchall():
        connection.execute(
            f'update id_mark set last = max(last, (select coalesce(max(id), 0) from "{table}"))'
            " where table_name = :table and block = :block",
            {"table": table, "block": BLOCK},
        )


def journaled_tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The tables whose changes are kept."""
    rows = connection.execute(
        "select name from main.sqlite_schema where type = 'table' and name not like 'sqlite%'"
        " and name not like 'search%' order by name"
    )
    return tuple(
        name for (name,) in rows.fetchall() if name not in TABLES or TABLES[name].is_journaled
    )


def begin_journal(connection: sqlite3.Connection, history_id: int) -> None:
    """Keep the images of all changes on this connection under one history entry."""
    for table in journaled_tables(connection):
        columns = _columns(connection, table)
        for event in _EVENTS:
            _create_trigger(connection, history_id, table, event, columns)


def end_journal(connection: sqlite3.Connection) -> None:
    """Take the triggers off again."""
    for table in journaled_tables(connection):
        for event in _EVENTS:
            _drop_trigger(connection, table, event)


def insert_in_bulk(
    connection: sqlite3.Connection,
    history_id: int,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> None:
    """Insert rows, their images taken by one statement for all of them.

    A trigger for each row costs more than the row: SQLite keeps a journal of its own for each
    statement that could fail half way. The checks of the columns cost as much again; they are left
    out here, since rows in bulk are made by code from enums, and `doctor` checks every row.
    """
    [(last,)] = connection.execute(f'select coalesce(max(id), 0) from "{table}"')
    marks = ", ".join("?" * len(columns))
    _drop_trigger(connection, table, "insert")
    connection.execute("pragma ignore_check_constraints = on")
    try:
        connection.executemany(
            f'insert into "{table}" ({", ".join(columns)}) values ({marks})', rows
        )
    finally:
        connection.execute("pragma ignore_check_constraints = off")
    every = _columns(connection, table)
    image = _image("added", every)
    connection.execute(
        "insert into history_row (history_id, table_name, row_id, before, after)"
        f" select {int(history_id)}, '{table}', id, null, {image} from \"{table}\" added"
        f" where id > {int(last)} order by id"
    )
    _create_trigger(connection, history_id, table, "insert", every)


def has_images(connection: sqlite3.Connection, history_id: int) -> bool:
    """Whether the entry changed anything."""
    found = connection.execute(
        "select 1 from history_row where history_id = :id limit 1", {"id": history_id}
    )
    return found.fetchone() is not None


def newest_image(connection: sqlite3.Connection) -> int:
    """The id of the newest image of all."""
    (found,) = connection.execute("select coalesce(max(id), 0) from history_row").fetchone()
    return int(found)


def changes_settings(connection: sqlite3.Connection, history_id: int, *, after: int = 0) -> bool:
    """Whether the entry changed a setting, after an image of it."""
    found = connection.execute(
        "select exists (select 1 from history_row where history_id = ? and id > ?"
        " and table_name = 'setting')",
        (history_id, after),
    ).fetchone()
    return bool(found[0])


def touched_contacts(
    connection: sqlite3.Connection, history_id: int, *, after: int = 0
) -> list[int]:
    """The contacts whose derived rows may have changed under the entry, after an image of it."""
    entry = {"id": history_id, "after": after}
    rows = connection.execute(
        f"""
        with image as (
            select table_name, row_id, before, after from history_row
            where history_id = :id and id > :after
        ),
        of_contact as (
            select before, after from image where table_name in ({_derived_by(ITS_CONTACT)})
        )
        select row_id from image where table_name in ({_derived_by(OWN_ID)})
        union
        select json_extract(before, '$.contact_id') from of_contact where before is not null
        union
        select json_extract(after, '$.contact_id') from of_contact where after is not null
        union
        select json_extract(coalesce(after, before), '$.other_id') from image
        where table_name = 'tie'
        union
        select ic.contact_id from image
        join interaction_contact ic on ic.interaction_id = image.row_id
        where table_name in ({_derived_by(ITS_MEMBERS)})
        """,
        entry,
    )
    found = {row[0] for row in rows.fetchall()}
    return sorted(found | _asked(connection, entry) | _in_intros(connection, entry))


def _asked(connection: sqlite3.Connection, entry: Mapping[str, int]) -> set[int]:
    """Whoever was asked what an answer belongs to."""
    found = connection.execute(
        f"""
        select a.contact_id from history_row h join ask a
            on a.id = json_extract(coalesce(h.after, h.before), '$.ask_id')
        where h.history_id = :id and h.id > :after and h.table_name in ({_derived_by(ITS_ASK)})
        """,
        entry,
    )
    return {row[0] for row in found.fetchall()}


# The columns by which an image names a party of an introduction.
_PARTIES = ("contact_id", "source_id", "prospect_id", "receiver_id")


def _in_intros(connection: sqlite3.Connection, entry: Mapping[str, int]) -> set[int]:
    """Everybody in an introduction that something was told of, those who were in it included."""
    people: set[int] = set()
    intros: set[int] = set()
    for table, row_id, before, after in connection.execute(
        "select table_name, row_id, before, after from history_row"
        f" where history_id = :id and id > :after and table_name in ({_derived_by(ITS_INTRO)})",
        entry,
    ).fetchall():
        for image in (before, after):
            values = {} if image is None else json.loads(image)
            people |= {values[name] for name in _PARTIES if values.get(name)}
            if values.get("intro_id"):
                intros.add(values["intro_id"])
        if table == "intro":
            intros.add(row_id)
    leaving = connection.execute(
        "select json_extract(coalesce(after, before), '$.contact_id') from history_row"
        " where history_id = :id and id > :after and table_name = 'contact_step'"
        " and json_extract(coalesce(after, before), '$.step') in ('drop', 'return', 'rest')",
        entry,
    ).fetchall()
    left = marks(row[0] for row in leaving)
    with_them = connection.execute(
        f"select intro_id from intro_party where contact_id in ({left})"
        f" union select id from intro where receiver_id in ({left})"
    )
    intros |= {row[0] for row in with_them.fetchall()}
    wanted = marks(intros)
    parties = connection.execute(
        f"select contact_id from intro_party where intro_id in ({wanted})"
        f" union select receiver_id from intro where id in ({wanted}) and receiver_id is not null"
    )
    return people | {row[0] for row in parties.fetchall()}


def _derived_by(how: str) -> str:
    return named(name for name, table in TABLES.items() if table.derived == how)


def _create_trigger(
    connection: sqlite3.Connection, history_id: int, table: str, event: str, columns: list[str]
) -> None:
    before, after = _EVENTS[event]
    connection.execute(
        f'create temp trigger "journal_{table}_{event}" after {event} on main."{table}"'
        " begin insert into history_row (history_id, table_name, row_id, before, after)"
        f" values ({int(history_id)}, '{table}', {after or before}.id,"
        f" {_image(before, columns)}, {_image(after, columns)}); end"
    )


def _drop_trigger(connection: sqlite3.Connection, table: str, event: str) -> None:
    connection.execute(f'drop trigger if exists temp."journal_{table}_{event}"')


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f'pragma table_info("{table}")')]


def _image(row: str | None, columns: list[str]) -> str:
    """The row of that name as a JSON object, in SQL."""
    if row is None:
        return "null"
    pairs = ", ".join(f"'{column}', {row}.\"{column}\"" for column in columns)
    return f"json_object({pairs})"
