"""What ties me to a contact, for the words of an ask."""

import sqlite3

from refcli.domain.grammar import spoken_first_name
from refcli.domain.wording import Bond
from refcli.read.rows import BASIS, one_text
from refcli.read.settings import read_settings
from refcli.read.standing import gate_numbers

_WORK = """
    select what, rating from engagement
    where contact_id = :id and delivered_on is not null
    order by delivered_on desc, id desc limit 1
"""


def bond_with(connection: sqlite3.Connection, contact: int) -> Bond:
    """Their last praise, else the last work I did for them, else how we know each other."""
    name, basis = connection.execute(
        f"select name, {BASIS} from contact c where id = :id", {"id": contact}
    ).fetchone()
    praise = one_text(
        connection,
        "select words from testimonial where contact_id = :id"
        " order by on_date desc, id desc limit 1",
        {"id": contact},
    )
    found = connection.execute(_WORK, {"id": contact}).fetchone()
    work, rating = found or (None, None)
    gates = gate_numbers(read_settings(connection))
    was_poor = rating is not None and rating <= gates.poor_rating
    return Bond(
        first_name=spoken_first_name(name),
        basis=basis,
        praise=praise,
        work=None if was_poor else work,
        is_happy=rating is not None and rating >= gates.delighted_rating,
    )
