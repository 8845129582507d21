"""The journal; its row images are written by triggers, see `refcli.write.journal`."""

from refcli.write.tables import Row


class HistoryRow(Row, table=True):
    """A row of `history`: one command that changed something."""

    __tablename__ = "history"

    at: str
    command: str
    summary: str
    undone_by: int | None = None
    undoes: int | None = None
    is_erased: bool = False


class HistoryImageRow(Row, table=True):
    """A row of `history_row`: one changed row as JSON, before and after."""

    __tablename__ = "history_row"

    history_id: int
    table_name: str
    row_id: int
    before: str | None = None
    after: str | None = None
