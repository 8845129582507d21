"""Guided reviews: when the last one was, and the one that was left unfinished."""

import datetime as dt
import json
import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Person, Tier
from refcli.domain.review.todo import ToDo
from refcli.read.rows import a_day, columns, day, one_row, one_text, rows

_SKIPPED_IN_A_ROW = 3


class OpenReview(NamedTuple):
    """A review that was begun and not finished: how many steps are done, what was chosen to do."""

    id: int
    begun: dt.date
    steps_done: int
    chosen: tuple[ToDo, ...]


class TightCadence(NamedTuple):
    """A contact whose keep-in-touch was skipped again and again."""

    person: Person
    tier: Tier
    skipped: int


class _OpenRow(NamedTuple):
    id: int
    begun_on: str
    steps_done: int
    chosen: str | None


class _TightRow(NamedTuple):
    id: int
    name: str
    tier: str
    skipped: int


def last_review(connection: sqlite3.Connection) -> dt.date | None:
    """The day of the last finished review."""
    return day(one_text(connection, "select max(finished_on) from review"))


def open_review(connection: sqlite3.Connection, since: dt.date) -> OpenReview | None:
    """The newest review begun on or after a day that was not finished."""
    row = one_row(
        connection,
        _OpenRow,
        f"select {columns(_OpenRow)} from review"
        " where finished_on is null and begun_on >= :since order by id desc limit 1",
        {"since": since.isoformat()},
    )
    return None if row is None else _open(row)


def unfinished_review(connection: sqlite3.Connection, review_id: int) -> OpenReview | None:
    """The review of that id, None when it is finished or gone."""
    row = one_row(
        connection,
        _OpenRow,
        f"select {columns(_OpenRow)} from review where finished_on is null and id = :id",
        {"id": review_id},
    )
    return None if row is None else _open(row)


def _open(row: _OpenRow) -> OpenReview:
    chosen = tuple(ToDo(*pair) for pair in json.loads(row.chosen or "[]"))
    return OpenReview(row.id, a_day(row.begun_on), row.steps_done, chosen)


def tight_cadences(connection: sqlite3.Connection) -> tuple[TightCadence, ...]:
    """Contacts whose last three or more keep-in-touch follow-ups were all skipped or snoozed."""
    found = rows(
        connection,
        _TightRow,
        """
        with closed as (
            select contact_id, closing, snoozes,
                row_number() over (
                    partition by contact_id order by closed_on is null desc, closed_on desc, id desc
                ) as newest
            from follow_up where kind = 'keep-in-touch'
        )
        select c.id, c.name, c.tier, sum(k.closing is 'skipped') + sum(k.snoozes) as skipped
        from closed k join contact c on c.id = k.contact_id
        where k.newest <= :most and c.tier is not null and c.status = 'active'
        group by c.id
        having sum(k.closing is 'skipped') + sum(k.snoozes) >= :most
            and sum(k.closing is 'done') = 0
        order by skipped desc, c.name_key
        """,
        {"most": _SKIPPED_IN_A_ROW},
    )
    return tuple(TightCadence(Person(r.id, r.name), Tier(r.tier), r.skipped) for r in found)
