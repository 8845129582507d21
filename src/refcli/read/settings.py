"""Settings as they are stored."""

import sqlite3

from refcli.domain.settings import Settings


def read_settings(connection: sqlite3.Connection) -> Settings:
    """The settings in force; names of a later version are never asked for."""
    return Settings(dict(connection.execute("select name, value from setting")))
