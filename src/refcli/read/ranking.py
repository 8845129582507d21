"""Whom to ask: those who are ready, best first, found without scoring everybody."""

import datetime as dt
import heapq
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from refcli.domain.asks import Target, TargetKind
from refcli.domain.chance import DEFAULT_PERCENT, chance, outcomes_of
from refcli.domain.contacts import Basis, Contact, bases_of
from refcli.domain.ranking import Ranked
from refcli.domain.rapport import rapport_on
from refcli.domain.readiness import blockers
from refcli.domain.scoring import (
    DEFAULT_POINTS,
    Glimpse,
    TargetFit,
    most_possible,
    score,
)
from refcli.domain.settings import Settings
from refcli.read.asks import ask_states
from refcli.read.contacts import contacts_by_id
from refcli.read.rows import BASIS, SOURCED_BY, chunked, numbers, rows
from refcli.read.standing import gate_numbers, standings

_CHUNK, _ALL = 50, 500
_DORMANT_DAYS = 180


class _AskableRow(NamedTuple):
    id: int
    rapport_key: float | None
    basis: str
    has_earned: int
    more: str | None
    has_work: int
    has_introduced: int
    has_exchanged_favors: int
    has_praised: int


_ASKABLE = f"""
    select c.id, r.key as rapport_key, c.basis, r.earned is not null as has_earned,
        (select group_concat(b.basis, ' ') from contact_basis b where b.contact_id = c.id) as more,
        exists (select 1 from engagement e where e.contact_id = c.id) as has_work,
        exists (select 1 from {SOURCED_BY} where y.contact_id = c.id) as has_introduced,
        exists (select 1 from favor f where f.contact_id = c.id)
            or exists (select 1 from thanks t where t.contact_id = c.id)
            or exists (select 1 from intro i where i.receiver_id = c.id) as has_exchanged_favors,
        exists (select 1 from testimonial t where t.contact_id = c.id) as has_praised
    from contact c join rapport r on r.contact_id = c.id
    where c.id in (
        select id from contact where basis <> 'other' and status <> 'dropped'
        union select contact_id from intro_party where part = 'source'
        union select contact_id from favor
        union select contact_id from engagement
    )
"""


def ready_to_ask(
    connection: sqlite3.Connection,
    today: dt.date,
    settings: Settings,
    *,
    top: int,
    target: Target | None = None,
) -> tuple[Ranked, ...]:
    """The best `top` of those who are ready.

    Contacts are walked by what their score may be at most, and the walk stops when nobody further
    down could still enter the list (Fagin's threshold algorithm).
    """
    judge = _judge(connection, today, settings, target)
    table = points_table(settings)
    glimpses = _askable(connection, today)
    bounds = [(most_possible(g, table, with_target=target is not None), c) for c, g in glimpses]
    bounds.sort(key=lambda bound: (-bound[0], bound[1]))
    best: list[tuple[float, int, Ranked]] = []
    for chunk in chunked(bounds, _CHUNK):
        if len(best) == top and best[0][0] > chunk[0][0]:
            break
        for ranked in judge([contact for _, contact in chunk]):
            if ranked.is_ready:
                entry = (ranked.score.total, -ranked.who.id, ranked)
                if len(best) < top:
                    heapq.heappush(best, entry)
                else:
                    heapq.heappushpop(best, entry)
    ordered = [ranked for _, _, ranked in sorted(best, reverse=True)]
    return tuple(ranked._replace(rank=n) for n, ranked in enumerate(ordered, start=1))


def everybody(
    connection: sqlite3.Connection,
    today: dt.date,
    settings: Settings,
    target: Target | None = None,
) -> tuple[Ranked, ...]:
    """All contacts: those who are ready, best first, then the others with what blocks."""
    judge = _judge(connection, today, settings, target)
    ids = numbers(connection, "select id from contact order by id")
    found = [ranked for chunk in chunked(ids, _ALL) for ranked in judge(chunk)]
    found.sort(key=lambda r: (not r.is_ready, -r.score.total, r.who.id))
    return tuple(
        ranked._replace(rank=n if ranked.is_ready else None)
        for n, ranked in enumerate(found, start=1)
    )


