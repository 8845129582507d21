"""Events meet the store: the playbook's plan becomes follow-up rows."""

import datetime as dt
import uuid

from sqlmodel import select

from refcli.domain import kinds
from refcli.domain.asks import AskState
from refcli.domain.followups import Closing
from refcli.domain.kinds import KINDS
from refcli.domain.plan import Event, NewItem, OpenItem, Plan, plan
from refcli.read.rows import marks
from refcli.write.session import Writing
from refcli.write.tables.ask import AskRow
from refcli.write.tables.follow_up import FollowUpRow


def happen(work: Writing, event: Event) -> None:
    """Apply the playbook to one event, inside the command's transaction."""
    planned = plan(
        event,
        open_items(work, event),
        work.today,
        days=work.settings.days(),
        late_days=work.settings.number("late-days"),
    )
    _carry_out(work, planned)


def open_items(work: Writing, event: Event) -> tuple[OpenItem, ...]:
    """The open follow-ups that the event could touch."""
    contacts = marks(event.parties.values())
    rows = work.connection.execute(
        "select id, kind, contact_id, due_on, ask_id, intro_id, engagement_id from follow_up"
        f" where closed_on is null and (contact_id in ({contacts})"
        " or intro_id = :intro or ask_id = :ask)",
        {"intro": event.intro, "ask": event.ask},
    ).fetchall()
    return tuple(
        OpenItem(id_, KINDS[kind], contact, dt.date.fromisoformat(due), ask, intro, work_id)
        for id_, kind, contact, due, ask, intro, work_id in rows
    )


def _carry_out(work: Writing, planned: Plan) -> None:
    for follow_up_id, closing in planned.closes:
        close(work, follow_up_id, closing)
        row = follow_up(work, follow_up_id)
        if row.kind == kinds.ASK and row.ask_id is not None:
            forget_plan(work, row.ask_id)
    for change in planned.changes:
        row = follow_up(work, change.id)
        row.due_on = change.due
        row.intro_id = change.intro
        row.rule = change.rule or row.rule
        row.action = change.action or row.action
        work.put(row)
        if change.id not in work.opened:
            work.opened.append(change.id)
    for new in planned.opens:
        work.opened.append(open_new(work, new))


def open_new(work: Writing, new: NewItem) -> int:
    """Add a follow-up and return its id."""
    row = FollowUpRow(
        uid=str(uuid.uuid4()),
        kind=new.kind,
        contact_id=new.contact,
        due_on=new.due,
        action=new.action,
        rule=new.rule,
        ask_id=new.ask,
        intro_id=new.intro,
        engagement_id=new.engagement,
        round=new.round,
        opened_on=work.today,
    )
    work.put(row)
    return row.id or 0


def follow_up(work: Writing, follow_up_id: int) -> FollowUpRow:
    """The row of a follow-up that is known to exist."""
    row = work.get(FollowUpRow, follow_up_id)
    if row is None:
        raise LookupError(f"follow-up {follow_up_id} is gone")
    return row


def close(work: Writing, follow_up_id: int, closing: Closing, note: str | None = None) -> None:
    """End an open follow-up; one opened by this very command leaves no trace in its report."""
    row = follow_up(work, follow_up_id)
    if row.closed_on is not None:
        return
    row.closed_on = work.today
    row.closing = closing
    row.note = note or row.note
    work.put(row)
    if follow_up_id in work.opened:
        work.opened.remove(follow_up_id)
    else:
        work.closed.append(follow_up_id)


def forget_plan(work: Writing, ask_id: int) -> None:
    """A plan whose follow-up ended otherwise is no plan any more; an ask that was made stays."""
    ask = work.get(AskRow, ask_id)
    if ask is None or ask.state != AskState.PLANNED:
        return
    for row in work.find(select(FollowUpRow).where(FollowUpRow.ask_id == ask_id)):
        row.ask_id = None
        work.put(row)
    work.delete(ask)
