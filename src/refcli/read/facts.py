"""Lives: the facts of contacts, as they are played.

A contact's own facts, and those of every ask, introduction and engagement that they are a party to,
with all steps and decisions of it, and nothing further: a network is never replayed as one.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from refcli.domain.asks import Answer, TargetKind
from refcli.domain.contacts import Basis, ContactStep, Tier
from refcli.domain.interactions import Channel, Direction
from refcli.domain.intros import Fault, IntroDirection, IntroState, Rung
from refcli.domain.obligations import facts as f
from refcli.domain.thanks import ThanksHow
from refcli.read.rows import a_day, columns, day, marks, rows

_CHUNK = 200
T = TypeVar("T")
_Found = dict[int, list[T]]


class _Person(NamedTuple):
    id: int
    thanks_by: str | None
    basis: str
    tier: str | None
    is_partner: int


class _Step(NamedTuple):
    id: int
    contact_id: int
    step: str
    value: str | None
    until: str | None
    on_date: str
    recorded_on: str


class _Work(NamedTuple):
    id: int
    contact_id: int
    delivered_on: str
    recorded_on: str
    rating: int | None


class _Ask(NamedTuple):
    id: int
    contact_id: int
    on_date: str
    recorded_on: str
    planned_for: str | None


class _AskStep(NamedTuple):
    id: int
    ask_id: int
    on_date: str
    recorded_on: str
    answer: str
    until: str | None


class _Intro(NamedTuple):
    id: int
    direction: str
    receiver_id: int | None
    on_date: str
    recorded_on: str
    rung: str
    kind: str
    is_history: int
    meeting_on: str | None
    fixed_ask_id: int | None


class _Party(NamedTuple):
    id: int
    intro_id: int
    contact_id: int
    part: str
    on_date: str
    recorded_on: str
    fixed_ask_id: int | None
    is_history: int


class _IntroStep(NamedTuple):
    id: int
    intro_id: int
    on_date: str
    recorded_on: str
    step: str
    fault: str | None
    is_well: int
    is_passed: int
    is_history: int
    meeting_on: str | None


class _Exchange(NamedTuple):
    id: int
    contact_id: int
    on_date: str
    recorded_on: str
    channel: str
    direction: str
    is_attempt: int
    next_on: str | None


class _Dated(NamedTuple):
    id: int
    contact_id: int
    on_date: str
    recorded_on: str


class _Favor(NamedTuple):
    id: int
    contact_id: int
    on_date: str
    recorded_on: str
    given: int


class _Thanks(NamedTuple):
    id: int
    contact_id: int
    on_date: str
    recorded_on: str
    how: str | None
    intro_id: int | None


class _Custom(NamedTuple):
    id: int
    contact_id: int
    on_date: str
    recorded_on: str
    due_on: str
    text: str
    every: str | None


class _Appointment(NamedTuple):
    id: int
    contact_id: int
    on_date: str
    recorded_on: str
    day: str


class _Decision(NamedTuple):
    id: int
    answer: str
    on_date: str
    until: str | None
    note: str | None
    recorded_on: str


class _About(NamedTuple):
    of: int
    contact_id: int
    kind: str
    rule: str
    ask_id: int | None
    intro_id: int | None
    engagement_id: int | None
    custom_id: int | None
    appointment_id: int | None
    job_id: int | None


def lives(connection: sqlite3.Connection, ids: Iterable[int]) -> Iterator[f.Life]:
    """The lives of these contacts, a chunk at a time."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), _CHUNK):
        yield from _Chunk(connection, ordered[start : start + _CHUNK]).lives()


def life(connection: sqlite3.Connection, contact: int) -> f.Life:
    """One contact's life."""
    [found] = lives(connection, [contact])
    return found


