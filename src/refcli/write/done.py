"""Done: each follow-up's own event happens, as if its command had been typed."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sqlmodel import col, select

from refcli.domain import kinds
from refcli.domain.asks import Answer
from refcli.domain.contacts import Person
from refcli.domain.due import DueItem
from refcli.domain.favors import FavorHow
from refcli.domain.interactions import Channel, Direction
from refcli.domain.intros import IntroDirection, IntroState
from refcli.domain.kinds import KINDS
from refcli.domain.plan import Closing, Event, NewItem
from refcli.domain.playbook import MAX_CONFIRM_ROUNDS
from refcli.domain.rule import Party
from refcli.domain.thanks import ThanksHow
from refcli.domain.typed import typed
from refcli.errors import UsageError
from refcli.read.intros import intro
from refcli.write.asks import answer_ask, ask_row
from refcli.write.events import close, happen, open_new
from refcli.write.favors import record_favor
from refcli.write.followups import follow_up, open_follow_ups
from refcli.write.interactions import record_interaction
from refcli.write.intro_steps import StepCommand, take_step
from refcli.write.kit import share_kit
from refcli.write.session import Writing
from refcli.write.tables.follow_up import FollowUpRow
from refcli.write.thanks import ThanksCommand, give_thanks

HOWS: dict[str, frozenset[str]] = {
    kinds.CHANNELS: frozenset(Channel),
    kinds.THANKS_FORMS: frozenset(ThanksHow),
    kinds.FAVOR_FORMS: frozenset(FavorHow),
    kinds.NO_HOW: frozenset(),
}


class DoneCommand(NamedTuple):
    """What the user says about follow-ups that are done."""

    note: str | None = None
    how: str | None = None
    again: dt.date | None = None


def do(work: Writing, ids: Sequence[int], command: DoneCommand) -> None:
    """Each follow-up's own event happens, as if its command had been typed."""
    items = open_follow_ups(work, ids)
    _refuse_misfits(items, command)
    for item in items:
        if follow_up(work, item.id).closed_on is None:
            fitting = command if _takes(item, command.how) else command._replace(how=None)
            DOERS[KINDS[item.kind].doer](work, item, fitting)
            close(work, item.id, Closing.DONE, command.note)
        if command.again is not None:
            _again(work, item, command.again)


def _refuse_misfits(items: Sequence[DueItem], command: DoneCommand) -> None:
    """Refuse before anything happens, so that a call is carried out whole or not at all."""
    if command.how is not None and not any(_takes(item, command.how) for item in items):
        told = sorted({item.kind for item in items})
        fitting = sorted(set().union(*(HOWS[KINDS[kind].hows] for kind in told)))
        raise UsageError(
            f"--how {command.how} does not fit {', '.join(told)}:"
            f" {'one of ' + ', '.join(fitting) if fitting else 'none does'}",
            "nothing was changed",
        )
    for item in items:
        if KINDS[item.kind].needs_note and not (command.note or "").strip():
            raise UsageError(
                f"follow-up {item.id} asks what you did for {item.contact_name}",
                typed('refcli done {} --note "sent a client"', item.id),
            )
        if command.again is not None and KINDS[item.kind].happens_once:
            raise UsageError(
                f"follow-up {item.id} ({item.kind}) happens once, so there is no --again",
                "nothing was changed; add one by hand: refcli followup NAME TEXT --due WHEN",
            )


def _takes(item: DueItem, how: str | None) -> bool:
    return how in HOWS[KINDS[item.kind].hows]


def _again(work: Writing, item: DueItem, when: dt.date) -> None:
    """The same follow-up once more; one that is open already takes the day that was told."""
    row = follow_up(work, item.id)
    same = select(FollowUpRow).where(
        FollowUpRow.kind == item.kind,
        FollowUpRow.contact_id == item.contact_id,
        col(FollowUpRow.closed_on).is_(None),
    )
    kind = KINDS[item.kind]
    if not kind.once:
        same = same.where(FollowUpRow.ask_id == item.ask, FollowUpRow.intro_id == item.intro)
    found = None if kind.stays == kinds.BOTH else work.first(same)
    if found is not None and found.id is not None:
        found.due_on = when
        work.put(found)
        work.opened.append(found.id)
        return
    new = NewItem(
        kind=kind,
        contact=item.contact_id,
        due=when,
        action=row.action,
        rule=item.rule,
        ask=item.ask,
        intro=item.intro,
        engagement=item.engagement,
        round=item.round,
    )
    work.opened.append(open_new(work, new))


Doer = Callable[[Writing, DueItem, DoneCommand], None]


