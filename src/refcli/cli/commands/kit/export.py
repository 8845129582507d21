"""`refcli kit export FILE`."""

from typing import Annotated

import typer

from refcli.cli.files import form_of, write_file
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, complete_name
from refcli.cli.report import report_one
from refcli.read.kit import read_kit
from refcli.render.kit import KIT_FORMATS

_ENDINGS = {"md": "md", "markdown": "md", "html": "html", "htm": "html", "txt": "text"}


def run(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Its ending says how: .md, .html or .txt.")
    ],
    reader: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="NAME", help="Fitted to one source.", autocompletion=complete_name
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Over an existing file.")] = False,
    as_json: Json = False,
) -> None:
    """Write the kit to a file that you can hand over or print."""
    app = app_of(context)
    form = form_of(file, _ENDINGS, ".md, .html or .txt")
    person = app.id_of(reader)
    with app.reading() as connection:
        kit = read_kit(connection, app.today, person)
    write_file(app.store, file, KIT_FORMATS[form](kit), force=force)
    report_one(app, "file-written", as_json=as_json, file=file)
