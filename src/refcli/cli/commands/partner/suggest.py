"""`refcli partner suggest`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.read.partners import suggestions
from refcli.render.partners import suggestions_table


def run(context: typer.Context, as_json: Json = False) -> None:
    """Who could become a partner: admired by clients, or serving the same people."""
    app = app_of(context)
    with app.reading() as connection:
        found = suggestions(connection)
    if as_json:
        app.output.json(
            [
                {"contact": {"id": s.contact.id, "name": s.contact.name}, "reason": s.reason}
                for s in found
            ]
        )
    else:
        app.output.table(suggestions_table(found))
