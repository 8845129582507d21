"""`refcli review funnel`."""

import typer

from refcli.cli.commands.review._shared import Since, Until, desk, show_funnel, show_span
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.review.whole import funnel_figures
from refcli.render.review.as_json import funnel_json


def run(
    context: typer.Context, since: Since = None, until: Until = None, as_json: Json = False
) -> None:
    """From asks to business: how many get how far, by rung, channel, target, campaign, month."""
    app = app_of(context)
    at = desk(app, since, until)
    figures = funnel_figures(at.practice, at.span)
    if as_json:
        app.output.json(funnel_json(figures))
        return
    show_span(app.output, at, "Funnel")
    show_funnel(app.output, at, figures, splits=True)
