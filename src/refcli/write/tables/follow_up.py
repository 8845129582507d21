"""Follow-ups."""

import datetime as dt

from refcli.write.tables import Row


class FollowUpRow(Row, table=True):
    """A row of `follow_up`; `action` is a sentence with `{contact}` and `{other}` in it."""

    __tablename__ = "follow_up"

    uid: str
    kind: str
    contact_id: int
    due_on: dt.date
    action: str
    rule: str
    ask_id: int | None = None
    intro_id: int | None = None
    engagement_id: int | None = None
    round: int = 0
    opened_on: dt.date
    snoozes: int = 0
    closed_on: dt.date | None = None
    closing: str | None = None
    note: str | None = None
