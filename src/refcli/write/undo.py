"""Taking commands back, and taking that back: the journal's images replayed."""

import sqlite3
from collections.abc import Iterable

from refcli.domain.columns import DERIVED_TABLES
from refcli.domain.history import Entry, Image, outcomes, undoing_words
from refcli.domain.typed import typed
from refcli.errors import Refused
from refcli.read.history import entry, images, later_entries, newest_to_undo, undo_to_redo
from refcli.write.session import Writing

_MOST_NAMED = 5


def undo(work: Writing, number: int | None) -> int:
    """Take an entry back, the newest if none is named, and return its number.

    Raises Refused, naming the entries, when later ones changed the same rows or build on them.
    """
    connection, now = work.connection, work.history_id
    found = newest_to_undo(connection, now) if number is None else entry(connection, number, now)
    _refuse(connection, found, now)
    _replay(work, found)
    _link(work, undone=found.id)
    work.say(
        "undone",
        entry=found.id,
        command=found.command,
        summary=found.summary or "no words were kept",
        changes=undoing_words(found) or None,
    )
    work.hint("redo-next")
    return found.id


def redo(work: Writing) -> int:
    """Take the last undo back, and return the number of the entry that stands again."""
    found = undo_to_redo(work.connection, work.history_id)
    again = entry(work.connection, found.undoes or 0, found.id)
    _replay(work, found)
    _link(work, undone=found.id)
    work.connection.execute("update history set undone_by = null where id = ?", (again.id,))
    work.say("redone", entry=again.id, command=again.command, summary=again.summary)
    return again.id


def _refuse(connection: sqlite3.Connection, found: Entry, now: int) -> None:
    if found.is_undo_or_redo:
        which = "an undo" if found.command == "undo" else "a redo"
        raise Refused(f"entry {found.id} is itself {which}", _instead(connection, found, now))
    if found.undone_by is not None:
        raise Refused(f"entry {found.id} is undone already", "take that back: refcli redo")
    if found.is_erased:
        raise Refused(
            f"entry {found.id} ({found.command}) held something of a person who was forgotten,"
            " or follow-ups alone, so it cannot be undone",
            "see: refcli history",
        )


def _instead(connection: sqlite3.Connection, found: Entry, now: int) -> str:
    """What to type where an undo or redo was to be undone: it concerns another entry in the end."""
    # A store may hold one that an earlier version let take itself back.
    while found.undoes is not None and found.undoes < found.id:
        found = entry(connection, found.undoes, found.id)
    if found.can_be_undone:
        return typed("refcli undo {}", found.id)
    try:
        undo_to_redo(connection, now)
    except Refused:
        return "see: refcli history"
    return "refcli redo"


def _link(work: Writing, *, undone: int) -> None:
    """Note in the history which entry took which one back."""
    work.links_history = True
    work.connection.execute("update history set undoes = ? where id = ?", (undone, work.history_id))
    work.connection.execute(
        "update history set undone_by = ? where id = ?", (work.history_id, undone)
    )


def _replay(work: Writing, found: Entry) -> None:
    """Set each row of an entry back to what it was before, if it still is what it became."""
    connection = work.connection
    connection.execute("pragma defer_foreign_keys = on")
    changes = outcomes(images(connection, found.id))
    _refuse_changed(connection, found, changes.values())
    columns: dict[str, list[str]] = {}
    for image in changes.values():
        if image.table not in columns:
            rows = connection.execute(f'pragma table_info("{image.table}")').fetchall()
            columns[image.table] = [row[1] for row in rows]
    for image in changes.values():
        if image.table == "intro" and image.before is None:
            work.remember_follow_ups(image.row)
    for image in reversed(list(changes.values())):
        _set(connection, image, columns[image.table])
    work.settle()
    _refuse_dangling(connection, found)
    work.look_anew()


def _set(connection: sqlite3.Connection, image: Image, columns: list[str]) -> None:
    table, row = image.table, image.row
    if image.before is None:
        if table == "contact":
            for derived in DERIVED_TABLES:
                connection.execute(f"delete from {derived} where contact_id = ?", (row,))
        connection.execute(f'delete from "{table}" where id = ?', (row,))
        return
    known = [name for name in columns if name in image.before]
    values = [image.before[name] for name in known]
    if image.after is None:
        names = ", ".join(f'"{name}"' for name in known)
        marks = ", ".join("?" * len(known))
        connection.execute(f'insert into "{table}" ({names}) values ({marks})', values)
        return
    settings = ", ".join(f'"{name}" = ?' for name in known)
    connection.execute(f'update "{table}" set {settings} where id = ?', (*values, row))


def _refuse_changed(connection: sqlite3.Connection, found: Entry, changes: Iterable[Image]) -> None:
    later: set[int] = set()
    is_changed = False
    for image in changes:
        if not _is_as_left(connection, image):
            is_changed = True
            later.update(later_entries(connection, found.id, image.table, image.row))
    if is_changed:
        raise _conflict(found, later)


def _is_as_left(connection: sqlite3.Connection, image: Image) -> bool:
    columns = list(image.after or image.before or {})
    names = {row[1] for row in connection.execute(f'pragma table_info("{image.table}")')}
    known = [name for name in columns if name in names]
    row = connection.execute(
        f'select {", ".join(known)} from "{image.table}" where id = ?', (image.row,)
    ).fetchone()
    if image.after is None:
        return row is None
    return row is not None and list(row) == [image.after[name] for name in known]


def _refuse_dangling(connection: sqlite3.Connection, found: Entry) -> None:
    """Raise Refused when something that came later points to what would be gone."""
    dangling = [
        (table, row)
        for table, row, _, _ in connection.execute("pragma foreign_key_check").fetchall()
        if table not in DERIVED_TABLES
    ]
    if dangling:
        later = {
            number
            for table, row in dangling
            for number in later_entries(connection, found.id, table, row)
        }
        raise _conflict(found, later)


def _conflict(found: Entry, later: set[int]) -> Refused:
    named = ", ".join(str(number) for number in sorted(later, reverse=True)[:_MOST_NAMED])
    more = f" and {len(later) - _MOST_NAMED} more" if len(later) > _MOST_NAMED else ""
    which = f"entries {named}{more}" if later else "something"
    hint = typed("undo first: refcli undo {}", max(later)) if later else "see: refcli history"
    return Refused(
        f"entry {found.id} ({found.command}) cannot be undone, since {which} later changed the"
        " same things or build on them",
        hint,
    )
