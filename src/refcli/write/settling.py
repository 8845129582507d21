"""Stores of the layout in which follow-ups were patched: everybody is played anew, once.

Facts stay. What was said of follow-ups (done without a fact of its own, skipped, snoozed) becomes a
decision. What the earlier edition would not have asked for, and would be long overdue now, is
retired, so that nobody finds a flood on the first morning. Numbers and calendar names stay.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from refcli.domain.kinds import KINDS
from refcli.domain.obligations.facts import Base, Origin
from refcli.domain.obligations.replay import FollowUp, obligations
from refcli.domain.rule import Numbers
from refcli.read.facts import lives
from refcli.read.rows import chunked, columns, marks, rows
from refcli.read.settings import numbers_of, read_settings
from refcli.store.migrate import upgraded_copy
from refcli.write.journal import raise_marks
from refcli.write.obligations import bring_into_line

_CHUNK = 500
# Rules of the earlier edition that went on with a follow-up, by what had opened it at first.
_WENT_ON = {
    ("checked-received", "check"): ("intro-reached",),
    ("checked-given", "check"): ("give-made", "give-reached"),
    ("confirmed", "confirm"): ("ask-promised", "ask-pending", "intro-named"),
}


class _Old(NamedTuple):
    id: int
    uid: str
    kind: str
    contact_id: int
    due_on: str
    rule: str
    ask_id: int | None
    intro_id: int | None
    engagement_id: int | None
    custom_id: int | None
    opened_on: str
    snoozes: int
    closed_on: str | None
    closing: str | None
    note: str | None


# What a follow-up can be about, an introduction before the ask that led to it.
_ORIGINS = tuple(
    name.removesuffix("_id")
    for name in ("intro_id", *_Old._fields)
    if name.endswith("_id") and name != "contact_id"
)


def settle_newcomers(connection: sqlite3.Connection, today: dt.date, numbers: Numbers) -> None:
    """Play everybody who was not played since the layout changed."""
    waiting = [row[0] for row in connection.execute("select contact_id from unsettled order by 1")]
    for chunk in chunked(waiting, _CHUNK):
        _settle(connection, chunk, today, numbers)
    if waiting:
        connection.execute("delete from unsettled")


def settled_copy(connection: sqlite3.Connection, today: dt.date) -> sqlite3.Connection:
    """A copy in memory in which everybody was played: what the next write would make of it."""
    store = upgraded_copy(connection)
    settle_upgraded(store, today)
    return store


def settle_upgraded(store: sqlite3.Connection, today: dt.date) -> None:
    """Play everybody in a store in memory that was just upgraded."""
    raise_marks(store)
    settle_newcomers(store, today, numbers_of(read_settings(store)))


def _settle(
    connection: sqlite3.Connection, contacts: Sequence[int], today: dt.date, numbers: Numbers
) -> None:
    wanted = marks(contacts)
    old = rows(
        connection,
        _Old,
        f"select {columns(_Old)} from follow_up"
        f" where contact_id in ({wanted}) and key like 'before:%' order by id",
    )
    for row in old:
        _decide(connection, row, today)
    connection.execute(
        f"delete from follow_up where contact_id in ({wanted}) and key like 'before:%'"
    )
    open_before = {(row.kind, row.contact_id, _origin(row)) for row in old if not row.closed_on}
    numbered: dict[tuple[str, int, Origin], list[_Old]] = {}
    for row in old:
        numbered.setdefault((row.kind, row.contact_id, _origin(row)), []).append(row)
    for life in lives(connection, contacts):
        found = obligations(life, numbers).follow_ups
        for follow_up in found:
            _keep_number(connection, follow_up, numbered)
            late = (today - follow_up.due).days > numbers.late_days
            is_new = (str(follow_up.kind), follow_up.contact, follow_up.origin) not in open_before
            if follow_up.closing is None and late and is_new:
                _write(connection, "retired", today, follow_up.bases)
    bring_into_line(connection, contacts, numbers)


def _origin(row: _Old) -> Origin:
    """What a follow-up is about now: of some kinds a contact has one, whatever it came from."""
    if not KINDS[row.kind].once:
        for name in _ORIGINS:
            number = getattr(row, f"{name}_id")
            if number is not None:
                return name, number
    return "contact", row.contact_id


def _keep_number(
    connection: sqlite3.Connection,
    follow_up: FollowUp,
    numbered: Mapping[tuple[str, int, Origin], list[_Old]],
) -> None:
    """The number and calendar name that a person saw stay, the newest for what is open."""
    same = numbered.get((str(follow_up.kind), follow_up.contact, follow_up.origin))
    if not same:
        return
    is_open = follow_up.closing is None
    fitting = [row for row in same if (row.closed_on is None) == is_open]
    if fitting:
        row = fitting[0]
        same.remove(row)
        connection.execute(
            "insert or ignore into follow_up_id (number, key, uid) values (?, ?, ?)",
            (row.id, follow_up.key, row.uid),
        )


def _decide(connection: sqlite3.Connection, row: _Old, today: dt.date) -> None:
    bases = _bases(row)
    if row.closing == "skipped":
        _write(connection, "skip", _day(row.closed_on), bases, note=row.note)
    elif row.closing == "done" and not KINDS[row.kind].tells_fact:
        _write(connection, "done", _day(row.closed_on), bases, note=row.note)
    elif row.closing is None and row.snoozes:
        until = _day(row.due_on)
        # One that has run out was said before: it would be late from today on only.
        _write(connection, "snooze", min(today, until), bases, until=until)


def _bases(row: _Old) -> Iterable[Base]:
    origin = _origin(row)
    if KINDS[row.kind].once:
        origin = next(
            (
                (name, number)
                for name in _ORIGINS
                if (number := getattr(row, f"{name}_id")) is not None
            ),
            ("contact", row.contact_id),
        )
    rules = _WENT_ON.get((row.rule, row.kind), (row.rule,))
    return [Base(origin, rule, row.kind, row.contact_id) for rule in rules]


def _day(text: str | None) -> dt.date:
    return dt.date.fromisoformat(text or "2000-01-01")


def _write(
    connection: sqlite3.Connection,
    answer: str,
    on: dt.date,
    bases: Iterable[Base],
    *,
    until: dt.date | None = None,
    note: str | None = None,
) -> None:
    (number,) = connection.execute(
        "insert into decision (answer, on_date, until, note, recorded_on)"
        " values (?, ?, ?, ?, ?) returning id",
        (answer, on.isoformat(), None if until is None else until.isoformat(), note, str(on)),
    ).fetchone()
    for base in bases:
        kind, origin = base.origin
        of = "" if kind == "contact" else f", {kind}_id"
        value = "" if kind == "contact" else f", {int(origin)}"
        connection.execute(
            f"insert into decision_about (decision_id, contact_id, kind, rule{of})"
            f" values (?, ?, ?, ?{value})",
            (number, base.party, base.kind, base.rule),
        )
