"""`refcli testimonial export FILE`."""

from typing import Annotated

import typer

from refcli.cli.files import form_of
from refcli.cli.frame.context import app_of
from refcli.cli.handing_out import hand_out
from refcli.cli.options import FormatOption, Json
from refcli.read.testimonials import testimonials
from refcli.render.testimonials import TESTIMONIAL_FORMATS


def run(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE|-",
            help="Its ending says how: .md, .html or .json; - is stdout.",
        ),
    ],
    ending: FormatOption = None,
    force: Annotated[bool, typer.Option("--force", help="Over an existing file.")] = False,
    as_json: Json = False,
) -> None:
    """Write the testimonials that you may show, for a website."""
    app = app_of(context)
    form = form_of(file, TESTIMONIAL_FORMATS, ".md, .html or .json", told=ending)
    with app.reading() as connection:
        found = testimonials(connection, publishable=True)
    text, count = form(found), len(found)
    hand_out(app, "testimonials-written", file, text, force=force, as_json=as_json, count=count)
