"""`refcli contact show NAME`."""

import typer

from refcli.cli.commands.contact._shared import show_contact
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text


def run(context: typer.Context, name: NameWords = None, as_json: Json = False) -> None:
    """One contact in full, with what happened and what is open."""
    app = app_of(context)
    typed = app.needed(words_text(name), "Whom?", "NAME")
    show_contact(app, app.who(typed, for_reading=True).id, as_json=as_json)
