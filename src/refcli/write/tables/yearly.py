"""Yearly dates, and what was said of them in one year."""

import datetime as dt

from refcli.write.tables import Row


class YearlyDateRow(Row, table=True):
    """A row of `yearly_date`; `month_day` is MM-DD, `year` that of the first where known."""

    __tablename__ = "yearly_date"

    contact_id: int
    label: str
    label_key: str
    month_day: str
    year: int | None = None
    notice_days: int | None = None
    recorded_on: dt.date


class YearlyAnswerRow(Row, table=True):
    """A row of `yearly_answer`."""

    __tablename__ = "yearly_answer"

    date_id: int
    year: int
    answer: str
    until: dt.date | None = None
    note: str | None = None
    on_date: dt.date
    recorded_on: dt.date
