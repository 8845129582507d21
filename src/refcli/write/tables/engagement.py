"""Engagements."""

import datetime as dt

from sqlmodel import Field, SQLModel


class EngagementRow(SQLModel, table=True):
    """A row of `engagement`."""

    __tablename__ = "engagement"

    id: int | None = Field(default=None, primary_key=True)
    contact_id: int
    what: str
    delivered_on: dt.date | None = None
    ongoing: bool = False
    rating: int | None = None
    value_cents: int | None = None
    version: int = 1
