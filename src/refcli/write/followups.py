"""Follow-ups: added by hand, snoozed, skipped."""

import datetime as dt
from collections.abc import Sequence

from refcli.domain import kinds
from refcli.domain.due import DueItem
from refcli.domain.plan import Closing, Event
from refcli.domain.rule import Party
from refcli.domain.text import clean_line
from refcli.errors import Refused, UnknownName, UsageError
from refcli.read.due import items_by_id
from refcli.read.names import acquaintance
from refcli.write.events import close, forget_plan, happen
from refcli.write.session import Writing
from refcli.write.tables.follow_up import FollowUpRow


def add_follow_up(work: Writing, contact_id: int, text: str, due: dt.date) -> int:
    """Add a follow-up by hand and return its id."""
    action = clean_line(text)
    if not action:
        raise UsageError("say what is to be done")
    acquaintance(work.connection, contact_id)
    happen(
        work,
        Event(
            rule="by-hand",
            on=work.today,
            parties={Party.CONTACT: contact_id},
            told={kinds.CUSTOM: due},
            text=action,
        ),
    )
    number = work.opened[-1]
    name = acquaintance(work.connection, contact_id).name
    work.say("follow-up-added", follow_up=number, contact=contact_id, name=name)
    return number


def follow_up(work: Writing, follow_up_id: int) -> FollowUpRow:
    """The row of a follow-up that is known to exist."""
    row = work.get(FollowUpRow, follow_up_id)
    if row is None:
        raise LookupError(f"follow-up {follow_up_id} is gone")
    return row


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


def snooze(work: Writing, ids: Sequence[int], until: dt.date) -> None:
    """Put follow-ups off until a day."""
    if until < work.today:
        raise UsageError(f"a follow-up is put off to a day to come: {until.isoformat()}")
    for item in open_follow_ups(work, ids):
        row = follow_up(work, item.id)
        row.due_on = until
        row.snoozes += 1
        work.put(row)
        work.opened.append(item.id)
    work.say("follow-ups-put-off", follow_ups=list(dict.fromkeys(ids)), until=until)


def skip(work: Writing, ids: Sequence[int], because: str | None) -> None:
    """Close follow-ups without doing them, which opens nothing."""
    for item in open_follow_ups(work, ids):
        close(work, item.id, Closing.SKIPPED, clean_line(because or "") or None)
        if item.kind == kinds.ASK and item.ask is not None:
            forget_plan(work, item.ask)
            work.say("ask-unplanned", ask=item.ask, contact=item.contact_id, name=item.contact_name)
        if item.kind == kinds.CONFIRM and item.ask is not None:
            work.hint("ask-lapsed", ask=item.ask, name=item.contact_name)
