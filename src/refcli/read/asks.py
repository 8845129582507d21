"""Asks, and the ID that may be a name."""

import datetime as dt
import sqlite3
from typing import NamedTuple

from refcli.domain.asks import (
    Answered,
    Ask,
    AskState,
    Target,
    TargetKind,
    ask_state_on,
)
from refcli.domain.contacts import Person
from refcli.domain.interactions import Channel
from refcli.domain.names import number_in
from refcli.domain.settings import LAPSE_DAYS
from refcli.domain.typed import typed as line
from refcli.errors import UnknownName
from refcli.read.names import resolve
from refcli.read.rows import BASIS, a_day, columns, day, one_number, one_row, rows


class _AskRow(NamedTuple):
    id: int
    contact_id: int
    contact_name: str
    on_date: str
    kind: str
    industry: str | None
    looking_for: str | None
    qualities: str | None
    words: str
    channel: str
    state: str
    confirm_by: str | None
    until: str | None
    campaign_name: str | None
    target_name: str | None
    confirm_skipped: int
    lapse_days: int
    answered_on: str | None
    was_promised: int


class _AnswerRow(NamedTuple):
    contact_id: int
    state: str
    on_date: str
    confirm_by: str | None
    until: str | None
    answered_on: str
    basis: str
    confirm_skipped: int
    lapse_days: int


# By what an open ask is known to have lapsed.
_LAPSES_BY = (
    "a.is_skipped as confirm_skipped, coalesce((select cast(value as integer) from setting"
    f" where name = 'lapse-days'), {LAPSE_DAYS}) as lapse_days"
)
_SELECT = f"""
    select
        a.id, a.contact_id, c.name as contact_name, a.on_date, a.kind, a.industry, a.looking_for,
        a.qualities, a.words, a.channel, a.state, a.confirm_by, a.until, k.name as campaign_name,
        t.name as target_name, {_LAPSES_BY}, a.answered_on,
        a.was_promised
    from ask a
    join contact c on c.id = a.contact_id
    left join campaign k on k.id = a.campaign_id
    left join target t on t.id = a.target_id
"""


def ask(connection: sqlite3.Connection, ask_id: int, today: dt.date) -> Ask:
    """One ask; raises UnknownName when there is none of that id."""
    row = one_row(connection, _AskRow, f"{_SELECT} where a.id = :id", {"id": ask_id})
    if row is None:
        raise UnknownName(f"no ask has the id {ask_id}", "see: refcli ask list")
    return _ask(row, today)


def asks(
    connection: sqlite3.Connection,
    today: dt.date,
    *,
    contact: int | None = None,
    only_open: bool = False,
) -> tuple[Ask, ...]:
    """Asks, newest first; open ones are planned, pending or promised and not lapsed."""
    only = " where a.contact_id = :contact" if contact is not None else ""
    known = rows(
        connection,
        _AskRow,
        f"{_SELECT}{only} order by a.on_date desc, a.id desc",
        {"contact": contact},
    )
    found = tuple(_ask(row, today) for row in known)
    wanted = (AskState.PLANNED, AskState.PENDING, AskState.PROMISED)
    return tuple(a for a in found if not only_open or a.state in wanted)


def ask_states(
    connection: sqlite3.Connection, marks: str | None, today: dt.date
) -> dict[int, tuple[Answered, ...]]:
    """How the asks to contacts stand, by contact id in their order; all contacts without marks."""
    only = "" if marks is None else f" where a.contact_id in ({marks})"
    query = f"""
        select a.contact_id, a.state, a.on_date, a.confirm_by, a.until,
            coalesce(a.answered_on, a.on_date) as answered_on, {BASIS} as basis, {_LAPSES_BY}
        from ask a join contact c on c.id = a.contact_id {only} order by a.on_date, a.id
    """
    found: dict[int, tuple[Answered, ...]] = {}
    for row in rows(connection, _AnswerRow, query):
        answered = Answered(_state(row, today), row.basis, a_day(row.answered_on), day(row.until))
        found[row.contact_id] = (*found.get(row.contact_id, ()), answered)
    return found


def ask_meant(connection: sqlite3.Connection, typed: str, today: dt.date) -> Ask:
    """The ask of that number, or the one open ask of the contact of that name."""
    number = number_in(typed)
    if number is not None:
        return ask(connection, number, today)
    person = resolve(connection, typed)
    known = asks(connection, today, contact=person.id, only_open=True)
    if len(known) == 1:
        return known[0]
    if known:
        listed = ", ".join(f"{a.id} ({a.state}, {a.on.isoformat()})" for a in known)
        raise UnknownName(f"{person.name} has {len(known)} open asks: {listed}", "give its number")
    raise UnknownName(
        f"no ask to {person.name} is open", line("see: refcli ask list --contact {}", person)
    )


def targets(connection: sqlite3.Connection) -> tuple[Target, ...]:
    """The targets of the kit, the last used first."""
    found = rows(
        connection,
        Target,
        f"select {columns(Target)} from target where removed_on is null"
        " order by last_used_on is null, last_used_on desc, id",
    )
    return tuple(target._replace(kind=TargetKind(target.kind)) for target in found)


def asks_made_between(
    connection: sqlite3.Connection, first: dt.date, last: dt.date, but: int | None = None
) -> int:
    """How many asks were made, or are planned, from `first` to `last`, `but` left out."""
    return one_number(
        connection,
        "select count(*) from ask where on_date between :first and :last and id is not :but",
        {"first": first.isoformat(), "last": last.isoformat(), "but": but},
    )


def _ask(row: _AskRow, today: dt.date) -> Ask:
    return Ask(
        id=row.id,
        contact=Person(row.contact_id, row.contact_name),
        on=a_day(row.on_date),
        kind=TargetKind(row.kind),
        industry=row.industry,
        looking_for=row.looking_for,
        qualities=row.qualities,
        words=row.words,
        how=Channel(row.channel),
        state=_state(row, today),
        confirm_by=day(row.confirm_by),
        until=day(row.until),
        campaign=row.campaign_name,
        answered_on=day(row.answered_on),
        was_promised=bool(row.was_promised),
        target=row.target_name,
    )


def _state(row: _AskRow | _AnswerRow, today: dt.date) -> AskState:
    return ask_state_on(
        AskState(row.state),
        today,
        on=a_day(row.on_date),
        confirm_by=day(row.confirm_by),
        confirm_skipped=bool(row.confirm_skipped),
        lapse_days=row.lapse_days,
    )
