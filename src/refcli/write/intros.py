"""Introductions received: recorded, and taken step by step."""

import datetime as dt
from typing import NamedTuple

from sqlmodel import col, select

from refcli.domain.asks import OPEN_STATES, TargetKind
from refcli.domain.contacts import Basis, ContactFields, Person
from refcli.domain.intros import Intro, IntroDirection, IntroState, Rung, first_state
from refcli.domain.text import clean_line, joined
from refcli.domain.typed import typed
from refcli.errors import Refused, UsageError
from refcli.read.asks import ask
from refcli.read.intros import as_typed, intros
from refcli.read.names import acquaintance
from refcli.write.contacts import (
    add_contact,
    became_referred,
    edit_contact,
    restore_contact,
)
from refcli.write.intro_steps import (
    StepCommand,
    add_party,
    add_step,
    intro_row,
    refuse_twice,
    take_step,
)
from refcli.write.session import Writing
from refcli.write.shown import refuse_gone
from refcli.write.tables.ask import AskRow
from refcli.write.tables.intro import IntroPartyRow, IntroRow

_NOTHING = ContactFields()
_THEN = {
    IntroState.NAMED: "made-next",
    IntroState.MADE: "reached-next",
}


class IntroCommand(NamedTuple):
    """A received introduction as the user tells it; an id of None means a new contact.

    A kind of None is that of the ask that it answers. `fields` are the first prospect's;
    `more_prospects` are (id, name) each.
    """

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
    kind: TargetKind | None = None
    meeting: dt.date | None = None
    more_sources: tuple[int, ...] = ()
    more_prospects: tuple[tuple[int | None, str], ...] = ()
    is_separate: bool = False


def receive_intro(work: Writing, command: IntroCommand) -> int:
    """Record a received introduction and return its id."""
    _refuse_gone(work, command)
    source_id = command.source
    if source_id is None:
        source_id = add_contact(work, command.source_name, ContactFields())
    first = _prospect(work, command.prospect, command.prospect_name, source_id, command.fields)
    others = [_prospect(work, who, name, source_id) for who, name in command.more_prospects]
    prospects = (first, *others)
    refuse_twice((source_id, *command.more_sources, *prospects))
    _refuse_double(work, source_id, first)
    ask_id = _linked_ask(work, command, source_id)
    open_one = None if command.is_separate else _open_intro_of(work, prospects)
    if open_one is not None and not command.is_history:
        return _join(work, open_one, command, source_id, prospects, ask_id)
    state = first_state(command.rung)
    row = IntroRow(
        direction=IntroDirection.RECEIVED,
        source_id=source_id,
        prospect_id=first,
        fixed_ask_id=ask_id,
        on_date=command.on,
        rung=command.rung,
        state=state,
        need=clean_line(command.need or "") or None,
        made_on=command.on if state is IntroState.MADE else None,
        is_history=command.is_history,
        kind=command.kind or _kind_sought(work, command, source_id, ask_id),
        meeting_on=command.meeting,
    )
    work.put(row)
    add_party(work, row, source_id, "source")
    for further in command.more_sources:
        add_party(work, row, further, "source")
    for other in prospects:
        add_party(work, row, other, "prospect")
    add_step(work, row, StepCommand(step=state, on=command.on, is_history=command.is_history))
    work.say(
        "intro-received",
        intro=row.id,
        contact=source_id,
        other=first,
        source=_names(work, (source_id, *command.more_sources)),
        verb="named" if state is IntroState.NAMED else "introduced",
        name=_names(work, prospects),
        on=command.on,
        rung=command.rung,
    )
    work.settle()
    if command.reached:
        reached = StepCommand(step=IntroState.REACHED, on=command.on, is_history=command.is_history)
        take_step(work, row.id or 0, reached)
    elif not command.is_history:
        who = acquaintance(work.connection, first).person
        work.hint(_THEN[state], who=as_typed(work.connection, row.id or 0, who))
    if not command.is_history:
        _hint_of_both(work, row.id or 0, prospects)
    return row.id or 0


def _hint_of_both(work: Writing, intro_id: int, prospects: tuple[int, ...]) -> None:
    """An open introduction of them with others is left to its source, and says so."""
    received = IntroDirection.RECEIVED
    open_ones = {
        known.id: known
        for prospect in prospects
        for known in intros(work.connection, direction=received, contact=prospect, only_open=True)
    }
    for known in open_ones.values():
        left = [person for person in known.prospects if person.id not in prospects]
        if known.id == intro_id or not left or len(left) == len(known.prospects):
            continue
        line = typed("refcli intro edit {}", known.id)
        line += typed(" --prospect {}" * len(left), *left)
        names = joined([person.name for person in known.prospects])
        work.hint("introduced-with-others", intro=known.id, names=names, line=line)


