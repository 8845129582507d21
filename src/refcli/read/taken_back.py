"""Whose adding was taken back: nobody in the store, but the history knows them still."""

import sqlite3
from typing import NamedTuple

from refcli.domain.names import Candidate, words_of
from refcli.read.rows import rows


class _Known(NamedTuple):
    id: int
    name: str | None
    organization: str | None


def taken_back(connection: sqlite3.Connection) -> tuple[Candidate, ...]:
    """Contacts that only images of the history have, under the names that these give them."""
    query = """
        select distinct row_id as id, json_extract(image, '$.name') as name,
            json_extract(image, '$.organization') as organization
        from (
            select row_id, coalesce(after, before) as image from history_row
            where table_name = 'contact'
        )
        where row_id not in (select id from contact) order by row_id
        """
    known = rows(connection, _Known, query)
    return tuple(Candidate(who.id, who.name, (), who.organization) for who in known if who.name)


def taken_back_called(connection: sqlite3.Connection, typed: str) -> tuple[Candidate, ...]:
    """Those of them who have every word of what was typed in their name."""
    words = set(words_of(typed))
    found = taken_back(connection)
    return tuple(who for who in found if words and words <= set(words_of(who.name)))
