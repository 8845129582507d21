"""Everybody who is known, for matching an import."""

import sqlite3

from refcli.domain.imports import KnownPerson
from refcli.read.rows import day


def known_people(connection: sqlite3.Connection) -> tuple[KnownPerson, ...]:
    """All contacts with what an import is matched by."""
    emails: dict[int, set[str]] = {}
    for contact, email in connection.execute(
        "select contact_id, email_key from contact_email"
    ).fetchall():
        emails.setdefault(contact, set()).add(email)
    return tuple(
        KnownPerson(
            id=row[0],
            name=row[1],
            organization=row[2],
            role=row[3],
            url=row[4],
            known_since=day(row[5]),
            emails=frozenset(emails.get(row[0], ())),
        )
        for row in connection.execute(
            "select id, name, organization, role, url, known_since from contact order by id"
        ).fetchall()
    )
