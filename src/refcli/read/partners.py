"""Partner profiles, their stages, and who could become one."""

import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.partners import IN_TIME_DAYS, Partner, PartnerField, Stage, Suggestion, stage_of
from refcli.errors import UnknownName
from refcli.read.rows import HAS_BASIS, IS_PARTNER, SOURCED_BY, one_number, one_row, rows


class _PartnerRow(NamedTuple):
    id: int
    name: str
    stage: str | None
    services: str | None
    differs: str | None
    tell: str | None
    good_referral: str | None
    listen_for: str | None
    story: str | None
    serves: str | None
    competitor: int
    is_met: int
    is_taught: int
    introductions: int
    has_introduced: int
    given: int
    called_in_time: int
    bad: int


_SELECT = f"""
    select c.id, c.name, p.stage, p.services, p.differs, p.tell, p.good_referral, p.listen_for,
        p.story, p.serves, coalesce(p.competitor, 0) as competitor,
        r.last_on is not null as is_met, c.taught_on is not null as is_taught,
        (select count(*) from {SOURCED_BY} where y.contact_id = c.id and i.made_on is not null)
            as introductions,
        exists (select 1 from {SOURCED_BY} where i.made_on is not null and y.contact_id = c.id)
            or exists (select 1 from intro g where g.made_on is not null and g.receiver_id = c.id)
            as has_introduced,
        (select count(*) from intro g where g.receiver_id = c.id and g.made_on is not null)
            as given,
        (select count(*) from intro g where g.receiver_id = c.id and g.made_on is not null
            and exists (select 1 from intro_step s where s.intro_id = g.id and s.step = 'reached'
                and julianday(s.on_date) - julianday(g.made_on) <= {IN_TIME_DAYS}))
            as called_in_time,
        (select count(*) from intro g where g.receiver_id = c.id
            and exists (select 1 from intro_step s where s.intro_id = g.id and s.step = 'bad'))
            as bad
    from contact c
    left join partner p on p.contact_id = c.id
    left join rapport r on r.contact_id = c.id
"""
_MOST_SUGGESTED = 10
_IS_CLIENT = HAS_BASIS.format("'client'")
_FREE = f"""
    not {IS_PARTNER} and not {_IS_CLIENT} and c.status = 'active'
    and not exists (select 1 from partner p where p.contact_id = c.id and p.competitor = 1)
"""
_ADMIRED = f"""
    select c.id, c.name, a.name || ' admires them'
    from contact c join contact a on a.id = c.admired_by_id
    where {_FREE} order by c.name_key limit :most
"""
_SENDING = f"""
    select c.id, c.name, 'introduced ' || count(*) || ' to you, so they serve the same people'
    from contact c join intro_party y on y.contact_id = c.id and y.part = 'source'
        join intro i on i.id = y.intro_id and i.made_on is not null
    where {_FREE} group by c.id order by count(*) desc, c.name_key limit :most
"""
_COMPLEMENTARY = f"""
    select c.id, c.name, 'works in ' || c.industry || ', as your partner ' || min(o.name) || ' does'
    from contact c join contact o on o.industry = c.industry and o.id <> c.id
    where o.id in (select id from contact where basis = 'partner'
            union select contact_id from contact_basis where basis = 'partner') and {_FREE}
    group by c.id order by c.name_key limit :most
"""


def partner(connection: sqlite3.Connection, contact: int) -> Partner:
    """One contact as a partner; raises UnknownName when there is none of that id."""
    row = one_row(connection, _PartnerRow, f"{_SELECT} where c.id = :id", {"id": contact})
    if row is None:
        raise UnknownName(f"no contact has the id @{contact}", "see: refcli contact list")
    return _partner(row)


def partners(connection: sqlite3.Connection, stage: Stage | None = None) -> tuple[Partner, ...]:
    """Contacts of basis partner, or with a profile, the farthest in the funnel first."""
    known = rows(
        connection,
        _PartnerRow,
        f"{_SELECT} where ({IS_PARTNER} or p.id is not null) and c.status <> 'dropped'"
        " order by c.name_key",
    )
    order = list(Stage)
    found = sorted((_partner(row) for row in known), key=lambda p: -order.index(p.stage))
    return tuple(p for p in found if stage in (None, p.stage))


def is_untold(connection: sqlite3.Connection, contact: int) -> bool:
    """Whether a contact was never interviewed and has no story to be told."""
    is_told = one_number(
        connection,
        "select exists (select 1 from partner where contact_id = :id"
        " and (interviewed_on is not null or story is not null))",
        {"id": contact},
    )
    return not is_told


def suggestions(connection: sqlite3.Connection) -> tuple[Suggestion, ...]:
    """Whom clients admire, then who sends you people, then their fellows in complementary fields.

    Clients, partners and competitors are left out.
    """
    found: dict[int, Suggestion] = {}
    for query in (_ADMIRED, _SENDING, _COMPLEMENTARY):
        for contact, name, reason in connection.execute(
            query, {"most": _MOST_SUGGESTED}
        ).fetchall():
            found.setdefault(contact, Suggestion(Person(contact, name), reason))
    return tuple(found.values())[:_MOST_SUGGESTED]


def _partner(row: _PartnerRow) -> Partner:
    told = {field: getattr(row, field.value) for field in PartnerField}
    computed = stage_of(
        met=bool(row.is_met),
        taught=bool(row.is_taught),
        introduced=bool(row.has_introduced),
        received=row.introductions,
    )
    return Partner(
        contact=Person(row.id, row.name),
        stage=Stage(row.stage) if row.stage else computed,
        override=row.stage is not None,
        texts={field: text for field, text in told.items() if text},
        competitor=bool(row.competitor),
        introductions=row.introductions,
        given=row.given,
        called_in_time=row.called_in_time,
        bad=row.bad,
    )
