"""`refcli intro won ID`."""

from typing import Annotated

import typer

from refcli.cli.commands.intro._shared import take
from refcli.cli.frame.context import app_of
from refcli.cli.options import IntroId, Json, Note, On, cents_of
from refcli.domain.intros import IntroState


def run(
    context: typer.Context,
    intro_id: IntroId = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="AMOUNT", help="What it is worth to you.")
    ] = None,
    on: On = None,
    note: Note = None,
    as_json: Json = False,
) -> None:
    """It became business; again with --value, the value is replaced."""
    cents = cents_of(value)
    take(
        app_of(context),
        intro_id,
        IntroState.WON,
        on=on,
        note=note,
        as_json=as_json,
        value_cents=cents,
    )
