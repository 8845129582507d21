"""`refcli import FILE`."""

from enum import StrEnum
from typing import Annotated

import typer

from refcli.cli.context import app_of
from refcli.cli.imports import import_file
from refcli.cli.options import Json
from refcli.domain.imports import Verdict
from refcli.render.imports import import_json, import_lines


class ImportFormat(StrEnum):
    """The formats that can be told."""

    LINKEDIN = "linkedin"


def run(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Connections.csv, or LinkedIn's whole ZIP.")
    ],
    _format: Annotated[
        ImportFormat | None,
        typer.Option("--as", help="The format, if it is not recognised.", show_default=False),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would happen; write nothing.")
    ] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave rows out that cannot be read.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Bring in the contacts that you have; the same file twice changes nothing."""
    app = app_of(context)
    done = import_file(app, file, dry_run=dry_run, skip_bad=skip_bad)
    if as_json:
        app.output.json(import_json(done.file, done.matches, dry_run=dry_run))
        return
    lines = import_lines(done.file, done.matches, dry_run=dry_run)
    app.output.lines(app.output.fitted(line) for line in lines)
    if not dry_run and any(m.verdict is Verdict.NEW for m in done.matches):
        app.output.note("who are they to you? go through them: refcli contact sort")
