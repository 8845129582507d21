"""A talk saved: the exchange, and what it settled of all that was open with a person."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from refcli.domain.asks import Answer
from refcli.domain.due import DueItem
from refcli.domain.interactions import Channel, Direction
from refcli.domain.kinds import KINDS
from refcli.domain.obligations.facts import Base
from refcli.domain.thanks import CHANNEL_OF_THANKS, ThanksHow
from refcli.read.due import all_open, items_by_id
from refcli.write.asks import answer_ask
from refcli.write.decisions import bases_of, decide
from refcli.write.done import DoneCommand, do
from refcli.write.followups import is_open, skip, snooze
from refcli.write.log import LogEntry, log, note_focus
from refcli.write.session import Writing
from refcli.write.thanks import ThanksCommand, give_thanks

_THANKED_OVER = {channel: how for how, channel in reversed(CHANNEL_OF_THANKS.items())}


class Talk(NamedTuple):
    """What came of a talk with a contact; follow-ups by their numbers.

    `said` are thanks and news that were told, `done` what was answered of others, `asked` the
    answers to asks that were made.
    """

    contact: int
    channel: Channel
    text: str
    put_off_until: dt.date
    focus: str | None = None
    said: tuple[int, ...] = ()
    done: Mapping[int, DoneCommand] = {}
    asked: Mapping[int, Answer] = {}
    put_off: tuple[int, ...] = ()
    skipped: tuple[int, ...] = ()


def save_talk(work: Writing, talk: Talk) -> None:
    """Record the exchange first: it closes the rhythm, and a meeting of today that it was."""
    todays = _todays(work, talk)
    met_too = [who for item in todays if _was_it(talk, item) for who, _ in item.others]
    log(
        work,
        LogEntry(
            contacts=(talk.contact, *dict.fromkeys(met_too)),
            text=talk.text,
            on=work.today,
            channel=talk.channel,
            direction=Direction.OUT,
            is_not=tuple(item.appointment or 0 for item in todays if not _was_it(talk, item)),
        ),
    )
    if talk.focus is not None:
        note_focus(work, talk.contact, talk.focus, work.today)
    work.settle()
    _say(work, talk)
    for number, command in talk.done.items():
        _settle_one(work, number, command)
    for ask, answer in talk.asked.items():
        if answer is not Answer.PENDING:
            answer_ask(work, ask, answer)
    for number in talk.skipped:
        if is_open(work, number):
            skip(work, (number,), None)
    put_off = tuple(number for number in talk.put_off if is_open(work, number))
    if put_off:
        snooze(work, put_off, talk.put_off_until)


def _todays(work: Writing, talk: Talk) -> list[DueItem]:
    """The appointments of today with them."""
    today = work.today.isoformat()
    items = all_open(work.connection, today, contact=talk.contact)
    return [item for item in items if item.appointment is not None and item.due == today]


def _was_it(talk: Talk, item: DueItem) -> bool:
    """Whether an appointment was answered to be this talk."""
    return item.id in talk.done and talk.done[item.id].answer is None


def _say(work: Writing, talk: Talk) -> None:
    """Thanks are given once for all of them; news was told in the talk itself."""
    items = items_by_id(work.connection, list(talk.said), work.today.isoformat())
    thanks: list[DueItem] = []
    for item in items:
        if item.closing is not None:
            continue
        if KINDS[item.kind].is_thanks:
            thanks.append(item)
        else:
            _told(work, item)
    if thanks:
        _thank(work, talk, thanks)
        work.settle()


def _thank(work: Writing, talk: Talk, said: list[DueItem]) -> None:
    """Thanks close all that is due; where some of it was left, each is thanked for by itself."""
    numbers = {item.id for item in said}
    owed = all_open(work.connection, work.today.isoformat(), contact=talk.contact)
    is_some_left = any(
        KINDS[i.kind].is_thanks and i.days_late >= 0 and i.id not in numbers for i in owed
    )
    how = _THANKED_OVER.get(talk.channel, ThanksHow.CALL)
    whole = ThanksCommand(talk.contact, work.today, how=how, is_in_talk=True)
    if not is_some_left:
        about = frozenset[Base]().union(*(bases_of(work, item) for item in said))
        give_thanks(work, whole._replace(about=about))
        return
    for item in said:
        if item.intro is None:
            _told(work, item)
    for intro in dict.fromkeys(item.intro for item in said if item.intro is not None):
        give_thanks(work, whole._replace(intro=intro))


def _told(work: Writing, item: DueItem) -> None:
    decide(work, item, "done")
    work.say("follow-up-done", follow_up=item.id, contact=item.contact_id, action=item.action)


def _settle_one(work: Writing, number: int, command: DoneCommand) -> None:
    """What the exchange was already needs no exchange of its own."""
    if not is_open(work, number):
        return
    [item] = items_by_id(work.connection, [number], work.today.isoformat())
    if KINDS[item.kind].doer == "exchange" and command.answer is None:
        _told(work, item)
    else:
        do(work, {number: command})
    work.settle()
