"""`refcli review sources`."""

import typer

from refcli.cli.commands.review._shared import Since, Until, desk, show_span
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.review.sources import sources
from refcli.render.review.as_json import source_json
from refcli.render.review.as_text import sources_table


def run(
    context: typer.Context, since: Since = None, until: Until = None, as_json: Json = False
) -> None:
    """Who brings whom, best quality first, and what to do next for each."""
    app = app_of(context)
    at = desk(app, since, until)
    found = sources(at.practice, at.span)
    if as_json:
        app.output.json([source_json(source) for source in found])
        return
    show_span(app.output, at, "Sources")
    app.output.table(sources_table(found, at.today, at.currency))
    steps = [s.next for s in found if s.next is not None]
    if steps:
        app.output.line()
        app.output.hint(f"begin with: {steps[0].command}")
