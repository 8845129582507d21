"""`refcli engagement list`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import ContactOption, Json
from refcli.read.engagements import engagements
from refcli.read.settings import read_settings
from refcli.render.exchanges import engagement_json, engagements_table


def run(context: typer.Context, contact: ContactOption = None, as_json: Json = False) -> None:
    """Work, ongoing first, then the latest delivered."""
    app = app_of(context)
    person = app.id_of(contact, for_reading=True)
    with app.reading() as connection:
        found = engagements(connection, person)
        currency = read_settings(connection).text("currency")
    if as_json:
        app.output.json([engagement_json(e) for e in found])
    else:
        app.output.table(engagements_table(found, currency, app.today))
