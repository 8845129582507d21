"""`refcli campaign`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.read.campaigns import campaigns
from refcli.read.settings import read_settings
from refcli.render.campaigns import campaign_json, campaign_sheet


def run(context: typer.Context, as_json: Json = False) -> None:
    """How the campaign goes; when none runs, what the last one brought."""
    app = app_of(context)
    with app.reading() as connection:
        found = campaigns(connection)
        currency = read_settings(connection).text("currency")
    shown = next((c for c in found if c.is_running(app.today)), found[0] if found else None)
    if as_json:
        app.output.json(None if shown is None else campaign_json(shown, app.today))
    elif shown is None:
        app.output.line("no campaigns yet; begin: refcli campaign start NAME --until WHEN")
    else:
        app.output.sheet(campaign_sheet(shown, app.today, currency))
