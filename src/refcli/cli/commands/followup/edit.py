"""`refcli followup edit ID`."""

from typing import Annotated

import typer

from refcli.cli.commands.followup.options import Every
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.domain.names import MAX_ID
from refcli.domain.repeats import parse_every
from refcli.domain.typed import typed
from refcli.errors import UsageError


def run(
    context: typer.Context,
    follow_up_id: Annotated[
        int, typer.Argument(metavar="ID", max=MAX_ID, help="From `refcli followup list --all`.")
    ],
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="What is to be done.")
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="WHEN", help="When to be reminded.")
    ] = None,
    every: Every = None,
    as_json: Json = False,
) -> None:
    """Correct a follow-up that you made by hand."""
    app = app_of(context)
    if text is None and due is None and every is None:
        raise UsageError(
            "nothing to change", typed("refcli followup edit {} --due friday", follow_up_id)
        )
    day = app.future(due)
    again = None if every is None else parse_every(every)
    from refcli.write.corrections import edit_follow_up
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        edit_follow_up(work, follow_up_id, text=text, due=day, every=again)

    report(app, app.write("followup edit", use_case), as_json=as_json)
