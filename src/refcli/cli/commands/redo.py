"""`refcli redo`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.errors import Refused
from refcli.store.db import is_empty


def run(context: typer.Context, as_json: Json = False) -> None:
    """Take the last undo back, while nothing new came after it."""
    app = app_of(context)
    if is_empty(app.store):
        raise Refused("there is no undo to take back")
    from refcli.write.undo import redo

    report(app, app.write("redo", redo), as_json=as_json)
