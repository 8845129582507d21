"""Asks corrected: their parts, words and days."""

import datetime as dt
from typing import NamedTuple

from sqlmodel import col, select

from refcli.domain.asks import Answer, AskState, TargetKind
from refcli.domain.interactions import Channel
from refcli.domain.text import clean_line, clean_text
from refcli.domain.typed import typed
from refcli.errors import Refused, UsageError
from refcli.write.asks import ask_row, drafted, is_drafted
from refcli.write.session import Writing
from refcli.write.tables.ask import AskRow, AskStepRow
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
    answer: Answer | None = None


def edit_ask(work: Writing, ask_id: int, edit: AskEdit) -> None:
    """Change an ask; what follows from its days follows."""
    row = ask_row(work, ask_id)
    was_drafted = is_drafted(work, row)
    for name in ("industry", "looking_for", "qualities"):
        value = getattr(edit, name)
        if value is not None:
            setattr(row, name, clean_line(value) or None)
    row.kind = edit.kind or row.kind
    row.target_id = edit.target or row.target_id
    row.channel = edit.channel or row.channel
    if edit.answer is not None:
        _change_answer(work, row, edit.answer)
    _move_dates(work, row, edit)
    if edit.words:
        row.words = clean_text(edit.words)
    elif was_drafted:
        row.words = drafted(work, row)
    work.put(row)
    work.say("ask-changed", ask=ask_id)


def _move_dates(work: Writing, row: AskRow, edit: AskEdit) -> None:
    is_planned = row.state == AskState.PLANNED
    if edit.on is not None:
        if is_planned:
            row.planned_for = edit.on
        elif edit.on > work.today:
            raise UsageError(f"this ask is made, so not on a day to come: {edit.on.isoformat()}")
        _move_answers(work, row, edit.on)
        row.on_date = edit.on
        query = select(InteractionRow).where(
            InteractionRow.origin == "ask", InteractionRow.origin_id == row.id
        )
        for found in work.find(query):
            found.on_date = edit.on
            work.put(found)
    if edit.by is not None:
        row.confirm_by = edit.by
        _tell_until(work, row, (Answer.PENDING, Answer.PROMISED), edit.by)
    if edit.until is not None:
        row.until = edit.until
        _tell_until(work, row, (Answer.LATER,), edit.until)


def _move_answers(work: Writing, row: AskRow, on: dt.date) -> None:
    """An answer that was told with its ask moves with it; one told later keeps its day."""
    query = select(AskStepRow).where(AskStepRow.ask_id == row.id, AskStepRow.on_date == row.on_date)
    for step in work.find(query):
        step.on_date = on
        work.put(step)


def _change_answer(work: Writing, row: AskRow, answer: Answer) -> None:
    """What they said last was something else, or, if pending, nothing yet."""
    if row.state == AskState.PLANNED:
        raise Refused(
            f"ask {row.id} is planned, so there is no answer to it yet",
            typed("refcli ask answer {} {}", row.id or 0, answer),
        )
    query = select(AskStepRow).where(AskStepRow.ask_id == row.id)
    step = work.first(query.order_by(col(AskStepRow.on_date).desc(), col(AskStepRow.id).desc()))
    if step is None and answer is not Answer.PENDING:
        step = AskStepRow(
            ask_id=row.id or 0, answer=answer, on_date=row.on_date, recorded_on=work.today
        )
    if step is None:
        return
    if answer is Answer.PENDING and row.planned_for is None:
        work.delete(step)
        return
    is_same_kind = (step.answer == Answer.LATER) == (answer is Answer.LATER)
    step.answer, step.until = answer, step.until if is_same_kind else None
    work.put(step)


def _tell_until(work: Writing, row: AskRow, answers: tuple[Answer, ...], until: dt.date) -> None:
    """Give the newest answer another day to report by, or to ask again."""
    query = (
        select(AskStepRow)
        .where(AskStepRow.ask_id == row.id, col(AskStepRow.answer).in_(answers))
        .order_by(col(AskStepRow.id).desc())
    )
    step = work.first(query)
    if step is None and Answer.PENDING in answers and row.state == AskState.PENDING:
        step = AskStepRow(
            ask_id=row.id or 0,
            answer=Answer.PENDING,
            on_date=row.on_date,
            recorded_on=work.today,
        )
    if step is not None:
        step.until = until
        work.put(step)
