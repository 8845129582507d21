"""Settings as they are stored."""

import sqlite3

from refcli.domain.settings import SETTINGS, Settings


def read_settings(connection: sqlite3.Connection) -> Settings:
    """The settings in force; unknown names, from a later version perhaps, are left aside."""
    rows = connection.execute("select name, value from setting").fetchall()
    return Settings({name: value for name, value in rows if name in SETTINGS})
