"""`refcli log edit ID`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import ChannelOption, Json, On
from refcli.cli.report import report
from refcli.domain.interactions import Direction
from refcli.domain.names import MAX_ID
from refcli.domain.typed import typed
from refcli.errors import UsageError


def run(
    context: typer.Context,
    interaction_id: Annotated[
        int, typer.Argument(metavar="ID", max=MAX_ID, help="From `refcli log list`.")
    ],
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="What happened.")
    ] = None,
    with_names: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="NAME",
            help="Who it was, all of them.",
            autocompletion=complete_name,
        ),
    ] = None,
    on: On = None,
    how: ChannelOption = None,
    direction: Annotated[
        Direction | None,
        typer.Option("--direction", help="Who approached whom.", show_default=False),
    ] = None,
    as_json: Json = False,
) -> None:
    """Correct an exchange; the rhythm of everybody concerned follows."""
    app = app_of(context)
    if all(value is None for value in (text, with_names, on, how, direction)):
        raise UsageError(
            "nothing to change", typed("refcli log edit {} --on yesterday", interaction_id)
        )
    from refcli.write.interactions import InteractionEdit, edit_interaction

    edit = InteractionEdit(
        text=text,
        on=app.past(on),
        channel=how,
        direction=direction,
        contacts=tuple(app.who(name).id for name in with_names or ()),
    )
    written = app.write("log edit", lambda work: edit_interaction(work, interaction_id, edit))
    report(app, written, as_json=as_json)
