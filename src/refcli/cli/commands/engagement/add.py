"""`refcli engagement NAME WHAT`."""

from typing import Annotated

import typer

from refcli.cli.dash import told_text
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, Name, Text, cents_of
from refcli.cli.report import report

Delivered = Annotated[
    str | None, typer.Option("--delivered", metavar="WHEN", help="Today unless said otherwise.")
]
Ongoing = Annotated[bool, typer.Option("--ongoing", help="Not delivered yet.")]
Rating = Annotated[
    int | None, typer.Option("--rating", metavar="0-10", help="How happy the client is.")
]
Value = Annotated[str | None, typer.Option("--value", metavar="AMOUNT", help="What it was worth.")]


def run(
    context: typer.Context,
    name: Name = None,
    what: Text = None,
    delivered: Delivered = None,
    ongoing: Ongoing = False,
    rating: Rating = None,
    value: Value = None,
    as_json: Json = False,
) -> None:
    """Record a piece of work: `refcli engagement anna tax return --rating 9`."""
    app = app_of(context)
    person = app.who(app.needed(name, "Which client?", "NAME"))
    text = app.needed(told_text(app, what), "What was the work?", "WHAT")
    from refcli.write.engagements import EngagementFields, add_engagement

    fields = EngagementFields(
        what=text,
        delivered=app.past(delivered, is_long_ago=True),
        ongoing=ongoing,
        rating=rating,
        value_cents=cents_of(value),
    )
    written = app.write("engagement", lambda work: add_engagement(work, person.id, fields))
    report(app, written, as_json=as_json)
