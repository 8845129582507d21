"""`refcli partner card NAME`."""

from enum import StrEnum
from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.read.partners import partner
from refcli.render.partners import partner_card, partner_html, partner_json, partner_markdown


class CardFormat(StrEnum):
    """How the card is written."""

    TEXT = "text"
    MD = "md"
    HTML = "html"


def run(
    context: typer.Context,
    name: NameWords = None,
    form: Annotated[
        CardFormat, typer.Option("--format", help="How it is written.")
    ] = CardFormat.TEXT,
    as_json: Json = False,
) -> None:
    """One screen before the coffee: what to tell of them and whom to send them."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Which partner?", "NAME"), for_reading=True)
    with app.reading() as connection:
        found = partner(connection, person.id)
    if as_json:
        app.output.json(partner_json(found))
    elif form is CardFormat.MD:
        app.output.lines(partner_markdown(found).split("\n"))
    elif form is CardFormat.HTML:
        app.output.lines(partner_html(found).split("\n"))
    else:
        app.output.sheet(partner_card(found))
