"""The introductions of somebody who is forgotten, and the asks that led to them."""

import sqlite3

from refcli.domain.obligations.decisions import INTRODUCED
from refcli.read.due import items_by_id
from refcli.read.rows import marks, numbers
from refcli.write.decisions import decide
from refcli.write.session import Writing


def asks_answered_by(connection: sqlite3.Connection, contact: int) -> list[int]:
    """The asks of others to which introductions of a contact belong."""
    return numbers(
        connection,
        "select distinct theirs.ask_id from intro_party mine"
        " join intro_party theirs on theirs.intro_id = mine.intro_id"
        " where mine.contact_id = :id and theirs.contact_id <> :id"
        " and theirs.ask_id is not null order by theirs.ask_id",
        {"id": contact},
    )


def keep_answered(work: Writing, asks: list[int]) -> bool:
    """Ask nobody again for what they have done: what is open of these asks is closed, if any is."""
    opened = numbers(
        work.connection,
        f"select id from follow_up where ask_id in ({marks(asks)}) and closed_on is null",
    )
    for item in items_by_id(work.connection, opened, work.today.isoformat()):
        decide(work, item, INTRODUCED, note="they have introduced somebody who is forgotten")
    return bool(opened)


def in_their_intros(connection: sqlite3.Connection, contact: int) -> set[int]:
    """The other parties of introductions that go with the person."""
    return set(
        numbers(
            connection,
            """
            with part (intro, contact) as (
                select intro_id, contact_id from intro_party
                union select id, receiver_id from intro where receiver_id is not null
            )
            select other.contact from part mine join part other on other.intro = mine.intro
            where mine.contact = :id and other.contact <> :id
            """,
            {"id": contact},
        )
    )


def leave_to_others(connection: sqlite3.Connection, contact: int) -> None:
    """An introduction of which others are sources, or prospects, too stays with them."""
    for column, part in (("source_id", "source"), ("prospect_id", "prospect")):
        other = (
            "select contact_id from intro_party p where p.intro_id = intro.id"
            f" and p.part = '{part}' and p.contact_id <> :id order by p.id limit 1"
        )
        connection.execute(
            f"update intro set {column} = ({other}) where {column} = :id and exists ({other})",
            {"id": contact},
        )
