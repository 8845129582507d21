"""`refcli partner list`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.partners import Stage
from refcli.read.partners import partners
from refcli.render.partners import funnel_line, partner_json, partners_table


def run(
    context: typer.Context,
    stage: Annotated[
        Stage | None, typer.Option("--stage", help="Only this stage.", show_default=False)
    ] = None,
    as_json: Json = False,
) -> None:
    """Partners, the farthest in the funnel first."""
    app = app_of(context)
    with app.reading() as connection:
        found = partners(connection, stage)
    if as_json:
        app.output.json([partner_json(p) for p in found])
        return
    app.output.table(partners_table(found))
    if found:
        app.output.line(app.output.fitted(funnel_line(found)))
