"""Follow-ups, open and closed. Imports nothing heavy, since the quick lane uses it."""

import sqlite3
from collections import namedtuple

from refcli.domain.due import DueItem, in_order, meeting_words, sentence
from refcli.domain.kinds import default_weights

# As typing.TYPE_CHECKING, which the quick lane does without.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from refcli.domain.obligations.replay import FollowUp

# The columns of a follow-up that follow from the facts, in the order of `values_of`.
COLUMNS = (
    *("kind", "contact_id", "due_on", "action", "rule", "ask_id", "intro_id", "engagement_id"),
    *("custom_id", "appointment_id", "round", "tries", "opened_on", "snoozes", "closed_on"),
    *("closing", "note"),
)
_ORIGINS = tuple(
    name.removesuffix("_id") for name in COLUMNS if name.endswith("_id") and name != "contact_id"
)
# No NamedTuple: that would import typing, which the quick lane does without.
_Row = namedtuple(  # noqa: PYI024
    "_Row",
    "id kind contact_id contact_name due_on action rule ask_id intro_id engagement_id round tries"
    " closed_on closing note other_id other_name prospects repeats time until place about"
    " appointment together reach_at",
)
# With whom of the prospects of an introduction `i` it went wrong: the last who was owed words.
WRONGED = """
    select w.contact_id from follow_up w join intro_party q
        on q.intro_id = w.intro_id and q.contact_id = w.contact_id and q.part = 'prospect'
        where w.intro_id = i.id and w.kind = 'repair' order by w.id desc limit 1
"""
_SELECT = f"""
    select
        f.id, f.kind, f.contact_id, c.name as contact_name, f.due_on, f.action, f.rule,
        coalesce(f.ask_id, i.ask_id) as ask_id,
        f.intro_id, f.engagement_id, f.round, f.tries, f.closed_on, f.closing, f.note,
        case when y.id is not null or f.kind = 'reach' then coalesce(s.id, r.id) else p.id end
            as other_id,
        case when y.id is not null or f.kind = 'reach' then coalesce(s.name, r.name) else p.name end
            as other_name,
        case when y.id is not null or f.kind = 'reach' then null else (
            select group_concat(o.id || ' ' || z.id || ' ' || z.name, char(10))
                from intro_party o join contact z on z.id = o.contact_id
                where o.intro_id = i.id and o.part = 'prospect' and (z.status <> 'dropped'
                    -- With whom it went wrong it is put right, also when they are dropped since.
                    or f.rule in ('intro-bad', 'intro-repaired') and z.id = ({WRONGED}))
            ) end as prospects,
        u.every as repeats,
        -- What was tried comes again on another day, for which no hour and no place is agreed.
        coalesce(u.at_time, case when a.day = f.due_on then a.at_time end) as time,
        case when a.day = f.due_on then a.until_time end as until,
        case when a.day = f.due_on then a.place end as place,
        a.about, coalesce(a.meeting, a.id) as appointment,
        case when a.id is null then null else (
            select group_concat(o.id || ' ' || o.name, char(10)) from appointment b
                join contact o on o.id = b.contact_id
                where b.meeting = a.meeting and b.contact_id <> f.contact_id) end as together,
        case when f.kind = 'reach' then coalesce(
            (select phone from contact_phone t where t.contact_id = c.id order by t.id limit 1),
            (select email from contact_email e where e.contact_id = c.id order by e.id limit 1),
            '') else '' end as reach_at
    from follow_up f
    join contact c on c.id = f.contact_id
    left join intro i on i.id = f.intro_id
    left join custom u on u.id = f.custom_id
    left join appointment a on a.id = f.appointment_id
    left join intro_party y
        on y.intro_id = i.id and y.part = 'prospect' and y.contact_id = f.contact_id
    left join contact p on p.id = i.prospect_id
    left join contact s on s.id = i.source_id
    left join contact r on r.id = i.receiver_id
"""


