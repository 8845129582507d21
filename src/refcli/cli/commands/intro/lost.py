"""`refcli intro lost ID --because …`."""

from typing import Annotated

import typer

from refcli.cli.commands.intro._shared import intro_meant_by, take
from refcli.cli.frame.context import app_of
from refcli.cli.options import IntroId, Json, Note, On
from refcli.domain.intros import IntroState
from refcli.domain.losses import loss_of
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
        str | None,
        typer.Option(
            "--because",
            metavar="REASON|TEXT",
            help="Why: not-interested, unreachable, not-a-fit, or in words of your own.",
        ),
    ] = None,
    on: On = None,
    note: Note = None,
    as_json: Json = False,
) -> None:
    """It came to nothing; the source is thanked and told all the same."""
    app = app_of(context)
    if because is None and app.is_interactive:
        intro_id = str(intro_meant_by(app, intro_id, None).id)
        because = app.prompter().choose("Why did it come to nothing?", _REASONS)
    loss = loss_of(app.needed(because, "", "--because"))
    told = "; ".join(part for part in (loss.words, note) if part) or None
    take(app, intro_id, IntroState(loss.reason.value), on=on, note=told, as_json=as_json)
