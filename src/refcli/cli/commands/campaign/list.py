"""`refcli campaign list`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.read.campaigns import campaigns
from refcli.render.campaigns import campaign_json, campaigns_table


def run(context: typer.Context, as_json: Json = False) -> None:
    """Campaigns, newest first, with what each brought."""
    app = app_of(context)
    with app.reading() as connection:
        found = campaigns(connection)
    if as_json:
        app.output.json([campaign_json(c, app.today) for c in found])
    else:
        app.output.table(campaigns_table(found, app.today))
