"""`refcli contact merge KEEP OTHER`."""

from typing import Annotated

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.frame.context import app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import Json
from refcli.errors import UsageError
from refcli.store.backup import make_backup
from refcli.store.db import translated


def run(
    context: typer.Context,
    keep: Annotated[
        str | None,
        typer.Argument(metavar="KEEP", help="Who stays.", autocompletion=complete_name),
    ] = None,
    other: Annotated[
        str | None,
        typer.Argument(metavar="OTHER", help="Who moves over.", autocompletion=complete_name),
    ] = None,
    as_json: Json = False,
) -> None:
    """Make two contacts one: everything of the other moves over, nothing is doubled."""
    app = app_of(context)
    kept = app.who(app.needed(keep, "Who stays?", "KEEP"))
    moved = app.who(app.needed(other, f"Who is the same as {kept.name}?", "OTHER"))
    if kept.id == moved.id:
        raise UsageError("the two are the same contact already")
    with translated(app.store):
        make_backup(app.store, app.today.isoformat(), "before-merge")
    from refcli.write.merge import merge_contacts

    written = app.write("contact merge", lambda work: merge_contacts(work, kept.id, moved.id))
    report_contact(app, written, as_json=as_json)
