"""`refcli contact tie NAME NAME --as WORD`."""

from typing import Annotated

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.frame.context import app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import Json
from refcli.domain.ties import WORDS


def run(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The one.", autocompletion=complete_name)
    ],
    other: Annotated[
        str,
        typer.Argument(
            metavar="OTHER", help="Who is their WORD, as --as says.", autocompletion=complete_name
        ),
    ],
    word: Annotated[
        str | None, typer.Option("--as", metavar="WORD", help=f"{', '.join(WORDS)}, or a word.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Note how two contacts belong together: `tie anna eva --as child` makes Eva the child."""
    app = app_of(context)
    one, two = app.who(name), app.who(other)
    told = app.needed(word, f"What is {two.name} to {one.name}?", "--as", hint="spouse, boss")
    from refcli.write.session import Writing
    from refcli.write.ties import tie_contacts

    def use_case(work: Writing) -> int:
        tie_contacts(work, one.id, two.id, told)
        return one.id

    report_contact(app, app.write("contact tie", use_case), as_json=as_json)
