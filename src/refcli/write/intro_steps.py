"""The steps of an introduction, and what each of them closes and opens."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.interactions import Channel
from refcli.domain.intros import LOST_STATES, Consent, Intro, IntroDirection, IntroState
from refcli.domain.lifecycle import implied_steps, intro_may
from refcli.domain.outcomes import Money
from refcli.domain.plan import Event
from refcli.domain.rule import Fact, Party
from refcli.domain.text import clean_text
from refcli.domain.typed import typed
from refcli.errors import Refused, UnknownName, UsageError
from refcli.read.intros import intro
from refcli.read.names import acquaintance, dropped_among
from refcli.write.asks import introduced
from refcli.write.events import happen
from refcli.write.interactions import record_interaction
from refcli.write.session import Writing
from refcli.write.tables.intro import IntroRow, IntroStepRow


class StepCommand(NamedTuple):
    """One step of an introduction's way.

    `rule` stands in for the step's own rule, `without` leaves one party out of what it opens.
    """

    step: IntroState
    on: dt.date
    note: str | None = None
    channel: Channel | None = None
    value_cents: int | None = None
    is_history: bool = False
    rule: str | None = None
    without: int | None = None


def intro_row(work: Writing, intro_id: int) -> IntroRow:
    """The row of an introduction; raises UnknownName when there is none of that id."""
    row = work.get(IntroRow, intro_id)
    if row is None:
        raise UnknownName(f"no introduction has the id {intro_id}", "see: refcli intro list")
    return row


def take_step(work: Writing, intro_id: int, command: StepCommand) -> None:
    """Take one step; steps that it implies get the same day and open nothing."""
    row = intro_row(work, intro_id)
    known = intro(work.connection, intro_id)
    _refuse_step(known, command)
    taken = frozenset(step.step for step in known.steps)
    for implied in implied_steps(command.step, taken):
        add_step(work, row, implied, command.on, implied=True)
        if implied is IntroState.MADE:
            row.made_on = row.made_on or command.on
        intro_happened(work, row, implied, command.on, implied=True)
    if command.step in (IntroState.MADE, IntroState.REACHED, IntroState.WON):
        row.made_on = row.made_on or command.on
        if row.ask_id is not None:
            introduced(work, row.ask_id)
    is_same_state = row.state == command.step
    row.state = command.step
    if known.direction is IntroDirection.GIVEN and row.made_on is not None:
        row.consent = Consent.YES
    if command.step is IntroState.REFUSED_CONSENT:
        row.consent = Consent.REFUSED
    row.value_cents = row.value_cents if command.value_cents is None else command.value_cents
    add_step(work, row, command.step, command.on, note=command.note)
    _say_step(work, known, command)
    if is_same_state:
        return
    intro_happened(
        work,
        row,
        command.step,
        command.on,
        implied=command.is_history,
        rule=command.rule,
        without=command.without,
    )
    if command.step is IntroState.MADE and known.direction is IntroDirection.GIVEN:
        favored_by(work, row, command.on)
    is_mine = known.direction is IntroDirection.RECEIVED
    if command.step is IntroState.REACHED and is_mine:
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
            typed("refcli intro show {}", known.id),
        )
    latest = max((step.on for step in known.steps), default=known.on)
    if command.on < latest:
        raise UsageError(
            f"{command.on.isoformat()} is before the last step of intro {known.id},"
            f" which was on {latest.isoformat()}",
            typed("give a later day, or correct it: refcli intro edit {} --on WHEN", known.id),
        )


def add_step(
    work: Writing,
    row: IntroRow,
    step: IntroState,
    on: dt.date,
    *,
    note: str | None = None,
    implied: bool = False,
) -> None:
    """Write one step of an introduction down."""
    text = clean_text(note or "") or None
    work.put(IntroStepRow(intro_id=row.id or 0, step=step, on_date=on, note=text, implied=implied))
    work.put(row)


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


def intro_happened(
    work: Writing,
    row: IntroRow,
    step: IntroState,
    on: dt.date,
    *,
    implied: bool = False,
    rule: str | None = None,
    without: int | None = None,
) -> None:
    """Run the rule of a step; an implied one only closes."""
    parties = {
        party: contact
        for party, contact in (
            (Party.SOURCE, row.source_id),
            (Party.PROSPECT, row.prospect_id),
            (Party.PARTNER, row.receiver_id),
        )
        if contact is not None and contact != without
    }
    happen(
        work,
        Event(
            rule=rule or _RULES[IntroDirection(row.direction)][step],
            on=on,
            parties=parties,
            ask=row.ask_id,
            intro=row.id,
            facts=_facts(work, row),
            dropped=dropped_among(work.connection, parties.values()),
            implied=implied,
        ),
    )


def favored_by(work: Writing, row: IntroRow, on: dt.date) -> None:
    """An introduction given is a favor to whoever receives it."""
    if row.receiver_id is not None:
        happen(work, Event(rule="favored", on=on, parties={Party.CONTACT: row.receiver_id}))


def _facts(work: Writing, row: IntroRow) -> frozenset[Fact]:
    facts = set()
    source = row.source_id
    if source is not None and acquaintance(work.connection, source).taught_on is not None:
        facts.add(Fact.TAUGHT)
    if row.ask_id is not None:
        thanked = work.connection.execute(
            "select exists (select 1 from thanks where ask_id = :ask and given = 1)",
            {"ask": row.ask_id},
        ).fetchone()
        if thanked[0]:
            facts.add(Fact.THANKED_FOR_ASK)
    return frozenset(facts)


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
    cents = command.value_cents
    work.say(
        _SAID_OF_GIVEN.get(command.step, code) if known.receiver else code,
        intro=known.id,
        name=known.prospect.name,
        partner=known.receiver.name if known.receiver else None,
        step=command.step,
        on=command.on,
        worth=None if cents is None else Money(cents, work.settings.text("currency")),
    )
    if command.step is IntroState.BAD:
        work.hint("repaired-next", intro=known.id)


def _hint_next(work: Writing, known: Intro, step: IntroState) -> None:
    who = known.prospect
    if step is IntroState.REACHED:
        work.hint("decided-next", who=who)
    if step is IntroState.MADE:
        work.hint("reached-next", who=who)
