"""Yearly dates of contacts, and those that are due. Imports nothing heavy: the quick lane's."""

import datetime as dt
import sqlite3

from refcli.domain.day_words import day_text
from refcli.domain.due import DueItem
from refcli.domain.yearly import (
    GRACE_DAYS,
    NOTICE_DAYS,
    Coming,
    DateRow,
    coming,
    date_words,
    next_day,
    spans,
    written,
)

# As typing.TYPE_CHECKING, which the quick lane does without.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from refcli.domain.contacts import YearlyDate

# The key of a date's follow-up, as write/obligations.py makes it.
_KEY = "'date:' || d.id || '/yearly/date/' || d.contact_id || '/1'"
_ROW = """
    d.id, d.contact_id, c.name as contact_name, d.label, d.month_day, d.year, d.notice_days,
    d.recorded_on, n.number
"""
_SELECT = f"""
    select {_ROW} from yearly_date d join contact c on c.id = d.contact_id
    left join follow_up_id n on n.key = {_KEY}
"""
# Those that `due` shows: of people who matter and are not dropped.
_SHOWN = f"""
    select {_ROW} from yearly_due y join yearly_date d on d.id = y.date_id
    join contact c on c.id = d.contact_id join follow_up_id n on n.key = {_KEY}
    where y.month_day between ? and ? and c.status <> 'dropped'
"""
_WHOLE_YEAR = ("01-01", "12-31")
_NUMBERED = "date:%"


def due_dates(
    connection: sqlite3.Connection,
    today: str,
    until: str,
    weights: dict[str, int],
    contact: int | None = None,
) -> list[DueItem]:
    """The dates that are shown by `until`."""
    day, end = dt.date.fromisoformat(today), dt.date.fromisoformat(until)
    notice = default_notice(connection)
    farthest = max(notice, _longest_notice(connection))
    start = day - dt.timedelta(days=GRACE_DAYS)
    found = []
    for span in spans(start, end + dt.timedelta(days=farthest)):
        for row in _shown(connection, span, contact):
            next_time = coming_of(connection, row, notice, day)
            if next_time.due <= end:
                found.append(item_of(row, next_time, today, weights))
    return found


def next_date_due(
    connection: sqlite3.Connection, after: str, contact: int | None = None
) -> str | None:
    """The first day after `after` on which a date is shown, of one contact if given."""
    day = dt.date.fromisoformat(after)
    notice = default_notice(connection)
    days = [
        coming_of(connection, row, notice, day).due
        for row in _shown(connection, _WHOLE_YEAR, contact)
    ]
    return min((due.isoformat() for due in days if due > day), default=None)


def _shown(
    connection: sqlite3.Connection, span: tuple[str, str], contact: int | None
) -> list[DateRow]:
    """The dates that `due` would show whose MM-DD lies in a span, of one contact if given."""
    found = [DateRow._make(columns) for columns in connection.execute(_SHOWN, span).fetchall()]
    return [row for row in found if contact in (None, row.contact_id)]


def date_item(
    connection: sqlite3.Connection, number: int, today: str, weights: dict[str, int]
) -> DueItem | None:
    """The follow-up of a date by its number; closed while this year's is answered."""
    row = date_numbered(connection, number)
    if row is None:
        return None
    day = dt.date.fromisoformat(today)
    next_time = coming_of(connection, row, default_notice(connection), day)
    return item_of(row, next_time, today, weights)


def date_numbered(connection: sqlite3.Connection, number: int) -> DateRow | None:
    """The date whose follow-up has a number."""
    found = connection.execute(
        f"{_SELECT} where n.number = ? and n.key like ?", (number, _NUMBERED)
    ).fetchone()
    return None if found is None else DateRow._make(found)


def all_dates(
    connection: sqlite3.Connection,
    contact: int | None = None,
    *,
    between: "tuple[dt.date, dt.date] | None" = None,
) -> list[DateRow]:
    """Every date, those of one contact, or those that come between two days; in no order."""
    if between is None:
        only = "" if contact is None else "where d.contact_id = :contact"
        every = connection.execute(f"{_SELECT} {only}", {"contact": contact}).fetchall()
        return [DateRow._make(columns) for columns in every]
    rows = []
    for first, last in spans(*between):
        found = connection.execute(
            f"{_SELECT} where d.month_day between ? and ?", (first, last)
        ).fetchall()
        rows += [DateRow._make(columns) for columns in found]
    return [row for row in rows if contact in (None, row.contact_id)]