# Who meet together stand in one line, that of whoever was named first and is still to be met.
_ONE_LINE = """
    and (a.meeting is null or not exists (
        select 1 from appointment b join follow_up g on g.appointment_id = b.id
        where b.meeting = a.meeting and b.id < a.id and g.closed_on is null))
"""


def due_items(
    connection: sqlite3.Connection, today: str, until: str, contact: int | None = None
) -> list[DueItem]:
    """Open follow-ups due up to `until` (ISO dates), most urgent first, contacts together."""
    only = _ONE_LINE if contact is None else " and f.contact_id = :contact"
    where = f"where f.closed_on is null and f.due_on <= :until{only}"
    weights = stored_weights(connection)
    found = _items(connection, where, {"until": until, "contact": contact}, today, weights)
    return in_order(found + _dates(connection, today, until, weights, contact))


def next_due(connection: sqlite3.Connection, after: str, contact: int | None = None) -> str | None:
    """The first day after `after` on which something is due, of one contact if given."""
    only = "" if contact is None else " and contact_id = :contact"
    (found,) = connection.execute(
        f"select min(due_on) from follow_up where closed_on is null and due_on > :after{only}",
        {"after": after, "contact": contact},
    ).fetchone()
    if not _has_dates(connection):
        return None if found is None else str(found)
    from refcli.read.yearly import next_date_due

    days = [day for day in (found, next_date_due(connection, after, contact)) if day is not None]
    return min(days, default=None)


def _has_dates(connection: sqlite3.Connection) -> bool:
    """Whether there are yearly dates at all; many a store has none, and loads nothing for them."""
    return bool(*connection.execute("select exists (select 1 from yearly_due)").fetchone())


def _dates(
    connection: sqlite3.Connection,
    today: str,
    until: str,
    weights: dict[str, int],
    contact: int | None,
) -> list[DueItem]:
    if not _has_dates(connection):
        return []
    from refcli.read.yearly import due_dates

    return due_dates(connection, today, until, weights, contact)


def items_by_id(connection: sqlite3.Connection, ids: list[int], today: str) -> list[DueItem]:
    """Follow-ups by id, in the given order; unknown ids are left out."""
    marks = ",".join(str(int(i)) for i in ids) or "null"
    weights = stored_weights(connection)
    found = {i.id: i for i in _items(connection, f"where f.id in ({marks})", {}, today, weights)}
    for number in [number for number in ids if number not in found]:
        from refcli.read.yearly import date_item

        date = date_item(connection, number, today, weights)
        found |= {} if date is None else {number: date}
    return [found[i] for i in ids if i in found]


def all_open(
    connection: sqlite3.Connection,
    today: str,
    *,
    contact: int | None = None,
    intro: int | None = None,
    ask: int | None = None,
) -> list[DueItem]:
    """Every open follow-up, or those of one contact, introduction or ask, soonest first.

    A yearly date is open while it is shown.
    """
    only = "" if contact is None else " and f.contact_id = :contact"
    if intro is not None or ask is not None:
        only = " and (f.intro_id = :intro or f.ask_id = :ask)"
    where = f"where f.closed_on is null{only} order by f.due_on, f.id"
    weights = stored_weights(connection)
    values: dict[str, str | int | None] = {"intro": intro, "ask": ask, "contact": contact}
    found = _items(connection, where, values, today, weights)
    if intro is not None or ask is not None:
        return found
    dates = _dates(connection, today, today, weights, contact)
    return sorted(found + dates, key=lambda item: (item.due, item.id)) if dates else found


def closed_items(connection: sqlite3.Connection, today: str) -> list[DueItem]:
    """Closed follow-ups, newest first."""
    where = "where f.closed_on is not null order by f.closed_on desc, f.id desc"
    return _items(connection, where, {}, today, stored_weights(connection))