class _Chunk:
    """The facts of some contacts, each loaded for all of them at once."""

    def __init__(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        self.connection, self.ids = connection, ids
        self.wanted = marks(ids)
        self.intro_ids: _Found[int] = {}
        self._find_intros()
        every_intro = sorted({i for found in self.intro_ids.values() for i in found})
        self.intros = self._intros(marks(every_intro))
        self.parties = self._parties_of_intros(marks(every_intro))
        others = sorted({p for found in self.parties.values() for p in found} | set(ids))
        self.steps = self._contact_steps(marks(others))
        self.people = self._people(marks(others))
        self.asks = self._asks()
        self.own: _Found[f.Fact] = {}
        self._load_own()
        self.decisions_by_contact: _Found[int] = {}
        self.decisions_by_intro: _Found[int] = {}
        self.decisions = self._decisions(marks(every_intro))

    def lives(self) -> Iterator[f.Life]:
        """A life for each of the contacts who are there."""
        for contact in self.ids:
            if contact in self.people:
                yield self._life(contact)

    def _life(self, contact: int) -> f.Life:
        found: list[f.Fact] = [*self.steps.get(contact, ()), *self.asks.get(contact, ())]
        found += self.own.get(contact, ())
        known = {contact}
        decided = set(self.decisions_by_contact.get(contact, ()))
        for intro in self.intro_ids.get(contact, ()):
            found += self.intros.get(intro, ())
            decided.update(self.decisions_by_intro.get(intro, ()))
            for party in self.parties.get(intro, ()):
                if party not in known:
                    known.add(party)
                    comings = (f.Dropped, f.Returned)
                    found += [s for s in self.steps.get(party, ()) if isinstance(s, comings)]
        found += [self.decisions[number] for number in sorted(decided)]
        people = tuple(self.people[p] for p in sorted(known) if p in self.people)
        return f.Life(contact, tuple(found), people)

    def _find_intros(self) -> None:
        for contact, intro in self.connection.execute(
            f"select contact_id, intro_id from intro_party where contact_id in ({self.wanted})"
            f" union select receiver_id, id from intro where receiver_id in ({self.wanted})"
        ).fetchall():
            self.intro_ids.setdefault(contact, []).append(intro)

    def _people(self, wanted: str) -> dict[int, f.Person]:
        query = (
            "select c.id, c.thanks_by, c.basis, c.tier, c.basis = 'partner' or exists ("
            " select 1 from partner p where p.contact_id = c.id and not p.competitor)"
            f" as is_partner from contact c where c.id in ({wanted})"
        )
        return {
            row.id: f.Person(
                row.id,
                None if row.thanks_by is None else ThanksHow(row.thanks_by),
                bool(row.is_partner),
                row.tier is not None or row.basis != Basis.OTHER,
            )
            for row in rows(self.connection, _Person, query)
        }

    def _contact_steps(self, wanted: str) -> _Found[f.Fact]:
        found: _Found[f.Fact] = {}
        query = f"select {columns(_Step)} from contact_step where contact_id in ({wanted})"
        for row in rows(self.connection, _Step, query):
            found.setdefault(row.contact_id, []).append(_contact_fact(row))
        return found

    def _asks(self) -> _Found[f.Fact]:
        found: _Found[f.Fact] = {}
        whose: dict[int, int] = {}
        query = f"select {columns(_Ask)} from ask where contact_id in ({self.wanted})"
        for row in rows(self.connection, _Ask, query):
            whose[row.id] = row.contact_id
            fact = f.Asked(
                row.id,
                row.contact_id,
                a_day(row.on_date),
                a_day(row.recorded_on),
                day(row.planned_for),
            )
            found.setdefault(row.contact_id, []).append(fact)
        query = f"select {columns(_AskStep)} from ask_step where ask_id in ({marks(whose)})"
        for step in rows(self.connection, _AskStep, query):
            answered = f.Answered(
                step.id,
                step.ask_id,
                a_day(step.on_date),
                a_day(step.recorded_on),
                Answer(step.answer),
                day(step.until),
            )
            found[whose[step.ask_id]].append(answered)
        return found

    def _intros(self, wanted: str) -> _Found[f.Fact]:
        found: _Found[f.Fact] = {}
        sources: _Found[_Party] = {}
        prospects: _Found[int] = {}
        query = (
            f"select {columns(_Party)} from intro_party where intro_id in ({wanted}) order by id"
        )
        for party in rows(self.connection, _Party, query):
            if party.part == "source":
                sources.setdefault(party.intro_id, []).append(party)
            else:
                prospects.setdefault(party.intro_id, []).append(party.contact_id)
        query = f"select {columns(_Intro)} from intro where id in ({wanted})"
        for row in rows(self.connection, _Intro, query):
            found[row.id] = _intro_facts(
                row, sources.get(row.id, []), tuple(prospects.get(row.id, ()))
            )
        query = (
            f"select {columns(_IntroStep)} from intro_step"
            f" where intro_id in ({wanted}) and not implied"
        )
        for step in rows(self.connection, _IntroStep, query):
            if step.step not in _FIRST or not _is_first(found[step.intro_id], step):
                found[step.intro_id].append(_step_fact(step))
        return found

    def _parties_of_intros(self, wanted: str) -> _Found[int]:
        found: _Found[int] = {}
        for intro, contact in self.connection.execute(
            f"select intro_id, contact_id from intro_party where intro_id in ({wanted})"
            f" union select id, receiver_id from intro where id in ({wanted})"
            " and receiver_id is not null"
        ).fetchall():
            found.setdefault(intro, []).append(contact)
        return found

    def _load_own(self) -> None:
        for contact, fact in self._own_facts():
            self.own.setdefault(contact, []).append(fact)

    def _own_facts(self) -> Iterator[tuple[int, f.Fact]]:
        wanted, connection = self.wanted, self.connection
        query = (
            "select ic.contact_id, i.id, i.on_date, i.recorded_on, i.channel, i.direction,"
            " i.is_attempt, i.next_on from interaction_contact ic"
            f" join interaction i on i.id = ic.interaction_id where ic.contact_id in ({wanted})"
        )
        for (
            contact,
            number,
            on,
            recorded,
            channel,
            direction,
            is_attempt,
            next_on,
        ) in connection.execute(query):
            yield (
                contact,
                f.Exchanged(
                    number,
                    (contact,),
                    a_day(on),
                    a_day(recorded or on),
                    Channel(channel),
                    Direction(direction),
                    bool(is_attempt),
                    day(next_on),
                ),
            )
        yield from self._given(wanted)
        yield from self._planned(wanted)

    def _given(self, wanted: str) -> Iterator[tuple[int, f.Fact]]:
        query = (
            f"select {columns(_Work)} from engagement"
            f" where contact_id in ({wanted}) and delivered_on is not null"
        )
        for work in rows(self.connection, _Work, query):
            yield work.contact_id, f.Worked(*_told(work, work.delivered_on), work.rating)
        query = f"select {columns(_Favor)} from favor where contact_id in ({wanted})"
        for favor in rows(self.connection, _Favor, query):
            yield favor.contact_id, f.Favored(*_told(favor, favor.on_date), bool(favor.given))
        query = f"select {columns(_Dated)} from testimonial where contact_id in ({wanted})"
        for praise in rows(self.connection, _Dated, query):
            yield praise.contact_id, f.Praised(*_told(praise, praise.on_date))
        query = f"select {columns(_Thanks)} from thanks where contact_id in ({wanted}) and given"
        about = self._abouts("thanks_about", "thanks_id", f"contact_id in ({wanted})")
        for thanks in rows(self.connection, _Thanks, query):
            how = None if thanks.how is None else ThanksHow(thanks.how)
            yield (
                thanks.contact_id,
                f.Thanked(
                    *_told(thanks, thanks.on_date),
                    how,
                    thanks.intro_id,
                    frozenset(about.get(thanks.id, ())),
                ),
            )

    def _planned(self, wanted: str) -> Iterator[tuple[int, f.Fact]]:
        query = f"select {columns(_Custom)} from custom where contact_id in ({wanted})"
        for row in rows(self.connection, _Custom, query):
            yield (
                row.contact_id,
                f.Noted(*_told(row, row.on_date), a_day(row.due_on), row.text, row.every),
            )
        query = f"select {columns(_Appointment)} from appointment where contact_id in ({wanted})"
        for meeting in rows(self.connection, _Appointment, query):
            told = _told(meeting, meeting.on_date)
            yield meeting.contact_id, f.Appointed(*told, a_day(meeting.day))

    def _decisions(self, intros: str) -> dict[int, f.Decided]:
        of = f"contact_id in ({self.wanted}) or intro_id in ({intros})"
        numbers = f"select decision_id from decision_about where {of}"
        about = self._abouts("decision_about", "decision_id", f"decision_id in ({numbers})")
        for number, bases in about.items():
            for base in bases:
                self.decisions_by_contact.setdefault(base.party, []).append(number)
                if base.origin[0] == "intro":
                    self.decisions_by_intro.setdefault(base.origin[1], []).append(number)
        query = f"select {columns(_Decision)} from decision where id in ({marks(about)})"
        return {
            row.id: f.Decided(
                row.id,
                a_day(row.on_date),
                a_day(row.recorded_on),
                row.answer,
                frozenset(about[row.id]),
                day(row.until),
                row.note,
            )
            for row in rows(self.connection, _Decision, query)
        }

    def _abouts(self, table: str, owner: str, condition: str) -> dict[int, list[f.Base]]:
        rest = (
            ", engagement_id, custom_id, appointment_id, job_id"
            if table == "decision_about"
            else ", null as engagement_id, null as custom_id, null as appointment_id,"
            " null as job_id"
        )
        query = (
            f"select {owner} as of, contact_id, kind, rule, ask_id, intro_id{rest}"
            f" from {table} where {condition}"
        )
        found: dict[int, list[f.Base]] = {}
        for row in rows(self.connection, _About, query):
            found.setdefault(row.of, []).append(_base(row))
        return found


_FIRST = frozenset({IntroState.NAMED, IntroState.PROPOSED, IntroState.MADE})
_ORIGINS = ("ask", "intro", "engagement", "custom", "appointment", "job")


def _base(row: _About) -> f.Base:
    values = zip(_ORIGINS, row[4:], strict=True)
    origin = next(((name, number) for name, number in values if number is not None), None)
    return f.Base(origin or ("contact", row.contact_id), row.rule, row.kind, row.contact_id)


def _told(
    row: _Work | _Favor | _Dated | _Thanks | _Custom | _Appointment, on: str
) -> tuple[int, int, dt.date, dt.date]:
    """What every fact about one contact begins with."""
    return row.id, row.contact_id, a_day(on), a_day(row.recorded_on)


def _contact_fact(row: _Step) -> f.Fact:
    head = (row.id, row.contact_id, a_day(row.on_date), a_day(row.recorded_on))
    match ContactStep(row.step):
        case ContactStep.TIER:
            return f.Tiered(*head, None if row.value is None else Tier(row.value))
        case ContactStep.REST:
            return f.Rested(*head, a_day(row.until or row.on_date))
        case ContactStep.DROP:
            return f.Dropped(*head, has_died=row.value == "died")
        case ContactStep.RETURN:
            return f.Returned(*head)
        case ContactStep.TAUGHT:
            return f.Taught(*head)
        case ContactStep.JOB:
            return f.JobChanged(*head)


def _intro_facts(
    row: _Intro, sources: Sequence[_Party], prospects: tuple[int, ...]
) -> list[f.Fact]:
    """The introduction with those sources who were in it from its day, and those who joined."""
    first = [s for s in sources if s.on_date <= row.on_date] or list(sources[:1])
    intro = f.Introduced(
        row.id,
        a_day(row.on_date),
        a_day(row.recorded_on),
        IntroDirection(row.direction),
        Rung(row.rung),
        tuple(s.contact_id for s in first),
        prospects,
        row.receiver_id,
        row.fixed_ask_id,
        TargetKind(row.kind),
        bool(row.is_history),
        day(row.meeting_on),
    )
    joined = [
        f.Joined(
            s.id,
            row.id,
            s.contact_id,
            a_day(s.on_date),
            a_day(s.recorded_on),
            s.fixed_ask_id,
            bool(s.is_history),
        )
        for s in sources
        if s not in first
    ]
    return [intro, *joined]


def _is_first(found: Sequence[f.Fact], step: _IntroStep) -> bool:
    """Whether a step is how its introduction began, which the introduction itself says."""
    intro = found[0]
    if not isinstance(intro, f.Introduced) or a_day(step.on_date) != intro.on:
        return False
    is_given = intro.direction is IntroDirection.GIVEN
    began = IntroState.PROPOSED if is_given else _began(intro.rung)
    return step.step == began


def _began(rung: Rung) -> IntroState:
    return IntroState.NAMED if rung in (Rung.NAME, Rung.CARD) else IntroState.MADE


def _step_fact(row: _IntroStep) -> f.Stepped:
    return f.Stepped(
        row.id,
        row.intro_id,
        a_day(row.on_date),
        a_day(row.recorded_on),
        IntroState(row.step),
        Fault.ME if row.fault is None else Fault(row.fault),
        is_well=bool(row.is_well),
        is_passed=bool(row.is_passed),
        is_quiet=bool(row.is_history),
        meeting=day(row.meeting_on),
    )
