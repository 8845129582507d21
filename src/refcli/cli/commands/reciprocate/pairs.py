"""`refcli reciprocate pairs`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.frame.waiting import patience
from refcli.cli.options import Json
from refcli.domain.names import MAX_ID
from refcli.read.pairs import pairs_to_introduce
from refcli.render.pairs import match_json, matches_table


def run(
    context: typer.Context,
    top: Annotated[int, typer.Option("--top", min=1, max=MAX_ID, help="So many at most.")] = 5,
    as_json: Json = False,
) -> None:
    """Whom to bring together: whose need or field another's services or good referral fits."""
    app = app_of(context)
    with app.reading() as connection, patience("looking through everybody", app.streams.stderr):
        found = pairs_to_introduce(connection, app.today, top)
    if as_json:
        app.output.json([match_json(match) for match in found])
    else:
        app.output.table(matches_table(found))
