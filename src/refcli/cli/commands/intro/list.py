"""`refcli intro list`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import Json
from refcli.domain.intros import IntroDirection
from refcli.errors import UsageError
from refcli.read.intros import intros
from refcli.read.settings import read_settings
from refcli.render.intros import intro_json, intros_table


def run(
    context: typer.Context,
    only_open: Annotated[
        bool, typer.Option("--open", help="Those that something may still come of.")
    ] = False,
    received: Annotated[bool, typer.Option("--received", help="Those to you.")] = False,
    given: Annotated[bool, typer.Option("--given", help="Those by you.")] = False,
    source: Annotated[
        str | None,
        typer.Option(
            "--source", metavar="NAME", help="By this contact.", autocompletion=complete_name
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Introductions, newest first."""
    app = app_of(context)
    if received and given:
        raise UsageError("--received and --given exclude each other", "leave both out for all")
    direction = None
    if received or given:
        direction = IntroDirection.RECEIVED if received else IntroDirection.GIVEN
    person = app.id_of(source, for_reading=True)
    with app.reading() as connection:
        found = intros(connection, direction=direction, source=person, only_open=only_open)
        currency = read_settings(connection).text("currency")
    if as_json:
        app.output.json([intro_json(i) for i in found])
    else:
        app.output.table(intros_table(found, currency, app.today))
