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
    recorded_on: dt.date | None = None
    kind: str = "client"
    meeting_on: dt.date | None = None
    fixed_ask_id: int | None = None
    is_stale: bool = False


class IntroStepRow(Row, table=True):
    """A row of `intro_step`."""

    __tablename__ = "intro_step"

    intro_id: int
    step: str
    on_date: dt.date
    note: str | None = None
    implied: bool = False
    recorded_on: dt.date | None = None
    fault: str | None = None
    is_well: bool = False
    is_passed: bool = False
    is_history: bool = False
    meeting_on: dt.date | None = None


class IntroPartyRow(Row, table=True):
    """A row of `intro_party`: a source or prospect, with the day on which they came in."""

    __tablename__ = "intro_party"

    intro_id: int
    contact_id: int
    part: str
    on_date: dt.date
    recorded_on: dt.date
    fixed_ask_id: int | None = None
    ask_id: int | None = None
    is_history: bool = False
