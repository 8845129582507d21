"""Interactions and who took part."""

import datetime as dt

from refcli.write.tables import Row


class InteractionRow(Row, table=True):
    """A row of `interaction`; `origin` names the command that made it."""

    __tablename__ = "interaction"

    on_date: dt.date
    channel: str
    direction: str
    text: str = ""
    origin: str = "log"
    origin_id: int | None = None
    import_id: int | None = None
    external_key: str | None = None
    recorded_on: dt.date | None = None
    is_attempt: bool = False
    at_time: str | None = None
    next_on: dt.date | None = None


class InteractionContactRow(Row, table=True):
    """A row of `interaction_contact`."""

    __tablename__ = "interaction_contact"

    interaction_id: int
    contact_id: int
