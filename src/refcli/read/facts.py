"""Lives: the facts of contacts, as they are played.

A contact's own facts, and those of every ask, introduction and engagement that they are a party to,
with all steps and decisions of it, and nothing further: a network is never replayed as one.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from refcli.domain.columns import TABLES
from refcli.domain.contacts import DIED, ContactStep
from refcli.domain.intros import IntroDirection, first_state
from refcli.domain.obligations import facts as f
from refcli.errors import UnknownName
from refcli.read.rows import (
    BASIS,
    IS_PARTNER,
    chunked,
    converters,
    marks,
    numbers,
    one_number,
    rows,
)

# The day on which an acquaintance with a contact `c` began, from which rapport is reckoned: known
# or client since, an import's own date, the first work, or its creation.
FIRST_DAY = (
    "min(coalesce(c.since, c.created_on), coalesce(c.known_since, c.created_on), c.created_on,"
    " coalesce((select min(e.delivered_on) from engagement e where e.contact_id = c.id),"
    " c.created_on))"
)
# The days of exchange that rapport is made of; who was tried in vain was not spoken with.
EXCHANGED = (
    "select distinct ic.contact_id, i.on_date, i.direction from interaction_contact ic"
    " join interaction i on i.id = ic.interaction_id where not i.is_attempt"
)
_CHUNK = 200
Shape = TypeVar("Shape", bound=NamedTuple)
_Found = dict[int, list[f.Fact]]

_HEAD = 'id, contact_id as contact, on_date as "on", recorded_on'
_WORK = (
    'select id, contact_id as contact, delivered_on as "on", recorded_on, rating'
    " from engagement where delivered_on is not null and contact_id in ({})"
)
# Facts about one contact: the shape, and the query of its fields in their order.
_OWN: tuple[tuple[type[NamedTuple], str], ...] = (
    (
        f.Worked,
        _WORK,
    ),
    (f.Favored, f"select {_HEAD}, given from favor where contact_id in ({{}})"),
    (f.Praised, f"select {_HEAD} from testimonial where contact_id in ({{}})"),
    (f.Noted, f"select {_HEAD}, due_on as due, text, every from custom where contact_id in ({{}})"),
    (
        f.Appointed,
        f"select {_HEAD}, day, at_time as at from appointment where contact_id in ({{}})",
    ),
)
_STEPS: dict[str, tuple[type[NamedTuple], str]] = {
    ContactStep.TIER: (f.Tiered, ", value as tier"),
    ContactStep.REST: (f.Rested, ", until"),
    ContactStep.RETURN: (f.Returned, ""),
    ContactStep.DROP: (f.Dropped, f", value is '{DIED}' as has_died"),
    ContactStep.TAUGHT: (f.Taught, ""),
    ContactStep.JOB: (f.JobChanged, ""),
}
# An ask that was planned was told on the day of its plan.
_ASKS = (
    "select id, contact_id as contact,"
    ' case when planned_for is null then on_date else recorded_on end as "on",'
    " recorded_on, planned_for from ask where contact_id in ({})"
)
_ANSWERS = (
    'select s.id, s.ask_id as ask, s.on_date as "on", s.recorded_on, s.answer, s.until'
    " from ask_step s join ask a on a.id = s.ask_id where a.contact_id in ({})"
)
_EXCHANGES = (
    'select i.id, ic.contact_id as contacts, i.on_date as "on",'
    " coalesce(i.recorded_on, i.on_date) as recorded_on, i.channel, i.direction, i.is_attempt,"
    " i.next_on, i.at_time as at, case i.channel when 'call' then i.text end as call"
    " from interaction_contact ic join interaction i on i.id = ic.interaction_id"
    " where ic.contact_id in ({})"
)
_THANKS = (
    f"select {_HEAD}, how, intro_id as intro, null as about from thanks"
    " where given and contact_id in ({})"
)
_INTROS = (
    'select id, on_date as "on", recorded_on, direction, rung, null as sources,'
    " null as prospects, receiver_id as receiver, fixed_ask_id as ask, kind,"
    " is_history as is_quiet, meeting_on as meeting from intro where id in ({})"
)
_SOURCES = (
    'select id, intro_id as intro, contact_id as contact, on_date as "on", recorded_on,'
    " fixed_ask_id as ask, is_history as is_quiet from intro_party"
    " where part = 'source' and intro_id in ({}) order by id"
)
_INTRO_STEPS = (
    'select id, intro_id as intro, on_date as "on", recorded_on, step,'
    " coalesce(fault, 'me') as fault, is_well, is_passed, is_history as is_quiet,"
    " meeting_on as meeting from intro_step where not implied and intro_id in ({}) order by id"
)
_DECISIONS = (
    'select id, on_date as "on", recorded_on, answer, null as about, until, note'
    " from decision where id in ({})"
)
_PEOPLE = (
    f"select c.id, c.thanks_by, {IS_PARTNER} or exists (select 1 from partner p"
    " where p.contact_id = c.id and not p.competitor) as is_partner,"
    f" c.tier is not null or {BASIS} <> 'other' as is_close from contact c where c.id in ({{}})"
)


def lives(connection: sqlite3.Connection, ids: Iterable[int]) -> Iterator[f.Life]:
    """The lives of these contacts, a chunk at a time."""
    ordered = sorted(set(ids))
    for chunk in chunked(ordered, _CHUNK):
        yield from _Chunk(connection, chunk).lives()


def life(connection: sqlite3.Connection, contact: int) -> f.Life:
    """One contact's life."""
    [found] = lives(connection, [contact])
    return found