def judged(
    connection: sqlite3.Connection,
    ids: Sequence[int],
    today: dt.date,
    settings: Settings,
    target: Target | None = None,
) -> tuple[Ranked, ...]:
    """These contacts with score and closed gates, in their order and without a rank."""
    return _judge(connection, today, settings, target)(ids)


def explained(
    connection: sqlite3.Connection,
    contact: int,
    today: dt.date,
    settings: Settings,
    target: Target | None = None,
) -> Ranked:
    """One contact term by term, with the chance of a yes."""
    [ranked] = _judge(connection, today, settings, target)([contact])
    answers = [a for several in ask_states(connection, None, today).values() for a in several]
    percent = {g: settings.number(f"chance.{g}") for g in DEFAULT_PERCENT}
    found = chance(
        ranked.who.basis,
        ranked.who.rapport.days,
        outcomes_of(answers),
        last_ask_lapsed=ranked.who.soured is not None and ranked.who.soured.has_lapsed,
        percent=percent,
    )
    return ranked._replace(chance=found)


def dormant_tie(connection: sqlite3.Connection, today: dt.date) -> Contact | None:
    """One contact with a basis, long out of touch: another each ISO week."""
    ids = numbers(
        connection,
        f"""
        select c.id from contact c join rapport r on r.contact_id = c.id
        where {BASIS} <> 'other' and c.status = 'active' and r.last_on < :long_ago
        order by c.id
        """,
        {"long_ago": (today - dt.timedelta(days=_DORMANT_DAYS)).isoformat()},
    )
    if not ids:
        return None
    year, week, _ = today.isocalendar()
    chosen = ids[(year * 53 + week) % len(ids)]
    return contacts_by_id(connection, [chosen], today)[0]


def points_table(settings: Settings) -> dict[str, int]:
    """The points of the score that are in force."""
    return {name: settings.number(f"score.{name}") for name in DEFAULT_POINTS}


def _judge(
    connection: sqlite3.Connection,
    today: dt.date,
    settings: Settings,
    target: Target | None,
) -> Callable[[Sequence[int]], tuple[Ranked, ...]]:
    gates, points = gate_numbers(settings), points_table(settings)
    kind = TargetKind.CLIENT if target is None else target.kind

    def judge(ids: Sequence[int]) -> tuple[Ranked, ...]:
        people = standings(connection, ids, today, settings)
        fits = _fits(connection, ids, target)
        return tuple(
            Ranked(
                None,
                who,
                score(
                    who,
                    today,
                    fit=fits.get(who.id),
                    points=points,
                    numbers=gates,
                ),
                blockers(who, today, gates, kind),
            )
            for who in people
        )

    return judge


def _fits(
    connection: sqlite3.Connection, ids: Sequence[int], target: Target | None
) -> Mapping[int, TargetFit]:
    """How well each contact fits a target; nothing is looked up where none is named."""
    if target is None:
        return {}
    from refcli.read.backgrounds import target_fits

    return target_fits(connection, ids, target)


def _askable(connection: sqlite3.Connection, today: dt.date) -> Iterator[tuple[int, Glimpse]]:
    """Those whose basis, work, introductions or favors may let them be asked, at a glance."""
    for row in rows(connection, _AskableRow, _ASKABLE):
        yield (
            row.id,
            Glimpse(
                bases_of(
                    Basis(row.basis),
                    map(Basis, (row.more or "").split()),
                    has_earned=bool(row.has_earned),
                ),
                rapport_on(row.rapport_key, None, today).days,
                bool(row.has_work),
                bool(row.has_introduced),
                bool(row.has_exchanged_favors),
                bool(row.has_praised),
            ),
        )
