"""A store opened for reading: healed first, one snapshot, an older one as a copy in memory."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from refcli.store.db import SCHEMA_VERSION, connect, heal, schema_version, translated


@contextmanager
def reading(path: str) -> Iterator[sqlite3.Connection]:
    """A read-only connection to a current store, all in one snapshot; closed at the end."""
    with translated(path):
        heal(path)
        connection = connect(path, "ro")
        try:
            connection.execute("begin")
            if schema_version(connection, path) < SCHEMA_VERSION:
                connection = _upgraded_in_memory(connection)
            yield connection
        finally:
            connection.close()


def _upgraded_in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of an older store at today's schema: a read never writes, the next write upgrades."""
    from refcli.store.migrate import upgraded_copy  # noqa: PLC0415  there are few older stores

    try:
        return upgraded_copy(connection)
    finally:
        connection.close()
