"""Ties."""

from refcli.write.tables import Row


class TieRow(Row, table=True):
    """A row of `tie`: what the other is to the contact."""

    __tablename__ = "tie"

    contact_id: int
    other_id: int
    word: str
