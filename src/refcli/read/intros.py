"""Introductions, and the ID that may be a prospect's name."""

import datetime as dt
import sqlite3

from refcli.domain.contacts import Person
from refcli.domain.intros import (
    Intro,
    IntroDirection,
    IntroState,
    IntroStep,
    Rung,
    ThanksStep,
    thanks_dates,
)
from refcli.domain.lifecycle import intro_may
from refcli.domain.names import number_in
from refcli.errors import UnknownName
from refcli.read.names import resolve
from refcli.read.rows import a_day, day

_SELECT = """
    select
        i.id, i.direction, i.source_id, s.name, i.prospect_id, p.name, i.receiver_id, r.name,
        i.on_date, i.rung, i.state, i.ask_id, i.need, i.value_cents,
        i.made_on, i.is_history
    from intro i
    join contact p on p.id = i.prospect_id
    left join contact s on s.id = i.source_id
    left join contact r on r.id = i.receiver_id
"""


def intro(connection: sqlite3.Connection, intro_id: int) -> Intro:
    """One introduction; raises UnknownName when there is none of that id."""
    row = connection.execute(f"{_SELECT} where i.id = :id", {"id": intro_id}).fetchone()
    if row is None:
        raise UnknownName(f"no introduction has the id {intro_id}", "see: refcli intro list")
    return _intros(connection, [row])[0]


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
        conditions.append("i.source_id = :source")
    if contact is not None:
        columns = ("source_id", "prospect_id", "receiver_id")
        conditions.append(f"({' or '.join(f'i.{name} = :contact' for name in columns)})")
    rows = connection.execute(
        f"{_SELECT} where {' and '.join(conditions)} order by i.on_date desc, i.id desc",
        {"direction": direction, "source": source, "contact": contact},
    ).fetchall()
    found = _intros(connection, rows)
    return tuple(i for i in found if i.is_open or not only_open)


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
    rows = connection.execute(
        f"{_SELECT} where i.prospect_id = :prospect order by i.on_date desc, i.id desc",
        {"prospect": person.id},
    ).fetchall()
    found = _intros(connection, rows)
    if not found:
        raise UnknownName(f"{person.name} was not introduced to you", "see: refcli intro list")
    possible = [i for i in found if step is None or intro_may(i.direction, i.state, step)]
    return (possible or list(found))[0]


def _intros(
    connection: sqlite3.Connection,
    rows: list[tuple],  # type: ignore[type-arg]
) -> tuple[Intro, ...]:
    marks = ",".join(str(row[0]) for row in rows) or "null"
    steps = _steps(connection, marks)
    given = _thanks_given(connection, marks)
    received = _thanks_received(connection, marks)
    return tuple(
        Intro(
            id=row[0],
            direction=IntroDirection(row[1]),
            source=None if row[2] is None else Person(row[2], row[3]),
            prospect=Person(row[4], row[5]),
            receiver=None if row[6] is None else Person(row[6], row[7]),
            on=a_day(row[8]),
            rung=Rung(row[9]),
            state=IntroState(row[10]),
            ask=row[11],
            need=row[12],
            value_cents=row[13],
            thanks=thanks_dates(given.get(row[0], ()), steps.get(row[0], ())),
            thanks_received=received.get(row[0], ()),
            steps=steps.get(row[0], ()),
            made_on=day(row[14]),
            is_history=bool(row[15]),
        )
        for row in rows
    )


def _steps(connection: sqlite3.Connection, marks: str) -> dict[int, tuple[IntroStep, ...]]:
    found: dict[int, tuple[IntroStep, ...]] = {}
    for intro_id, step, on, note, implied in connection.execute(
        "select intro_id, step, on_date, note, implied from intro_step"
        f" where intro_id in ({marks}) order by id"
    ).fetchall():
        entry = IntroStep(IntroState(step), a_day(on), note, bool(implied))
        found[intro_id] = (*found.get(intro_id, ()), entry)
    return found


def _thanks_given(
    connection: sqlite3.Connection, marks: str
) -> dict[int, tuple[tuple[ThanksStep, dt.date], ...]]:
    """Thanks for the introduction itself, and those for the promise that led to it."""
    found: dict[int, tuple] = {}  # type: ignore[type-arg]
    for intro_id, step, on in connection.execute(
        f"""
        select t.intro_id, coalesce(t.step, 'made'), t.on_date from thanks t
        where t.given = 1 and t.intro_id in ({marks})
        union all
        select i.id, 'made', t.on_date from thanks t join intro i on i.ask_id = t.ask_id
        where t.given = 1 and t.intro_id is null and i.id in ({marks}) and i.made_on is not null
        """
    ).fetchall():
        found[intro_id] = (*found.get(intro_id, ()), (ThanksStep(step), a_day(on)))
    return found


def _thanks_received(
    connection: sqlite3.Connection, marks: str
) -> dict[int, tuple[tuple[Person, dt.date], ...]]:
    found: dict[int, tuple] = {}  # type: ignore[type-arg]
    for intro_id, contact, name, on in connection.execute(
        "select t.intro_id, c.id, c.name, t.on_date from thanks t"
        " join contact c on c.id = t.contact_id"
        f" where t.given = 0 and t.intro_id in ({marks}) order by t.on_date, t.id"
    ).fetchall():
        found[intro_id] = (*found.get(intro_id, ()), (Person(contact, name), a_day(on)))
    return found
