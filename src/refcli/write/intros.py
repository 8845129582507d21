"""Introductions received: recorded, and taken step by step."""

import datetime as dt
from typing import NamedTuple

from sqlmodel import select

from refcli.domain.asks import TargetKind
from refcli.domain.contacts import Basis, ContactFields
from refcli.domain.intros import (
    OPEN_INTRO_STATES,
    Intro,
    IntroDirection,
    IntroState,
    Rung,
)
from refcli.domain.lifecycle import first_state
from refcli.domain.text import clean_line
from refcli.domain.typed import typed
from refcli.errors import Refused, UsageError
from refcli.read.asks import ask
from refcli.read.intros import intro, intros
from refcli.read.names import acquaintance
from refcli.write.contacts import (
    add_contact,
    became_referred,
    edit_contact,
    restore_contact,
)
from refcli.write.intro_steps import StepCommand, add_party, add_step, intro_row, take_step
from refcli.write.session import Writing
from refcli.write.tables.intro import IntroPartyRow, IntroRow, IntroStepRow

_THEN = {
    IntroState.NAMED: "made-next",
    IntroState.MADE: "reached-next",
}


class IntroCommand(NamedTuple):
    """A received introduction as the user tells it; an id of None means a new contact."""

    source: int | None
    prospect: int | None
    prospect_name: str
    on: dt.date
    rung: Rung = Rung.TOLD
    ask: int | None = None
    need: str | None = None
    fields: ContactFields = ContactFields()
    source_name: str = ""
    reached: bool = False
    is_history: bool = False
    kind: TargetKind = TargetKind.CLIENT
    meeting: dt.date | None = None


def receive_intro(work: Writing, command: IntroCommand) -> int:
    """Record a received introduction and return its id."""
    source_id = command.source
    if source_id is None:
        source_id = add_contact(work, command.source_name, ContactFields())
    source = acquaintance(work.connection, source_id)
    prospect = _prospect(work, command, source_id)
    _refuse_double(work, source_id, prospect)
    ask_id = _linked_ask(work, command, source_id)
    state = first_state(command.rung)
    row = IntroRow(
        direction=IntroDirection.RECEIVED,
        source_id=source_id,
        prospect_id=prospect,
        fixed_ask_id=ask_id,
        on_date=command.on,
        rung=command.rung,
        state=state,
        need=clean_line(command.need or "") or None,
        made_on=command.on if state is IntroState.MADE else None,
        is_history=command.is_history,
        kind=command.kind,
        meeting_on=command.meeting,
    )
    work.put(row)
    add_party(work, row, source_id, "source")
    add_party(work, row, prospect, "prospect")
    add_step(work, row, StepCommand(step=state, on=command.on, is_history=command.is_history))
    work.say(
        "intro-received",
        intro=row.id,
        contact=source_id,
        other=prospect,
        source=source.name,
        verb="named" if state is IntroState.NAMED else "introduced",
        name=acquaintance(work.connection, prospect).name,
        on=command.on,
        rung=command.rung,
    )
    work.settle()
    if command.reached:
        reached = StepCommand(step=IntroState.REACHED, on=command.on, is_history=command.is_history)
        take_step(work, row.id or 0, reached)
    elif not command.is_history:
        work.hint(_THEN[state], who=acquaintance(work.connection, prospect).person)
    return row.id or 0


def _prospect(work: Writing, command: IntroCommand, source_id: int) -> int:
    if command.prospect == source_id:
        raise UsageError("the source and the prospect are the same person")
    if command.prospect is None:
        base = command.fields
        fields = ContactFields(
            organization=base.organization,
            emails=base.emails,
            phones=base.phones,
            basis=Basis.REFERRED,
            through=source_id,
        )
        return add_contact(work, command.prospect_name, fields)
    if not command.fields.is_empty:
        edit_contact(work, command.prospect, command.fields)
    if acquaintance(work.connection, command.prospect).is_dropped:
        restore_contact(work, command.prospect)
    became_referred(work, command.prospect, source_id)
    return command.prospect


def _refuse_double(work: Writing, source: int, prospect: int) -> None:
    for known in intros(work.connection, source=source, only_open=True):
        if known.prospect.id == prospect:
            raise Refused(
                f"{known.prospect.name} was introduced by the same source already,"
                f" and that is {known.state} (intro {known.id})",
                typed("refcli intro show {}", known.id),
            )


def _linked_ask(work: Writing, command: IntroCommand, source_id: int) -> int | None:
    if command.ask is not None:
        meant = ask(work.connection, command.ask, work.today)
        if meant.contact.id != source_id:
            raise UsageError(
                f"ask {meant.id} was to {meant.contact.name}, not to this source",
                typed("refcli ask show {}", meant.id),
            )
        return meant.id
    return None


class IntroEdit(NamedTuple):
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
                typed("refcli intro made {}", intro_id),
            )
        row.rung = edit.rung
    if edit.on is not None:
        _move(work, row, known, edit.on)
    if edit.ask is not None:
        meant = ask(work.connection, edit.ask, work.today)
        if meant.contact.id != row.source_id:
            raise UsageError(f"ask {meant.id} was to {meant.contact.name}, not to this source")
        row.fixed_ask_id = meant.id
        _fix_ask(work, row)
    if edit.need is not None:
        row.need = clean_line(edit.need) or None
    if edit.value_cents is not None:
        row.value_cents = edit.value_cents
    work.put(row)
    work.say("intro-changed", intro=intro_id, name=known.prospect.name)


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
    for step in work.find(query):
        step.on_date = on
        work.put(step)
    parties = select(IntroPartyRow).where(
        IntroPartyRow.intro_id == row.id, IntroPartyRow.on_date == known.on
    )
    for party in work.find(parties):
        party.on_date = on
        work.put(party)
    row.on_date = on


def _fix_ask(work: Writing, row: IntroRow) -> None:
    """The introduction answers that ask after all."""
    query = select(IntroPartyRow).where(
        IntroPartyRow.intro_id == row.id, IntroPartyRow.contact_id == row.source_id
    )
    for party in work.find(query):
        party.fixed_ask_id = row.fixed_ask_id
        work.put(party)
