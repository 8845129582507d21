"""An introduction put right: what follows from it comes out as if it had been told so at first."""

import datetime as dt
from typing import NamedTuple

from sqlmodel import select

from refcli.domain.asks import TargetKind
from refcli.domain.contacts import Basis
from refcli.domain.intros import Intro, IntroDirection, IntroState, Rung, first_state
from refcli.domain.text import clean_line
from refcli.domain.typed import typed
from refcli.errors import Refused, UsageError
from refcli.read.asks import ask
from refcli.read.intros import intro
from refcli.read.names import acquaintance
from refcli.read.rows import numbers
from refcli.write.contacts import became_referred, contact_row
from refcli.write.interactions import (
    InteractionEdit,
    edit_interaction,
    people_in,
    take_back_exchange,
)
from refcli.write.intro_steps import add_party, intro_row, refuse_twice
from refcli.write.session import Writing
from refcli.write.tables.intro import IntroPartyRow, IntroRow, IntroStepRow

_BEGINNINGS = (IntroState.NAMED, IntroState.MADE)


class IntroEdit(NamedTuple):
    """What is to change about an introduction; None, or nobody, leaves as it is.

    `on` is the day of `step` where one is named, else of the introduction.
    """

    on: dt.date | None = None
    rung: Rung | None = None
    kind: TargetKind | None = None
    ask: int | None = None
    need: str | None = None
    value_cents: int | None = None
    sources: tuple[int, ...] = ()
    prospects: tuple[int, ...] = ()
    receiver: int | None = None
    step: IntroState | None = None
    no_step: IntroState | None = None


def edit_intro(work: Writing, intro_id: int, edit: IntroEdit) -> None:
    """Correct an introduction; raises Refused where that leaves a later fact impossible."""
    row = intro_row(work, intro_id)
    known = intro(work.connection, intro_id)
    _change_parties(work, row, known, edit)
    if edit.rung is not None:
        _change_rung(work, row, known, edit.rung)
    if edit.step is not None:
        _move_step(work, known, edit.step, edit.on)
    elif edit.on is not None:
        _move(work, row, known, edit.on)
    if edit.no_step is not None:
        _take_step_back(work, known, edit.no_step)
    if edit.ask is not None:
        _answer(work, row, edit.ask)
    if edit.need is not None:
        row.need = clean_line(edit.need) or None
    if edit.value_cents is not None:
        row.value_cents = edit.value_cents
    if edit.kind is not None:
        row.kind = edit.kind
    work.put(row)
    work.settle()
    work.say("intro-changed", intro=intro_id, name=intro(work.connection, intro_id).prospect.name)


def _change_parties(work: Writing, row: IntroRow, known: Intro, edit: IntroEdit) -> None:
    is_given = known.direction is IntroDirection.GIVEN
    if edit.sources and is_given:
        raise UsageError(f"intro {known.id} is one that you gave", "change: --receiver NAME")
    if edit.receiver is not None and not is_given:
        raise UsageError(f"intro {known.id} is one that you received", "change: --source NAME")
    sources = edit.sources or tuple(person.id for person in known.sources)
    prospects = edit.prospects or tuple(person.id for person in known.prospects)
    receiver = edit.receiver or row.receiver_id
    parties = (*sources, *prospects, *(() if receiver is None else (receiver,)))
    refuse_twice(parties)
    row.receiver_id = receiver
    if edit.prospects:
        row.prospect_id = prospects[0]
        _replace(work, row, prospects, "prospect")
    if edit.sources:
        _known_through(work, known, sources)
        row.source_id = sources[0]
        _replace(work, row, sources, "source")
    if edit.prospects:
        for prospect in prospects:
            if row.source_id is not None:
                became_referred(work, prospect, row.source_id)


def _known_through(work: Writing, known: Intro, sources: tuple[int, ...]) -> None:
    """Prospects who were known through a source that it had not, are through the first it had."""
    for wrong in {person.id for person in known.sources} - set(sources):
        for prospect in known.prospects:
            work.change(
                "update contact set through_id = ? where through_id = ? and id = ?",
                (sources[0], wrong, prospect.id),
            )


def _replace(work: Writing, row: IntroRow, wanted: tuple[int, ...], part: str) -> None:
    """These are in that part of it and nobody else; who stays keeps the day of coming in."""
    query = select(IntroPartyRow).where(
        IntroPartyRow.intro_id == row.id, IntroPartyRow.part == part
    )
    there = {party.contact_id: party for party in work.find(query)}
    gone = there.keys() - set(wanted)
    if part == "prospect":
        no_longer_referred(work, row.id or 0, gone)
    for contact in gone:
        work.delete(there[contact])
    newcomers = [contact for contact in wanted if contact not in there]
    for contact in newcomers:
        add_party(work, row, contact, part)
    if part == "prospect" and gone:
        _reached_instead(work, row.id or 0, gone, (newcomers or [*wanted])[0])


def _reached_instead(work: Writing, intro_id: int, gone: set[int], instead: int) -> None:
    """The exchange in which they were reached was with whoever takes their place."""
    query = "select id from interaction where origin = 'intro' and origin_id = :intro"
    for number in numbers(work.connection, query, {"intro": intro_id}):
        there = people_in(work, number)
        if not gone.isdisjoint(there):
            with_whom = [instead if contact in gone else contact for contact in there]
            edit = InteractionEdit(contacts=tuple(dict.fromkeys(with_whom)))
            edit_interaction(work, number, edit)


