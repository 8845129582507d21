"""`refcli words show FORM`."""

import typer

from refcli.cli.commands.words.options import FormArgument, ToneOption, slot_of
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.drafts.template import FILTERS, starting_template, variables_of
from refcli.domain.text import clean_text
from refcli.read.own_words import own_template


def run(
    context: typer.Context, form: FormArgument, tone: ToneOption = None, as_json: Json = False
) -> None:
    """Your template, or the one to begin with, and what may stand in it."""
    app = app_of(context)
    slot = slot_of(form, tone)
    with app.reading() as connection:
        own = own_template(connection, slot)
    variables = variables_of(form)
    if as_json:
        shape = {"form": form, "tone": slot.tone, "own": own, "variables": list(variables)}
        app.output.json(shape)
        return
    for line in clean_text(own or starting_template(form)).rstrip("\n").split("\n"):
        app.output.line(line)
    app.output.note(f"variables: {', '.join(variables)}")
    app.output.note(f"filters: {', '.join(FILTERS)}")
