"""`refcli kit export FILE`."""

from typing import Annotated

import typer

from refcli.cli.commands.kit.who import named_me
from refcli.cli.files import form_of
from refcli.cli.frame.context import app_of
from refcli.cli.handing_out import hand_out
from refcli.cli.offered import complete_name
from refcli.cli.options import FormatOption, Json
from refcli.exchange.own_card import own_card
from refcli.read.kit import read_kit
from refcli.read.me import who_i_am
from refcli.render.kit import KIT_FORMATS, kit_text

_CARD = "vcf"
_ENDINGS = {
    "md": "md",
    "markdown": "md",
    "html": "html",
    "htm": "html",
    "txt": "text",
    "vcf": _CARD,
}


def run(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE|-",
            help="Its ending says how: .md, .html, .txt or .vcf; - is stdout.",
        ),
    ],
    reader: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="NAME", help="Fitted to one source.", autocompletion=complete_name
        ),
    ] = None,
    ending: FormatOption = None,
    force: Annotated[bool, typer.Option("--force", help="Over an existing file.")] = False,
    as_json: Json = False,
) -> None:
    """Write the kit to a file that you can hand over or print."""
    app = app_of(context)
    form = form_of(file, _ENDINGS, ".md, .html, .txt or .vcf", told=ending)
    person = app.id_of(reader)
    with app.reading() as connection:
        kit = read_kit(connection, app.today, person)
        me = who_i_am(connection)
    text = own_card(named_me(me), kit_text(kit)) if form == _CARD else KIT_FORMATS[form](kit)
    hand_out(app, "file-written", file, text, force=force, as_json=as_json)
