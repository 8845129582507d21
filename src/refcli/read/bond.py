"""What ties me to a contact, for the words of an ask."""

import datetime as dt
import sqlite3

from refcli.domain.drafts.ask import Bond
from refcli.read.addressee import addressee_of
from refcli.read.rows import BASIS, one_number, one_text
from refcli.read.settings import read_settings
from refcli.read.standing import gate_numbers

_WORK = """
    select what, rating from engagement
    where contact_id = :id and delivered_on is not null
    order by delivered_on desc, id desc limit 1
"""


# What I bring, in a line: the kit's message, else its promise.
_BRINGS = """
    select value from kit where field in ('message', 'promise') and trim(value) <> ''
    order by field limit 1
"""
_A_YEAR = 365


def bond_with(connection: sqlite3.Connection, contact: int, today: dt.date) -> Bond:
    """Their last praise, else the last work I did for them, else how we know each other."""
    basis = one_text(connection, f"select {BASIS} from contact c where id = :id", {"id": contact})
    praise = one_text(
        connection,
        "select words from testimonial where contact_id = :id"
        " order by on_date desc, id desc limit 1",
        {"id": contact},
    )
    is_lately = one_number(
        connection,
        "select exists (select 1 from testimonial where contact_id = :id and on_date > :since)",
        {"id": contact, "since": (today - dt.timedelta(days=_A_YEAR)).isoformat()},
    )
    found = connection.execute(_WORK, {"id": contact}).fetchone()
    work, rating = found or (None, None)
    gates = gate_numbers(read_settings(connection))
    was_poor = rating is not None and rating <= gates.poor_rating
    return Bond(
        first_name=addressee_of(connection, contact).greeting,
        basis=basis or "",
        praise=praise,
        work=None if was_poor else work,
        brings=one_text(connection, _BRINGS) or "",
        wants_praise=basis == "client" and work is not None and not (was_poor or is_lately),
        is_happy=rating is not None and rating >= gates.delighted_rating,
    )
