"""Referral slips as introductions of long ago: they open nothing."""

from refcli.domain.contacts import ContactFields
from refcli.domain.imports import ImportedSlip, ImportResult, RejectedRow
from refcli.domain.intros import Consent, IntroDirection, IntroState, Rung
from refcli.domain.text import fold
from refcli.read.intros import intros
from refcli.read.known import contact_of_name
from refcli.write.contacts import add_contact
from refcli.write.intro_steps import StepCommand, add_party, add_step, take_step
from refcli.write.intros import IntroCommand, receive_intro
from refcli.write.session import Writing
from refcli.write.tables.intro import IntroRow


def take_slip(work: Writing, slip: ImportedSlip, result: ImportResult) -> None:
    """One slip: an introduction to me or by me, or what one of a source's was worth."""
    said, hinted = list(work.did), list(work.hints)
    if slip.value_cents is not None:
        _won(work, slip, result)
    else:
        _introduced(work, slip, result)
    # An import says what it did as a whole, not slip by slip.
    work.did[:], work.hints[:] = said, hinted


def _introduced(work: Writing, slip: ImportedSlip, result: ImportResult) -> None:
    source = _only(work, slip.source)
    receiver = _only(work, slip.receiver)
    if source is None and receiver is None:
        reason = f"neither {slip.source} nor {slip.receiver} is one known contact"
        result.rejected.append(RejectedRow(slip.line, reason, fatal=False))
        return
    member = source if source is not None else receiver
    name = slip.prospect or ""
    known = [
        i
        for i in intros(work.connection, contact=member)
        if fold(i.prospect.name) == fold(name)
        and (i.direction is IntroDirection.RECEIVED) == (source is not None)
    ]
    if known:
        result.intros["same"] += 1
        return
    prospect = _only(work, name)
    if source is not None:
        command = IntroCommand(
            source=source, prospect=prospect, prospect_name=name, on=slip.on, is_history=True
        )
        receive_intro(work, command)
    elif receiver is not None:
        _gave(work, slip, prospect, receiver)
    result.intros["new"] += 1


def _gave(work: Writing, slip: ImportedSlip, prospect: int | None, receiver: int) -> None:
    if prospect is None:
        prospect = add_contact(work, slip.prospect or "", ContactFields())
    row = IntroRow(
        direction=IntroDirection.GIVEN,
        prospect_id=prospect,
        receiver_id=receiver,
        on_date=slip.on,
        rung=Rung.TOLD,
        state=IntroState.MADE,
        consent=Consent.YES,
        made_on=slip.on,
        is_history=True,
    )
    work.put(row)
    add_party(work, row, prospect, "prospect")
    add_step(work, row, StepCommand(step=IntroState.MADE, on=slip.on, is_history=True))


def _won(work: Writing, slip: ImportedSlip, result: ImportResult) -> None:
    """Value goes to the source's only introduction that is not won; else it is not known which."""
    source = _only(work, slip.source)
    found = () if source is None else intros(work.connection, source=source)
    if any(i.value_cents == slip.value_cents for i in found):
        result.intros["same"] += 1
        return
    waiting = [i for i in found if i.value_cents is None]
    if len(waiting) != 1:
        reason = f"{slip.source} has {len(waiting)} introductions that this could be the value of"
        result.rejected.append(RejectedRow(slip.line, reason, fatal=False))
        return
    step = StepCommand(
        step=IntroState.WON, on=slip.on, value_cents=slip.value_cents, is_history=True
    )
    take_step(work, waiting[0].id, step)
    result.intros["updated"] += 1


def _only(work: Writing, name: str) -> int | None:
    found = contact_of_name(work.connection, name)
    return found[0] if len(found) == 1 else None
