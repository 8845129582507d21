"""`refcli kit targets`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.read.asks import targets
from refcli.render.asks import target_json, targets_table


def run(context: typer.Context, as_json: Json = False) -> None:
    """The kinds of referral that you want, the last used first."""
    app = app_of(context)
    with app.reading() as connection:
        found = targets(connection)
    if as_json:
        app.output.json([target_json(t) for t in found])
    else:
        app.output.table(targets_table(found))
