"""Somebody as a text has them: their name, and what they are called."""

import sqlite3

from refcli.domain.contacts import Nature, nature_of
from refcli.domain.english.names import Addressee, Party, addressee
from refcli.errors import UnknownName


def addressee_of(connection: sqlite3.Connection, contact: int) -> Addressee:
    """A contact as a text has them; raises UnknownName when there is none of that id."""
    found = connection.execute(
        "select name, call, pronouns, is_a from contact where id = :id", {"id": contact}
    ).fetchone()
    if found is None:
        raise UnknownName(f"no contact has the id @{contact}", "see: refcli contact list")
    name, call, pronouns, is_a = found
    nature = nature_of(name, is_a)
    # Of a person or a couple the words of the name tell more.
    party = Party(nature) if is_a or nature is Nature.FIRM else None
    return addressee(name, call, pronouns, party)
