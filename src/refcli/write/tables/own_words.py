"""The user's own templates, and rounds of writing that are not over."""

import datetime as dt

from refcli.write.tables import Row


class OwnWordsRow(Row, table=True):
    """A row of `own_words`."""

    __tablename__ = "own_words"

    slot: str
    text: str


class WrittenToRow(Row, table=True):
    """A row of `written_to`: somebody who was written to, or skipped, in a round."""

    __tablename__ = "written_to"

    round: str
    contact_id: int
    on_date: dt.date
