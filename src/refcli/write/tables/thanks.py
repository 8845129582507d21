"""Thanks, favors and testimonials: what goes to and fro between people."""

import datetime as dt

from sqlmodel import Field, SQLModel


class ThanksRow(SQLModel, table=True):
    """A row of `thanks`."""

    __tablename__ = "thanks"

    id: int | None = Field(default=None, primary_key=True)
    contact_id: int
    given: bool
    on_date: dt.date
    how: str | None = None
    words: str | None = None
    intro_id: int | None = None
    ask_id: int | None = None
    step: str | None = None


class FavorRow(SQLModel, table=True):
    """A row of `favor`."""

    __tablename__ = "favor"

    id: int | None = Field(default=None, primary_key=True)
    contact_id: int
    given: bool
    on_date: dt.date
    how: str | None = None
    what: str


class TestimonialRow(SQLModel, table=True):
    """A row of `testimonial`."""

    __tablename__ = "testimonial"

    id: int | None = Field(default=None, primary_key=True)
    contact_id: int
    on_date: dt.date
    words: str
    publish: bool = False