class _Chunk:
    """The facts of some contacts, each loaded for all of them at once."""

    def __init__(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        self.connection, self.ids = connection, ids
        wanted = marks(ids)
        self.intros_of = self._pairs(
            f"select contact_id, intro_id from intro_party where contact_id in ({wanted})"
            f" union select receiver_id, id from intro where receiver_id in ({wanted})"
        )
        intros = marks(sorted({i for found in self.intros_of.values() for i in found}))
        self.parties = self._pairs(
            f"select intro_id, contact_id from intro_party where intro_id in ({intros})"
            f" union select id, receiver_id from intro where id in ({intros})"
            " and receiver_id is not null"
        )
        everybody = marks({p for found in self.parties.values() for p in found} | set(ids))
        self.people = {p.id: p for p in self._facts(f.Person, _PEOPLE, everybody)}
        self.steps: _Found = {}
        for step, (shape, more) in _STEPS.items():
            query = f"select {_HEAD}{more} from contact_step where step = '{step}'"
            self._keep(self.steps, shape, f"{query} and contact_id in ({{}})", everybody)
        self.own = self._own(wanted)
        self.intros = self._intros(intros)
        self.decisions = self._decisions(wanted, intros)

    def lives(self) -> Iterator[f.Life]:
        """A life for each of the contacts who are there."""
        for contact in self.ids:
            if contact in self.people:
                yield self._life(contact)

    def _life(self, contact: int) -> f.Life:
        found = [*self.steps.get(contact, ()), *self.own.get(contact, ())]
        known = {contact}
        for intro in self.intros_of.get(contact, ()):
            found += self.intros.get(intro, ())
            known.update(self.parties.get(intro, ()))
        for party in known - {contact}:
            comings = (f.Dropped, f.Returned, f.Rested)
            found += [step for step in self.steps.get(party, ()) if isinstance(step, comings)]
        origins = [("contact", contact)]
        origins += [("intro", intro) for intro in self.intros_of.get(contact, ())]
        decided = {d.id: d for origin in origins for d in self.decisions.get(origin, ())}
        found += decided.values()
        people = tuple(self.people[p] for p in sorted(known) if p in self.people)
        return f.Life(contact, tuple(found), people)

    def _own(self, wanted: str) -> _Found:
        found: _Found = {}
        for shape, query in _OWN:
            self._keep(found, shape, query, wanted)
        whose = {}
        for ask in self._facts(f.Asked, _ASKS, wanted):
            whose[ask.id] = ask.contact
            found.setdefault(ask.contact, []).append(ask)
        for answer in self._facts(f.Answered, _ANSWERS, wanted):
            found[whose[answer.ask]].append(answer)
        for exchange in self._facts(f.Exchanged, _EXCHANGES, wanted):
            [contact] = exchange.contacts
            found.setdefault(contact, []).append(exchange)
        named = self._abouts("thanks_about", "thanks_id", f"contact_id in ({wanted})")
        for thanks in self._facts(f.Thanked, _THANKS, wanted):
            about = frozenset(named.get(thanks.id, ()))
            found.setdefault(thanks.contact, []).append(thanks._replace(about=about))
        return found

    def _intros(self, wanted: str) -> _Found:
        prospects = self._pairs(
            "select intro_id, contact_id from intro_party"
            f" where part = 'prospect' and intro_id in ({wanted}) order by id"
        )
        sources: dict[int, list[f.Joined]] = {}
        for source in self._facts(f.Joined, _SOURCES, wanted):
            sources.setdefault(source.intro, []).append(source)
        found: _Found = {}
        for intro in self._facts(f.Introduced, _INTROS, wanted):
            of_it = sources.get(intro.id, [])
            first = [s for s in of_it if s.on <= intro.on] or of_it[:1]
            whole = intro._replace(
                sources=tuple(s.contact for s in first), prospects=tuple(prospects[intro.id])
            )
            found[intro.id] = [whole, *(s for s in of_it if s not in first)]
        begun: set[int] = set()
        for step in self._facts(f.Stepped, _INTRO_STEPS, wanted):
            is_first = step.intro not in begun
            begun.add(step.intro)
            if not (is_first and _says_the_same(found[step.intro][0], step)):
                found[step.intro].append(step)
        return found

    def _decisions(self, wanted: str, intros: str) -> dict[f.Origin, list[f.Decided]]:
        """By whom or which introduction they are about, decisions."""
        numbers = (
            "select decision_id from decision_about"
            f" where contact_id in ({wanted}) or intro_id in ({intros})"
        )
        about = self._abouts("decision_about", "decision_id", f"decision_id in ({numbers})")
        found: dict[f.Origin, list[f.Decided]] = {}
        for decision in self._facts(f.Decided, _DECISIONS, marks(about)):
            whole = decision._replace(about=frozenset(about[decision.id]))
            for base in whole.about:
                found.setdefault(("contact", base.party), []).append(whole)
                found.setdefault(base.origin, []).append(whole)
        return found

    def _abouts(self, table: str, owner: str, condition: str) -> dict[int, list[f.Base]]:
        origins = [name for name in TABLES[table].columns if name in _ORIGINS]
        found: dict[int, list[f.Base]] = {}
        for of, party, kind, rule, *told in self.connection.execute(
            f"select {owner}, contact_id, kind, rule, {', '.join(origins)}"
            f" from {table} where {condition}"
        ).fetchall():
            pairs = zip(origins, told, strict=True)
            origin = next(
                ((_ORIGINS[name], number) for name, number in pairs if number is not None),
                ("contact", party),
            )
            found.setdefault(of, []).append(f.Base(origin, rule, kind, party))
        return found

    def _pairs(self, query: str) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for key, value in self.connection.execute(query).fetchall():
            found.setdefault(key, []).append(value)
        return found

    def _keep(self, found: _Found, shape: Any, query: str, wanted: str) -> None:
        for fact in self._facts(shape, query, wanted):
            found.setdefault(fact.contact, []).append(fact)

    def _facts(self, shape: type[Shape], query: str, wanted: str) -> list[Any]:
        """The rows of a query as facts, days as days and words as words of the domain."""
        make = _maker(shape)
        return [make(row) for row in rows(self.connection, shape, query.format(wanted))]


# What each column of an origin points to, by the name that origins have.
_ORIGINS = {
    name: name.removesuffix("_id")
    for name, column in TABLES["decision_about"].columns.items()
    if column.to not in ("", "contact", "decision")
}


@cache
def _maker(shape: type[Shape]) -> Callable[[Shape], Shape]:
    """What makes a fact of a row of its shape, whose values are as SQLite has them."""
    changed = tuple(converters(shape))
    flags = [name for name, kind in shape.__annotations__.items() if kind is bool]
    lists = [name for name, kind in shape.__annotations__.items() if kind == tuple[int, ...]]

    def make(row: Shape) -> Shape:
        values = {name: convert(getattr(row, name)) for name, convert in changed}
        values |= {name: bool(getattr(row, name)) for name in flags}
        values |= {name: _listed(getattr(row, name)) for name in lists}
        return row._replace(**values)

    return make


def _listed(value: int | None) -> tuple[int, ...]:
    return () if value is None else (value,)


def _says_the_same(intro: f.Fact, step: f.Stepped) -> bool:
    """Whether a step is how its introduction began, which the introduction itself says."""
    if not isinstance(intro, f.Introduced) or step.on != intro.on:
        return False
    if intro.direction is IntroDirection.GIVEN:
        return step.step == "proposed"
    return step.step is first_state(intro.rung)


def is_unsettled(connection: sqlite3.Connection) -> bool:
    """Whether somebody was not played yet since the layout of the store changed."""
    return bool(one_number(connection, "select exists (select 1 from unsettled)"))


def parties_of(connection: sqlite3.Connection, intro: int) -> frozenset[int]:
    """Who has a part in an introduction; raises UnknownName when there is none of that id."""
    found = numbers(
        connection,
        "select contact_id from intro_party where intro_id = :intro"
        " union select receiver_id from intro where id = :intro and receiver_id is not null",
        {"intro": intro},
    )
    if not found:
        raise UnknownName(f"no introduction has the id {intro}", "see: refcli intro list")
    return frozenset(found)
