"""Asks."""

import datetime as dt

from refcli.write.tables import Row


class AskRow(Row, table=True):
    """A row of `ask`."""

    __tablename__ = "ask"

    contact_id: int
    on_date: dt.date
    kind: str
    target_id: int | None = None
    campaign_id: int | None = None
    industry: str | None = None
    looking_for: str | None = None
    qualities: str | None = None
    words: str
    channel: str
    state: str
    confirm_by: dt.date | None = None
    until: dt.date | None = None
    answered_on: dt.date | None = None
    anyway: bool = False
