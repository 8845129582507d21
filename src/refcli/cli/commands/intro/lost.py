"""`refcli intro lost ID --because …`."""

from typing import Annotated

import typer

from refcli.cli.commands.intro._shared import intro_meant_by, take
from refcli.cli.frame.context import app_of
from refcli.cli.options import IntroId, Json, Note, On
from refcli.domain.intros import IntroState, LossReason
from refcli.prompt.protocol import Choice

_REASONS = (
    Choice("not-interested", "they are not interested", "n"),
    Choice("unreachable", "they cannot be reached", "u"),
    Choice("not-a-fit", "it does not fit", "f"),
)


def run(
    context: typer.Context,
    intro_id: IntroId = None,
    because: Annotated[
        LossReason | None, typer.Option("--because", help="Why.", show_default=False)
    ] = None,
    on: On = None,
    note: Note = None,
    as_json: Json = False,
) -> None:
    """It came to nothing; the source is thanked and told all the same."""
    app = app_of(context)
    if because is None and app.is_interactive:
        intro_id = str(intro_meant_by(app, intro_id, None).id)
        because = LossReason(app.prompter().choose("Why did it come to nothing?", _REASONS))
    if because is None:
        app.needed(None, "", "--because")
        return
    take(app, intro_id, IntroState(because.value), on=on, note=note, as_json=as_json)
