"""Follow-ups, open and closed. Imports nothing heavy, since the quick lane uses it."""

import sqlite3

from refcli.domain.due import DueItem, in_order, sentence
from refcli.domain.urgency import WEIGHTS

_SELECT = """
    select
        f.id, f.kind, f.contact_id, c.name, f.due_on, f.action, f.rule, f.ask_id, f.intro_id,
        f.engagement_id, f.round, f.closed_on, f.closing, f.note,
        case when i.prospect_id = f.contact_id then coalesce(s.name, r.name) else p.name end,
        case when f.kind = 'reach' then coalesce(
            (select phone from contact_phone t where t.contact_id = c.id order by t.id limit 1),
            (select email from contact_email e where e.contact_id = c.id order by e.id limit 1),
            '') else '' end
    from follow_up f
    join contact c on c.id = f.contact_id
    left join intro i on i.id = f.intro_id
    left join contact p on p.id = i.prospect_id
    left join contact s on s.id = i.source_id
    left join contact r on r.id = i.receiver_id
"""


def due_items(
    connection: sqlite3.Connection, today: str, until: str, contact: int | None = None
) -> list[DueItem]:
    """Open follow-ups due up to `until` (ISO dates), most urgent first, contacts together."""
    only = " and f.contact_id = :contact" if contact is not None else ""
    rows = connection.execute(
        f"{_SELECT} where f.closed_on is null and f.due_on <= :until{only}",
        {"until": until, "contact": contact},
    ).fetchall()
    weights = stored_weights(connection)
    return in_order([_item(row, today, weights) for row in rows])


def next_due(connection: sqlite3.Connection, after: str) -> str | None:
    """The first day after `after` on which something is due."""
    row = connection.execute(
        "select min(due_on) from follow_up where closed_on is null and due_on > :after",
        {"after": after},
    ).fetchone()
    return row[0] if row[0] is None else str(row[0])


def items_by_id(connection: sqlite3.Connection, ids: list[int], today: str) -> list[DueItem]:
    """Follow-ups by id, in the given order; unknown ids are left out."""
    marks = ",".join(str(int(i)) for i in ids) or "null"
    rows = connection.execute(f"{_SELECT} where f.id in ({marks})").fetchall()
    weights = stored_weights(connection)
    found = {row[0]: _item(row, today, weights) for row in rows}
    return [found[i] for i in ids if i in found]


def all_open(
    connection: sqlite3.Connection,
    today: str,
    *,
    contact: int | None = None,
    intro: int | None = None,
    ask: int | None = None,
) -> list[DueItem]:
    """Every open follow-up, or those of one contact, introduction or ask, soonest first."""
    only = "" if contact is None else " and f.contact_id = :contact"
    if intro is not None or ask is not None:
        only = " and (f.intro_id = :intro or f.ask_id = :ask)"
    rows = connection.execute(
        f"{_SELECT} where f.closed_on is null{only} order by f.due_on, f.id",
        {"intro": intro, "ask": ask, "contact": contact},
    ).fetchall()
    weights = stored_weights(connection)
    return [_item(row, today, weights) for row in rows]


def closed_items(connection: sqlite3.Connection, today: str) -> list[DueItem]:
    """Closed follow-ups, newest first."""
    rows = connection.execute(
        f"{_SELECT} where f.closed_on is not null order by f.closed_on desc, f.id desc"
    ).fetchall()
    weights = stored_weights(connection)
    return [_item(row, today, weights) for row in rows]


def stored_weights(connection: sqlite3.Connection) -> dict[str, int]:
    """The urgency weights in force."""
    rows = connection.execute(
        "select name, value from setting where name >= 'weight.' and name < 'weight/'"
    ).fetchall()
    changed = {name.removeprefix("weight."): int(value) for name, value in rows}
    return {kind: changed.get(kind, weight) for kind, weight in WEIGHTS.items()}


def _item(row: tuple, today: str, weights: dict[str, int]) -> DueItem:  # type: ignore[type-arg]
    return DueItem(
        id=row[0],
        kind=row[1],
        contact_id=row[2],
        contact_name=row[3],
        due=row[4],
        action=row[5] if row[1] == "custom" else sentence(row[5], row[3], row[14]),
        rule=row[6],
        ask=row[7],
        intro=row[8],
        engagement=row[9],
        round=row[10],
        closed_on=row[11],
        closing=row[12],
        note=row[13],
        reach_at=row[15],
        today=today,
        weights=weights,
    )
