"""`refcli history`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.names import MAX_ID
from refcli.read.history import entries
from refcli.render.history import entry_json, history_table

_SHOWN = 20


def run(
    context: typer.Context,
    top: Annotated[
        int, typer.Option("--top", metavar="N", min=1, max=MAX_ID, help="So many.")
    ] = _SHOWN,
    as_json: Json = False,
) -> None:
    """What each command did, newest first, and what undoing it would do."""
    app = app_of(context)
    with app.reading() as connection:
        found = entries(connection, top)
    if as_json:
        app.output.json([entry_json(e) for e in found])
    else:
        app.output.table(history_table(found))