def would_be_item(
    connection: sqlite3.Connection, number: int, follow_up: "FollowUp", today: str
) -> DueItem:
    """A follow-up that is no row, or not as its row has it, as `due` would show it."""
    values = dict(zip(COLUMNS, values_of(follow_up), strict=True)) | {"id": number}
    # A table expression hides the table of its name: the query for rows reads this one instead.
    names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    row = f"with follow_up({names}) as (values ({marks}))"
    columns = connection.execute(f"{row} {_SELECT}", values).fetchone()
    return _item(_Row._make(columns), today, stored_weights(connection))


def stored_weights(connection: sqlite3.Connection) -> dict[str, int]:
    """The urgency weights in force."""
    rows = connection.execute(
        "select name, value from setting where name >= 'weight.' and name < 'weight/'"
    ).fetchall()
    changed = {name.removeprefix("weight."): int(value) for name, value in rows}
    return default_weights() | changed


def _items(
    connection: sqlite3.Connection,
    where: str,
    values: dict[str, str | int | None],
    today: str,
    weights: dict[str, int],
) -> list[DueItem]:
    found = connection.execute(f"{_SELECT} {where}", values).fetchall()
    return [_item(_Row._make(columns), today, weights) for columns in found]


def _prospects(told: str | None) -> list[tuple[int, str]]:
    """Id and name of each prospect, in the order in which they were named."""
    lines = [line.split(" ", 2) for line in (told or "").split("\n") if line]
    return [(int(number), name) for _, number, name in sorted(lines, key=lambda x: int(x[0]))]


def _item(row: _Row, today: str, weights: dict[str, int]) -> DueItem:
    is_custom = row.kind == "custom"
    # Of several prospects all who are there; where nobody is, the first.
    others = _prospects(row.prospects)
    others = others or ([] if row.other_id is None else [(row.other_id, row.other_name)])
    names = [name for _, name in others]
    action = row.action if is_custom else sentence(row.action, row.contact_name, names)
    if row.appointment is not None:
        together = [line.split(" ", 1) for line in (row.together or "").split("\n") if line]
        others = [(int(number), name) for number, name in together]
        names = [row.contact_name, *(name for _, name in others)]
        action = meeting_words(names, row.time, row.place, row.about)
    return DueItem(
        id=row.id,
        kind=row.kind,
        contact_id=row.contact_id,
        contact_name=row.contact_name,
        due=row.due_on,
        action=action,
        rule=row.rule,
        ask=row.ask_id,
        intro=row.intro_id,
        engagement=row.engagement_id,
        round=row.round,
        tries=row.tries,
        others=tuple(others),
        repeats=row.repeats,
        time=row.time,
        until=row.until,
        place=row.place,
        appointment=row.appointment,
        closed_on=row.closed_on,
        closing=row.closing,
        note=row.note,
        reach_at=row.reach_at,
        today=today,
        weights=weights,
    )


def values_of(follow_up: "FollowUp") -> tuple[object, ...]:
    """A follow-up as its row has it."""
    kind, number = follow_up.origin
    closed = follow_up.closed_on
    return (
        str(follow_up.kind),
        follow_up.contact,
        follow_up.due.isoformat(),
        follow_up.action,
        follow_up.rule,
        *(number if kind == origin else None for origin in _ORIGINS),
        follow_up.round,
        follow_up.tries,
        follow_up.opened_on.isoformat(),
        follow_up.snoozes,
        None if closed is None else closed.isoformat(),
        None if follow_up.closing is None else str(follow_up.closing),
        follow_up.note,
    )


def stored_follow_ups(
    connection: sqlite3.Connection, contact: int
) -> dict[str, tuple[int, tuple[object, ...]]]:
    """By key, the number and the values of each follow-up about a contact."""
    query = f"select id, key, {', '.join(COLUMNS)} from follow_up where contact_id = ?"
    return {
        key: (number, tuple(values))
        for number, key, *values in connection.execute(query, (contact,)).fetchall()
    }
