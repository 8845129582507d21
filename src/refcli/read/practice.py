"""Everything that the review's figures are made of, in a fixed number of queries."""

import datetime as dt
import sqlite3

from refcli.domain.contacts import Basis, ContactStatus, Person, Tier, status_on
from refcli.domain.review.practice import Acquaintance, Overdue, Practice
from refcli.domain.settings import Settings
from refcli.read.asks import asks, targets
from refcli.read.due import due_items
from refcli.read.intros import intros
from refcli.read.ranking import ready_to_ask
from refcli.read.reviews import last_review
from refcli.read.rows import a_day, day

_READY_COUNTED = 50
_PEOPLE = """
    select c.id, c.name, c.basis, c.industry, c.tier, c.through_id is not null,
        coalesce(r.first_on, c.created_on), r.last_on, c.taught_on, c.status, c.status_until,
        (select max(e.rating) from engagement e where e.contact_id = c.id),
        exists (select 1 from testimonial t where t.contact_id = c.id)
            or exists (select 1 from follow_up f where f.contact_id = c.id
                and (f.kind = 'testimonial' or (f.kind = 'custom' and f.closed_on is null
                    and f.action like '%testimonial%'))),
        (select count(*) from favor f where f.contact_id = c.id and f.given = 1)
            + (select count(*) from intro i where i.receiver_id = c.id and i.made_on is not null),
        (select p.good_referral is not null or p.interviewed_on is not null
            from partner p where p.contact_id = c.id),
        (select max(t.on_date) from thanks t where t.contact_id = c.id and t.given = 1),
        exists (select 1 from intro i where i.prospect_id = c.id and i.direction = 'received')
    from contact c left join rapport r on r.contact_id = c.id
    order by c.id
"""


def practice(connection: sqlite3.Connection, today: dt.date, settings: Settings) -> Practice:
    """The practice as it stands today."""
    people = _people(connection, today)
    return Practice(
        today=today,
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
    )


def _people(connection: sqlite3.Connection, today: dt.date) -> tuple[Acquaintance, ...]:
    tags: dict[int, tuple[str, ...]] = {}
    for contact, tag in connection.execute(
        "select contact_id, tag from contact_tag order by contact_id, tag_key"
    ).fetchall():
        tags[contact] = (*tags.get(contact, ()), tag)
    return tuple(
        Acquaintance(
            person=Person(row[0], row[1]),
            basis=Basis(row[2]),
            industry=row[3],
            tags=tags.get(row[0], ()),
            tier=None if row[4] is None else Tier(row[4]),
            is_through=bool(row[5] or row[16]),
            known_since=a_day(row[6]),
            last_interaction=day(row[7]),
            taught_on=day(row[8]),
            last_thanked=day(row[15]),
            status=status_on(ContactStatus(row[9]), day(row[10]), today),
            best_rating=row[11],
            was_asked_for_words=bool(row[12]),
            given=row[13],
            is_interviewed=bool(row[14]),
        )
        for row in connection.execute(_PEOPLE).fetchall()
    )


def _overdue(connection: sqlite3.Connection, today: dt.date) -> tuple[Overdue, ...]:
    items = due_items(connection, today.isoformat(), today.isoformat())
    return tuple(
        Overdue(item.kind, Person(item.contact_id, item.contact_name), item.days_late)
        for item in items
        if item.days_late > 0
    )


def _has_message(connection: sqlite3.Connection) -> bool:
    found = connection.execute(
        "select 1 from kit where field in ('message', 'services') limit 1"
    ).fetchone()
    return found is not None


def _begun(connection: sqlite3.Connection) -> dt.date | None:
    """The day on which the first contact was added."""
    return day(connection.execute("select min(created_on) from contact").fetchone()[0])
