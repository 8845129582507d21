"""Done: each follow-up's own event happens, as if its command had been typed."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from refcli.domain import kinds
from refcli.domain.answers import NO, answers_of, can_be_lost, default_answer, may_be_done
from refcli.domain.asks import Answer, AskState
from refcli.domain.contacts import Person
from refcli.domain.due import DueItem
from refcli.domain.favors import FavorHow
from refcli.domain.interactions import Channel, Direction
from refcli.domain.intros import IntroDirection, IntroState
from refcli.domain.kinds import KINDS
from refcli.domain.text import plural
from refcli.domain.thanks import ThanksHow
from refcli.domain.typed import typed
from refcli.errors import Refused, UsageError
from refcli.read.appointments import appointment
from refcli.read.due import all_open
from refcli.read.intros import intro
from refcli.write.asks import answer_ask, ask_row
from refcli.write.decisions import bases_of, decide
from refcli.write.favors import record_favor
from refcli.write.followups import add_follow_up, is_open, open_follow_ups
from refcli.write.interactions import record_interaction, say_logged
from refcli.write.intro_steps import StepCommand, take_step
from refcli.write.kit import share_kit
from refcli.write.session import Writing
from refcli.write.thanks import ThanksCommand, give_thanks

HOWS: dict[str, frozenset[str]] = {
    kinds.CHANNELS: frozenset(Channel),
    kinds.THANKS_FORMS: frozenset(ThanksHow),
    kinds.FAVOR_FORMS: frozenset(FavorHow),
    kinds.NO_HOW: frozenset(),
}


class DoneCommand(NamedTuple):
    """What the user says about follow-ups that are done; no answer is what the kind takes it as."""

    note: str | None = None
    how: str | None = None
    again: dt.date | None = None
    answer: str | None = None
    value_cents: int | None = None


def do(work: Writing, commands: Mapping[int, DoneCommand]) -> None:
    """Each follow-up's own event happens, as if its command had been typed."""
    items = open_follow_ups(work, tuple(commands))
    _refuse_misfits(items, commands)
    for item in items:
        command = commands[item.id]
        if is_open(work, item.id):
            fitting = command if _takes(item, command.how) else command._replace(how=None)
            answer = command.answer or default_answer(item)
            DOERS[KINDS[item.kind].doer](work, item, fitting._replace(answer=answer))
            work.settle()
        if command.again is not None:
            _again(work, item, command.again)


def _again(work: Writing, item: DueItem, when: dt.date) -> None:
    """The same once more: one that follows by itself takes the day that was told."""
    for following in all_open(work.connection, work.today.isoformat(), contact=item.contact_id):
        same = (following.kind, following.intro, following.ask) == (item.kind, item.intro, item.ask)
        if same and following.kind != kinds.CUSTOM:
            decide(work, following, "snooze", until=when)
            return
    add_follow_up(work, item.contact_id, item.action, when)


def _refuse_misfits(items: Sequence[DueItem], commands: Mapping[int, DoneCommand]) -> None:
    """Refuse before anything happens, so that a call is carried out whole or not at all."""
    for how in {command.how for command in commands.values() if command.how is not None}:
        if not any(_takes(item, how) for item in items):
            told = sorted({item.kind for item in items})
            fitting = sorted(set().union(*(HOWS[KINDS[kind].hows] for kind in told)))
            raise UsageError(
                f"--how {how} does not fit {', '.join(told)}:"
                f" {'one of ' + ', '.join(fitting) if fitting else 'none does'}",
                "nothing was changed",
            )
    for item in items:
        command = commands[item.id]
        _refuse_answer(item, command)
        if item.appointment is not None and not may_be_done(item):
            raise Refused(
                f"that is to come, in {plural(-item.days_late, 'day')}: {item.line}",
                typed("if you met before: refcli meet move {} today", item.appointment),
            )
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


def _refuse_answer(item: DueItem, command: DoneCommand) -> None:
    answers = answers_of(item)
    if command.answer is not None and command.answer not in answers:
        known = ", ".join(answers)
        raise UsageError(
            f"follow-up {item.id} ({item.kind}) knows no answer {command.answer!r}"
            + (f": {known}" if known else ", it is just done"),
            "nothing was changed",
        )
    if command.answer == NO and can_be_lost(item) and not (command.note or "").strip():
        raise UsageError(
            f"follow-up {item.id} asks why it came to nothing",
            typed('refcli done {} --answer no --note "went with another"', item.id),
        )


def _takes(item: DueItem, how: str | None) -> bool:
    return how in HOWS[KINDS[item.kind].hows]


Doer = Callable[[Writing, DueItem, DoneCommand], None]


def _thank(work: Writing, item: DueItem, command: DoneCommand) -> None:
    give_thanks(
        work,
        ThanksCommand(
            contact=item.contact_id,
            on=work.today,
            about=bases_of(work, item),
            how=ThanksHow(command.how) if command.how else None,
            words=command.note,
        ),
    )


