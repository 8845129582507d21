"""Guided reviews."""

import datetime as dt

from refcli.write.tables import Row


class ReviewRow(Row, table=True):
    """One guided review; `change` is what to do differently, `chosen` JSON of what to do."""

    __tablename__ = "review"

    begun_on: dt.date
    steps_done: int = 0
    finished_on: dt.date | None = None
    change: str | None = None
    chosen: str | None = None
