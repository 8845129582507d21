"""Asks corrected: their parts, words and days."""

import datetime as dt
from typing import NamedTuple

from sqlmodel import select

from refcli.domain import kinds
from refcli.domain.asks import AskState, TargetKind
from refcli.domain.interactions import Channel
from refcli.domain.text import clean_line, clean_text
from refcli.errors import UsageError
from refcli.write.asks import ask_row, drafted, is_drafted, move_follow_ups
from refcli.write.session import Writing
from refcli.write.tables.ask import AskRow
from refcli.write.tables.interaction import InteractionRow


class AskEdit(NamedTuple):
    """What is to change about an ask; None leaves as it is."""

    industry: str | None = None
    looking_for: str | None = None
    qualities: str | None = None
    kind: TargetKind | None = None
    target: int | None = None
    channel: Channel | None = None
    on: dt.date | None = None
    by: dt.date | None = None
    until: dt.date | None = None
    words: str | None = None


def edit_ask(work: Writing, ask_id: int, edit: AskEdit) -> None:
    """Change an ask; its open follow-ups move with the dates that were told."""
    row = ask_row(work, ask_id)
    was_drafted = is_drafted(work, row)
    for name in ("industry", "looking_for", "qualities"):
        value = getattr(edit, name)
        if value is not None:
            setattr(row, name, clean_line(value) or None)
    row.kind = edit.kind or row.kind
    row.target_id = edit.target or row.target_id
    row.channel = edit.channel or row.channel
    _move_dates(work, row, edit)
    if edit.words:
        row.words = clean_text(edit.words)
    elif was_drafted:
        row.words = drafted(work, row)
    work.put(row)
    work.say("ask-changed", ask=ask_id)


def _move_dates(work: Writing, row: AskRow, edit: AskEdit) -> None:
    if edit.on is not None:
        if row.state == AskState.PLANNED:
            move_follow_ups(work, row, kinds.ASK, edit.on)
        elif edit.on > work.today:
            raise UsageError(f"this ask is made, so not on a day to come: {edit.on.isoformat()}")
        row.on_date = edit.on
        query = select(InteractionRow).where(
            InteractionRow.origin == "ask", InteractionRow.origin_id == row.id
        )
        for found in work.find(query):
            found.on_date = edit.on
            work.put(found)
    if edit.by is not None:
        row.confirm_by = edit.by
        move_follow_ups(work, row, kinds.CONFIRM, edit.by)
    if edit.until is not None:
        row.until = edit.until
        move_follow_ups(work, row, kinds.RE_ASK, edit.until)
