"""`refcli testimonial list`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.read.testimonials import testimonials
from refcli.render.testimonials import testimonial_json, testimonials_table


def run(
    context: typer.Context,
    publishable: Annotated[
        bool, typer.Option("--publishable", help="Those that you may show.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Testimonials, newest first."""
    app = app_of(context)
    with app.reading() as connection:
        found = testimonials(connection, publishable=publishable)
    if as_json:
        app.output.json([testimonial_json(t) for t in found])
    else:
        app.output.table(testimonials_table(found, app.today))
