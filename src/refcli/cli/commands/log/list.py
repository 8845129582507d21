"""`refcli log list`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import ContactOption, Json
from refcli.read.interactions import interactions
from refcli.render.exchanges import interaction_json, interactions_table


def run(context: typer.Context, contact: ContactOption = None, as_json: Json = False) -> None:
    """Exchanges, newest first."""
    app = app_of(context)
    person = app.id_of(contact, for_reading=True)
    with app.reading() as connection:
        found = interactions(connection, contact=person)
    if as_json:
        app.output.json([interaction_json(i) for i in found])
    else:
        app.output.table(interactions_table(found, app.today))
