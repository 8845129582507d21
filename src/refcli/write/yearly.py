"""Yearly dates: told, changed, taken away, and what is said of one in its year."""

import datetime as dt
from typing import NamedTuple

from sqlmodel import select

from refcli.domain.contacts import Person
from refcli.domain.due import DueItem
from refcli.domain.text import clean_line, clean_text, fold
from refcli.domain.typed import typed
from refcli.domain.yearly import DONE, GRACE_DAYS, SKIP, SNOOZE, next_day, written
from refcli.errors import Refused, UnknownName, UsageError
from refcli.read.contacts import matters
from refcli.read.names import acquaintance
from refcli.read.yearly import date_numbered
from refcli.write.contacts import contact_row
from refcli.write.session import Writing
from refcli.write.tables.yearly import YearlyAnswerRow, YearlyDateRow

_TRIED_AGAIN_DAYS = 2
_LONGEST_LABEL = 80


class YearlyCommand(NamedTuple):
    """A date as it is told: `month_day` is MM-DD, no `notice` what the setting says."""

    contact: int
    label: str
    month_day: str
    year: int | None = None
    notice: int | None = None


def set_date(work: Writing, told: YearlyCommand) -> int:
    """Add a date, or change the one of that label, and return its id."""
    label = clean_line(told.label)
    if not any(letter.isalnum() for letter in label) or len(label) > _LONGEST_LABEL:
        raise UsageError(f"a date needs a short label: {label[:40] or '(empty)'}")
    name = contact_row(work, told.contact).name
    row = _row(work, told.contact, label)
    is_new = row is None
    if row is None:
        row = YearlyDateRow(
            contact_id=told.contact,
            label=label,
            label_key=fold(label),
            month_day=told.month_day,
            recorded_on=work.today,
        )
    before = (row.month_day, row.year, row.notice_days)
    # Told again without its year, the year that is known stays.
    year = row.year if told.year is None and row.month_day == told.month_day else told.year
    row.month_day, row.year = told.month_day, year
    row.notice_days = told.notice if told.notice is not None else row.notice_days
    if not is_new and before == (row.month_day, row.year, row.notice_days):
        work.say("contact-unchanged", contact=told.contact, name=name)
        return row.id or 0
    work.put(row)
    work.say(
        "date-noted" if is_new else "date-changed",
        contact=told.contact,
        name=name,
        label=row.label,
        day=written(row.month_day, row.year),
        next=next_day(row.month_day, row.year, work.today),
        notice=row.notice_days,
    )
    if not matters(work.connection, told.contact):
        work.hint("date-listed-only", who=Person(told.contact, name))
    return row.id or 0


def remove_date(work: Writing, contact: int, label: str) -> None:
    """Take a date away with what was said of it; raises UnknownName where there is none."""
    row = _row(work, contact, label)
    who = acquaintance(work.connection, contact)
    if row is None:
        raise UnknownName(
            f"{who.name} has no date called {clean_line(label)!r}",
            typed("refcli contact show {}", who),
        )
    for answer in work.find(select(YearlyAnswerRow).where(YearlyAnswerRow.date_id == row.id)):
        work.delete(answer)
    work.delete(row)
    work.say("date-removed", contact=contact, name=who.name, label=row.label)


def answer_date(
    work: Writing, item: DueItem, answer: str, *, until: dt.date | None, note: str | None
) -> None:
    """What was said of a date that is open, for the year in which it comes."""
    row = date_numbered(work.connection, item.id)
    if row is None or item.occurs is None:
        raise LookupError(f"follow-up {item.id} is no yearly date")
    on = dt.date.fromisoformat(item.occurs)
    if answer not in (DONE, SKIP):
        answer, until = SNOOZE, until or _again(on, work.today)
        _refuse_too_late(item, on, until)
    work.put(
        YearlyAnswerRow(
            date_id=row.id,
            year=on.year,
            answer=answer,
            until=until,
            note=clean_text(note or "") or None,
            on_date=work.today,
            recorded_on=work.today,
        )
    )
    work.changes.dates[item.id] = answer in (DONE, SKIP)


def _again(on: dt.date, today: dt.date) -> dt.date:
    """When to try once more: on the day itself, if it comes before that."""
    later = today + dt.timedelta(days=_TRIED_AGAIN_DAYS)
    return on if today < on < later else later


def _refuse_too_late(item: DueItem, on: dt.date, until: dt.date) -> None:
    if until > on + dt.timedelta(days=GRACE_DAYS):
        raise Refused(
            f"{item.action}: nobody is wished well later than {GRACE_DAYS} days after the day",
            typed("leave it out this year: refcli skip {}", item.id),
        )


def _row(work: Writing, contact: int, label: str) -> YearlyDateRow | None:
    query = select(YearlyDateRow).where(
        YearlyDateRow.contact_id == contact, YearlyDateRow.label_key == fold(clean_line(label))
    )
    return work.first(query)
