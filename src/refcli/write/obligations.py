"""Follow-ups as rows: what the facts of the contacts that a command touched make owed.

Each is played anew and its rows are brought into line; with them what else follows from the facts:
where asks and introductions stand, the steps that nobody told, and which thanks reached what.
"""

import sqlite3
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from refcli.domain import kinds
from refcli.domain.due import DueItem
from refcli.domain.fact_tables import FACT_TABLES
from refcli.domain.obligations.replay import FollowUp, obligations
from refcli.domain.obligations.story import Refusal
from refcli.domain.rule import Numbers
from refcli.read.due import COLUMNS, items_by_id, stored_follow_ups, values_of
from refcli.read.facts import lives
from refcli.read.rows import chunked, marks
from refcli.write.derived import sync_asks, sync_intros, sync_thanked
from refcli.write.journal import next_ids

# Calendar entries are named after the follow-up's key, for good.
_CHUNK = 200
_DUE, _CLOSED = COLUMNS.index("due_on"), COLUMNS.index("closed_on")
_NAMESPACE = uuid.UUID("6f0f7e3c-3c52-4c0a-9b0e-52454643b000")


# By key, the number and the values of a row.
_Stored = dict[str, tuple[int, tuple[object, ...]]]


@dataclass(slots=True)
class Changes:
    """Follow-ups as they stood before a command, by id: (due, whether open), None for no row.

    `gone` are open ones whose facts were taken back, as they were listed; none without `today`.
    `dates` are yearly ones of which something was said: closed, or put off.
    """

    today: str = ""
    before: dict[int, tuple[str, bool] | None] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    gone: dict[int, DueItem] = field(default_factory=dict)
    dates: dict[int, bool] = field(default_factory=dict)


class Moved(NamedTuple):
    """The follow-ups that a command opened or moved, closed, and made as if never owed."""

    opened: list[int]
    closed: list[int]
    gone: list[DueItem]


def bring_into_line(
    connection: sqlite3.Connection,
    contacts: Iterable[int],
    numbers: Numbers,
    changes: Changes | None = None,
) -> list[Refusal]:
    """Play these contacts anew and correct their rows; gives the facts that are impossible."""
    changes = changes or Changes()
    ids = sorted(set(contacts))
    _clear_gone(connection, ids)
    refused: dict[tuple[str, int], Refusal] = {}
    _number_dates(connection, ids)
    everybody = _with_facts(connection, ids)
    for some in chunked(everybody, _CHUNK):
        played = [(life, obligations(life, numbers)) for life in lives(connection, some)]
        # What is gone goes first, so that a number whose key another contact had is free again.
        kept = [
            _delete_stale(connection, life.contact, found.follow_ups, changes)
            for life, found in played
        ]
        for (life, found), stored in zip(played, kept, strict=True):
            _sync_follow_ups(connection, stored, found.follow_ups, changes)
            sync_thanked(connection, life, found)
            sync_asks(connection, life.contact, found.asks)
            sync_intros(connection, life.contact, found.intros)
            for refusal in found.refused:
                refused[type(refusal.fact).__name__, refusal.fact.id] = refusal
    return list(refused.values())


_HOLDING = (
    *(name for name, table in FACT_TABLES.items() if "contact_id" in table.columns),
    "follow_up",
)


def _with_facts(connection: sqlite3.Connection, ids: list[int]) -> list[int]:
    """Those of whom anything is told: an import adds thousands of whom nothing is."""
    found: set[int] = set()
    for chunk in chunked(ids, _CHUNK):
        wanted = marks(chunk)
        parts = [f"select contact_id from {t} where contact_id in ({wanted})" for t in _HOLDING]
        parts.append(f"select receiver_id from intro where receiver_id in ({wanted})")
        found |= {row[0] for row in connection.execute(" union ".join(parts))}
    return sorted(found)


def _number_dates(connection: sqlite3.Connection, ids: list[int]) -> None:
    """Each yearly date has the number of its follow-up from the day on which it is told."""
    for chunk in chunked(ids, _CHUNK):
        for date, contact in connection.execute(
            f"select id, contact_id from yearly_date where contact_id in ({marks(chunk)})"
        ).fetchall():
            number_of(connection, yearly_key(date, contact))


def yearly_key(date: int, contact: int) -> str:
    """The key of a yearly date's follow-up, the same every year."""
    return f"date:{date}/yearly/{kinds.DATE}/{contact}/1"


def with_follow_ups(connection: sqlite3.Connection) -> list[int]:
    """Whoever has a follow-up or a tier: other numbers of the rules change what is theirs.

    A closed one counts: when it was due is reckoned by them, too.
    """
    found = connection.execute(
        "select contact_id from follow_up union select id from contact where tier is not null"
    )
    return [row[0] for row in found.fetchall()]


