"""Everything that the review's figures are made of, in a fixed number of queries."""

import datetime as dt
import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Basis, ContactStatus, Person, Tier, status_on
from refcli.domain.review.gestures import gesture_of
from refcli.domain.review.practice import Acquaintance, Gesture, Overdue, Practice
from refcli.domain.settings import Settings
from refcli.domain.thanks import ThanksHow
from refcli.read.asks import asks, targets
from refcli.read.due import due_items
from refcli.read.intros import intros
from refcli.read.ranking import ready_to_ask
from refcli.read.reviews import last_review
from refcli.read.rows import BASIS, a_day, day, one_number, one_text, rows, several
from refcli.read.standing import gate_numbers

_READY_COUNTED = 50


class _PersonRow(NamedTuple):
    id: int
    name: str
    basis: str
    industry: str | None
    tier: str | None
    has_through: int
    known_since: str
    last_on: str | None
    taught_on: str | None
    status: str
    status_until: str | None
    best_rating: int | None
    was_asked_for_words: int
    given: int
    is_interviewed: int | None
    last_thanked: str | None
    was_introduced: int
    thanks_by: str | None


class _GestureRow(NamedTuple):
    contact_id: int
    on_date: str
    told: str
    how: str | None
    text: str | None


_PEOPLE = f"""
    select c.id, c.name, {BASIS} as basis, c.industry, c.tier,
        c.through_id is not null as has_through,
        coalesce(r.first_on, c.created_on) as known_since, r.last_on, c.taught_on, c.status,
        c.status_until,
        (select max(e.rating) from engagement e where e.contact_id = c.id) as best_rating,
        exists (select 1 from testimonial t where t.contact_id = c.id)
            or exists (select 1 from follow_up f where f.contact_id = c.id
                and (f.kind = 'testimonial' or (f.kind = 'custom' and f.closed_on is null
                    and f.action like '%testimonial%'))) as was_asked_for_words,
        (select count(*) from favor f where f.contact_id = c.id and f.given = 1)
            + (select count(*) from intro i where i.receiver_id = c.id and i.made_on is not null)
            as given,
        (select p.good_referral is not null or p.interviewed_on is not null
            from partner p where p.contact_id = c.id) as is_interviewed,
        (select max(t.on_date) from thanks t where t.contact_id = c.id and t.given = 1)
            as last_thanked,
        exists (select 1 from intro i where i.prospect_id = c.id and i.direction = 'received')
            as was_introduced, c.thanks_by
    from contact c left join rapport r on r.contact_id = c.id
    order by c.id
"""

# All that may have been a gesture, the newest last.
_GESTURES = """
    select contact_id, on_date, 'thanks' as told, how, words as text from thanks where given = 1
    union all select contact_id, on_date, 'favor', how, what from favor where given = 1
    union all select receiver_id, made_on, 'intro', null, null from intro
        where receiver_id is not null and made_on is not null
    union all select ic.contact_id, i.on_date, 'exchange', i.channel, i.text
        from interaction i join interaction_contact ic on ic.interaction_id = i.id
        where i.channel = 'in-person' and i.is_attempt = 0 and i.text <> ''
    union all select contact_id, closed_on, 'follow-up', null, action from follow_up
        where kind = 'custom' and closing = 'done'
    order by 2
"""


def practice(connection: sqlite3.Connection, today: dt.date, settings: Settings) -> Practice:
    """The practice as it stands today."""
    people = _people(connection, today)
    return Practice(
        today=today,
        numbers=gate_numbers(settings),
        asks=asks(connection, today),
        intros=intros(connection),
        people=people,
        overdue=_overdue(connection, today),
        ready=tuple(
            Person(r.who.id, r.who.name)
            for r in ready_to_ask(connection, today, settings, top=_READY_COUNTED)
        ),
        targets=len(targets(connection)),
        is_kit_filled=_has_message(connection),
        unsorted=sum(
            p.basis is Basis.OTHER and p.status is not ContactStatus.DROPPED for p in people
        ),
        last_review=last_review(connection),
        begun=_begun(connection),
        profession=settings.text("profession"),
    )


def _people(connection: sqlite3.Connection, today: dt.date) -> tuple[Acquaintance, ...]:
    tags = several(
        connection, "select contact_id, tag from contact_tag order by contact_id, tag_key"
    )
    gestures = _gestures(connection)
    return tuple(
        Acquaintance(
            person=Person(row.id, row.name),
            basis=Basis(row.basis),
            industry=row.industry,
            tags=tuple(tags.get(row.id, ())),
            tier=None if row.tier is None else Tier(row.tier),
            is_through=bool(row.has_through or row.was_introduced),
            known_since=a_day(row.known_since),
            last_interaction=day(row.last_on),
            taught_on=day(row.taught_on),
            last_thanked=day(row.last_thanked),
            status=status_on(ContactStatus(row.status), day(row.status_until), today),
            best_rating=row.best_rating,
            was_asked_for_words=bool(row.was_asked_for_words),
            given=row.given,
            is_interviewed=bool(row.is_interviewed),
            thanks_by=None if row.thanks_by is None else ThanksHow(row.thanks_by),
            gestures=gestures.get(row.id, {}),
        )
        for row in rows(connection, _PersonRow, _PEOPLE)
    )


def _gestures(connection: sqlite3.Connection) -> dict[int, dict[Gesture, dt.date]]:
    """By contact, the last day on which each gesture was made."""
    found: dict[int, dict[Gesture, dt.date]] = {}
    for row in rows(connection, _GestureRow, _GESTURES):
        gesture = gesture_of(row.told, row.how, row.text)
        if gesture is not None:
            found.setdefault(row.contact_id, {})[gesture] = a_day(row.on_date)
    return found


def _overdue(connection: sqlite3.Connection, today: dt.date) -> tuple[Overdue, ...]:
    items = due_items(connection, today.isoformat(), today.isoformat())
    return tuple(
        Overdue(item.kind, Person(item.contact_id, item.contact_name), item.days_late)
        for item in items
        if item.days_late > 0
    )


def _has_message(connection: sqlite3.Connection) -> bool:
    found = one_number(
        connection, "select exists (select 1 from kit where field in ('message', 'services'))"
    )
    return bool(found)


def _begun(connection: sqlite3.Connection) -> dt.date | None:
    """The day on which the first contact was added."""
    return day(one_text(connection, "select min(created_on) from contact"))
