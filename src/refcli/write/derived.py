"""What is derived from the other tables, rebuilt for each contact that a command touched."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from refcli.domain.column import ITS_MEMBERS
from refcli.domain.columns import TABLES, every_column
from refcli.domain.interactions import Direction
from refcli.domain.names import search_words
from refcli.domain.rapport import rapport_key
from refcli.domain.text import fold
from refcli.read.facts import EXCHANGED, FIRST_DAY
from refcli.read.rows import chunked, marks, numbers

_CHUNK = 400
# Work, and an introduction that became business, make a client of whoever is no client yet.
_EARNED = (
    "case when exists (select 1 from engagement g where g.contact_id = c.id)"
    " or exists (select 1 from intro_party p join intro i on i.id = p.intro_id"
    " where p.contact_id = c.id and p.part = 'prospect' and i.direction = 'received'"
    " and i.state = 'won' and i.kind = 'client') then 'client' end"
)
# Who is tied to a contact, by name.
_TIED_NAMES = " || ' ' || ".join(
    "coalesce((select group_concat(o.name, ' ') from tie t join contact o"
    f" on o.id = t.{there} where t.{here} = c.id), '')"
    for here, there in (("contact_id", "other_id"), ("other_id", "contact_id"))
)
# The columns of the full-text index.
_SEARCH = ("name", "about", "note", "log")


def refresh(connection: sqlite3.Connection, contact_ids: Iterable[int]) -> None:
    """Rebuild rapport, name words and the search entry of these contacts, gone ones included."""
    ids = sorted(contact_ids)
    for chunk in chunked(ids, _CHUNK):
        wanted = marks(chunk)
        _clear(connection, wanted)
        _rebuild_rapport(connection, wanted)
        _rebuild_words(connection, wanted)
        _rebuild_search(connection, wanted)


def with_tied(connection: sqlite3.Connection, contacts: Sequence[int]) -> set[int]:
    """These contacts and whoever is tied to them, who is found by their names."""
    found = set(contacts)
    for chunk in chunked(contacts, _CHUNK):
        wanted = marks(chunk)
        found |= set(
            numbers(
                connection,
                f"select other_id from tie where contact_id in ({wanted})"
                f" union select contact_id from tie where other_id in ({wanted})",
            )
        )
    return found


def _clear(connection: sqlite3.Connection, marks: str) -> None:
    connection.execute(f"delete from rapport where contact_id in ({marks})")
    connection.execute(f"delete from contact_word where contact_id in ({marks})")
    connection.execute(f"delete from search where rowid in ({marks})")


def _rebuild_rapport(connection: sqlite3.Connection, marks: str) -> None:
    days: dict[int, list[tuple[str, str]]] = {}
    for contact, on, direction in connection.execute(f"{EXCHANGED} and ic.contact_id in ({marks})"):
        days.setdefault(contact, []).append((on, direction))
    begun = connection.execute(
        f"select c.id, {FIRST_DAY}, {_EARNED} from contact c where c.id in ({marks})"
    ).fetchall()
    connection.executemany(
        "insert into rapport (contact_id, key, first_on, last_on, last_two_way_on, earned)"
        " values (?, ?, ?, ?, ?, ?)",
        (
            (*_rapport_row(contact, first, days.get(contact, [])), earned)
            for contact, first, earned in begun
        ),
    )


def _rapport_row(
    contact: int, created: str, days: list[tuple[str, str]]
) -> tuple[int, float, str, str | None, str | None]:
    if not days:
        return contact, _key_without_exchange(created), created, None, None
    first = min([created, *(on for on, _ in days)])
    mutual = [on for on, direction in days if direction == Direction.BOTH]
    ins = [dt.date.fromisoformat(on) for on, d in days if d != Direction.OUT]
    outs = [dt.date.fromisoformat(on) for on, d in days if d != Direction.IN]
    key = rapport_key(ins, outs, dt.date.fromisoformat(first))
    newest = max((on for on, _ in days), default=None)
    return contact, key, first, newest, max(mutual, default=None)


@lru_cache(maxsize=4096)
def _key_without_exchange(first: str) -> float:
    """The key of those with whom nothing was exchanged: an import has thousands of them."""
    return rapport_key((), (), dt.date.fromisoformat(first))


def _rebuild_words(connection: sqlite3.Connection, marks: str) -> None:
    def pairs() -> Iterator[tuple[str, int]]:
        for contact, name in connection.execute(
            f"select id, name from contact where id in ({marks})"
            " union select contact_id, nickname from contact_nickname"
            f" where contact_id in ({marks})"
        ).fetchall():
            for word in search_words(name):
                yield word, contact

    connection.executemany(
        "insert or ignore into contact_word (word, contact_id) values (?, ?)", pairs()
    )


@cache
def _searched(part: str) -> str:
    """What a contact is found by in one column of the index, in SQL."""
    texts = []
    for table, name, column in every_column():
        if column.search != part:
            continue
        if table == "tie":
            texts.append(_TIED_NAMES)
        elif table == "contact":
            texts.append(f"coalesce(c.{name}, '')")
        elif TABLES[table].derived == ITS_MEMBERS:
            texts.append(
                f"coalesce((select group_concat(i.{name}, char(10)) from"
                " interaction_contact ic join interaction i on i.id = ic.interaction_id"
                f" where ic.contact_id = c.id and i.{name} <> ''), '')"
            )
        else:
            texts.append(
                f"coalesce((select group_concat({name}, ' ') from {table}"
                " where contact_id = c.id), '')"
            )
    return " || ' ' || ".join(texts)


def _rebuild_search(connection: sqlite3.Connection, marks: str) -> None:
    parts = ", ".join(f"{_searched(part)} as {part}" for part in _SEARCH)
    rows = connection.execute(
        f"select c.id, {parts} from contact c where c.id in ({marks})"
    ).fetchall()
    connection.executemany(
        "insert into search (rowid, name, about, note, log) values (?, ?, ?, ?, ?)",
        ((row[0], *(fold(text) for text in row[1:])) for row in rows),
    )
