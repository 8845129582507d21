"""What ties me to a contact, for the words of an ask."""

import sqlite3

from refcli.domain.grammar import spoken_first_name
from refcli.domain.readiness import GateNumbers
from refcli.domain.wording import Tie

_WORK = """
    select what, rating from engagement
    where contact_id = :id and delivered_on is not null
    order by delivered_on desc, id desc limit 1
"""


def tie_with(connection: sqlite3.Connection, contact: int) -> Tie:
    """Their last praise, else the last work I did for them, else how we know each other."""
    name, basis = connection.execute(
        "select name, basis from contact where id = :id", {"id": contact}
    ).fetchone()
    praise = connection.execute(
        "select words from testimonial where contact_id = :id order by on_date desc, id desc",
        {"id": contact},
    ).fetchone()
    work = connection.execute(_WORK, {"id": contact}).fetchone()
    rating = work[1] if work else None
    numbers = GateNumbers()
    was_poor = rating is not None and rating <= numbers.poor_rating
    return Tie(
        first_name=spoken_first_name(name),
        basis=basis,
        praise=praise[0] if praise else None,
        work=work[0] if work and not was_poor else None,
        is_happy=rating is not None and rating >= numbers.delighted_rating,
    )
