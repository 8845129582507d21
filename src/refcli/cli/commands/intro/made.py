"""`refcli intro made ID`."""

import typer

from refcli.cli.commands.intro._shared import take
from refcli.cli.frame.context import app_of
from refcli.cli.options import IntroId, Json, Meeting, Note, On
from refcli.domain.intros import IntroState


def run(
    context: typer.Context,
    intro_id: IntroId = None,
    on: On = None,
    meeting: Meeting = None,
    note: Note = None,
    as_json: Json = False,
) -> None:
    """A bare name became an introduction: the source has called or written."""
    take(
        app_of(context),
        intro_id,
        IntroState.MADE,
        on=on,
        note=note,
        as_json=as_json,
        meeting=meeting,
    )
