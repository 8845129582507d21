"""All that is kept about one contact as it happened, newest first."""

import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.timeline import Moment, Told, moment
from refcli.read.rows import a_day, rows


class _Row(NamedTuple):
    on_date: str
    kind: str
    id: int
    direction: str | None
    word: str | None
    text: str | None
    other: str | None
    role: str | None


# Whoever has a part in an introduction besides the contact.
_OTHER = """
    (select group_concat(c.name, ' and ') from contact c where c.id <> :id and (c.id = i.receiver_id
        or c.id in (select p.contact_id from intro_party p where p.intro_id = i.id)))
"""
_MINE = """
    (i.receiver_id = :id or exists (select 1 from intro_party p where p.intro_id = i.id
        and p.contact_id = :id))
"""
_ROLE = """
    case when i.receiver_id = :id then 'receiver' when exists (select 1 from intro_party p
        where p.intro_id = i.id and p.contact_id = :id and p.part = 'source') then 'source'
        else 'prospect' end
"""
_DIRECTION = "case when i.direction = 'received' then 'in' else 'out' end"
# An appointment that was kept is told by its exchange.
# An exchange that an ask, thanks or an introduction was too is told by these alone.
_ALL = f"""
    select i.on_date, 'interaction' as kind, i.id, i.direction, i.channel as word,
        case when i.is_attempt then trim('no exchange; ' || i.text, '; ')
            else i.text end as text, null as other, null as role
        from interaction i join interaction_contact ic on ic.interaction_id = i.id
        where ic.contact_id = :id and i.origin not in ('ask', 'thank', 'intro')
    union all select a.on_date, 'ask', a.id, 'out', a.state, a.words, null, null
        from ask a where a.contact_id = :id and a.state <> 'planned'
    union all select s.on_date, 'answer', s.ask_id, 'in', s.answer, null, null, null
        from ask_step s join ask a on a.id = s.ask_id where a.contact_id = :id
        and s.answer <> 'pending'
    union all select i.on_date, 'intro', i.id, {_DIRECTION}, i.rung, i.need, {_OTHER}, {_ROLE}
        from intro i where {_MINE}
    union all select s.on_date, 'step', s.intro_id, null, s.step, s.note, {_OTHER}, {_ROLE}
        from intro_step s join intro i on i.id = s.intro_id where s.implied = 0 and {_MINE}
    union all select on_date, 'thanks', id, case when given then 'out' else 'in' end,
        coalesce(how, ''), words, null, null from thanks where contact_id = :id
    union all select on_date, 'favor', id, case when given then 'out' else 'in' end,
        coalesce(how, ''), what, null, null from favor where contact_id = :id
    union all select on_date, 'testimonial', id, 'in', '', words, null, null
        from testimonial where contact_id = :id
    union all select coalesce(delivered_on, recorded_on), 'engagement', id, 'out',
        case when delivered_on is null then 'going on' else 'delivered' end
            || coalesce(', rated ' || rating, ''), what, null, null
        from engagement where contact_id = :id
    union all select on_date, step, id, null, coalesce(until, value, ''),
        case step when 'drop' then value when 'job' then 'was ' || value end, null, null
        from contact_step where contact_id = :id
    union all select day, 'date', coalesce(meeting, id), null, coalesce(at_time, ''),
        trim(coalesce(at_time || ' ', '') || coalesce(about, '')), null, null
        from appointment a where contact_id = :id and not exists (select 1 from follow_up f
            where f.appointment_id = a.id and f.closing = 'done')
    union all select recorded_on, 'yearly', id, null, coalesce(year, '-') || '-' || month_day,
        label, null, null from yearly_date where contact_id = :id
    union all select y.on_date, 'wished', d.id, 'out', cast(y.year as text), d.label, null, null
        from yearly_answer y join yearly_date d on d.id = y.date_id
        where d.contact_id = :id and y.answer = 'done'
    order by 1 desc, 2, 3 desc
"""


def timeline(connection: sqlite3.Connection, person: Person) -> tuple[Moment, ...]:
    """Everything with one contact, newest first."""
    return tuple(
        moment(
            Told(
                on=a_day(row.on_date),
                kind=row.kind,
                id=row.id,
                direction=row.direction,
                word=row.word or "",
                text=" ".join((row.text or "").split()),
                other=row.other or "",
                role=row.role or "",
            ),
            person,
        )
        for row in rows(connection, _Row, _ALL, {"id": person.id})
    )
