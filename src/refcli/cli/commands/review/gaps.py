"""`refcli review gaps`."""

import typer

from refcli.cli.commands.review._shared import Since, Until, desk, show_gaps
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.review.whole import found_gaps
from refcli.render.review.as_json import gap_json


def run(
    context: typer.Context, since: Since = None, until: Until = None, as_json: Json = False
) -> None:
    """Where the practice leaks, the likely dearest first, each with the line that plugs it."""
    app = app_of(context)
    at = desk(app, since, until)
    found = found_gaps(at.practice, at.span)
    if as_json:
        app.output.json([gap_json(gap) for gap in found])
    else:
        show_gaps(app.output, found)
