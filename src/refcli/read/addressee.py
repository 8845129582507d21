"""Somebody as a text has them: their name, and what they are called."""

import sqlite3

from refcli.domain.english.names import Addressee, addressee
from refcli.errors import UnknownName


def addressee_of(connection: sqlite3.Connection, contact: int) -> Addressee:
    """A contact as a text has them; raises UnknownName when there is none of that id."""
    found = connection.execute(
        "select name, call, pronouns from contact where id = :id", {"id": contact}
    ).fetchone()
    if found is None:
        raise UnknownName(f"no contact has the id @{contact}", "see: refcli contact list")
    return addressee(*found)