def has_dates(connection: sqlite3.Connection, contact: int | None = None) -> bool:
    """Whether a date is known, of a contact if given."""
    only = "" if contact is None else "where contact_id = :contact"
    query = f"select exists (select 1 from yearly_date {only})"
    (found,) = connection.execute(query, {"contact": contact}).fetchone()
    return bool(found)


def dates_of(
    connection: sqlite3.Connection, chunk: str, today: dt.date
) -> "Mapping[int, tuple[YearlyDate, ...]]":
    """By contact, the dates as a contact has them, the next first; `chunk` are ids for `in`."""
    from refcli.domain.contacts import YearlyDate

    found: dict[int, list[YearlyDate]] = {}
    for contact, label, month_day, year in connection.execute(
        f"select contact_id, label, month_day, year from yearly_date where contact_id in ({chunk})"
    ).fetchall():
        date = YearlyDate(label, written(month_day, year), next_day(month_day, year, today))
        found.setdefault(contact, []).append(date)
    return {
        contact: tuple(sorted(dates, key=lambda date: (date.next, date.label)))
        for contact, dates in found.items()
    }


def default_notice(connection: sqlite3.Connection) -> int:
    """So many days before a date it is shown, unless it says otherwise."""
    found = connection.execute(
        "select value from setting where name = 'date.notice-days'"
    ).fetchone()
    (days,) = found or (NOTICE_DAYS,)
    return int(days)


def coming_of(connection: sqlite3.Connection, row: DateRow, notice: int, today: dt.date) -> Coming:
    """The next time that a date comes, with what was said of it."""
    said = {
        year: (answer, until, on)
        for year, answer, until, on in connection.execute(
            "select year, answer, until, on_date from yearly_answer where date_id = ? order by id",
            (row.id,),
        ).fetchall()
    }
    return coming(
        row.month_day,
        row.year,
        dt.date.fromisoformat(row.recorded_on),
        notice if row.notice_days is None else row.notice_days,
        today,
        said,
    )


def item_of(row: DateRow, next_time: Coming, today: str, weights: dict[str, int]) -> DueItem:
    """A date as a follow-up: closed while it is not shown and the time before is answered."""
    day = dt.date.fromisoformat(today)
    on, closing, closed_on = next_time.on, None, None
    if next_time.last is not None and next_time.due > day:
        closing, closed_on, on = next_time.last
    due = next_time.due - (next_time.on - on)
    years = None if row.year is None else on.year - row.year
    action = date_words(row.label, row.contact_name, day_text(on, day), years)
    return _item(row, due, on, action, today, weights, closing=closing, closed_on=closed_on)


def _item(
    row: DateRow,
    due: dt.date,
    on: dt.date,
    action: str,
    today: str,
    weights: dict[str, int],
    *,
    closing: str | None = None,
    closed_on: str | None = None,
) -> DueItem:
    return DueItem(
        id=row.number,
        kind="date",
        contact_id=row.contact_id,
        contact_name=row.contact_name,
        due=due.isoformat(),
        action=action,
        rule="yearly",
        today=today,
        weights=weights,
        repeats="1 year",
        occurs=on.isoformat(),
        closing=closing,
        closed_on=closed_on,
    )


def _longest_notice(connection: sqlite3.Connection) -> int:
    (days,) = connection.execute("select coalesce(max(notice_days), 0) from yearly_date").fetchone()
    return int(days)


def calendar_dates(
    connection: sqlite3.Connection, today: str, weights: dict[str, int], contact: int | None = None
) -> list[tuple[DueItem, str, int]]:
    """(the next day of a date, UID, changes) of those whom `due` would show."""
    found = []
    for row in _shown(connection, _WHOLE_YEAR, contact):
        uid, changes = connection.execute(
            "select uid, changes from follow_up_id where number = ? and key like ?",
            (row.number, _NUMBERED),
        ).fetchone()
        on = next_day(row.month_day, row.year, dt.date.fromisoformat(today))
        action = f"{row.contact_name}: {row.label}"
        found.append((_item(row, on, on, action, today, weights), uid, changes))
    return found


def shown_dates(connection: sqlite3.Connection) -> set[int]:
    """The dates that `due` shows when they come: of people with a tier or a basis."""
    return {date for (date,) in connection.execute("select date_id from yearly_due").fetchall()}
