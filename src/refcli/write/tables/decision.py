"""What was said of follow-ups."""

import datetime as dt

from refcli.write.tables import Row


class DecisionRow(Row, table=True):
    """A row of `decision`: an answer, a snooze, a skip or a try."""

    __tablename__ = "decision"

    answer: str
    on_date: dt.date
    until: dt.date | None = None
    note: str | None = None
    recorded_on: dt.date


class DecisionAboutRow(Row, table=True):
    """A row of `decision_about`: one thing that the follow-up stood for."""

    __tablename__ = "decision_about"

    decision_id: int
    contact_id: int
    kind: str
    rule: str
    ask_id: int | None = None
    intro_id: int | None = None
    engagement_id: int | None = None
    custom_id: int | None = None
    appointment_id: int | None = None
    job_id: int | None = None
