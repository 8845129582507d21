"""Guided reviews."""

import datetime as dt

from sqlmodel import Field, SQLModel


class ReviewRow(SQLModel, table=True):
    """One guided review; `change` is what to do differently, `chosen` JSON of what to do."""

    __tablename__ = "review"

    id: int | None = Field(default=None, primary_key=True)
    begun_on: dt.date
    steps_done: int = 0
    finished_on: dt.date | None = None
    change: str | None = None
    chosen: str | None = None
