"""Who could be brought together, over the whole network."""

import datetime as dt
import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.pairs import Match, Party, matches
from refcli.read.rows import rows


class _PartyRow(NamedTuple):
    id: int
    name: str
    needs: str
    field: str
    offers: str
    wants: str


class _MetRow(NamedTuple):
    one: int
    other: int


# Only who says or offers something; nobody who rests, was dropped, or wants my own clients.
_PARTIES = """
    select c.id, c.name,
        coalesce(c.focus, '') || ' ' || coalesce((select group_concat(i.need, ' ')
            from intro_party n join intro i on i.id = n.intro_id
            where n.contact_id = c.id and n.part = 'prospect'), '') as needs,
        coalesce(c.industry, '') || ' ' || coalesce(c.role, '') as field,
        coalesce(p.services, '') as offers,
        coalesce(p.good_referral, '') || ' ' || coalesce(p.listen_for, '') as wants
    from contact c left join partner p on p.contact_id = c.id
    where (c.focus is not null or c.industry is not null or c.role is not null
            or p.id is not null)
        and (c.status = 'active' or (c.status = 'resting' and c.status_until <= :today))
        and coalesce(p.competitor, 0) = 0
    order by c.id
"""
_MET = """
    select y.contact_id as one, z.contact_id as other from intro_party y
        join intro_party z on z.intro_id = y.intro_id and z.contact_id > y.contact_id
    union select y.contact_id, i.receiver_id from intro_party y join intro i on i.id = y.intro_id
        where i.receiver_id is not null
    union select contact_id, other_id from tie
"""


def pairs_to_introduce(
    connection: sqlite3.Connection, today: dt.date, most: int
) -> tuple[Match, ...]:
    """The best few introductions to make; who knows each other already is left out."""
    parties = [
        Party(Person(row.id, row.name), row.needs, row.field, row.offers, row.wants)
        for row in rows(connection, _PartyRow, _PARTIES, {"today": today.isoformat()})
    ]
    known = (frozenset((row.one, row.other)) for row in rows(connection, _MetRow, _MET))
    return matches(parties, known, most)
