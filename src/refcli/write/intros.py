"""Introductions received: recorded, and taken step by step."""

import datetime as dt
from dataclasses import dataclass, field

from sqlmodel import select

from refcli.domain.contacts import Basis, ContactFields
from refcli.domain.dates import day_text
from refcli.domain.interactions import Channel
from refcli.domain.intros import (
    LOST_STATES,
    OPEN_INTRO_STATES,
    RUNG_WORDS,
    Intro,
    IntroDirection,
    IntroState,
    Rung,
)
from refcli.domain.lifecycle import first_state, implied_steps, intro_may
from refcli.domain.money import money_text
from refcli.domain.plan import Event
from refcli.domain.playbook import Fact, Party
from refcli.domain.text import clean_line, clean_text, quoted
from refcli.errors import Refused, UnknownName, UsageError
from refcli.read.asks import ask, asks
from refcli.read.intros import intro, intros
from refcli.write.asks import introduced
from refcli.write.contacts import (
    add_contact,
    became_referred,
    contact_row,
    dropped_among,
    edit_contact,
)
from refcli.write.events import happen
from refcli.write.interactions import record_interaction
from refcli.write.session import Writing
from refcli.write.tables.intro import IntroRow, IntroStepRow


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroCommand:
    """A received introduction as the user tells it; `prospect` None means a new contact."""

    source: int
    prospect: int | None
    prospect_name: str
    on: dt.date
    rung: Rung = Rung.TOLD
    ask: int | None = None
    need: str | None = None
    fields: ContactFields = field(default_factory=ContactFields)
    reached: bool = False
    is_history: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCommand:
    """One step of an introduction's way."""

    step: IntroState
    on: dt.date
    note: str | None = None
    channel: Channel | None = None
    value_cents: int | None = None


def receive_intro(work: Writing, command: IntroCommand) -> int:
    """Record a received introduction and return its id."""
    source = contact_row(work, command.source)
    prospect = _prospect(work, command)
    _refuse_double(work, command.source, prospect)
    ask_id = _linked_ask(work, command)
    state = first_state(command.rung)
    row = IntroRow(
        direction=IntroDirection.RECEIVED,
        source_id=command.source,
        prospect_id=prospect,
        ask_id=ask_id,
        on_date=command.on,
        rung=command.rung,
        state=state,
        need=clean_line(command.need or "") or None,
        made_on=command.on if state is IntroState.MADE else None,
        is_history=command.is_history,
    )
    work.session.add(row)
    work.session.flush()
    _add_step(work, row, state, command.on)
    name = contact_row(work, prospect).name
    verb = "named" if state is IntroState.NAMED else "introduced"
    work.say(
        f"{source.name} {verb} {name}, {day_text(command.on, work.today)}:"
        f" {RUNG_WORDS[command.rung]} (intro {row.id})"
    )
    _happened(work, row, state, command.on, implied=command.is_history)
    if state is IntroState.MADE and ask_id is not None:
        introduced(work, ask_id)
    if command.reached:
        take_step(work, row.id or 0, StepCommand(step=IntroState.REACHED, on=command.on))
    elif not command.is_history:
        step = "made" if state is IntroState.NAMED else "reached"
        work.hint(f"then: refcli intro {step} {quoted(name)}")
    return row.id or 0


def _prospect(work: Writing, command: IntroCommand) -> int:
    if command.prospect == command.source:
        raise UsageError("the source and the prospect are the same person")
    if command.prospect is None:
        base = command.fields
        fields = ContactFields(
            organization=base.organization,
            emails=base.emails,
            phones=base.phones,
            basis=Basis.REFERRED,
            through=command.source,
        )
        return add_contact(work, command.prospect_name, fields)
    if not command.fields.is_empty:
        edit_contact(work, command.prospect, command.fields)
    became_referred(work, command.prospect, command.source)
    return command.prospect


def _refuse_double(work: Writing, source: int, prospect: int) -> None:
    work.flush()
    for known in intros(work.connection, source=source, only_open=True):
        if known.prospect.id == prospect:
            raise Refused(
                f"{known.prospect.name} was introduced by the same source already,"
                f" and that is {known.state} (intro {known.id})",
                f"refcli intro show {known.id}",
            )


