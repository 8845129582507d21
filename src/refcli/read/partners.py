"""Partner profiles, their stages, and who could become one."""

import sqlite3

from refcli.domain.contacts import Person
from refcli.domain.partners import Partner, PartnerField, Stage, Suggestion, stage_of
from refcli.errors import UnknownName

_SELECT = """
    select c.id, c.name, p.stage, p.services, p.differs, p.tell, p.good_referral, p.listen_for,
        p.story, p.serves, coalesce(p.competitor, 0), r.last_on is not null,
        c.taught_on is not null,
        (select count(*) from intro i where i.source_id = c.id and i.made_on is not null),
        exists (select 1 from intro i where i.made_on is not null
            and c.id in (i.source_id, i.receiver_id))
    from contact c
    left join partner p on p.contact_id = c.id
    left join rapport r on r.contact_id = c.id
"""
_MOST_SUGGESTED = 10
_FREE = """
    c.basis not in ('partner', 'client') and c.status = 'active'
    and not exists (select 1 from partner p where p.contact_id = c.id and p.competitor = 1)
"""
_ADMIRED = f"""
    select c.id, c.name, a.name || ' admires them'
    from contact c join contact a on a.id = c.admired_by_id
    where {_FREE} order by c.name_key limit :most
"""
_SENDING = f"""
    select c.id, c.name, 'introduced ' || count(*) || ' to you, so they serve the same people'
    from contact c join intro i on i.source_id = c.id and i.made_on is not null
    where {_FREE} group by c.id order by count(*) desc, c.name_key limit :most
"""
_COMPLEMENTARY = f"""
    select c.id, c.name, 'works in ' || c.industry || ', as your partner ' || min(o.name) || ' does'
    from contact c join contact o on o.industry = c.industry and o.id <> c.id
    where o.basis = 'partner' and {_FREE}
    group by c.id order by c.name_key limit :most
"""


def partner(connection: sqlite3.Connection, contact: int) -> Partner:
    """One contact as a partner; raises UnknownName when there is none of that id."""
    row = connection.execute(f"{_SELECT} where c.id = :id", {"id": contact}).fetchone()
    if row is None:
        raise UnknownName(f"no contact has the id @{contact}", "see: refcli contact list")
    return _partner(row)


def partners(connection: sqlite3.Connection, stage: Stage | None = None) -> tuple[Partner, ...]:
    """Contacts of basis partner, or with a profile, the farthest in the funnel first."""
    rows = connection.execute(
        f"{_SELECT} where (c.basis = 'partner' or p.id is not null) and c.status <> 'dropped'"
        " order by c.name_key"
    ).fetchall()
    order = list(Stage)
    found = sorted((_partner(row) for row in rows), key=lambda p: -order.index(p.stage))
    return tuple(p for p in found if stage in (None, p.stage))


def is_untold(connection: sqlite3.Connection, contact: int) -> bool:
    """Whether a contact was never interviewed and has no story to be told."""
    row = connection.execute(
        "select interviewed_on is not null or story is not null from partner"
        " where contact_id = :id",
        {"id": contact},
    ).fetchone()
    return not (row and row[0])


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


def _partner(row: tuple) -> Partner:  # type: ignore[type-arg]
    texts = {f: row[3 + n] for n, f in enumerate(PartnerField) if row[3 + n]}
    computed = stage_of(
        met=bool(row[11]), taught=bool(row[12]), introduced=bool(row[14]), received=row[13]
    )
    return Partner(
        contact=Person(row[0], row[1]),
        stage=Stage(row[2]) if row[2] else computed,
        override=row[2] is not None,
        texts=texts,
        competitor=bool(row[10]),
        introductions=row[13],
    )
