"""`refcli kit`."""

from enum import StrEnum
from typing import Annotated

import typer

from refcli.cli.frame.context import App, app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import Json
from refcli.domain.kit import KitField, missing_fields
from refcli.domain.text import clean_text, joined
from refcli.read.kit import read_kit
from refcli.render.asks import target_json
from refcli.render.campaigns import offer_json
from refcli.render.kit import KIT_FORMATS


class KitFormat(StrEnum):
    """How the kit is written."""

    TEXT = "text"
    MD = "md"
    HTML = "html"


def run(
    context: typer.Context,
    reader: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="NAME", help="Fitted to one source.", autocompletion=complete_name
        ),
    ] = None,
    form: Annotated[
        KitFormat, typer.Option("--format", help="How it is written.")
    ] = KitFormat.TEXT,
    qr: Annotated[
        bool, typer.Option("--qr", help="Your card as a code that a phone reads.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Your referral kit, as a source reads it."""
    app = app_of(context)
    if qr and not as_json:
        _draw(app)
        return
    person = app.id_of(reader, for_reading=True)
    with app.reading() as connection:
        kit = read_kit(connection, app.today, person)
    if as_json:
        texts = {field.value: kit.texts.get(field) for field in KitField}
        targets = [target_json(t) for t in kit.targets]
        app.output.json({**texts, "targets": targets, "offer": offer_json(kit.offer)})
        return
    text = KIT_FORMATS[form](kit)
    for line in clean_text(text).split("\n"):
        app.output.lines(app.output.wrapped(line.strip(), line[: len(line) - len(line.lstrip())]))
    missing = missing_fields(kit)
    if missing and person is None:
        app.output.note(f"still to fill in: {joined(missing)}; type: refcli kit edit")


def _draw(app: App) -> None:
    """The user's card as a code."""
    from refcli.cli.commands.kit.who import named_me
    from refcli.exchange.own_card import own_card
    from refcli.read.me import who_i_am
    from refcli.render.qr import qr_lines

    with app.reading() as connection:
        card = own_card(named_me(who_i_am(connection)))
    app.output.lines(qr_lines(card, is_terminal=app.output.is_terminal))