def _thank(work: Writing, item: DueItem, command: DoneCommand) -> None:
    give_thanks(
        work,
        ThanksCommand(
            contact=item.contact_id,
            on=work.today,
            intro=item.intro,
            ask=item.ask if item.intro is None else None,
            how=ThanksHow(command.how) if command.how else None,
            words=command.note,
        ),
    )


def _reach(work: Writing, item: DueItem, command: DoneCommand) -> None:
    channel = Channel(command.how) if command.how else None
    take_step(
        work,
        _intro_id(item),
        StepCommand(step=IntroState.REACHED, on=work.today, note=command.note, channel=channel),
    )


def _exchange(work: Writing, item: DueItem, command: DoneCommand) -> None:
    """Done means that we were in touch."""
    record_interaction(
        work,
        [item.contact_id],
        on=work.today,
        channel=Channel(command.how or KINDS[item.kind].over),
        direction=Direction.OUT,
        text=command.note or "",
        origin="followup",
        origin_id=item.id,
    )
    work.say("follow-up-done", follow_up=item.id, contact=item.contact_id, action=item.action)


def _check(work: Writing, item: DueItem, command: DoneCommand) -> None:
    _exchange(work, item, command)
    close(work, item.id, Closing.DONE, command.note)
    known = intro(work.connection, _intro_id(item))
    if known.is_open:
        is_received = known.direction is IntroDirection.RECEIVED
        happen(
            work,
            Event(
                rule="checked-received" if is_received else "checked-given",
                on=work.today,
                parties={Party.CONTACT: item.contact_id},
                intro=item.intro,
                round=item.round + 1,
            ),
        )


def _confirm(work: Writing, item: DueItem, command: DoneCommand) -> None:
    if item.intro is not None:
        take_step(
            work, item.intro, StepCommand(step=IntroState.MADE, on=work.today, note=command.note)
        )
        return
    close(work, item.id, Closing.DONE, command.note)
    work.say("follow-up-done", follow_up=item.id, contact=item.contact_id, action=item.action)
    if item.round < MAX_CONFIRM_ROUNDS:
        happen(
            work,
            Event(
                rule="confirmed",
                on=work.today,
                parties={Party.SOURCE: item.contact_id},
                ask=item.ask,
                round=item.round + 1,
            ),
        )
    who = Person(item.contact_id, item.contact_name)
    work.hint("introduced-next", who=who, ask=item.ask or 0)


def _consent(work: Writing, item: DueItem, command: DoneCommand) -> None:
    take_step(
        work,
        _intro_id(item),
        StepCommand(step=IntroState.MADE, on=work.today, note=command.note),
    )


def _educate(work: Writing, item: DueItem, command: DoneCommand) -> None:
    channel = Channel(command.how) if command.how else Channel.IN_PERSON
    share_kit(work, item.contact_id, channel, command.note or "")


def _repair(work: Writing, item: DueItem, command: DoneCommand) -> None:
    close(work, item.id, Closing.DONE, command.note)
    work.say("follow-up-done", follow_up=item.id, contact=item.contact_id, action=item.action)
    if item.intro is None:
        return
    known = intro(work.connection, item.intro)
    left = work.connection.execute(
        "select count(*) from follow_up where intro_id = :intro and kind = 'repair'"
        " and closed_on is null",
        {"intro": item.intro},
    ).fetchone()[0]
    if known.state is IntroState.BAD and not left:
        take_step(
            work,
            item.intro,
            StepCommand(step=IntroState.REPAIRED, on=work.today, note=command.note),
        )


def _reciprocate(work: Writing, item: DueItem, command: DoneCommand) -> None:
    close(work, item.id, Closing.DONE)
    record_favor(work, item.contact_id, command.note or "", on=work.today, how=command.how)


def _ask(work: Writing, item: DueItem, command: DoneCommand) -> None:
    if item.ask is None:
        raise LookupError(f"follow-up {item.id} has no ask")
    if command.how:
        row = ask_row(work, item.ask)
        row.channel = command.how
        work.put(row)
    answer_ask(work, item.ask, Answer.PENDING)


def _just_close(work: Writing, item: DueItem, command: DoneCommand) -> None:
    close(work, item.id, Closing.DONE, command.note)
    work.say("follow-up-done", follow_up=item.id, contact=item.contact_id, action=item.action)


def _intro_id(item: DueItem) -> int:
    if item.intro is None:
        raise LookupError(f"follow-up {item.id} has no introduction")
    return item.intro


# What `done` does, by the name that a kind gives it.
DOERS: dict[str, Doer] = {
    "thank": _thank,
    "reach": _reach,
    "exchange": _exchange,
    "check": _check,
    "confirm": _confirm,
    "consent": _consent,
    "teach": _educate,
    "repair": _repair,
    "favor": _reciprocate,
    "ask": _ask,
    "close": _just_close,
}
