"""`refcli review thanks`."""

import typer

from refcli.cli.commands.review._shared import Since, Until, desk, show_span
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.review.promptness import promptness
from refcli.render.review.as_json import promptness_json
from refcli.render.review.as_text import thanks_bars


def run(
    context: typer.Context, since: Since = None, until: Until = None, as_json: Json = False
) -> None:
    """How many sources were thanked within a day, two days, a week."""
    app = app_of(context)
    at = desk(app, since, until)
    rows = promptness(at.practice, at.span)
    if as_json:
        app.output.json([promptness_json(row) for row in rows])
        return
    show_span(app.output, at, "Thanks")
    for number, chart in enumerate(thanks_bars(rows)):
        if number:
            app.output.line()
        app.output.bars(chart)
