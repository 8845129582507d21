"""`refcli ask show ID`."""

import typer

from refcli.cli.commands.ask._shared import ask_meant_by, show_ask
from refcli.cli.frame.context import app_of
from refcli.cli.options import AskId, Json


def run(context: typer.Context, ask_id: AskId = None, as_json: Json = False) -> None:
    """One ask, with its words."""
    app = app_of(context)
    meant = ask_meant_by(app, ask_id, for_reading=True)
    show_ask(app, meant.id, as_json=as_json)
