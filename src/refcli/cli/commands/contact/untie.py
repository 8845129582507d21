"""`refcli contact untie NAME NAME`."""

from typing import Annotated

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.frame.context import app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import Json


def run(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", autocompletion=complete_name)],
    other: Annotated[str, typer.Argument(metavar="NAME", autocompletion=complete_name)],
    as_json: Json = False,
) -> None:
    """Take back how two contacts belong together."""
    app = app_of(context)
    one, two = app.who(name), app.who(other)
    from refcli.write.session import Writing
    from refcli.write.ties import untie_contacts

    def use_case(work: Writing) -> int:
        untie_contacts(work, one.id, two.id)
        return one.id

    report_contact(app, app.write("contact untie", use_case), as_json=as_json)
