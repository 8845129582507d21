"""`refcli words list`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.drafts.form import TRAITS
from refcli.domain.drafts.template import SLOTS, variables_of
from refcli.read.own_words import own_templates
from refcli.render.layout import Column, Table


def run(context: typer.Context, as_json: Json = False) -> None:
    """The forms of what you send, and which of them you have words of your own for."""
    app = app_of(context)
    with app.reading() as connection:
        own = own_templates(connection)
    if as_json:
        app.output.json(
            [
                {
                    "form": slot.form,
                    "tone": slot.tone,
                    "own": own.get(slot.key),
                    "variables": list(variables_of(slot.form)),
                }
                for slot in SLOTS
            ]
        )
        return
    columns = (
        Column("form", style="name"),
        Column("words"),
        Column("to whom, and what it says", flexible=True, style="dim"),
    )
    rows = tuple(
        (
            f"{slot.form}{f' --tone {slot.tone}' if slot.tone else ''}",
            "your own" if slot.key in own else "built in",
            f"{TRAITS[slot.form].to}: {TRAITS[slot.form].says}",
        )
        for slot in SLOTS
    )
    app.output.table(Table(columns, rows))
