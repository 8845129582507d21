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
    recorded_on: dt.date | None = None


class FavorRow(Row, table=True):
    """A row of `favor`."""

    __tablename__ = "favor"

    contact_id: int
    given: bool
    on_date: dt.date
    how: str | None = None
    what: str
    recorded_on: dt.date | None = None


class TestimonialRow(Row, table=True):
    """A row of `testimonial`."""

    __tablename__ = "testimonial"

    contact_id: int
    on_date: dt.date
    words: str
    publish: bool = False
    recorded_on: dt.date | None = None


class ThanksAboutRow(Row, table=True):
    """A row of `thanks_about`: a follow-up that `done` named, closed whenever it was due."""

    __tablename__ = "thanks_about"

    thanks_id: int
    contact_id: int
    kind: str
    rule: str
    ask_id: int | None = None
    intro_id: int | None = None
