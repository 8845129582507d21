"""Campaigns."""

import datetime as dt

from refcli.write.tables import Row


class CampaignRow(Row, table=True):
    """A row of `campaign`."""

    __tablename__ = "campaign"

    name: str
    name_key: str
    theme: str | None = None
    offer: str | None = None
    goal: int | None = None
    begins_on: dt.date
    until: dt.date
    ended_on: dt.date | None = None
