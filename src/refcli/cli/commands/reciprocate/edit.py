"""`refcli reciprocate edit ID`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, On
from refcli.cli.report import report
from refcli.domain.favors import FavorHow
from refcli.domain.names import MAX_ID
from refcli.domain.typed import typed
from refcli.errors import UsageError


def run(
    context: typer.Context,
    favor_id: Annotated[
        int, typer.Argument(metavar="ID", max=MAX_ID, help="From `refcli reciprocate list`.")
    ],
    what: Annotated[
        str | None, typer.Option("--what", metavar="TEXT", help="What was done.")
    ] = None,
    how: Annotated[
        FavorHow | None, typer.Option("--how", help="The form of it.", show_default=False)
    ] = None,
    on: On = None,
    received: Annotated[
        bool | None, typer.Option("--received/--given", help="Who did it for whom.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Correct a favor."""
    app = app_of(context)
    if all(value is None for value in (what, how, on, received)):
        raise UsageError(
            "nothing to change", typed("refcli reciprocate edit {} --on yesterday", favor_id)
        )
    day = app.past(on)
    from refcli.write.corrections import edit_favor
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        edit_favor(work, favor_id, what=what, how=how, on=day, received=received)

    report(app, app.write("reciprocate edit", use_case), as_json=as_json)
