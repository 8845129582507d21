"""`refcli contact drop NAME --because TEXT`."""

from typing import Annotated

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text


def run(
    context: typer.Context,
    name: NameWords = None,
    because: Annotated[
        str | None, typer.Option("--because", metavar="TEXT", help="Why; you will wonder later.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Take a contact out of the referral network for good; what you owe them stays owed."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Who is to be dropped?", "NAME"))
    reason = app.needed(because, f"Why drop {person.name}?", "--because")
    from refcli.write.contacts import drop_contact
    from refcli.write.session import Writing

    def use_case(work: Writing) -> int:
        drop_contact(work, person.id, reason)
        return person.id

    report_contact(app, app.write("contact drop", use_case), as_json=as_json)
