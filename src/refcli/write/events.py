"""Events meet the store: the playbook's plan becomes follow-up rows."""

import datetime as dt
import uuid

from refcli.domain import kinds
from refcli.domain.kinds import KINDS
from refcli.domain.plan import Closing, Event, NewItem, OpenItem, Plan, plan
from refcli.read.rows import marks
from refcli.write.session import Writing


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
        kind, ask = work.connection.execute(
            "select kind, ask_id from follow_up where id = :id", {"id": follow_up_id}
        ).fetchone()
        if kind == kinds.ASK and ask is not None:
            forget_plan(work, ask)
    for change in planned.changes:
        work.change(
            "update follow_up set due_on = :due, intro_id = :intro, rule = coalesce(:rule, rule),"
            " action = coalesce(:action, action) where id = :id",
            {**change._asdict(), "due": change.due.isoformat()},
        )
        if change.id not in work.opened:
            work.opened.append(change.id)
    for new in planned.opens:
        work.opened.append(open_new(work, new))


def open_new(work: Writing, new: NewItem) -> int:
    """Add a follow-up and return its id."""
    number = work.new_ids("follow_up", 1)
    work.change(
        "insert into follow_up (id, uid, kind, contact_id, due_on, action, rule, ask_id, intro_id,"
        " engagement_id, round, opened_on) values (:id, :uid, :kind, :contact, :due, :action,"
        " :rule, :ask, :intro, :engagement, :round, :today)",
        {
            **new._asdict(),
            "id": number,
            "uid": str(uuid.uuid4()),
            "kind": str(new.kind),
            "due": new.due.isoformat(),
            "today": work.today.isoformat(),
        },
    )
    return number


def close(work: Writing, follow_up_id: int, closing: Closing, note: str | None = None) -> None:
    """End an open follow-up; one opened by this very command leaves no trace in its report."""
    ended = work.connection.execute(
        "update follow_up set closed_on = :today, closing = :closing, note = coalesce(:note, note)"
        " where id = :id and closed_on is null returning id",
        {
            "id": follow_up_id,
            "today": work.today.isoformat(),
            "closing": str(closing),
            "note": note or None,
        },
    ).fetchone()
    if ended is None:
        return
    work.look_anew()
    if follow_up_id in work.opened:
        work.opened.remove(follow_up_id)
    else:
        work.closed.append(follow_up_id)


def forget_plan(work: Writing, ask_id: int) -> None:
    """A plan whose follow-up ended otherwise is no plan any more; an ask that was made stays."""
    planned = work.connection.execute(
        "select 1 from ask where id = :ask and state = 'planned'", {"ask": ask_id}
    ).fetchone()
    if planned:
        work.change("update follow_up set ask_id = null where ask_id = :ask", {"ask": ask_id})
        work.change("delete from ask where id = :ask", {"ask": ask_id})
