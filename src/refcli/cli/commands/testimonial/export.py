"""`refcli testimonial export FILE`."""

from typing import Annotated

import typer

from refcli.cli.files import write_file
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.errors import UsageError
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
    form = TESTIMONIAL_FORMATS.get(file.rpartition(".")[2].lower())
    if form is None:
        raise UsageError(f"the name should end in .md, .html or .json: {file}")
    with app.reading() as connection:
        found = testimonials(connection, publishable=True)
    write_file(app.store, file, form(found), force=force)
    did = f"wrote {len(found)} that you may show to {file}"
    if as_json:
        app.output.json({"did": [did], "opened": [], "closed": []})
    else:
        app.output.line(did)