def _clear_gone(connection: sqlite3.Connection, ids: list[int]) -> None:
    """Rows about contacts who are not there any more."""
    for chunk in chunked(ids, _CHUNK):
        wanted = marks(chunk)
        for table in ("follow_up", "thanked"):
            connection.execute(
                f"delete from {table} where contact_id in ({wanted})"
                " and contact_id not in (select id from contact)"
            )


def _delete_stale(
    connection: sqlite3.Connection,
    contact: int,
    wanted: Iterable[FollowUp],
    changes: Changes,
) -> _Stored:
    """Delete the rows of what is owed no more, and return those that stay."""
    stored = stored_follow_ups(connection, contact)
    if contact not in changes.seen:
        changes.seen.add(contact)
        for number, values in stored.values():
            changes.before.setdefault(number, (str(values[_DUE]), values[_CLOSED] is None))
    keys = {follow_up.key for follow_up in wanted}
    stale = [number for key, (number, _) in stored.items() if key not in keys]
    _note_gone(connection, stale, changes)
    for key, (number, _) in stored.items():
        if key not in keys:
            connection.execute("delete from follow_up where id = ?", (number,))
            _count_change(connection, number)
    return {key: row for key, row in stored.items() if key in keys}


def _note_gone(connection: sqlite3.Connection, stale: list[int], changes: Changes) -> None:
    """Keep how those were listed that are deleted now and were open as the command began."""
    were_open = [number for number in stale if (changes.before.get(number) or ("", False))[1]]
    if were_open and changes.today:
        for item in items_by_id(connection, were_open, changes.today):
            changes.gone.setdefault(item.id, item)


def _sync_follow_ups(
    connection: sqlite3.Connection,
    stored: _Stored,
    wanted: Iterable[FollowUp],
    changes: Changes,
) -> None:
    for follow_up in wanted:
        values = values_of(follow_up)
        number, before = stored.get(follow_up.key, (0, ()))
        if not before:
            _insert(connection, follow_up.key, values, changes)
        elif before != values:
            settings = ", ".join(f"{name} = ?" for name in COLUMNS)
            connection.execute(f"update follow_up set {settings} where id = ?", (*values, number))
            _count_change(connection, number)


def _count_change(connection: sqlite3.Connection, number: int) -> None:
    """What a calendar goes by: it only ever rises, undo included."""
    connection.execute("update follow_up_id set changes = changes + 1 where number = ?", (number,))


def _insert(
    connection: sqlite3.Connection, key: str, values: tuple[object, ...], changes: Changes
) -> None:
    number, uid = number_of(connection, key)
    changes.before.setdefault(number, None)
    marks = ", ".join("?" * (len(COLUMNS) + 3))
    connection.execute(
        f"insert into follow_up (id, key, uid, {', '.join(COLUMNS)}) values ({marks})",
        (number, key, uid, *values),
    )


def number_of(connection: sqlite3.Connection, key: str) -> tuple[int, str]:
    """The number and the calendar's name of a follow-up, given once and for good.

    After a merge that was taken back, one number may have two keys: whoever has it now keeps it.
    """
    found = connection.execute(
        "select number, uid from follow_up_id where key = ?", (key,)
    ).fetchone()
    if found is not None and not _is_taken(connection, found[0], key):
        return int(found[0]), str(found[1])
    number = next_ids(connection, "follow_up")
    if number is None:
        raise LookupError("numbers of follow-ups are not given out")
    taken = connection.execute(
        "select exists (select 1 from follow_up_id where uid = ?)",
        (uid := str(uuid.uuid5(_NAMESPACE, key)),),
    ).fetchone()[0]
    uid = str(uuid.uuid5(_NAMESPACE, f"{key}#{number}")) if taken else uid
    connection.execute(
        "insert into follow_up_id (key, number, uid) values (:key, :number, :uid)"
        " on conflict (key) do update set number = :number, uid = :uid",
        {"key": key, "number": number, "uid": uid},
    )
    return number, uid


def _is_taken(connection: sqlite3.Connection, number: int, key: str) -> bool:
    """Whether a number stands for something else just now."""
    found = connection.execute(
        "select exists (select 1 from follow_up where id = ? and key <> ?)", (number, key)
    ).fetchone()
    return bool(found[0])


def moved(connection: sqlite3.Connection, changes: Changes) -> Moved:
    """What a command did to follow-ups so far."""
    opened, closed, gone = [], [], []
    for number, before in sorted(changes.before.items()):
        now = connection.execute(
            "select due_on, closed_on is null from follow_up where id = ?", (number,)
        ).fetchone()
        was_open = before is not None and before[1]
        if now is None:
            gone += [changes.gone[number]] if number in changes.gone else []
        elif now[1] and (not was_open or (before and before[0] != now[0])):
            opened.append(number)
        elif was_open and not now[1]:
            closed.append(number)
    opened += [number for number, is_closed in changes.dates.items() if not is_closed]
    closed += [number for number, is_closed in changes.dates.items() if is_closed]
    return Moved(opened, closed, gone)
