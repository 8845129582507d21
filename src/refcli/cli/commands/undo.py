"""`refcli undo [ENTRY]`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.domain.names import number_in
from refcli.errors import Refused, UsageError
from refcli.store.db import is_empty


def run(
    context: typer.Context,
    number: Annotated[
        str | None,
        typer.Argument(
            metavar="ENTRY",
            help="A number from `refcli history`; the newest else.",
            show_default=False,
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Take a command back, whole; refused when later ones changed the same things."""
    app = app_of(context)
    entry = None if number is None else number_in(number)
    if number is not None and entry is None:
        raise UsageError(f"an entry is a number from `refcli history`: {number}")
    if is_empty(app.store):
        raise Refused("there is nothing to undo")
    from refcli.write.undo import undo

    report(app, app.write("undo", lambda work: undo(work, entry)), as_json=as_json)
