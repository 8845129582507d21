"""Facts that others make impossible: refused with the state that they met, and what to type."""

import sqlite3
from collections.abc import Iterable

from refcli.domain.obligations.facts import Answered, Joined, Stepped
from refcli.domain.obligations.replay import obligations
from refcli.domain.obligations.story import Refusal
from refcli.domain.settings import Settings
from refcli.domain.typed import typed
from refcli.errors import Refused
from refcli.read.facts import lives
from refcli.read.settings import numbers_of
from refcli.store.db import is_empty
from refcli.store.opening import reading


def refuse_impossible(
    connection: sqlite3.Connection, path: str, refused: Iterable[Refusal], settings: Settings
) -> None:
    """Raise Refused for the first fact that is impossible and was not before this command."""
    known = set() if is_empty(path) else _known(path, _parties(connection, refused), settings)
    for refusal in refused:
        if (type(refusal.fact), refusal.fact.id) not in known:
            raise _refusal(connection, refusal)


def _known(path: str, people: set[int], settings: Settings) -> set[tuple[type, int]]:
    """What was impossible before: it stays, and hinders nothing."""
    with reading(path) as before:
        return {
            (type(old.fact), old.fact.id)
            for life in lives(before, people)
            for old in obligations(life, numbers_of(settings)).refused
        }


def _parties(connection: sqlite3.Connection, refused: Iterable[Refusal]) -> set[int]:
    found: set[int] = set()
    for refusal in refused:
        fact = refusal.fact
        if isinstance(fact, Answered):
            query, number = "select contact_id from ask where id = ?", fact.ask
        elif isinstance(fact, Stepped | Joined):
            query, number = "select contact_id from intro_party where intro_id = ?", fact.intro
        else:
            continue
        found |= {row[0] for row in connection.execute(query, (number,)).fetchall()}
    return found


def _refusal(connection: sqlite3.Connection, refusal: Refusal) -> Refused:
    fact, state = refusal.fact, refusal.state
    if isinstance(fact, Answered):
        (name,) = connection.execute(
            "select c.name from ask a join contact c on c.id = a.contact_id where a.id = ?",
            (fact.ask,),
        ).fetchone()
        return Refused(
            f"ask {fact.ask} to {name} is {state}, so it cannot become {fact.answer}",
            typed("refcli ask show {}", fact.ask),
        )
    if isinstance(fact, Stepped):
        return _refused_step(connection, fact, state)
    return Refused(f"what was told is impossible: {type(fact).__name__.lower()} on {fact.on}")


def _refused_step(connection: sqlite3.Connection, fact: Stepped, state: str) -> Refused:
    name, on = connection.execute(
        "select c.name, i.on_date from intro i join contact c on c.id = i.prospect_id"
        " where i.id = ?",
        (fact.intro,),
    ).fetchone()
    show = typed("refcli intro show {}", fact.intro)
    if fact.on.isoformat() < on:
        return Refused(
            f"intro {fact.intro} with {name} began on {on},"
            f" so it cannot become {fact.step} on {fact.on.isoformat()}",
            show,
        )
    return Refused(
        f"intro {fact.intro} with {name} is {state} on {fact.on.isoformat()},"
        f" so it cannot become {fact.step}",
        show,
    )
