"""Contacts who may be one person: only those are compared who share something."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.likeness import Pair, Trace, household, likeness
from refcli.domain.text import without_umlauts
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


class Alike(NamedTuple):
    """Pairs who may be one person, the likeliest first, and pairs who may belong together."""

    pairs: tuple[Pair, ...]
    households: tuple[Pair, ...]


def duplicates(connection: sqlite3.Connection) -> Alike:
    """Who may be one person, and who shares a home: those are tied already, or worth a tie."""
    pairs = {pair for query in _SHARED for pair in _pairs(connection, query)}
    pairs |= set(_transcribed(connection))
    ids = sorted({contact for pair in pairs for contact in pair})
    traces: dict[int, Trace] = {}
    for chunk in chunked(ids, _CHUNK):
        traces |= _traces(connection, marks(chunk))
    tied = set(connection.execute("select contact_id, other_id from tie").fetchall())
    found, households = list[Pair](), list[Pair]()
    for one, other in sorted(pairs):
        if pair := likeness(traces[one], traces[other]):
            found.append(pair)
        elif not {(one, other), (other, one)} & tied and (
            home := household(traces[one], traces[other])
        ):
            households.append(home)
    found.sort(key=lambda pair: (-pair.score, pair.keep.id, pair.other.id))
    return Alike(tuple(found), tuple(households))


def _transcribed(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """Pairs of whom one has umlauts where the other has two letters: Müller, Mueller."""
    query = (
        "select id, name_key from contact"
        " where name_key like '%ae%' or name_key like '%oe%' or name_key like '%ue%'"
    )
    for contact, key in connection.execute(query).fetchall():
        same = "select id from contact where name_key = :key and id <> :id"
        for (other,) in connection.execute(same, {"key": without_umlauts(key), "id": contact}):
            yield (min(contact, other), max(contact, other))


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
