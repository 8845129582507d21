"""A backup put in the place of the store; what it replaces is kept."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import NamedTuple

from refcli.domain.typed import typed
from refcli.errors import BadData, Busy, Missing
from refcli.store.backup import (
    clear_partial,
    copy_pages,
    is_whole,
    make_backup,
    sync_file,
    sync_folder,
)
from refcli.store.db import connect, heal, is_empty, schema_version, translated
from refcli.store.migrate import PRIVATE_FILE, PRIVATE_FOLDER, create_file, store_of
from refcli.store.paths import backup_folder

Parts = set[tuple[str, str]]


def backup_meant(store: str, name: str) -> str:
    """The file that is meant: as it stands, else of that name among the store's backups."""
    if os.path.lexists(name):
        return os.path.abspath(name)  # noqa: PTH100
    own = os.path.join(backup_folder(store), name)  # noqa: PTH118
    if os.path.basename(name) == name and os.path.lexists(own):  # noqa: PTH119
        return own
    raise Missing(f"no such file: {name}", typed("see the backups in {}", backup_folder(store)))


def backups(store: str) -> tuple[str, ...]:
    """The names of the store's backups, newest first."""
    folder = backup_folder(store)
    if not os.path.isdir(folder):  # noqa: PTH112
        return ()
    names = [name for name in os.listdir(folder) if name.endswith(".db")]  # noqa: PTH208
    return tuple(sorted(names, reverse=True))


def check_backup(path: str) -> int:
    """How many contacts the file holds; raises what makes it unfit, nothing having been touched.

    Unfit is what is damaged, foreign, newer, or has triggers, views, tables or columns that we
    never made, or not all of those that we make.
    """
    with translated(path):
        if is_empty(path):
            raise BadData(f"the file is empty: {path}")
        connection = connect(path, "ro")
        try:
            version = schema_version(connection, path)
            if not version:
                raise BadData(f"there is no store in it: {path}")
            if not is_whole(connection):
                raise BadData(f"the file is damaged: {path}")
            with closing(store_of(version)) as ours:
                _refuse_other_schema(_schema_of(connection), _schema_of(ours), path)
            return int(connection.execute("select count(*) from contact").fetchone()[0])
        finally:
            connection.close()


class Replaced(NamedTuple):
    """The file that holds what was in the store's place, and whether it could be restored."""

    path: str
    is_whole: bool


def put_in_place(store: str, source: str, today: str) -> Replaced | None:
    """Replace the store by a checked backup, as one critical section where there is a sound store.

    Returns what was replaced, None where there was nothing. The store is held from
    before its own backup until the copy is in place: what another command said it did is in one of
    the two. Raises Busy when a store appeared meanwhile where there was none.
    """
    with translated(store), ExitStack() as stack:
        was_empty = is_empty(store)
        if was_empty:
            create_file(store)
        saved = None
        try:
            heal(store)
            target = stack.enter_context(_held(store))
            if was_empty:
                _refuse_newcomer(target, store)
            elif is_whole(target):
                path = make_backup(store, today, "before-restore", held=target)
                saved = Replaced(path, is_whole=True)
            else:
                saved = Replaced(_kept_though_damaged(target, store, today), is_whole=False)
        except (sqlite3.DatabaseError, BadData) as error:
            if not _is_damage(error):
                raise
            stack.close()
            saved = Replaced(_kept_as_it_is(store, today), is_whole=False)
            _replace(store, source)
            return saved
        with closing(connect(source, "ro")) as origin:
            copy_pages(origin, target, store)
        clear_partial(store)
        return saved


@contextmanager
def _held(store: str) -> Iterator[sqlite3.Connection]:
    """The store with its exclusive lock, which outlives transactions until the connection ends.

    A transaction could not hold it: SQLite copies pages into no connection that is in one. The
    lock is taken before it is to outlive: else it would be waited for with a reader's lock that
    nothing lets go, and whoever is in the middle of a write could not end it.
    """
    with closing(connect(store, "rw")) as connection:
        connection.execute("begin exclusive")
        connection.execute("pragma locking_mode=exclusive").close()
        connection.execute("commit")
        yield connection


