"""Follow-ups: added by hand, snoozed, skipped, tried."""

import datetime as dt
from collections.abc import Callable, Sequence

from refcli.domain import kinds
from refcli.domain.answers import may_be_done, may_be_put_off
from refcli.domain.due import DueItem
from refcli.domain.interactions import Channel, Direction
from refcli.domain.kinds import KINDS
from refcli.domain.repeats import every_words
from refcli.domain.text import clean_line, clean_text
from refcli.domain.typed import typed
from refcli.errors import Refused, UnknownName, UsageError
from refcli.read.due import items_by_id
from refcli.read.names import acquaintance
from refcli.write.contacts import refuse_dropped
from refcli.write.decisions import decide
from refcli.write.interactions import record_interaction
from refcli.write.obligations import number_of
from refcli.write.plans import delete_plan
from refcli.write.session import Writing
from refcli.write.tables.custom import CustomRow

_TRIES_UNTIL_HINT = 3


def add_follow_up(
    work: Writing,
    contact_id: int,
    text: str,
    due: dt.date,
    every: str | None = None,
    *,
    at: str | None = None,
) -> int:
    """Add a follow-up by hand and return its number."""
    action = clean_line(text)
    if not action:
        raise UsageError("say what is to be done")
    refuse_dropped(work, (contact_id,), "nothing is planned with them")
    row = work.put(
        CustomRow(
            contact_id=contact_id,
            text=action,
            due_on=due,
            at_time=at,
            every=every,
            on_date=work.today,
            recorded_on=work.today,
        )
    )
    key = f"custom:{row.id}/by-hand/{kinds.CUSTOM}/{contact_id}/1"
    number, _ = number_of(work.connection, key)
    work.say(
        "follow-up-added",
        follow_up=number,
        contact=contact_id,
        name=acquaintance(work.connection, contact_id).name,
        every=None if every is None else every_words(every),
    )
    return number


def open_follow_ups(work: Writing, ids: Sequence[int]) -> tuple[DueItem, ...]:
    """These follow-ups, all of them open; raises UnknownName or Refused otherwise."""
    found = {i.id: i for i in items_by_id(work.connection, list(ids), work.today.isoformat())}
    for follow_up_id in ids:
        item = found.get(follow_up_id)
        if item is None:
            raise UnknownName(f"no follow-up has the id {follow_up_id}", "see: refcli due --all")
        if item.closing is not None:
            raise Refused(
                f"follow-up {follow_up_id} is closed already"
                f" ({item.closing}, {item.closed_on}): {item.action}",
                "see what is open: refcli due --all",
            )
    return tuple(found[i] for i in dict.fromkeys(ids))


def is_open(work: Writing, follow_up_id: int) -> bool:
    """Whether a follow-up is there, and open."""
    return any(
        item.closing is None
        for item in items_by_id(work.connection, [follow_up_id], work.today.isoformat())
    )


def snooze(work: Writing, ids: Sequence[int], until: dt.date) -> None:
    """Put follow-ups off until a day."""
    if until < work.today:
        raise UsageError(f"a follow-up is put off to a day to come: {until.isoformat()}")
    items = open_follow_ups(work, ids)
    _refuse_appointments(items, may_be_put_off)
    for item in items:
        decide(work, item, "snooze", until=until)
    work.say("follow-ups-put-off", follow_ups=list(dict.fromkeys(ids)), until=until)


def _refuse_appointments(items: Sequence[DueItem], may_be: Callable[[DueItem], bool]) -> None:
    """What is to take place at its hour stands in the calendar, and is put off there."""
    for item in items:
        if item.appointment is not None and not may_be(item):
            raise Refused(
                f"an appointment has its day, and nothing was changed: {item.line}",
                typed("to put it off: refcli meet move {} WHEN", item.appointment),
            )


def skip(work: Writing, ids: Sequence[int], because: str | None) -> None:
    """Close follow-ups without doing them, which opens nothing."""
    for item in open_follow_ups(work, ids):
        if item.kind == kinds.ASK and item.ask is not None:
            delete_plan(work, item.ask)
            work.say("ask-unplanned", ask=item.ask, contact=item.contact_id, name=item.contact_name)
            continue
        decide(work, item, "skip", note=clean_line(because or ""))
        work.say(
            "follow-up-skipped",
            follow_up=item.id,
            contact=item.contact_id,
            action=item.action,
            because=because or None,
        )
        if item.kind == kinds.CONFIRM and item.ask is not None:
            work.hint("ask-lapsed", ask=item.ask, name=item.contact_name)
        if item.kind == kinds.CUSTOM and item.repeats is not None:
            work.hint("series-over", every=every_words(item.repeats), follow_up=item.id)


def tried(work: Writing, ids: Sequence[int], how: Channel | None, note: str | None) -> None:
    """I tried and reached nobody: an attempt, no exchange, and another day."""
    items = open_follow_ups(work, ids)
    _refuse_appointments(items, may_be_done)
    for item in items:
        decide(work, item, "tried", note=note)
        record_interaction(
            work,
            [item.contact_id],
            on=work.today,
            channel=how or Channel(KINDS[item.kind].over or "call"),
            direction=Direction.OUT,
            text=clean_text(note or ""),
            origin="followup",
            origin_id=item.id,
            is_attempt=True,
        )
        work.say("follow-up-tried", follow_up=item.id, contact=item.contact_id, action=item.action)
        if item.tries + 1 >= _TRIES_UNTIL_HINT and item.intro is not None:
            work.hint("unreachable-next", intro=item.intro)
