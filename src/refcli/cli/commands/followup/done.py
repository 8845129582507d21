"""`refcli done`, also `refcli followup done`."""

from typing import Annotated

import typer

from refcli.cli.commands.followup._meant import follow_up_ids
from refcli.cli.commands.followup._said import commands_for
from refcli.cli.frame.context import app_of
from refcli.cli.options import Ids, Json, Note
from refcli.cli.report import report


def run(
    context: typer.Context,
    ids: Ids = None,
    answer: Annotated[
        str | None,
        typer.Option("--answer", metavar="A", help="What they said: yes, not-yet, no, no-reply."),
    ] = None,
    note: Note = None,
    how: Annotated[
        str | None,
        typer.Option("--how", metavar="HOW", help="The channel, or the form of thanks or favor."),
    ] = None,
    again: Annotated[
        str | None, typer.Option("--again", metavar="WHEN", help="And once more on that day.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Done is the event that the follow-up asks for: thanks given, a prospect reached."""
    app = app_of(context)
    meant = follow_up_ids(app, ids, "done", answer)
    when = app.future(again)
    from refcli.write.done import DoneCommand, do

    told = DoneCommand(note=note, how=how, again=when, answer=answer)
    commands = commands_for(app, meant, told)
    report(app, app.write("done", lambda work: do(work, commands)), as_json=as_json)
