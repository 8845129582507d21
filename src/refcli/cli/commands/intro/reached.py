"""`refcli intro reached ID`."""

import typer

from refcli.cli.commands.intro._shared import take
from refcli.cli.frame.context import app_of
from refcli.cli.options import ChannelOption, IntroId, Json, Note, On
from refcli.domain.intros import IntroState


def run(
    context: typer.Context,
    intro_id: IntroId = None,
    how: ChannelOption = None,
    on: On = None,
    note: Note = None,
    as_json: Json = False,
) -> None:
    """You have spoken with the prospect; that is logged as an exchange too."""
    take(
        app_of(context),
        intro_id,
        IntroState.REACHED,
        on=on,
        note=note,
        as_json=as_json,
        channel=how,
    )
