"""The referral kit and its targets."""

import datetime as dt

from sqlmodel import Field, SQLModel


class KitRow(SQLModel, table=True):
    """A row of `kit`."""

    __tablename__ = "kit"

    id: int | None = Field(default=None, primary_key=True)
    field: str
    value: str


class TargetRow(SQLModel, table=True):
    """A row of `target`."""

    __tablename__ = "target"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str
    kind: str = "client"
    industry: str | None = None
    looking_for: str | None = None
    qualities: str | None = None
    listen_for: str | None = None
    unwanted: str | None = None
    last_used_on: dt.date | None = None
    removed_on: dt.date | None = None
