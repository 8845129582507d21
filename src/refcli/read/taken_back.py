"""Whose adding was taken back: nobody in the store, but the history knows them still."""

import sqlite3
from typing import NamedTuple

from refcli.domain.names import Candidate, words_of
from refcli.read.rows import rows

# By what somebody is called or reached: images of these tell who they were.
_TELLING = "'contact', 'contact_email', 'contact_phone', 'contact_nickname', 'contact_former_name'"


class TakenBack(NamedTuple):
    """An image of somebody whom only the history has; `name` is None in what is about them."""

    id: int
    name: str | None
    organization: str | None
    image: str


def taken_back(connection: sqlite3.Connection) -> tuple[TakenBack, ...]:
    """What the history tells of contacts who are in the store no more, each image once."""
    query = f"""
        with told as (
            select row_id, coalesce(after, before) as image from history_row
            where table_name in ({_TELLING})
        )
        select distinct coalesce(json_extract(image, '$.contact_id'), row_id) as id,
            json_extract(image, '$.name') as name,
            json_extract(image, '$.organization') as organization, image
        from told
        where coalesce(json_extract(image, '$.contact_id'), row_id) not in (select id from contact)
        order by 1
        """
    return tuple(rows(connection, TakenBack, query))


def taken_back_called(connection: sqlite3.Connection, typed: str) -> tuple[Candidate, ...]:
    """Those of them who have every word of what was typed in their name."""
    words = set(words_of(typed))
    return tuple(
        Candidate(who.id, who.name, (), who.organization)
        for who in taken_back(connection)
        if who.name and words and words <= set(words_of(who.name))
    )
