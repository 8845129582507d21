"""Campaigns."""

import datetime as dt

from sqlmodel import Field, SQLModel


class CampaignRow(SQLModel, table=True):
    """A row of `campaign`."""

    __tablename__ = "campaign"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str
    theme: str | None = None
    offer: str | None = None
    goal: int | None = None
    begins_on: dt.date
    until: dt.date
    ended_on: dt.date | None = None
