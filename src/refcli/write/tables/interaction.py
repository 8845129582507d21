"""Interactions and who took part."""

import datetime as dt

from sqlmodel import Field, SQLModel


class InteractionRow(SQLModel, table=True):
    """A row of `interaction`; `origin` names the command that made it."""

    __tablename__ = "interaction"

    id: int | None = Field(default=None, primary_key=True)
    on_date: dt.date
    channel: str
    direction: str
    text: str = ""
    origin: str = "log"
    origin_id: int | None = None
    import_id: int | None = None
    external_key: str | None = None
    version: int = 1


class InteractionContactRow(SQLModel, table=True):
    """A row of `interaction_contact`."""

    __tablename__ = "interaction_contact"

    id: int | None = Field(default=None, primary_key=True)
    interaction_id: int
    contact_id: int
