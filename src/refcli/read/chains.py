"""Who leads to a goal: found by what is kept about people, through ties and introductions."""

import datetime as dt
import re
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.asks import Target
from refcli.domain.chains import Chain, Known, chains, link_to
from refcli.domain.contacts import Person
from refcli.domain.fit import stems
from refcli.domain.names import MAX_NAME
from refcli.domain.settings import Settings
from refcli.domain.text import fold
from refcli.domain.ties import from_them
from refcli.errors import UsageError
from refcli.read.ranking import judged
from refcli.read.rows import SOURCED_BY, marks, numbers, rows
from refcli.read.ties import ties

# So many who match are looked at, the best first.
_MOST = 200


class _KnownRow(NamedTuple):
    id: int
    name: str
    field: str
    introduced: str
    heard: str
    noted: str


class _SourceRow(NamedTuple):
    source_id: int
    source_name: str
    prospect_id: int


_KNOWN = f"""
    select c.id, c.name,
        coalesce(c.industry, '') || ' ' || coalesce(c.organization, '') || ' '
            || coalesce(c.role, '') as field,
        coalesce((select group_concat(coalesce(p.industry, '') || ' '
            || coalesce(p.organization, ''), ' ') from {SOURCED_BY}
            join contact p on p.id = i.prospect_id where y.contact_id = c.id), '') as introduced,
        coalesce((select coalesce(q.serves, '') || ' ' || coalesce(q.listen_for, '')
            from partner q where q.contact_id = c.id), '') as heard,
        coalesce(c.note, '') || ' ' || coalesce(c.focus, '') as noted
    from contact c where c.id in ({{0}}) and c.status <> 'dropped'
"""
_SOURCES = f"""
    select y.contact_id as source_id, s.name as source_name, p.contact_id as prospect_id
    from {SOURCED_BY} join contact s on s.id = y.contact_id
        join intro_party p on p.intro_id = i.id and p.part = 'prospect'
    where p.contact_id in ({{0}})
"""


def chains_to(
    connection: sqlite3.Connection,
    goal: str,
    target: Target | None,
    today: dt.date,
    settings: Settings,
) -> tuple[Chain, ...]:
    """The chains to a target, an industry, a firm or a person; nothing is guessed from outside.

    Nobody is asked to lead the user to somebody whom the user has met.
    """
    if len(goal) > MAX_NAME:
        raise UsageError(f"no target, firm or name has {len(goal)} letters", "nothing was changed")
    sought = goal if target is None else target.industry or target.looking_for or target.name
    ids = _who_matches(connection, sought)
    found = [
        Known(Person(row.id, row.name), row.field, row.introduced, row.heard, row.noted)
        for row in rows(connection, _KnownRow, _KNOWN.format(marks(ids)))
    ]
    ends = [link for known in found if (link := link_to(sought, known)) is not None]
    through = _who_knows(connection, [link.person.id for link in ends])
    people = {end.person.id for end in ends} | {
        p.id for known in through.values() for p, _ in known
    }
    everybody = judged(connection, sorted(people), today, settings, target)
    scores = {ranked.who.id: ranked.score.total for ranked in everybody if ranked.is_ready}
    met = {ranked.who.id for ranked in everybody if ranked.who.has_met}
    strangers = {end: known for end, known in through.items() if end not in met}
    return chains(ends, strangers, scores)


def _who_matches(connection: sqlite3.Connection, sought: str) -> list[int]:
    """Whoever is kept with words of the goal, by the full-text index, or bears that name."""
    words = sorted(stems((sought,))) or re.findall(r"\w+", fold(sought))
    if not words:
        return []
    query = " OR ".join(f'"{word}"*' for word in words)
    found = numbers(
        connection,
        "select rowid from search where search match :query"
        " order by bm25(search, 4.0, 10.0, 2.0, 0.0), rowid limit :most",
        {"query": f"{{name about note}} : ({query})", "most": _MOST},
    )
    partners = numbers(
        connection,
        "select contact_id from partner where serves is not null or listen_for is not null",
    )
    introduced = numbers(
        connection,
        f"select y.contact_id from {SOURCED_BY} where i.prospect_id in ({marks(found)})",
    )
    return list(dict.fromkeys((*found, *introduced, *partners)))


def _who_knows(
    connection: sqlite3.Connection, ids: Sequence[int]
) -> dict[int, list[tuple[Person, str]]]:
    """By contact, who is tied to them or introduced them, and how."""
    wanted = marks(ids)
    found: dict[int, list[tuple[Person, str]]] = {}
    for contact, tied in ties(connection, wanted).items():
        found[contact] = [(tie.contact, f"tied to them: {from_them(tie.word)}") for tie in tied]
    for row in rows(connection, _SourceRow, _SOURCES.format(wanted)):
        source = Person(row.source_id, row.source_name)
        found.setdefault(row.prospect_id, []).append((source, "introduced them to you"))
    return found
