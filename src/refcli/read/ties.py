"""Ties between contacts, as either of the two sees them."""

import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Person, Tie
from refcli.domain.ties import seen_back
from refcli.read.rows import rows


class _TieRow(NamedTuple):
    contact_id: int
    other_id: int
    other_name: str
    word: str
    is_turned: int


_TIES = """
    select t.contact_id, o.id as other_id, o.name as other_name, t.word, 0 as is_turned
    from tie t join contact o on o.id = t.other_id where t.contact_id in ({0})
    union all
    select t.other_id, o.id, o.name, t.word, 1
    from tie t join contact o on o.id = t.contact_id where t.other_id in ({0})
    order by 1, 3, 2
"""


def ties(connection: sqlite3.Connection, wanted: str) -> dict[int, tuple[Tie, ...]]:
    """By contact, whom they are tied to and what these are to them; `wanted` are ids in SQL."""
    found: dict[int, tuple[Tie, ...]] = {}
    for row in rows(connection, _TieRow, _TIES.format(wanted)):
        word = seen_back(row.word) if row.is_turned else row.word
        tie = Tie(Person(row.other_id, row.other_name), word)
        found[row.contact_id] = (*found.get(row.contact_id, ()), tie)
    return found