def _linked_ask(work: Writing, command: IntroCommand) -> int | None:
    if command.ask is not None:
        meant = ask(work.connection, command.ask, work.today)
        if meant.contact.id != command.source:
            raise UsageError(
                f"ask {meant.id} was to {meant.contact.name}, not to this source",
                f"refcli ask show {meant.id}",
            )
        return meant.id
    if command.is_history:
        return None
    found = asks(work.connection, work.today, contact=command.source, only_open=True)
    return next((a.id for a in found if a.state != "planned"), None)


def intro_row(work: Writing, intro_id: int) -> IntroRow:
    """The row of an introduction; raises UnknownName when there is none of that id."""
    row = work.session.get(IntroRow, intro_id)
    if row is None:
        raise UnknownName(f"no introduction has the id {intro_id}", "see: refcli intro list")
    return row


def take_step(work: Writing, intro_id: int, command: StepCommand) -> None:
    """Take one step; steps that it implies get the same day and open nothing."""
    row = intro_row(work, intro_id)
    work.flush()
    known = intro(work.connection, intro_id)
    _refuse_step(known, command)
    taken = frozenset(step.step for step in known.steps)
    for implied in implied_steps(command.step, taken):
        _add_step(work, row, implied, command.on, implied=True)
        if implied is IntroState.MADE:
            row.made_on = row.made_on or command.on
        _happened(work, row, implied, command.on, implied=True)
    if command.step in (IntroState.MADE, IntroState.REACHED, IntroState.WON):
        row.made_on = row.made_on or command.on
        if row.ask_id is not None:
            introduced(work, row.ask_id)
    is_new_value = row.state == command.step
    row.state = command.step
    row.value_cents = row.value_cents if command.value_cents is None else command.value_cents
    row.version += 1
    _add_step(work, row, command.step, command.on, note=command.note)
    _say_step(work, known, command)
    if is_new_value:
        return
    _happened(work, row, command.step, command.on)
    if command.step is IntroState.REACHED:
        record_interaction(
            work,
            [row.prospect_id],
            on=command.on,
            channel=command.channel or Channel.CALL,
            text=command.note or "",
            origin="intro",
            origin_id=row.id,
        )
    _hint_next(work, known, command.step)


def _refuse_step(known: Intro, command: StepCommand) -> None:
    may = intro_may(known.direction, known.state, command.step)
    if known.state is IntroState.WON and command.step is IntroState.WON:
        may = command.value_cents is not None
    if not may:
        raise Refused(
            f"intro {known.id} with {known.prospect.name} is {known.state},"
            f" so it cannot become {command.step}",
            f"refcli intro show {known.id}",
        )
    latest = max((step.on for step in known.steps), default=known.on)
    if command.on < latest:
        raise UsageError(
            f"{command.on.isoformat()} is before the last step of intro {known.id},"
            f" which was on {latest.isoformat()}",
            f"give a later day, or correct it: refcli intro edit {known.id} --on WHEN",
        )


def _add_step(
    work: Writing,
    row: IntroRow,
    step: IntroState,
    on: dt.date,
    *,
    note: str | None = None,
    implied: bool = False,
) -> None:
    text = clean_text(note or "") or None
    work.session.add(
        IntroStepRow(intro_id=row.id or 0, step=step, on_date=on, note=text, implied=implied)
    )
    work.session.add(row)
    work.session.flush()


_RULES: dict[IntroDirection, dict[IntroState, str]] = {
    IntroDirection.RECEIVED: {
        IntroState.NAMED: "intro-named",
        IntroState.MADE: "intro-made",
        IntroState.REACHED: "intro-reached",
        IntroState.WON: "intro-won",
        **dict.fromkeys(LOST_STATES, "intro-lost"),
        IntroState.BAD: "intro-bad",
        IntroState.REPAIRED: "intro-repaired",
    },
    IntroDirection.GIVEN: {
        IntroState.PROPOSED: "give-proposed",
        IntroState.MADE: "give-made",
        IntroState.REACHED: "give-reached",
        IntroState.WON: "give-ended",
        **dict.fromkeys(LOST_STATES, "give-ended"),
        IntroState.REFUSED_CONSENT: "give-ended",
        IntroState.BAD: "intro-bad",
        IntroState.REPAIRED: "intro-repaired",
    },
}


