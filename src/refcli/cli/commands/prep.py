"""`refcli prep NAME`."""

import typer

from refcli.cli.commands.ask.narrowing import Narrowing, usual
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.read.prep import prep_for
from refcli.render.prep import prep_json, prep_sheet


def run(context: typer.Context, name: NameWords = None, as_json: Json = False) -> None:
    """One screen before a meeting: what was, what is open, how to help, whether to ask."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Whom do you meet?", "NAME"), for_reading=True)
    parts = usual(app, Narrowing(), person.id).parts
    with app.reading() as connection:
        found = prep_for(connection, person.id, app.today, parts)
    if as_json:
        app.output.json(prep_json(found))
    else:
        app.output.sheet(prep_sheet(found, app.today))
