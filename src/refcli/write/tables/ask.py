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
    recorded_on: dt.date | None = None
    planned_for: dt.date | None = None
    is_skipped: bool = False
    was_promised: bool = False


class AskStepRow(Row, table=True):
    """A row of `ask_step`: one answer; `until` is `--by` of a promise, else `--until`."""

    __tablename__ = "ask_step"

    ask_id: int
    answer: str
    on_date: dt.date
    until: dt.date | None = None
    recorded_on: dt.date
