"""Somebody as a text has them: their name, and what they are called."""

import sqlite3

from refcli.domain.contacts import Nature, recognised
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
    is_firm = is_a is None and recognised(name) is Nature.FIRM
    party = Party(is_a) if is_a else Party.FIRM if is_firm else None
    return addressee(name, call, pronouns, party)
