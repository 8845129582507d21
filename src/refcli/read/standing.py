"""What the gates need to know about a contact."""

import datetime as dt
import sqlite3
from dataclasses import fields

from refcli.domain.asks import OPEN_STATES
from refcli.domain.readiness import GateNumbers, Standing
from refcli.domain.settings import Settings
from refcli.read.asks import asks
from refcli.read.contacts import contact
from refcli.read.rows import day


def gate_numbers(settings: Settings) -> GateNumbers:
    """The numbers of the gates that are in force."""
    names = (field.name for field in fields(GateNumbers))
    return GateNumbers(**{n: settings.number(f"gate.{n.replace('_', '-')}") for n in names})


def standing(
    connection: sqlite3.Connection, contact_id: int, today: dt.date, settings: Settings
) -> Standing:
    """The contact's standing with me today; raises UnknownName when there is none of that id."""
    who = contact(connection, contact_id, today)
    numbers = gate_numbers(settings)
    made = asks(connection, today, contact=contact_id)
    intros_from, last_made = _intros_from(connection, contact_id)
    given, came_back, favors = _gifts(connection, contact_id, today, numbers.taker_days)
    deliveries, engagements = _work(connection, contact_id)
    answered = _answers(connection, contact_id)
    return Standing(
        name=who.name,
        basis=who.basis,
        status=who.status,
        status_until=who.status_until,
        rapport=who.rapport,
        last_interaction=who.last_interaction,
        client_since=who.since if who.basis == "client" else None,
        deliveries=deliveries,
        engagements=engagements,
        poor_work_open=_poor_work_open(connection, contact_id, numbers.poor_rating),
        thanks_due=_thanks_due(connection, contact_id),
        has_open_ask=any(a.state in OPEN_STATES for a in made),
        last_intro_made=last_made,
        last_no=answered.get("declined", (None, None))[0],
        later_on=answered.get("later", (None, None))[0],
        later_until=answered.get("later", (None, None))[1],
        in_bad_intro=_in_bad_intro(connection, contact_id),
        given=given,
        came_back=came_back,
        intros_from=intros_from,
        favors_for=favors,
    )


def _intros_from(connection: sqlite3.Connection, contact_id: int) -> tuple[int, dt.date | None]:
    row = connection.execute(
        "select count(*), max(made_on) from intro where source_id = :id", {"id": contact_id}
    ).fetchone()
    return row[0], day(row[1])


def _gifts(
    connection: sqlite3.Connection, contact_id: int, today: dt.date, recent_days: int
) -> tuple[int, int, int]:
    """Gifts to them and what came back, in two years and since they were forgiven; all favors."""
    row = connection.execute(
        """
        with since as (
            select max(:recent, coalesce(forgiven_on, '')) as day from contact where id = :id
        )
        select
            (select count(*) from favor, since
                where contact_id = :id and given = 1 and on_date >= day)
            + (select count(*) from intro, since
                where receiver_id = :id and made_on >= day),
            (select count(*) from favor, since
                where contact_id = :id and given = 0 and on_date >= day)
            + (select count(*) from intro, since where source_id = :id and on_date >= day)
            + (select count(*) from testimonial, since
                where contact_id = :id and on_date >= day),
            (select count(*) from favor where contact_id = :id and given = 1)
        """,
        {"id": contact_id, "recent": (today - dt.timedelta(days=recent_days)).isoformat()},
    ).fetchone()
    return row[0], row[1], row[2]


def _work(
    connection: sqlite3.Connection, contact_id: int
) -> tuple[tuple[tuple[dt.date, int | None], ...], int]:
    rows = connection.execute(
        "select delivered_on, rating from engagement where contact_id = :id"
        " order by delivered_on, id",
        {"id": contact_id},
    ).fetchall()
    delivered = tuple((dt.date.fromisoformat(on), rating) for on, rating in rows if on)
    return delivered, len(rows)


def _poor_work_open(connection: sqlite3.Connection, contact_id: int, poor: int) -> bool:
    row = connection.execute(
        """
        select e.rating <= :poor and exists (
            select 1 from follow_up f where f.engagement_id = e.id and f.kind = 'repair'
            and f.closed_on is null)
        from engagement e where e.contact_id = :id and e.rating is not null
        order by e.delivered_on desc, e.id desc limit 1
        """,
        {"id": contact_id, "poor": poor},
    ).fetchone()
    return bool(row and row[0])


def _thanks_due(connection: sqlite3.Connection, contact_id: int) -> dt.date | None:
    row = connection.execute(
        "select min(due_on) from follow_up where contact_id = :id and closed_on is null"
        " and kind in ('thank', 'outcome')",
        {"id": contact_id},
    ).fetchone()
    return day(row[0])


def _answers(
    connection: sqlite3.Connection, contact_id: int
) -> dict[str, tuple[dt.date | None, dt.date | None]]:
    """The newest no and the newest "later" that no ask has overtaken: (answered on, until)."""
    rows = connection.execute(
        "select state, coalesce(answered_on, on_date), until from ask"
        " where contact_id = :id and state in ('declined', 'later')"
        " order by coalesce(answered_on, on_date), id",
        {"id": contact_id},
    ).fetchall()
    return {state: (day(on), day(until)) for state, on, until in rows}


def _in_bad_intro(connection: sqlite3.Connection, contact_id: int) -> bool:
    row = connection.execute(
        "select exists (select 1 from intro where state = 'bad'"
        " and :id in (source_id, prospect_id, receiver_id))",
        {"id": contact_id},
    ).fetchone()
    return bool(row[0])
