"""`refcli reciprocate list`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import ContactOption, Json
from refcli.read.favors import favors
from refcli.render.favors import favor_json, favors_table


def run(
    context: typer.Context,
    contact: ContactOption = None,
    as_json: Json = False,
) -> None:
    """Favors done and received, newest first."""
    app = app_of(context)
    person = app.id_of(contact, for_reading=True)
    with app.reading() as connection:
        found = favors(connection, person)
    if as_json:
        app.output.json([favor_json(favor) for favor in found])
    else:
        app.output.table(favors_table(found, app.today))
