"""Stored follow-ups held against what a replay of the facts makes."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from refcli.domain.obligations.facts import Life
from refcli.domain.obligations.replay import Obligations, obligations
from refcli.domain.rule import Numbers
from refcli.read.due import COLUMNS, stored_follow_ups, values_of
from refcli.read.facts import is_unsettled, lives
from refcli.read.rows import numbers as all_numbers

_ACTION = COLUMNS.index("action")
MISSING, SUPERFLUOUS, DIFFERENT = "missing", "superfluous", "different"


class Difference(NamedTuple):
    """A follow-up that is not as the facts make it; `id` is None for one that is missing."""

    code: str
    contact: int
    id: int | None
    action: str


class Waiting(NamedTuple):
    """A decision without effect: no fact makes the follow-up that it is about."""

    on: dt.date
    answer: str
    kind: str
    contact: int


def replayed(
    connection: sqlite3.Connection, numbers: Numbers
) -> Iterator[tuple[list[Difference], list[Waiting]]]:
    """For each contact, what a replay would correct and which decisions wait in it."""
    if is_unsettled(connection):
        return
    for life in lives(connection, all_numbers(connection, "select id from contact order by id")):
        found = obligations(life, numbers)
        yield list(_differences(connection, life.contact, found)), list(_waiting(life, found))


def _differences(
    connection: sqlite3.Connection, contact: int, found: Obligations
) -> Iterator[Difference]:
    stored = stored_follow_ups(connection, contact)
    for follow_up in found.follow_ups:
        number, values = stored.pop(follow_up.key, (None, ()))
        if number is None:
            yield Difference(MISSING, contact, None, follow_up.action)
        elif values != values_of(follow_up):
            yield Difference(DIFFERENT, contact, number, follow_up.action)
    for number, values in stored.values():
        yield Difference(SUPERFLUOUS, contact, number, str(values[_ACTION]))


def _waiting(life: Life, found: Obligations) -> Iterator[Waiting]:
    """Those about this contact; the same ones are in the lives of the others in it."""
    for decision in found.waiting:
        about = sorted(base for base in decision.about if base.party == life.contact)
        if about:
            yield Waiting(decision.on, decision.answer, about[0].kind, life.contact)


def retired(connection: sqlite3.Connection) -> tuple[int, ...]:
    """The numbers of follow-ups of an older layout that were too old to be asked for."""
    return tuple(
        all_numbers(
            connection,
            "select distinct f.id from decision d join decision_about a on a.decision_id = d.id"
            " join follow_up f on f.contact_id = a.contact_id and f.kind = a.kind"
            " and coalesce(f.intro_id, a.intro_id) is a.intro_id"
            " and coalesce(f.ask_id, a.ask_id) is a.ask_id"
            " and coalesce(f.engagement_id, a.engagement_id) is a.engagement_id"
            " where d.answer = 'retired' and f.closing = 'skipped' and f.closed_on = d.on_date"
            " order by f.id",
        )
    )
