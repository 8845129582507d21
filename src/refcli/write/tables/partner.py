"""Partner profiles."""

import datetime as dt

from refcli.write.tables import Row


class PartnerRow(Row, table=True):
    """A row of `partner`."""

    __tablename__ = "partner"

    contact_id: int
    stage: str | None = None
    services: str | None = None
    differs: str | None = None
    tell: str | None = None
    good_referral: str | None = None
    listen_for: str | None = None
    story: str | None = None
    serves: str | None = None
    competitor: bool = False
    interviewed_on: dt.date | None = None
