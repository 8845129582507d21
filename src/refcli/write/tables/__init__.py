"""The tables as SQLModel classes, one noun a file, so that a command loads only what it writes."""

from sqlmodel import Field, SQLModel


class Row(SQLModel):
    """What every table has: an id, None until the row is put."""

    id: int | None = Field(default=None, primary_key=True)
