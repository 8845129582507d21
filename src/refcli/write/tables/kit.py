"""The referral kit and its targets."""

import datetime as dt

from refcli.write.tables import Row


class KitRow(Row, table=True):
    """A row of `kit`."""

    __tablename__ = "kit"

    field: str
    value: str


class TargetRow(Row, table=True):
    """A row of `target`."""

    __tablename__ = "target"

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
