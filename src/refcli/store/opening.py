"""A store opened, healed first: for reading in one snapshot, or for writing at today's schema.

What changes the schema is loaded for an older or a missing store only.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from refcli.store.db import (
    READ_SECONDS,
    SCHEMA_VERSION,
    connect,
    heal,
    is_empty,
    refuse_if_lost,
    schema_version,
    translated,
)


@contextmanager
def reading(path: str) -> Iterator[sqlite3.Connection]:
    """A read-only connection to a current store, all in one snapshot; closed at the end."""
    with translated(path):
        heal(path, READ_SECONDS)
        connection = connect(path, "ro", READ_SECONDS)
        try:
            connection.execute("begin")
            if schema_version(connection, path) < SCHEMA_VERSION:
                connection = _upgraded_in_memory(connection)
            yield connection
        finally:
            connection.close()


def _upgraded_in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of an older store at today's schema: a read never writes, the next write upgrades."""
    from refcli.store.migrate import upgraded_copy

    try:
        return upgraded_copy(connection)
    finally:
        connection.close()


def writable(path: str, today: str) -> sqlite3.Connection:
    """A connection for writing to a current store, which is created or upgraded if need be.

    `today` names the backup that precedes an upgrade. Raises what the guard raises, nothing
    having been changed then.
    """
    with translated(path):
        if is_empty(path):
            refuse_if_lost(path)
            from refcli.store.migrate import create_file

            create_file(path)
        else:
            heal(path)
            _refuse_unknown(path)
        connection = connect(path, "rw")
        try:
            if schema_version(connection, path) < SCHEMA_VERSION:
                from refcli.store.migrate import upgrade

                upgrade(connection, path, today)
        except BaseException:
            connection.close()
            raise
        return connection


def _refuse_unknown(path: str) -> None:
    """Look before a write-connection's PRAGMAs could touch a file that is not ours."""
    connection = connect(path, "ro")
    try:
        schema_version(connection, path)
    finally:
        connection.close()
