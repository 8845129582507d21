"""The schema grows by numbered SQL files, never edited once released.

Those that a store lacks are run in one transaction: it is at one version or the other.
"""

import atexit
import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources

from refcli.errors import BadData
from refcli.store.db import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    connect,
    schema_version,
)

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
Steps = Iterable[tuple[int, str]]


def migrations() -> tuple[tuple[int, str], ...]:
    """(version, SQL) of each migration, in order."""
    folder = resources.files("refcli.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((int(name[:4]), (folder / name).read_text(encoding="utf-8")) for name in names)


def statements(script: str) -> Iterator[str]:
    """The script cut into statements; `executescript` would commit behind our back."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if pending.strip() and sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if pending.strip():
        raise ValueError(f"unfinished statement: {pending[:60]}")


def empty_store() -> sqlite3.Connection:
    """A store in memory with nothing in it, for reads where there is no file yet."""
    return store_of(SCHEMA_VERSION)


def store_of(version: int) -> sqlite3.Connection:
    """An empty store in memory as that schema version made it."""
    connection = connect(":memory:", "memory")
    _pattern(version).backup(connection)
    return connection


@cache
def _pattern(version: int) -> sqlite3.Connection:
    """What each empty store is a copy of: a first command opens several, and scripts take time."""
    connection = connect(":memory:", "memory")
    _run(connection, (step for step in migrations() if step[0] <= version), 0)
    atexit.register(connection.close)
    return connection


def fill(
    connection: sqlite3.Connection, tables: Mapping[str, Iterable[Mapping[str, object]]]
) -> int:
    """Add rows as they are, and return how many; raises BadData when they do not fit together."""
    connection.execute("pragma defer_foreign_keys = on")
    count = 0
    try:
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
    return count


def upgraded_copy(source: sqlite3.Connection) -> sqlite3.Connection:
    """A copy in memory of an older store, brought to today's schema."""
    copy = connect(":memory:", "memory")
    source.backup(copy)
    upgrade_in_memory(copy)
    return copy


def upgrade_in_memory(connection: sqlite3.Connection) -> None:
    """Bring a store in memory to today's schema."""
    version = int(connection.execute("pragma user_version").fetchone()[0])
    connection.execute("pragma foreign_keys=off")
    _run(connection, migrations(), version)
    connection.execute("pragma foreign_keys=on")


def create_file(path: str) -> None:
    """Make an empty file that only its owner can read, and its folder; takes one that is there."""
    os.makedirs(os.path.dirname(path), mode=PRIVATE_FOLDER, exist_ok=True)  # noqa: PTH103, PTH120
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))
    with contextlib.suppress(OSError):  # somebody else's, or on a disk without modes
        os.chmod(path, PRIVATE_FILE)  # noqa: PTH101


def upgrade(connection: sqlite3.Connection, path: str, today: str) -> None:
    """Bring a store in a file to today's schema, after a backup that `today` names."""
    version = schema_version(connection, path)
    if version:
        from refcli.store.backup import make_backup

        make_backup(path, today, f"before-schema-{SCHEMA_VERSION}")
    _apply(connection, path, migrations())


def _apply(connection: sqlite3.Connection, path: str, steps: Steps) -> None:
    connection.execute("pragma foreign_keys=off")
    connection.execute("begin immediate")
    try:
        # Asked under the lock: another process may have been faster.
        _run(connection, steps, schema_version(connection, path))
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back by itself
            connection.execute("rollback")
        raise
    finally:
        connection.execute("pragma foreign_keys=on")


def _run(connection: sqlite3.Connection, steps: Steps, after: int) -> None:
    for number, script in steps:
        if after < number:
            for statement in statements(script):
                connection.execute(statement)
            connection.execute(f"pragma application_id={APPLICATION_ID}")
            connection.execute(f"pragma user_version={number}")
            if connection.execute("pragma foreign_key_check").fetchone():
                raise sqlite3.IntegrityError(f"migration {number} leaves dangling references")
