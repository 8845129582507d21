"""`refcli intro show ID`."""

import typer

from refcli.cli.commands.intro._shared import intro_meant_by, show_intro
from refcli.cli.frame.context import app_of
from refcli.cli.options import IntroId, Json


def run(context: typer.Context, intro_id: IntroId = None, as_json: Json = False) -> None:
    """One introduction, with its three thank-yous."""
    app = app_of(context)
    show_intro(app, intro_meant_by(app, intro_id, for_reading=True).id, as_json=as_json)
