"""Engagements."""

import datetime as dt

from refcli.write.tables import Row


class EngagementRow(Row, table=True):
    """A row of `engagement`."""

    __tablename__ = "engagement"

    contact_id: int
    what: str
    delivered_on: dt.date | None = None
    ongoing: bool = False
    rating: int | None = None
    value_cents: int | None = None
    recorded_on: dt.date | None = None
