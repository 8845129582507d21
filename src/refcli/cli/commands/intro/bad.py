"""`refcli intro bad ID --what TEXT`."""

from typing import Annotated

import typer

from refcli.cli.commands.intro._shared import take
from refcli.cli.frame.context import app_of
from refcli.cli.options import IntroId, Json, On
from refcli.domain.intros import Fault, IntroState


def run(
    context: typer.Context,
    intro_id: IntroId = None,
    what: Annotated[
        str | None, typer.Option("--what", metavar="TEXT", help="What went wrong.")
    ] = None,
    fault: Annotated[
        Fault, typer.Option("--fault", help="Whose fault it was; decides the words.")
    ] = Fault.ME,
    on: On = None,
    as_json: Json = False,
) -> None:
    """It went wrong: apologise to both sides and find out from both what happened."""
    app = app_of(context)
    text = app.needed(what, "What went wrong?", "--what")
    take(app, intro_id, IntroState.BAD, on=on, note=text, as_json=as_json, fault=fault)
