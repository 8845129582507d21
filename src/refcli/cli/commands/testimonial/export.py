"""`refcli testimonial export FILE`."""

from typing import Annotated

import typer

from refcli.cli.files import form_of, write_file
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report_one
from refcli.read.testimonials import testimonials
from refcli.render.testimonials import TESTIMONIAL_FORMATS


def run(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Its ending says how: .md, .html or .json.")
    ],
    force: Annotated[bool, typer.Option("--force", help="Over an existing file.")] = False,
    as_json: Json = False,
) -> None:
    """Write the testimonials that you may show, for a website."""
    app = app_of(context)
    form = form_of(file, TESTIMONIAL_FORMATS, ".md, .html or .json")
    with app.reading() as connection:
        found = testimonials(connection, publishable=True)
    write_file(app.store, file, form(found), force=force)
    report_one(app, "testimonials-written", as_json=as_json, count=len(found), file=file)
