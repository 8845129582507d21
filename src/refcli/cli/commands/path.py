"""`refcli path GOAL`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.frame.waiting import patience
from refcli.cli.options import Json, words_text
from refcli.domain.names import MAX_ID
from refcli.read.asks import targets
from refcli.read.chains import chains_to
from refcli.read.settings import read_settings
from refcli.render.chains import chain_json, chains_table


def run(
    context: typer.Context,
    goal: Annotated[
        list[str] | None,
        typer.Argument(metavar="GOAL", help="A target, an industry, a firm or a name."),
    ] = None,
    top: Annotated[int, typer.Option("--top", min=1, max=MAX_ID, help="So many at most.")] = 5,
    as_json: Json = False,
) -> None:
    """Who could lead you there: people who are ready to be asked, at most two steps away."""
    app = app_of(context)
    wanted = app.needed(words_text(goal), "Whom would you like to reach?", "GOAL")
    with app.reading() as connection, patience("looking through everybody", app.streams.stderr):
        named = {target.name.casefold(): target for target in targets(connection)}
        target = named.get(wanted.casefold())
        found = chains_to(connection, wanted, target, app.today, read_settings(connection))[:top]
    if as_json:
        app.output.json([chain_json(chain, wanted, target) for chain in found])
    else:
        app.output.table(chains_table(found, wanted, target))
