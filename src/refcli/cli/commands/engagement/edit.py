"""`refcli engagement edit ID`."""

from typing import Annotated

import typer

from refcli.cli.commands.engagement.add import Delivered, Rating, Value
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, cents_of
from refcli.cli.report import report
from refcli.domain.names import MAX_ID
from refcli.domain.typed import typed
from refcli.errors import UsageError


def run(
    context: typer.Context,
    engagement_id: Annotated[
        int, typer.Argument(metavar="ID", max=MAX_ID, help="From `refcli engagement list`.")
    ],
    what: Annotated[str | None, typer.Option("--what", metavar="TEXT", help="The work.")] = None,
    delivered: Delivered = None,
    ongoing: Annotated[
        bool | None, typer.Option("--ongoing/--delivered-now", help="Whether it goes on.")
    ] = None,
    rating: Rating = None,
    value: Value = None,
    as_json: Json = False,
) -> None:
    """Correct a piece of work, or rate it later."""
    app = app_of(context)
    if all(v is None for v in (what, delivered, ongoing, rating, value)):
        raise UsageError(
            "nothing to change", typed("refcli engagement edit {} --rating 9", engagement_id)
        )
    when = app.past(delivered, is_long_ago=True) or (app.today if ongoing is False else None)
    from refcli.write.engagements import EngagementFields, edit_engagement

    fields = EngagementFields(
        what=what,
        delivered=when,
        ongoing=ongoing or None,
        rating=rating,
        value_cents=cents_of(value),
    )
    written = app.write(
        "engagement edit", lambda work: edit_engagement(work, engagement_id, fields)
    )
    report(app, written, as_json=as_json)
