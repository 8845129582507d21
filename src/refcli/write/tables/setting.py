"""Settings and the register of imports."""

from refcli.write.tables import Row


class SettingRow(Row, table=True):
    """A row of `setting`."""

    __tablename__ = "setting"

    name: str
    value: str


class ImportRow(Row, table=True):
    """A row of `import`: one file that was taken in, with its counts."""

    __tablename__ = "import"

    file_name: str
    format: str
    sha256: str
    at: str
    new_rows: int = 0
    updated_rows: int = 0
    same_rows: int = 0
    doubtful_rows: int = 0
    rejected_rows: int = 0
