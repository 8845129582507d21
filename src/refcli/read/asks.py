"""Asks, and the ID that may be a name."""

import datetime as dt
import sqlite3

from refcli.domain.asks import Answered, Ask, AskState, Target, TargetKind, ask_state_on
from refcli.domain.contacts import Person
from refcli.domain.interactions import Channel
from refcli.domain.names import number_in
from refcli.domain.typed import typed as line
from refcli.errors import UnknownName
from refcli.read.names import resolve
from refcli.read.rows import a_day, day

_CONFIRM_SKIPPED = """
    coalesce((
        select f.closing = 'skipped' from follow_up f
        where f.ask_id = a.id and f.kind = 'confirm' and f.intro_id is null
        order by f.id desc limit 1), 0)
"""
_SELECT = """
    select
        a.id, a.contact_id, c.name, a.on_date, a.kind, a.industry, a.looking_for, a.qualities,
        a.words, a.channel, a.state, a.confirm_by, a.until, k.name, t.name,
        {confirm_skipped}, a.answered_on,
        exists (select 1 from follow_up f where f.ask_id = a.id and f.rule = 'ask-promised')
    from ask a
    join contact c on c.id = a.contact_id
    left join campaign k on k.id = a.campaign_id
    left join target t on t.id = a.target_id
""".replace("{confirm_skipped}", _CONFIRM_SKIPPED)


def ask(connection: sqlite3.Connection, ask_id: int, today: dt.date) -> Ask:
    """One ask; raises UnknownName when there is none of that id."""
    row = connection.execute(f"{_SELECT} where a.id = :id", {"id": ask_id}).fetchone()
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
    rows = connection.execute(
        f"{_SELECT}{only} order by a.on_date desc, a.id desc", {"contact": contact}
    ).fetchall()
    found = tuple(_ask(row, today) for row in rows)
    wanted = (AskState.PLANNED, AskState.PENDING, AskState.PROMISED)
    return tuple(a for a in found if not only_open or a.state in wanted)


def ask_states(
    connection: sqlite3.Connection, marks: str | None, today: dt.date
) -> dict[int, tuple[Answered, ...]]:
    """How the asks to contacts stand, by contact id in their order; all contacts without marks."""
    only = "" if marks is None else f" where a.contact_id in ({marks})"
    found: dict[int, tuple[Answered, ...]] = {}
    for row in connection.execute(
        f"""
        select a.contact_id, a.state, a.on_date, a.confirm_by, a.until,
            coalesce(a.answered_on, a.on_date), c.basis, {_CONFIRM_SKIPPED}
        from ask a join contact c on c.id = a.contact_id {only} order by a.on_date, a.id
        """
    ).fetchall():
        state = ask_state_on(
            AskState(row[1]),
            today,
            on=a_day(row[2]),
            confirm_by=day(row[3]),
            confirm_skipped=bool(row[7]),
        )
        answered = Answered(state, row[6], a_day(row[5]), day(row[4]))
        found[row[0]] = (*found.get(row[0], ()), answered)
    return found


def ask_meant(connection: sqlite3.Connection, typed: str, today: dt.date) -> Ask:
    """The ask of that number, or the one open ask of the contact of that name."""
    number = number_in(typed)
    if number is not None:
        return ask(connection, number, today)
    person = resolve(connection, typed)
    found = asks(connection, today, contact=person.id, only_open=True)
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{a.id} ({a.state}, {a.on.isoformat()})" for a in found)
        raise UnknownName(f"{person.name} has {len(found)} open asks: {listed}", "give its number")
    raise UnknownName(
        f"no ask to {person.name} is open", line("see: refcli ask list --contact {}", person)
    )


def targets(connection: sqlite3.Connection) -> tuple[Target, ...]:
    """The targets of the kit, the last used first."""
    rows = connection.execute(
        "select id, name, kind, industry, looking_for, qualities, listen_for, unwanted"
        " from target where removed_on is null"
        " order by last_used_on is null, last_used_on desc, id"
    ).fetchall()
    return tuple(
        Target(row[0], row[1], TargetKind(row[2]), row[3], row[4], row[5], row[6], row[7])
        for row in rows
    )


def asks_made_between(
    connection: sqlite3.Connection, first: dt.date, last: dt.date, but: int | None = None
) -> int:
    """How many asks were made, or are planned, from `first` to `last`, `but` left out."""
    row = connection.execute(
        "select count(*) from ask where on_date between :first and :last and id is not :but",
        {"first": first.isoformat(), "last": last.isoformat(), "but": but},
    ).fetchone()
    return int(row[0])


def running_campaign(connection: sqlite3.Connection, day: dt.date) -> tuple[int, str] | None:
    """The (id, name) of the campaign that runs on a day."""
    row = connection.execute(
        "select id, name from campaign where begins_on <= :day and until >= :day"
        " and (ended_on is null or ended_on > :day) order by id desc limit 1",
        {"day": day.isoformat()},
    ).fetchone()
    return None if row is None else (row[0], row[1])


def campaign_target(connection: sqlite3.Connection, day: dt.date) -> int | None:
    """The target asked for last in the campaign that runs on a day."""
    running = running_campaign(connection, day)
    if running is None:
        return None
    row = connection.execute(
        "select target_id from ask where campaign_id = :campaign and target_id is not null"
        " order by on_date desc, id desc limit 1",
        {"campaign": running[0]},
    ).fetchone()
    return None if row is None else int(row[0])


def _ask(row: tuple, today: dt.date) -> Ask:  # type: ignore[type-arg]
    return Ask(
        id=row[0],
        contact=Person(row[1], row[2]),
        on=a_day(row[3]),
        kind=TargetKind(row[4]),
        industry=row[5],
        looking_for=row[6],
        qualities=row[7],
        words=row[8],
        how=Channel(row[9]),
        state=ask_state_on(
            AskState(row[10]),
            today,
            on=a_day(row[3]),
            confirm_by=day(row[11]),
            confirm_skipped=bool(row[15]),
        ),
        confirm_by=day(row[11]),
        until=day(row[12]),
        campaign=row[13],
        answered_on=day(row[16]),
        was_promised=bool(row[17]),
        target=row[14],
    )
