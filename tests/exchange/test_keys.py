"""Keys of exchanges: the same for the same, different for anything else, and for good."""

import datetime as dt
import hashlib

import pytest

from refcli.domain.interactions import Direction
from refcli.exchange.keys import exchange_key

DAY = dt.date(2026, 11, 20)


def test_a_key_is_the_same_for_good() -> None:
    key = exchange_key("mail", DAY, Direction.OUT, ("b@x.de", "a@x.de"))
    whole = hashlib.sha256(b"mail\n2026-11-20\nout\na@x.de\nb@x.de").hexdigest()
    assert key == whole[:32]
    assert len(key) == 32


def test_the_order_of_people_does_not_matter() -> None:
    assert exchange_key("mail", DAY, "out", ("b", "a")) == exchange_key("mail", DAY, "out", "ab")


@pytest.mark.parametrize(
    ("kind", "day", "direction", "who"),
    [
        ("message", DAY, "out", ("a",)),
        ("mail", DAY + dt.timedelta(days=1), "out", ("a",)),
        ("mail", DAY, "in", ("a",)),
        ("mail", DAY, "out", ("b",)),
        ("mail", DAY, "out", ("a", "b")),
        ("mail", DAY, "out", ()),
    ],
)
def test_anything_else_is_another_key(
    kind: str, day: dt.date, direction: str, who: tuple[str, ...]
) -> None:
    assert exchange_key(kind, day, direction, who) != exchange_key("mail", DAY, "out", ("a",))


def test_half_a_character_has_a_key_too() -> None:
    assert exchange_key("mail", DAY, "out", ("\ud800",)) == exchange_key("mail", DAY, "out", ("?",))