def _happened(
    work: Writing, row: IntroRow, step: IntroState, on: dt.date, *, implied: bool = False
) -> None:
    parties = {
        party: contact
        for party, contact in (
            (Party.SOURCE, row.source_id),
            (Party.PROSPECT, row.prospect_id),
            (Party.PARTNER, row.receiver_id),
        )
        if contact is not None
    }
    happen(
        work,
        Event(
            rule=_RULES[IntroDirection(row.direction)][step],
            on=on,
            parties=parties,
            ask=row.ask_id,
            intro=row.id,
            facts=_facts(work, row),
            dropped=dropped_among(work, parties.values()),
            implied=implied,
        ),
    )


def _facts(work: Writing, row: IntroRow) -> frozenset[Fact]:
    facts = set()
    if row.source_id is not None and contact_row(work, row.source_id).taught_on is not None:
        facts.add(Fact.TAUGHT)
    if row.ask_id is not None:
        thanked = work.connection.execute(
            "select exists (select 1 from thanks where ask_id = :ask and given = 1)",
            {"ask": row.ask_id},
        ).fetchone()
        if thanked[0]:
            facts.add(Fact.THANKED_FOR_ASK)
    return frozenset(facts)


def _say_step(work: Writing, known: Intro, command: StepCommand) -> None:
    when = day_text(command.on, work.today)
    name = known.prospect.name
    if command.step is IntroState.WON:
        cents = command.value_cents
        currency = work.settings.text("currency")
        value = "" if cents is None else f", worth {money_text(cents, currency)}"
        work.say(f"won {name} as a client, {when}{value} (intro {known.id})")
    elif command.step in LOST_STATES:
        work.say(f"{name} came to nothing, {when}: {command.step} (intro {known.id})")
    elif command.step is IntroState.REACHED:
        work.say(f"reached {name}, {when} (intro {known.id})")
    elif command.step is IntroState.MADE:
        work.say(f"the introduction to {name} is made, {when} (intro {known.id})")
    else:
        work.say(f"intro {known.id} with {name} is {command.step}, {when}")


def _hint_next(work: Writing, known: Intro, step: IntroState) -> None:
    name = quoted(known.prospect.name)
    if step is IntroState.REACHED:
        work.hint(f"when it is decided: refcli intro won {name} --value 1200, or intro lost {name}")
    if step is IntroState.MADE:
        work.hint(f"then: refcli intro reached {name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroEdit:
    """What is to change about an introduction; None leaves as it is."""

    on: dt.date | None = None
    rung: Rung | None = None
    ask: int | None = None
    need: str | None = None
    value_cents: int | None = None


def edit_intro(work: Writing, intro_id: int, edit: IntroEdit) -> None:
    """Correct an introduction; its state changes by steps only."""
    row = intro_row(work, intro_id)
    known = intro(work.connection, intro_id)
    if edit.rung is not None:
        if known.state in OPEN_INTRO_STATES and first_state(edit.rung) != first_state(known.rung):
            raise Refused(
                f"the rung decides whether intro {intro_id} is made, so it moves by a step",
                f"refcli intro made {intro_id}",
            )
        row.rung = edit.rung
    if edit.on is not None:
        _move(work, row, known, edit.on)
    if edit.ask is not None:
        meant = ask(work.connection, edit.ask, work.today)
        if meant.contact.id != row.source_id:
            raise UsageError(f"ask {meant.id} was to {meant.contact.name}, not to this source")
        row.ask_id = meant.id
        if row.made_on is not None:
            introduced(work, meant.id)
    if edit.need is not None:
        row.need = clean_line(edit.need) or None
    if edit.value_cents is not None:
        row.value_cents = edit.value_cents
    row.version += 1
    work.session.add(row)
    work.session.flush()
    work.say(f"changed intro {intro_id} with {known.prospect.name}")


def _move(work: Writing, row: IntroRow, known: Intro, on: dt.date) -> None:
    """Correct the day of the introduction, which is its first step's."""
    later = [step.on for step in known.steps if step.on != known.on]
    if later and on > min(later):
        raise UsageError(
            f"{on.isoformat()} is after the next step of intro {known.id}, {min(later)}"
        )
    query = select(IntroStepRow).where(
        IntroStepRow.intro_id == row.id, IntroStepRow.on_date == known.on
    )
    for step in work.session.exec(query).all():
        step.on_date = on
        work.session.add(step)
    if row.made_on == known.on:
        row.made_on = on
    row.on_date = on
