"""`refcli ask list`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import ContactOption, Json
from refcli.read.asks import asks
from refcli.render.asks import ask_json, asks_table


def run(
    context: typer.Context,
    only_open: Annotated[
        bool, typer.Option("--open", help="Planned, pending or promised only.")
    ] = False,
    contact: ContactOption = None,
    as_json: Json = False,
) -> None:
    """Asks, newest first."""
    app = app_of(context)
    person = app.id_of(contact, for_reading=True)
    with app.reading() as connection:
        found = asks(connection, app.today, contact=person, only_open=only_open)
    if as_json:
        app.output.json([ask_json(a) for a in found])
    else:
        app.output.table(asks_table(found, app.today))
