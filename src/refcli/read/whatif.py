"""The store's own facts played under other numbers: what would have been different."""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.due import DueItem, in_order
from refcli.domain.obligations.replay import FollowUp, obligations
from refcli.domain.readiness import blockers
from refcli.domain.settings import Settings
from refcli.read.due import items_by_id, would_be_item
from refcli.read.facts import lives
from refcli.read.names import acquaintance
from refcli.read.rows import chunked, numbers
from refcli.read.settings import numbers_of
from refcli.read.standing import gate_numbers, standings

_CHUNK = 500


class Moved(NamedTuple):
    """A follow-up on its other day, and the day on which it is."""

    item: DueItem
    was: str


class Difference(NamedTuple):
    """What other numbers would have made of today."""

    added: tuple[DueItem, ...]
    moved: tuple[Moved, ...]
    gone: tuple[DueItem, ...]
    ready: tuple[Person, ...]
    not_ready: tuple[Person, ...]


def difference(
    connection: sqlite3.Connection, other: Mapping[str, str], today: dt.date
) -> Difference:
    """Replay everybody with a follow-up open or a tier, and judge everybody who may be asked."""
    stored = dict(connection.execute("select name, value from setting").fetchall())
    was, would = Settings(stored), Settings({**stored, **other})
    added: list[DueItem] = []
    moved: list[Moved] = []
    gone: list[int] = []
    concerned = numbers(
        connection,
        "select contact_id from follow_up union select id from contact where tier is not null",
    )
    of_now, of_then = numbers_of(was), numbers_of(would)
    for life in lives(connection, concerned):
        now = {f.key: f for f in obligations(life, of_now).follow_ups if not f.closing}
        then = {f.key: f for f in obligations(life, of_then).follow_ups if not f.closing}
        added += [_item(connection, then[key], today) for key in then.keys() - now.keys()]
        gone += _numbered(connection, now.keys() - then.keys())
        for key in now.keys() & then.keys():
            if now[key].due != then[key].due:
                item = _item(connection, then[key], today)
                moved.append(Moved(item, now[key].due.isoformat()))
    before, after = _ready(connection, was, today), _ready(connection, would, today)
    return Difference(
        tuple(in_order(added)),
        tuple(sorted(moved, key=lambda m: (m.item.due, m.item.id))),
        tuple(items_by_id(connection, sorted(gone), today.isoformat())),
        _people(connection, after - before),
        _people(connection, before - after),
    )


def _ready(connection: sqlite3.Connection, settings: Settings, today: dt.date) -> set[int]:
    gates = gate_numbers(settings)
    ids = numbers(connection, "select id from contact order by id")
    found: set[int] = set()
    for chunk in chunked(ids, _CHUNK):
        people = standings(connection, chunk, today, settings)
        found |= {who.id for who in people if not blockers(who, today, gates)}
    return found


def _people(connection: sqlite3.Connection, ids: set[int]) -> tuple[Person, ...]:
    return tuple(acquaintance(connection, number).person for number in sorted(ids))


def _numbered(connection: sqlite3.Connection, keys: set[str]) -> Iterator[int]:
    for key in keys:
        yield from numbers(connection, "select id from follow_up where key = :key", {"key": key})


def _item(connection: sqlite3.Connection, follow_up: FollowUp, today: dt.date) -> DueItem:
    """With the number of its row, or 0 where it has none."""
    number = next(_numbered(connection, {follow_up.key}), 0)
    return would_be_item(connection, number, follow_up, today.isoformat())
