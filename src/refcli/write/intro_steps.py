"""The steps of an introduction, and what each of them closes and opens."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.asks import TargetKind
from refcli.domain.interactions import Channel
from refcli.domain.intros import (
    LOST_STATES,
    Fault,
    Intro,
    IntroDirection,
    IntroState,
    contradicts,
)
from refcli.domain.outcomes import Money
from refcli.domain.text import clean_text
from refcli.domain.typed import typed
from refcli.errors import Refused, UnknownName, UsageError
from refcli.read.intros import as_typed, intro
from refcli.write.interactions import record_interaction
from refcli.write.session import Writing
from refcli.write.tables.intro import IntroPartyRow, IntroRow, IntroStepRow


class StepCommand(NamedTuple):
    """One step of an introduction's way."""

    step: IntroState
    on: dt.date
    note: str | None = None
    channel: Channel | None = None
    value_cents: int | None = None
    is_history: bool = False
    fault: Fault | None = None
    is_well: bool = False
    is_passed: bool = False
    meeting: dt.date | None = None
    prospect: int | None = None  # of several, whom it was told of


def intro_row(work: Writing, intro_id: int) -> IntroRow:
    """The row of an introduction; raises UnknownName when there is none of that id."""
    row = work.get(IntroRow, intro_id)
    if row is None:
        raise UnknownName(f"no introduction has the id {intro_id}", "see: refcli intro list")
    return row


def take_step(work: Writing, intro_id: int, command: StepCommand) -> None:
    """Take one step; raises Refused when the state of that day does not allow it."""
    row = intro_row(work, intro_id)
    known = _told_of(intro(work.connection, intro_id), command.prospect)
    _refuse_fault_of_nobody(known, command.fault)
    is_again = known.state is IntroState.WON and command.step is IntroState.WON
    if is_again and command.value_cents is None:
        raise Refused(
            f"intro {known.id} with {known.prospect.name} is {known.state},"
            f" so it cannot become {command.step}",
            typed("refcli intro show {}", known.id),
        )
    _refuse_the_contrary(known, command)
    row.value_cents = row.value_cents if command.value_cents is None else command.value_cents
    work.put(row)
    add_step(work, row, command)
    work.settle()
    _say_step(work, known, command)
    is_mine = known.direction is IntroDirection.RECEIVED
    if command.step is IntroState.REACHED and is_mine:
        record_interaction(
            work,
            [known.prospect.id],
            on=command.on,
            channel=command.channel or Channel.CALL,
            text=command.note or "",
            origin="intro",
            origin_id=row.id,
        )
    if not is_again:
        _hint_next(work, known, command.step)


def _told_of(known: Intro, prospect: int | None) -> Intro:
    """The introduction with the one of its prospects whom a step is told of first."""
    named = next((person for person in known.prospects if person.id == prospect), None)
    return known if named is None else known._replace(prospect=named)


def _refuse_the_contrary(known: Intro, command: StepCommand) -> None:
    """Two steps of one day that say otherwise: which of them stands would be a guess."""
    of_day = [step for step in known.steps if step.on == command.on and not step.implied]
    told = next((s.step for s in reversed(of_day) if contradicts(command.step, s.step)), None)
    if told is not None:
        raise Refused(
            f"intro {known.id} with {known.prospect.name} is {told} since that day,"
            f" so it cannot become {command.step} on it",
            typed("if that was wrong: refcli intro edit {} --no-step {}", known.id, told),
        )


def _refuse_fault_of_nobody(known: Intro, fault: Fault | None) -> None:
    nobody = Fault.SOURCE if known.direction is IntroDirection.GIVEN else Fault.PARTNER
    if fault is nobody:
        fitting = [fault.value for fault in Fault if fault is not nobody]
        raise UsageError(
            f"intro {known.id} has no {nobody}; it was the fault of one of {', '.join(fitting)}",
            "nothing was changed",
        )


def add_step(work: Writing, row: IntroRow, command: StepCommand) -> None:
    """Write one step of an introduction down."""
    work.put(
        IntroStepRow(
            intro_id=row.id or 0,
            step=command.step,
            on_date=command.on,
            note=clean_text(command.note or "") or None,
            fault=command.fault,
            is_well=command.is_well,
            is_passed=command.is_passed,
            is_history=command.is_history,
            meeting_on=command.meeting,
        )
    )


def refuse_twice(parties: Sequence[int]) -> None:
    """Refuse an introduction in which somebody has two parts."""
    if len(set(parties)) < len(parties):
        raise UsageError("somebody is named twice")


def add_party(work: Writing, row: IntroRow, contact: int, part: str) -> None:
    """Write down who is in an introduction from its own day."""
    work.put(
        IntroPartyRow(
            intro_id=row.id or 0,
            contact_id=contact,
            part=part,
            on_date=row.on_date,
            recorded_on=work.today,
            fixed_ask_id=row.fixed_ask_id if part == "source" else None,
            is_history=row.is_history,
        )
    )


# What is said of a step; of one that is not here, that the introduction moved.
_SAID = {
    IntroState.MADE: "intro-made",
    IntroState.REACHED: "intro-reached",
    IntroState.WON: "intro-won",
    IntroState.BAD: "intro-bad",
    **dict.fromkeys(LOST_STATES, "intro-lost"),
}
_SAID_OF_GIVEN = {IntroState.REACHED: "give-reached", IntroState.WON: "give-won"}


def _say_step(work: Writing, known: Intro, command: StepCommand) -> None:
    code = _SAID.get(command.step, "intro-moved")
    if command.step is IntroState.WON and known.kind != TargetKind.CLIENT:
        code = "intro-came-true"
    cents = command.value_cents
    work.say(
        _SAID_OF_GIVEN.get(command.step, code) if known.receiver else code,
        intro=known.id,
        name=known.prospect.name,
        partner=known.receiver.name if known.receiver else None,
        step=command.step,
        on=command.on,
        kind=known.kind,
        worth=None if cents is None else Money(cents, work.settings.text("currency")),
        because=command.note,
    )
    if command.step is IntroState.BAD:
        work.hint("repaired-next", intro=known.id)


def _hint_next(work: Writing, known: Intro, step: IntroState) -> None:
    who = as_typed(work.connection, known.id, known.prospect)
    if step is IntroState.REACHED:
        work.hint("decided-next", who=who)
    if step is IntroState.MADE:
        work.hint("reached-next", who=who)
