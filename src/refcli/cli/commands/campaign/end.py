"""`refcli campaign end`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.read.campaigns import campaigns
from refcli.read.settings import read_settings
from refcli.render.campaigns import campaign_sheet


def run(context: typer.Context, as_json: Json = False) -> None:
    """End the campaign that runs, with a short report of what it brought."""
    app = app_of(context)
    from refcli.write.campaigns import end_campaign

    written = app.write("campaign end", end_campaign)
    report(app, written, as_json=as_json)
    if as_json:
        return
    with app.reading() as connection:
        ended = next(c for c in campaigns(connection) if c.name == written.value)
        currency = read_settings(connection).text("currency")
    app.output.line()
    app.output.sheet(campaign_sheet(ended, app.today, currency))
