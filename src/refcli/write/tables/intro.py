"""Introductions and their steps."""

import datetime as dt

from refcli.write.tables import Row


class IntroRow(Row, table=True):
    """A row of `intro`."""

    __tablename__ = "intro"

    direction: str
    source_id: int | None = None
    prospect_id: int
    receiver_id: int | None = None
    ask_id: int | None = None
    passed_from_id: int | None = None
    on_date: dt.date
    rung: str
    state: str
    consent: str | None = None
    need: str | None = None
    value_cents: int | None = None
    made_on: dt.date | None = None
    is_history: bool = False


class IntroStepRow(Row, table=True):
    """A row of `intro_step`."""

    __tablename__ = "intro_step"

    intro_id: int
    step: str
    on_date: dt.date
    note: str | None = None
    implied: bool = False
