"""The received introductions as links from source to prospect."""

import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.money import equal_share
from refcli.domain.tree import Link
from refcli.read.rows import SOURCED_BY, rows


class _LinkRow(NamedTuple):
    source_id: int
    source_name: str
    prospect_id: int
    prospect_name: str
    state: str
    value_cents: int
    sources: int
    place: int


def links(connection: sqlite3.Connection) -> tuple[Link, ...]:
    """Every received introduction that was made, oldest first; several sources share its value."""
    found = rows(
        connection,
        _LinkRow,
        f"""
        select y.contact_id as source_id, s.name as source_name, i.prospect_id,
            p.name as prospect_name, i.state,
            case i.state when 'won' then coalesce(i.value_cents, 0) else 0 end as value_cents,
            (select count(*) from intro_party n where n.intro_id = i.id and n.part = 'source')
                as sources,
            (select count(*) from intro_party n where n.intro_id = i.id and n.part = 'source'
                and n.id < y.id) as place
        from {SOURCED_BY}
        join contact s on s.id = y.contact_id
        join contact p on p.id = i.prospect_id
        where i.made_on is not null order by i.on_date, i.id, y.id
        """,
    )
    return tuple(
        Link(
            Person(row.source_id, row.source_name),
            Person(row.prospect_id, row.prospect_name),
            row.state,
            equal_share(row.value_cents, row.sources, row.place),
        )
        for row in found
    )