def _names(work: Writing, people: tuple[int, ...]) -> str:
    return joined([acquaintance(work.connection, person).name for person in people])


def _open_intro_of(work: Writing, told: tuple[int, ...]) -> Intro | None:
    """The open introduction through which they came to me, the newest if there are two.

    Whoever introduces only some of several has one of their own: they are thanked for no others.
    """
    found = intros(
        work.connection, direction=IntroDirection.RECEIVED, contact=told[0], only_open=True
    )
    return next((i for i in found if {p.id for p in i.prospects} <= set(told)), None)


def _refuse_gone(work: Writing, command: IntroCommand) -> None:
    """Between a name and the last answer another shell may have been at work."""
    named = (
        (command.source, command.source_name or "the source"),
        *((source, "a source") for source in command.more_sources),
        (command.prospect, command.prospect_name),
        *command.more_prospects,
    )
    for contact, name in named:
        if contact is not None:
            refuse_gone(work.connection, Person(contact, name))


def _join(
    work: Writing,
    known: Intro,
    command: IntroCommand,
    source_id: int,
    prospects: tuple[int, ...],
    ask_id: int | None,
) -> int:
    """A further source of an introduction that is open already: thanked, told and credited too."""
    row = intro_row(work, known.id)
    for source in (source_id, *command.more_sources):
        if source in [person.id for person in known.sources]:
            continue
        party = IntroPartyRow(
            intro_id=known.id,
            contact_id=source,
            part="source",
            on_date=max(command.on, row.on_date),
            recorded_on=work.today,
            fixed_ask_id=ask_id if source == source_id else None,
        )
        work.put(party)
        work.say(
            "intro-joined",
            intro=known.id,
            contact=source,
            source=acquaintance(work.connection, source).name,
            name=known.prospect.name,
        )
    for prospect in set(prospects) - {person.id for person in known.prospects}:
        add_party(work, row, prospect, "prospect")
    row.need = row.need or clean_line(command.need or "") or None
    row.kind = command.kind or row.kind
    row.meeting_on = command.meeting or row.meeting_on
    # One source gave a name; with the hand-over of another it is made, and they sent me.
    is_handed_over = known.state is IntroState.NAMED and (
        first_state(command.rung) is IntroState.MADE
    )
    if is_handed_over:
        row.source_id = source_id
    work.put(row)
    work.settle()
    if is_handed_over:
        on = max(command.on, row.on_date)
        take_step(work, known.id, StepCommand(step=IntroState.MADE, on=on, meeting=command.meeting))
    if command.reached and known.state in _THEN:
        take_step(work, known.id, StepCommand(step=IntroState.REACHED, on=command.on))
    return known.id


def _prospect(
    work: Writing, known: int | None, name: str, source_id: int, fields: ContactFields = _NOTHING
) -> int:
    if known == source_id:
        raise UsageError("the source and the prospect are the same person")
    if known is None:
        new = ContactFields(
            organization=fields.organization,
            emails=fields.emails,
            phones=fields.phones,
            bases=(Basis.REFERRED,),
            through=source_id,
        )
        return add_contact(work, name, new)
    who = acquaintance(work.connection, known)
    if who.has_died:
        raise Refused(
            f"{who.name} died, as you noted, and nothing was changed",
            typed(
                "somebody else by their whole name; if they live: refcli contact restore {}", who
            ),
        )
    if not fields.is_empty:
        edit_contact(work, known, fields)
    if who.is_dropped:
        restore_contact(work, known)
    became_referred(work, known, source_id)
    return known


def _refuse_double(work: Writing, source: int, prospect: int) -> None:
    for known in intros(work.connection, source=source, only_open=True):
        if prospect in [person.id for person in known.prospects]:
            raise Refused(
                f"{known.prospect.name} was introduced by the same source already,"
                f" and that is {known.state} (intro {known.id})",
                typed("refcli intro show {}", known.id),
            )


def _kind_sought(
    work: Writing, command: IntroCommand, source_id: int, ask_id: int | None
) -> TargetKind:
    """What the ask was for that this answers: the one named, else the source's newest open one."""
    if command.is_history:
        return TargetKind.CLIENT
    of_them = select(AskRow).where(AskRow.contact_id == source_id)
    answered = (
        of_them.where(AskRow.id == ask_id)
        if ask_id is not None
        else of_them.where(col(AskRow.state).in_(OPEN_STATES))
    )
    row = work.first(answered.order_by(col(AskRow.on_date).desc(), col(AskRow.id).desc()))
    return TargetKind(row.kind) if row is not None else TargetKind.CLIENT


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
