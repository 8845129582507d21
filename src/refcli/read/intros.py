"""Introductions, and the ID that may be a prospect's name."""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.contacts import ContactStatus, Person
from refcli.domain.intros import (
    Intro,
    IntroDirection,
    IntroState,
    IntroStep,
    Rung,
    SourceThanks,
    ThanksDates,
    ThanksStep,
    intro_may,
    thanks_dates,
)
from refcli.domain.names import number_in
from refcli.errors import UnknownName
from refcli.read.due import WRONGED
from refcli.read.names import resolve
from refcli.read.rows import a_day, columns, day, joined, marks, one_number, one_row, rows


class _IntroRow(NamedTuple):
    id: int
    direction: str
    source_id: int | None
    source_name: str | None
    prospect_id: int
    prospect_name: str
    receiver_id: int | None
    receiver_name: str | None
    on_date: str
    rung: str
    state: str
    ask_id: int | None
    need: str | None
    value_cents: int | None
    made_on: str | None
    is_history: int
    kind: str
    is_stale: int


class _StepRow(NamedTuple):
    intro_id: int
    step: str
    on_date: str
    note: str | None
    implied: int


class _ReceivedRow(NamedTuple):
    intro_id: int
    contact_id: int
    contact_name: str
    on_date: str


_SELECT = """
    select
        i.id, i.direction, i.source_id, s.name as source_name, i.prospect_id,
        p.name as prospect_name, i.receiver_id, r.name as receiver_name, i.on_date, i.rung,
        i.state, i.ask_id, i.need, i.value_cents, i.made_on, i.is_history, i.kind, i.is_stale
    from intro i
    join contact p on p.id = i.prospect_id
    left join contact s on s.id = i.source_id
    left join contact r on r.id = i.receiver_id
"""
_OF_PROSPECT = "select intro_id from intro_party where part = 'prospect' and contact_id = :prospect"


def intro(connection: sqlite3.Connection, intro_id: int) -> Intro:
    """One introduction; raises UnknownName when there is none of that id."""
    row = one_row(connection, _IntroRow, f"{_SELECT} where i.id = :id", {"id": intro_id})
    if row is None:
        raise UnknownName(f"no introduction has the id {intro_id}", "see: refcli intro list")
    return _intros(connection, [row])[0]


_IN = "select intro_id from intro_party where contact_id ="


def intros(
    connection: sqlite3.Connection,
    *,
    direction: IntroDirection | None = None,
    source: int | None = None,
    contact: int | None = None,
    only_open: bool = False,
) -> tuple[Intro, ...]:
    """Introductions, newest first; of one source, or with one contact in any part, if given."""
    conditions = ["1"]
    if direction is not None:
        conditions.append("i.direction = :direction")
    if source is not None:
        conditions.append(f"i.id in ({_IN} :source and part = 'source')")
    if contact is not None:
        given_to = "select id from intro where receiver_id = :contact"
        conditions.append(f"i.id in ({_IN} :contact union {given_to})")
    found = rows(
        connection,
        _IntroRow,
        f"{_SELECT} where {' and '.join(conditions)} order by i.on_date desc, i.id desc",
        {"direction": direction, "source": source, "contact": contact},
    )
    return tuple(i for i in _intros(connection, found) if i.is_open or not only_open)


def intro_meant(
    connection: sqlite3.Connection, typed: str, step: IntroState | None = None
) -> Intro:
    """The introduction of that number, or the prospect's newest in which the step is possible.

    Where the step is possible in none, the newest, which will refuse it.
    """
    number = number_in(typed)
    if number is not None:
        return intro(connection, number)
    person = resolve(connection, typed)
    rows_of_them = rows(
        connection,
        _IntroRow,
        f"{_SELECT} where i.id in ({_OF_PROSPECT}) order by i.on_date desc, i.id desc",
        {"prospect": person.id},
    )
    found = _intros(connection, rows_of_them)
    if not found:
        raise UnknownName(f"{person.name} was not introduced to you", "see: refcli intro list")
    possible = [i for i in found if step is None or intro_may(i.direction, i.state, step)]
    meant = (possible or list(found))[0]
    # Of several the one who was named.
    return meant._replace(prospect=Person(person.id, person.name))


def as_typed(connection: sqlite3.Connection, number: int, prospect: Person) -> Person | int:
    """By what an introduction is meant in a line to type: its prospect, if it is their only one."""
    query = f"select count(*) from ({_OF_PROSPECT})"
    is_only = one_number(connection, query, {"prospect": prospect.id}) == 1
    return prospect if is_only else number


