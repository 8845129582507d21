"""Favors and introductions to and fro."""

import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.favors import FAVOR_IDEAS, Balance, Favor, FavorHow
from refcli.read.rows import SOURCED_BY, a_day, rows


class _BalanceRow(NamedTuple):
    id: int
    name: str
    given: int
    received: int
    last_on: str


class _FavorRow(NamedTuple):
    id: int
    contact_id: int
    contact_name: str
    what: str
    how: str | None
    on_date: str
    given: int


def favors(connection: sqlite3.Connection, contact: int | None = None) -> tuple[Favor, ...]:
    """Favors, of one contact if given, newest first."""
    only = "" if contact is None else " where f.contact_id = :contact"
    found = rows(
        connection,
        _FavorRow,
        "select f.id, f.contact_id, c.name as contact_name, f.what, f.how, f.on_date, f.given"
        f" from favor f join contact c on c.id = f.contact_id{only}"
        " order by f.on_date desc, f.id desc",
        {"contact": contact},
    )
    return tuple(
        Favor(
            row.id,
            Person(row.contact_id, row.contact_name),
            row.what,
            row.how,
            a_day(row.on_date),
            not row.given,
        )
        for row in found
    )


def balances(connection: sqlite3.Connection) -> tuple[Balance, ...]:
    """Everybody with whom something went to or fro: those I owe first, then the others.

    A given introduction counts for its receiver, a received one for its source, once it was made.
    """
    found = rows(
        connection,
        _BalanceRow,
        f"""
        with gift as (
            select contact_id as contact, given, on_date as day from favor
            union all
            select receiver_id, 1, made_on from intro
                where receiver_id is not null and made_on is not null
            union all
            select y.contact_id, 0, i.made_on from {SOURCED_BY} where i.made_on is not null
        )
        select c.id, c.name, sum(g.given) as given, sum(1 - g.given) as received,
            max(g.day) as last_on
        from gift g join contact c on c.id = g.contact
        group by c.id order by sum(2 * g.given - 1), max(g.day) desc, c.id
        """,
    )
    return tuple(
        Balance(
            Person(row.id, row.name),
            given=row.given,
            received=row.received,
            last=a_day(row.last_on),
        )
        for row in found
    )


def unused_forms(connection: sqlite3.Connection, contact: int) -> tuple[FavorHow, ...]:
    """Forms of help, those never used for this contact first, then those longest ago."""
    last = dict(
        connection.execute(
            "select how, max(on_date) from favor where contact_id = :id and given = 1"
            " and how is not null group by how",
            {"id": contact},
        ).fetchall()
    )
    order = list(FAVOR_IDEAS)
    return tuple(sorted(order, key=lambda how: (last.get(how.value, ""), order.index(how))))