def _refuse_newcomer(target: sqlite3.Connection, store: str) -> None:
    if target.execute("select 1 from sqlite_schema limit 1").fetchone():
        raise Busy(f"another command has just made a store there, nothing was changed: {store}")


def _is_damage(error: Exception) -> bool:
    """Whether SQLite says that the file itself is broken, not the disk, a lock or the rights."""
    name = getattr(error, "sqlite_errorname", "") or ""
    damage = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")
    return isinstance(error, BadData) or name.startswith(damage)


def _replace(store: str, source: str) -> None:
    """By way of a copy beside the store: whole or not at all."""
    folder = os.path.dirname(store)  # noqa: PTH120
    os.makedirs(folder, mode=PRIVATE_FOLDER, exist_ok=True)  # noqa: PTH103
    partial = store + ".restoring"
    clear_partial(store)
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    try:
        with closing(connect(source, "ro")) as origin, closing(connect(partial, "rw")) as target:
            copy_pages(origin, target, store)
        if os.path.exists(store + "-journal"):  # noqa: PTH110
            os.unlink(store + "-journal")  # noqa: PTH108  it belongs to what is replaced
        sync_file(partial)
        os.replace(partial, store)  # noqa: PTH105
        sync_folder(folder)
    except BaseException:
        if os.path.exists(partial):  # noqa: PTH110
            os.unlink(partial)  # noqa: PTH108
        raise


def _kept_though_damaged(held: sqlite3.Connection, store: str, today: str) -> str:
    """A store that is not whole although SQLite can read it: its pages, without a check.

    They are read through the connection that holds it, since to open and close the file besides
    would end its lock.
    """
    target = _damaged_name(store, today)
    partial = target + ".partial"
    os.close(os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_RDWR, PRIVATE_FILE))
    try:
        with closing(connect(partial, "rw")) as copy:
            copy_pages(held, copy, partial)
        os.replace(partial, target)  # noqa: PTH105
    except BaseException:
        os.unlink(partial)  # noqa: PTH108
        raise
    sync_folder(backup_folder(store))
    return target


def _kept_as_it_is(store: str, today: str) -> str:
    """A store that cannot be copied by SQLite: its bytes."""
    target = _damaged_name(store, today)
    partial = target + ".partial"
    for end in ("", "-journal"):
        if os.path.exists(store + end):  # noqa: PTH110
            os.close(os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, PRIVATE_FILE))
            shutil.copyfile(store + end, partial)
            sync_file(partial)
            os.replace(partial, target + end)  # noqa: PTH105
    sync_folder(backup_folder(store))
    return target


def _damaged_name(store: str, today: str) -> str:
    """A free name among the backups, which are made a folder if need be."""
    folder = backup_folder(store)
    os.makedirs(folder, mode=PRIVATE_FOLDER, exist_ok=True)  # noqa: PTH103
    number = 1
    while os.path.lexists(os.path.join(folder, f"{today}-damaged-{number:04}")):  # noqa: PTH118
        number += 1
    return os.path.join(folder, f"{today}-damaged-{number:04}")  # noqa: PTH118


def _refuse_other_schema(found: Parts, ours: Parts, path: str) -> None:
    if strange := found - ours:
        kind, name = min(strange)
        raise BadData(f"it holds a {kind} that refcli never made ({name}): {path}")
    if lost := ours - found:
        kind, name = min(lost)
        raise BadData(f"the {kind} {name} is not in it any more: {path}")


def _schema_of(connection: sqlite3.Connection) -> Parts:
    """(kind, name) of each part, columns as `table.column`."""
    parts = connection.execute(
        """
        select type, name from sqlite_schema where name not like 'sqlite\\_%' escape '\\'
        union all
        select 'column', s.name || '.' || c.name from sqlite_schema s, pragma_table_xinfo(s.name) c
        where s.type = 'table' and s.name not like 'sqlite\\_%' escape '\\'
        """
    )
    return {(kind, name) for kind, name in parts.fetchall()}
