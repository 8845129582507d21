"""`refcli contact dupes`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.typed import typed
from refcli.read.dupes import duplicates
from refcli.render.contacts import households_table, pair_json, pairs_table


def run(context: typer.Context, as_json: Json = False) -> None:
    """Contacts who may be one person, with a score and what speaks for it; and who lives together.

    A shared line or address alone makes nobody the same: couples are to be tied, not merged.
    """
    app = app_of(context)
    with app.reading() as connection:
        found = duplicates(connection)
    if as_json:
        pairs = [pair_json(pair, "one person") for pair in found.pairs]
        app.output.json([*pairs, *(pair_json(pair, "a household") for pair in found.households)])
        return
    if found.pairs or not found.households:
        app.output.table(pairs_table(found.pairs))
    if found.pairs:
        first = found.pairs[0]
        app.output.hint(
            typed("one of them: refcli contact merge @{} @{}", first.keep.id, first.other.id)
        )
    if found.households:
        app.output.table(households_table(found.households))
        home = found.households[0]
        app.output.hint(
            typed("tie them: refcli contact tie @{} @{} --as spouse", home.keep.id, home.other.id)
        )