def no_longer_referred(work: Writing, intro_id: int, prospects: set[int]) -> None:
    """Whom an introduction alone made `referred` stays a contact, as `other`, through nobody."""
    for prospect in prospects:
        _no_longer_through(work, intro_id, prospect)
        work.change(
            """
            update contact set basis = :other where basis = :referred and id = :prospect
                and id not in (select contact_id from intro_party where intro_id <> :intro
                    and part = 'prospect')
            """,
            {
                "other": Basis.OTHER.value,
                "referred": Basis.REFERRED.value,
                "prospect": prospect,
                "intro": intro_id,
            },
        )


def _no_longer_through(work: Writing, intro_id: int, prospect: int) -> None:
    """Who did not bring somebody is not whom they are known through."""
    row = contact_row(work, prospect)
    sources = (
        "select s.contact_id from intro_party s join intro_party p on p.intro_id = s.intro_id"
        " and p.part = 'prospect' and p.contact_id = :prospect"
        " where s.part = 'source' and s.intro_id {} :intro"
    )
    about = {"prospect": prospect, "intro": intro_id}
    of_this = numbers(work.connection, sources.format("="), about)
    of_others = numbers(work.connection, sources.format("<>"), about)
    if row.through_id in of_this and row.through_id not in of_others:
        through = acquaintance(work.connection, row.through_id)
        row.through_id = of_others[0] if of_others else None
        work.put(row)
        work.say("not-through", contact=row.id, name=row.name, through=through.name)


def _change_rung(work: Writing, row: IntroRow, known: Intro, rung: Rung) -> None:
    """A name alone is no introduction yet, so the rung decides how its way begins."""
    row.rung = rung
    before, after = first_state(known.rung), first_state(rung)
    if known.direction is IntroDirection.GIVEN or before is after:
        return
    rows = {step.step: step for step in _steps(work, known) if step.step in _BEGINNINGS}
    begun = rows.get(before)
    if begun is None:
        return
    if after in rows:
        work.delete(rows[after])
    begun.step = after
    work.put(begun)


def _steps(work: Writing, known: Intro) -> list[IntroStepRow]:
    query = select(IntroStepRow).where(
        IntroStepRow.intro_id == known.id,
        IntroStepRow.implied == False,  # noqa: E712  SQL's own
    )
    return list(work.find(query))


def _step(work: Writing, known: Intro, step: IntroState) -> IntroStepRow:
    """The newest step of that name."""
    found = [row for row in _steps(work, known) if row.step == step]
    if not found:
        raise Refused(
            f"intro {known.id} has no step {step}; it is {known.state}",
            typed("refcli intro show {}", known.id),
        )
    return max(found, key=lambda row: (row.on_date, row.id))


def _move_step(work: Writing, known: Intro, step: IntroState, on: dt.date | None) -> None:
    if on is None:
        raise UsageError("missing --on", typed("refcli intro edit {} --step", known.id))
    row = _step(work, known, step)
    row.on_date = on
    work.put(row)
    if step is IntroState.REACHED:
        _move_exchange(work, known, on)


def _move_exchange(work: Writing, known: Intro, on: dt.date) -> None:
    """The exchange that reaching them was."""
    work.change(
        "update interaction set on_date = ? where origin = 'intro' and origin_id = ?",
        (on.isoformat(), known.id),
    )


def _take_step_back(work: Writing, known: Intro, step: IntroState) -> None:
    row = _step(work, known, step)
    if len(_steps(work, known)) == 1:
        raise Refused(
            f"{step} is all that intro {known.id} has", typed("refcli intro delete {}", known.id)
        )
    work.delete(row)
    if step is IntroState.REACHED:
        take_back_exchange(work, "intro", known.id)


def _move(work: Writing, row: IntroRow, known: Intro, on: dt.date) -> None:
    """Correct the day of the introduction, which is its first step's."""
    later = [step.on for step in known.steps if step.on != known.on]
    if later and on > min(later):
        raise UsageError(
            f"{on.isoformat()} is after the next step of intro {known.id}, {min(later)}"
        )
    for step in _steps(work, known):
        if step.on_date == known.on:
            step.on_date = on
            work.put(step)
            if step.step == IntroState.REACHED:
                _move_exchange(work, known, on)
    parties = select(IntroPartyRow).where(
        IntroPartyRow.intro_id == row.id, IntroPartyRow.on_date == known.on
    )
    for party in work.find(parties):
        party.on_date = on
        work.put(party)
    row.on_date = on


def _answer(work: Writing, row: IntroRow, ask_id: int) -> None:
    """The introduction answers that ask after all."""
    meant = ask(work.connection, ask_id, work.today)
    if meant.contact.id != row.source_id:
        raise UsageError(f"ask {meant.id} was to {meant.contact.name}, not to this source")
    row.fixed_ask_id = meant.id
    query = select(IntroPartyRow).where(
        IntroPartyRow.intro_id == row.id, IntroPartyRow.contact_id == row.source_id
    )
    for party in work.find(query):
        party.fixed_ask_id = row.fixed_ask_id
        work.put(party)
