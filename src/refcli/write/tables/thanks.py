"""Thanks, favors and testimonials: what goes to and fro between people."""

import datetime as dt

from refcli.write.tables import Row


class ThanksRow(Row, table=True):
    """A row of `thanks`."""

    __tablename__ = "thanks"

    contact_id: int
    given: bool
    on_date: dt.date
    how: str | None = None
    words: str | None = None
    intro_id: int | None = None
    ask_id: int | None = None
    step: str | None = None


class FavorRow(Row, table=True):
    """A row of `favor`."""

    __tablename__ = "favor"

    contact_id: int
    given: bool
    on_date: dt.date
    how: str | None = None
    what: str


class TestimonialRow(Row, table=True):
    """A row of `testimonial`."""

    __tablename__ = "testimonial"

    contact_id: int
    on_date: dt.date
    words: str
    publish: bool = False
