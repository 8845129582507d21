"""Settings and the register of imports."""

from sqlmodel import Field, SQLModel


class SettingRow(SQLModel, table=True):
    """A row of `setting`."""

    __tablename__ = "setting"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    value: str


class ImportRow(SQLModel, table=True):
    """A row of `import`: one file that was taken in, with its counts."""

    __tablename__ = "import"

    id: int | None = Field(default=None, primary_key=True)
    file_name: str
    format: str
    sha256: str
    at: str
    new_rows: int = 0
    updated_rows: int = 0
    same_rows: int = 0
    doubtful_rows: int = 0
    rejected_rows: int = 0
