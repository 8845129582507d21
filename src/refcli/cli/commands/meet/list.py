"""`refcli meet list`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.read.appointments import appointments
from refcli.render.appointments import appointment_json, appointments_table


def run(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Those that are over too.")] = False,
    as_json: Json = False,
) -> None:
    """Appointments to come, soonest first."""
    app = app_of(context)
    with app.reading() as connection:
        found = appointments(connection, since="" if every else app.today.isoformat())
    if as_json:
        app.output.json([appointment_json(one) for one in found])
    else:
        app.output.table(appointments_table(found, app.today))
