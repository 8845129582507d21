"""The user's own templates."""

from refcli.write.tables import Row


class OwnWordsRow(Row, table=True):
    """A row of `own_words`."""

    __tablename__ = "own_words"

    slot: str
    text: str
