"""Contacts who may be one person: only those are compared who share something."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.likeness import Pair, Trace, likeness
from refcli.read.rows import chunked, columns, marks, rows, several, texts

# A word that more names share than this says nothing about two of them.
_MOST_SHARING = 40
_PHONE_DIGITS = 9
_CHUNK = 500
_SHARED = (
    "select group_concat(distinct contact_id) from contact_email group by email_key",
    (
        f"select group_concat(distinct contact_id) from contact_phone"
        f" where length(phone_key) >= {_PHONE_DIGITS} group by substr(phone_key, -{_PHONE_DIGITS})"
    ),
    "select group_concat(id) from contact where url_key is not null group by url_key",
    "select group_concat(id) from contact group by name_key",
    "select group_concat(contact_id) from contact_word group by word",
)


class _TraceRow(NamedTuple):
    id: int
    name: str
    name_key: str
    organization: str | None
    url_key: str | None


def duplicates(connection: sqlite3.Connection) -> tuple[Pair, ...]:
    """Pairs of contacts who may be one, the likeliest first."""
    pairs = {pair for query in _SHARED for pair in _pairs(connection, query)}
    ids = sorted({contact for pair in pairs for contact in pair})
    traces: dict[int, Trace] = {}
    for chunk in chunked(ids, _CHUNK):
        traces |= _traces(connection, marks(chunk))
    found = [
        pair
        for one, other in sorted(pairs)
        if (pair := likeness(traces[one], traces[other])) is not None
    ]
    return tuple(sorted(found, key=lambda p: (-p.score, p.keep.id, p.other.id)))


def _pairs(connection: sqlite3.Connection, query: str) -> Iterator[tuple[int, int]]:
    for ids in texts(connection, f"{query} having count(*) > 1"):
        group = sorted({int(i) for i in ids.split(",")})
        if len(group) <= _MOST_SHARING:
            yield from ((a, b) for n, a in enumerate(group) for b in group[n + 1 :])


def _traces(connection: sqlite3.Connection, wanted: str) -> dict[int, Trace]:
    of_them = f"where contact_id in ({wanted})"
    emails = several(connection, f"select contact_id, email_key from contact_email {of_them}")
    phones = several(
        connection,
        f"select contact_id, substr(phone_key, -{_PHONE_DIGITS}) from contact_phone {of_them}",
    )
    names = several(connection, f"select contact_id, nickname_key from contact_nickname {of_them}")
    query = f"select {columns(_TraceRow)} from contact where id in ({wanted})"
    return {
        row.id: Trace(
            person=Person(row.id, row.name),
            names=(row.name_key, *sorted(set(names.get(row.id, ())))),
            organization=row.organization,
            emails=frozenset(emails.get(row.id, ())),
            phones=frozenset(phones.get(row.id, ())),
            profile=row.url_key,
        )
        for row in rows(connection, _TraceRow, query)
    }