def _reach(work: Writing, item: DueItem, command: DoneCommand) -> None:
    if command.answer == "no-reply":
        _decided(work, item, command)
        return
    channel = Channel(command.how) if command.how else None
    _step(work, item, command, IntroState.REACHED, channel)


def _step(
    work: Writing,
    item: DueItem,
    command: DoneCommand,
    step: IntroState,
    channel: Channel | None = None,
) -> None:
    told = StepCommand(
        step=step,
        on=work.today,
        note=command.note,
        channel=channel,
        value_cents=command.value_cents,
    )
    take_step(work, _intro_id(item), told)


def _exchange(work: Writing, item: DueItem, command: DoneCommand) -> None:
    """Done means that we were in touch."""
    if command.answer == "no-reply":
        _decided(work, item, command)
        return
    number = _record(work, item, command)
    work.settle()
    # What an exchange moves on by itself is not closed for good: else a second one on the day of
    # the first would leave them without any.
    if is_open(work, item.id) and item.kind == kinds.KEEP_IN_TOUCH:
        channel = Channel(command.how or KINDS[item.kind].over)
        say_logged(work, number, [item.contact_id], channel, on=work.today)
        return
    if is_open(work, item.id):
        decide(work, item, "done", note=command.note)
    work.say("follow-up-done", follow_up=item.id, contact=item.contact_id, action=item.action)


def _record(work: Writing, item: DueItem, command: DoneCommand) -> int:
    met = None if item.appointment is None else appointment(work.connection, item.appointment)
    return record_interaction(
        work,
        [item.contact_id] if met is None else [person.id for person in met.contacts],
        on=work.today,
        channel=Channel(command.how or (met.how if met else KINDS[item.kind].over)),
        direction=Direction.OUT,
        text=command.note or "",
        origin="followup",
        origin_id=item.id,
        at_time=item.time if met is not None else None,
    )


def _check(work: Writing, item: DueItem, command: DoneCommand) -> None:
    if not can_be_lost(item):
        _check_repair(work, item, command)
        return
    known = intro(work.connection, _intro_id(item))
    is_given = known.direction is IntroDirection.GIVEN
    if command.answer == "yes":
        is_first = is_given and known.state is IntroState.MADE
        _step(work, item, command, IntroState.REACHED if is_first else IntroState.WON)
    elif command.answer == "no":
        _step(work, item, command, IntroState.NOT_INTERESTED)
    else:
        _decided(work, item, command)


def _check_repair(work: Writing, item: DueItem, command: DoneCommand) -> None:
    if command.answer == "no" and item.intro is not None:
        _step(work, item, command, IntroState.BAD)
        return
    _decided(work, item, command)


def _confirm(work: Writing, item: DueItem, command: DoneCommand) -> None:
    if item.intro is not None:
        _made_or(work, item, command, IntroState.NOT_INTERESTED)
        return
    ask = ask_row(work, item.ask or 0)
    if command.answer == "no":
        answer_ask(work, ask.id or 0, Answer.DECLINED)
        return
    if command.answer == "yes" and ask.state == AskState.PENDING:
        answer_ask(work, ask.id or 0, Answer.PROMISED)
        return
    _decided(work, item, command)
    who = Person(item.contact_id, item.contact_name)
    work.hint("introduced-next", who=who, ask=item.ask or 0)


def _consent(work: Writing, item: DueItem, command: DoneCommand) -> None:
    _made_or(work, item, command, IntroState.REFUSED_CONSENT)
    partner = intro(work.connection, _intro_id(item)).receiver
    if command.answer == "yes" and partner is not None:
        work.hint("handover-next", who=partner)


def _made_or(work: Writing, item: DueItem, command: DoneCommand, refused: IntroState) -> None:
    """The introduction is made after all, or will not be; else they were asked."""
    if command.answer == "yes":
        _step(work, item, command, IntroState.MADE)
    elif command.answer == "no":
        _step(work, item, command, refused)
    else:
        _decided(work, item, command)


def _educate(work: Writing, item: DueItem, command: DoneCommand) -> None:
    channel = Channel(command.how) if command.how else Channel.IN_PERSON
    share_kit(work, item.contact_id, channel, command.note or "")


def _reciprocate(work: Writing, item: DueItem, command: DoneCommand) -> None:
    record_favor(work, item.contact_id, command.note or "", on=work.today, how=command.how)


def _ask(work: Writing, item: DueItem, command: DoneCommand) -> None:
    if item.ask is None:
        raise LookupError(f"follow-up {item.id} has no ask")
    if command.how:
        row = ask_row(work, item.ask)
        row.channel = command.how
        work.put(row)
    answer_ask(work, item.ask, Answer.PENDING)


def _decided(work: Writing, item: DueItem, command: DoneCommand) -> None:
    decide(work, item, command.answer or "done", note=command.note)
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
    "repair": _decided,
    "favor": _reciprocate,
    "ask": _ask,
    "close": _decided,
}
