"""`refcli review asks`."""

import typer

from refcli.cli.commands.review._shared import Since, Until, desk, show_span
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.review.ask_success import ask_success
from refcli.render.review.as_json import success_json
from refcli.render.review.as_text import asks_table


def run(
    context: typer.Context, since: Since = None, until: Until = None, as_json: Json = False
) -> None:
    """Which words, targets and channels led to an introduction."""
    app = app_of(context)
    at = desk(app, since, until)
    found = ask_success(at.practice, at.span)
    if as_json:
        app.output.json([success_json(row) for row in found])
        return
    show_span(app.output, at, "What worked")
    app.output.table(asks_table(found))
    if found:
        app.output.line()
        app.output.hint(
            "settled: introduced, declined or lapsed; likely: where four times in five"
            " the true share lies"
        )
