"""`refcli contact dupes`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.typed import typed
from refcli.read.dupes import duplicates
from refcli.render.contacts import pair_json, pairs_table


def run(context: typer.Context, as_json: Json = False) -> None:
    """Contacts who may be one person, with a score and what speaks for it."""
    app = app_of(context)
    with app.reading() as connection:
        found = duplicates(connection)
    if as_json:
        app.output.json([pair_json(pair) for pair in found])
        return
    app.output.table(pairs_table(found))
    if found:
        first = found[0]
        app.output.hint(
            typed("one of them: refcli contact merge @{} @{}", first.keep.id, first.other.id)
        )
