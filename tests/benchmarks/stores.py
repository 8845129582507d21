"""Large stores for the benchmarks: 10 interactions and 2 follow-ups a contact.

At every size 40 follow-ups are due and 200 contacts are ready to be asked, so that what a command
prints stays the same and only the store grows.
"""

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

from refcli.domain.settings import Settings
from refcli.domain.text import fold
from refcli.read.settings import numbers_of
from refcli.store.opening import writable
from refcli.write.derived import refresh
from refcli.write.journal import raise_marks
from refcli.write.obligations import bring_into_line

TODAY = dt.date(2026, 11, 20)
DUE, READY = 40, 200
_TALKS, _FOLLOW_UPS = 10, 2
_FIRST = ("Anna", "Ben", "Carla", "David", "Eva", "Felix", "Grace", "Hugo", "Ines", "Jonas")
_LAST = ("Weiss", "Okoye", "Mendes", "Roth", "Stern", "Vogel", "Obi", "Lind", "Duarte", "Keller")


def build(path: Path, contacts: int) -> None:
    """Make a store of that many contacts; the same for everybody."""
    connection = writable(str(path), TODAY.isoformat())
    dice = random.Random(contacts)  # noqa: S311  the same store each time
    ready = set(dice.sample(range(1, contacts + 1), min(READY, contacts)))
    connection.execute("begin immediate")
    connection.executemany(
        "insert into contact (id, name, name_key, organization, basis, since, created_on)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        _contacts(contacts, ready),
    )
    connection.executemany(
        "insert into interaction (id, on_date, channel, direction, text)"
        " values (?, ?, 'call', 'both', ?)",
        (
            (n, (TODAY - dt.timedelta(days=dice.randint(20, 900))).isoformat(), f"call {n}")
            for n in range(1, contacts * _TALKS + 1)
        ),
    )
    connection.executemany(
        "insert into interaction_contact (interaction_id, contact_id) values (?, ?)",
        ((n, (n - 1) // _TALKS + 1) for n in range(1, contacts * _TALKS + 1)),
    )
    connection.executemany(
        "insert into custom (contact_id, text, due_on, on_date, recorded_on)"
        " values (?, 'call back', ?, '2026-11-01', '2026-11-01')",
        _follow_ups(contacts),
    )
    raise_marks(connection)
    bring_into_line(connection, range(1, contacts + 1), numbers_of(Settings({})))
    refresh(connection, range(1, contacts + 1))
    connection.execute("commit")
    connection.close()


def talk_much(path: Path, contact: int, talks: int) -> None:
    """Give one contact of a store so many more exchanges, a day each, and a rhythm."""
    connection = writable(str(path), TODAY.isoformat())
    connection.execute("begin immediate")
    first = connection.execute("select max(id) + 1 from interaction").fetchone()[0]
    days = ((TODAY - dt.timedelta(days=n + 1)).isoformat() for n in range(talks))
    connection.executemany(
        "insert into interaction (id, on_date, channel, direction, text, recorded_on)"
        " values (?, ?, 'call', 'both', 'call', ?)",
        ((first + n, day, day) for n, day in enumerate(days)),
    )
    connection.executemany(
        "insert into interaction_contact (interaction_id, contact_id) values (?, ?)",
        ((first + n, contact) for n in range(talks)),
    )
    connection.execute(
        "insert into contact_step (contact_id, step, value, on_date, recorded_on)"
        " values (?, 'tier', 'A', '2026-01-01', '2026-01-01')",
        (contact,),
    )
    connection.execute("update contact set tier = 'A' where id = ?", (contact,))
    raise_marks(connection)
    bring_into_line(connection, [contact], numbers_of(Settings({})))
    refresh(connection, [contact])
    connection.execute("commit")
    connection.close()


def _contacts(count: int, ready: set[int]) -> Iterator[tuple[object, ...]]:
    for number in range(1, count + 1):
        name = f"{_FIRST[number % 10]} {_LAST[number // 10 % 10]}{number}"
        basis = "friend" if number in ready else "other"
        yield number, name, fold(name), f"Firm {number}", basis, None, "2024-01-01"


def _follow_ups(contacts: int) -> Iterator[tuple[object, ...]]:
    for number in range(contacts * _FOLLOW_UPS):
        days = 1 + number % 300 if number >= DUE else -(number % 20)
        due = (TODAY + dt.timedelta(days=days)).isoformat()
        yield number % contacts + 1, due
