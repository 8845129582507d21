"""Introductions given: proposed, consented to, handed over; and received ones passed on."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.contacts import ContactStatus
from refcli.domain.intros import Consent, IntroDirection, IntroState, Rung
from refcli.domain.readiness import only_takes
from refcli.domain.text import clean_line
from refcli.domain.typed import quoted, typed
from refcli.errors import Refused, UsageError
from refcli.read.intros import intro, intros
from refcli.read.names import Acquaintance, acquaintance
from refcli.read.standing import gate_numbers, standing
from refcli.write.contacts import drop_contact
from refcli.write.intro_steps import StepCommand, add_party, add_step, intro_row, take_step
from refcli.write.session import Writing
from refcli.write.tables.intro import IntroRow


class GiveCommand(NamedTuple):
    """An introduction that I give: the prospect to a partner."""

    prospect: int
    partner: int
    on: dt.date
    consent: Consent = Consent.UNASKED
    rung: Rung = Rung.TOLD
    need: str | None = None
    passed_from: int | None = None


_STATES = {
    Consent.UNASKED: IntroState.PROPOSED,
    Consent.ASKED: IntroState.PROPOSED,
    Consent.YES: IntroState.MADE,
    Consent.REFUSED: IntroState.REFUSED_CONSENT,
}


def give_intro(work: Writing, command: GiveCommand) -> int:
    """Record an introduction that I give and return its id; made only with consent."""
    prospect, partner = (
        acquaintance(work.connection, command.prospect),
        acquaintance(work.connection, command.partner),
    )
    if command.prospect == command.partner:
        raise UsageError("the prospect and the partner are the same person")
    _refuse_double(work, command)
    _refuse_dropped(work, partner)
    _warn_of_taker(work, command.partner)
    state = _STATES[command.consent]
    row = IntroRow(
        direction=IntroDirection.GIVEN,
        prospect_id=command.prospect,
        receiver_id=command.partner,
        passed_from_id=command.passed_from,
        on_date=command.on,
        rung=command.rung,
        state=state,
        consent=command.consent,
        need=clean_line(command.need or "") or None,
        made_on=command.on if state is IntroState.MADE else None,
    )
    work.put(row)
    add_party(work, row, command.prospect, "prospect")
    add_step(work, row, StepCommand(step=state, on=command.on))
    work.say(
        "intro-given",
        intro=row.id,
        contact=prospect.id,
        other=partner.id,
        name=prospect.name,
        partner=partner.name,
        on=command.on,
        state=state,
    )
    work.settle()
    if state is IntroState.PROPOSED:
        work.hint("consent-next", intro=row.id)
    return row.id or 0


def _refuse_dropped(work: Writing, partner: Acquaintance) -> None:
    if partner.status == ContactStatus.DROPPED:
        raise Refused(
            f"{partner.name} is dropped from your referral network, nobody is sent to them",
            typed("refcli contact restore {}", partner),
        )
    if partner.status == ContactStatus.RESTING:
        work.hint("partner-rests", name=partner.name, until=partner.rest_until)


def _refuse_double(work: Writing, command: GiveCommand) -> None:
    for known in intros(
        work.connection, direction=IntroDirection.GIVEN, contact=command.prospect, only_open=True
    ):
        same = known.receiver is not None and known.receiver.id == command.partner
        if same and known.prospect.id == command.prospect:
            raise Refused(
                f"you have introduced them already, and that is {known.state} (intro {known.id})",
                typed("refcli intro show {}", known.id),
            )


def _warn_of_taker(work: Writing, partner: int) -> None:
    who = standing(work.connection, partner, work.today, work.settings)
    if only_takes(who, gate_numbers(work.settings)):
        work.hint("taker", name=who.name, given=who.given)


def answer_consent(work: Writing, intro_id: int, *, agrees: bool, on: dt.date) -> None:
    """The prospect agrees, and the partner is told; or refuses."""
    partner = intro(work.connection, intro_id).receiver
    if agrees and partner is not None:
        _refuse_dropped(work, acquaintance(work.connection, partner.id))
    step = IntroState.MADE if agrees else IntroState.REFUSED_CONSENT
    take_step(work, intro_id, StepCommand(step=step, on=on))


def pass_on(work: Writing, intro_id: int, partner: int, on: dt.date) -> int:
    """A received introduction that does not fit goes on to somebody better suited."""
    row = intro_row(work, intro_id)
    if row.direction != IntroDirection.RECEIVED:
        raise Refused(
            f"intro {intro_id} is one that you gave; only received ones are passed on",
            typed("refcli intro show {}", intro_id),
        )
    take_step(
        work,
        intro_id,
        StepCommand(step=IntroState.NOT_A_FIT, on=on, is_passed=True),
    )
    return give_intro(
        work,
        GiveCommand(
            prospect=row.prospect_id,
            partner=partner,
            on=on,
            need=row.need,
            passed_from=intro_id,
        ),
    )


def repair(
    work: Writing, intro_id: int, on: dt.date, drop: int | None, *, is_well: bool = False
) -> None:
    """What went wrong is settled: restored, or one of the two dropped."""
    known = intro(work.connection, intro_id)
    parties = [p for p in (known.source, known.prospect, known.receiver) if p is not None]
    if drop is not None and drop not in [p.id for p in parties]:
        raise UsageError(
            f"{acquaintance(work.connection, drop).name} has no part in introduction {intro_id}",
            f"one of: {', '.join(quoted(p.name) for p in parties)}",
        )
    if drop is not None:
        drop_contact(work, drop, f"introduction {intro_id} went wrong")
    take_step(work, intro_id, StepCommand(step=IntroState.REPAIRED, on=on, is_well=is_well))