def _intros(connection: sqlite3.Connection, found: Sequence[_IntroRow]) -> tuple[Intro, ...]:
    ids = marks(row.id for row in found)
    steps = _steps(connection, ids)
    given = _thanks_given(connection, ids)
    received = _thanks_received(connection, ids)
    parties = _parties(connection, ids)
    by_source = _thanks_by(connection, ids)
    is_wrong = any(row.state in (IntroState.BAD, IntroState.REPAIRED) for row in found)
    wronged = _wronged(connection, ids) if is_wrong else {}
    return tuple(
        Intro(
            id=row.id,
            direction=IntroDirection(row.direction),
            source=joined(row.source_id, row.source_name),
            prospect=wronged.get(row.id)
            or _first_there(row, parties.get((row.id, "prospect"), ())),
            receiver=joined(row.receiver_id, row.receiver_name),
            on=a_day(row.on_date),
            rung=Rung(row.rung),
            state=IntroState(row.state),
            ask=row.ask_id,
            need=row.need,
            value_cents=row.value_cents,
            thanks=thanks_dates(given.get(row.id, ()), steps.get(row.id, ())),
            thanks_received=received.get(row.id, ()),
            steps=steps.get(row.id, ()),
            made_on=day(row.made_on),
            is_history=bool(row.is_history),
            kind=row.kind,
            sources=tuple(p.person for p in parties.get((row.id, "source"), ())),
            prospects=tuple(p.person for p in parties.get((row.id, "prospect"), ())),
            asks=tuple(
                p.ask_id for p in parties.get((row.id, "source"), ()) if p.ask_id is not None
            ),
            thanks_by=tuple(
                SourceThanks(
                    party.person,
                    a_day(party.on_date),
                    ThanksDates(*(by_source.get((row.id, party.id, s)) for s in ThanksStep)),
                )
                for party in parties.get((row.id, "source"), ())
            ),
            is_stale=bool(row.is_stale),
        )
        for row in found
    )


class _PartyRow(NamedTuple):
    intro_id: int
    part: str
    id: int
    name: str
    on_date: str
    ask_id: int | None
    status: str

    @property
    def person(self) -> Person:
        return Person(self.id, self.name)


def _first_there(row: _IntroRow, prospects: Sequence[_PartyRow]) -> Person:
    """Whom it is about: of several prospects the first who is not dropped."""
    there = (p.person for p in prospects if p.status != ContactStatus.DROPPED)
    return next(there, Person(row.prospect_id, row.prospect_name))


def _wronged(connection: sqlite3.Connection, ids: str) -> dict[int, Person]:
    """By what went wrong and has not gone on since, the prospect to whom an apology was owed."""
    query = (
        f"select i.id, c.id, c.name from intro i join contact c on c.id = ({WRONGED})"
        f" where i.state in ('bad', 'repaired') and i.id in ({ids})"
    )
    return {intro_id: Person(*person) for intro_id, *person in connection.execute(query).fetchall()}


def _parties(
    connection: sqlite3.Connection, ids: str
) -> dict[tuple[int, str], tuple[_PartyRow, ...]]:
    """The sources and prospects of each introduction, in the order in which they came in."""
    found: dict[tuple[int, str], tuple[_PartyRow, ...]] = {}
    for row in rows(
        connection,
        _PartyRow,
        "select p.intro_id, p.part, c.id, c.name, p.on_date, p.ask_id, c.status"
        " from intro_party p"
        f" join contact c on c.id = p.contact_id where p.intro_id in ({ids}) order by p.id",
    ):
        key = (row.intro_id, row.part)
        found[key] = (*found.get(key, ()), row)
    return found


def _thanks_by(connection: sqlite3.Connection, ids: str) -> dict[tuple[int, int, str], dt.date]:
    """When each source was thanked for each moment."""
    return {
        (intro_id, contact, step): a_day(on)
        for intro_id, contact, step, on in connection.execute(
            "select intro_id, contact_id, step, min(on_date) from thanked"
            f" where intro_id in ({ids}) group by intro_id, contact_id, step"
        ).fetchall()
    }


def _steps(connection: sqlite3.Connection, ids: str) -> dict[int, tuple[IntroStep, ...]]:
    found: dict[int, tuple[IntroStep, ...]] = {}
    query = (
        f"select {columns(_StepRow)} from intro_step where intro_id in ({ids})"
        " order by on_date, implied desc, id"
    )
    for row in rows(connection, _StepRow, query):
        entry = IntroStep(IntroState(row.step), a_day(row.on_date), row.note, bool(row.implied))
        found[row.intro_id] = (*found.get(row.intro_id, ()), entry)
    return found


def _thanks_given(
    connection: sqlite3.Connection, ids: str
) -> dict[int, tuple[tuple[ThanksStep, dt.date], ...]]:
    """The day on which the last source was thanked for each moment; none while one is not."""
    found: dict[int, tuple[tuple[ThanksStep, dt.date], ...]] = {}
    for intro_id, step, on in connection.execute(
        f"""
        select t.intro_id, t.step, max(t.on_date) from thanked t
        where t.intro_id in ({ids}) group by t.intro_id, t.step
        having count(distinct t.contact_id) = (select count(*) from intro_party p
            where p.intro_id = t.intro_id and p.part = 'source')
        """
    ).fetchall():
        found[intro_id] = (*found.get(intro_id, ()), (ThanksStep(step), a_day(on)))
    return found


def _thanks_received(
    connection: sqlite3.Connection, ids: str
) -> dict[int, tuple[tuple[Person, dt.date], ...]]:
    found: dict[int, tuple[tuple[Person, dt.date], ...]] = {}
    for row in rows(
        connection,
        _ReceivedRow,
        "select t.intro_id, c.id as contact_id, c.name as contact_name, t.on_date from thanks t"
        " join contact c on c.id = t.contact_id"
        f" where t.given = 0 and t.intro_id in ({ids}) order by t.on_date, t.id",
    ):
        entry = (Person(row.contact_id, row.contact_name), a_day(row.on_date))
        found[row.intro_id] = (*found.get(row.intro_id, ()), entry)
    return found
