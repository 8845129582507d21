"""`refcli contact restore NAME`."""

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text


def run(context: typer.Context, name: NameWords = None, as_json: Json = False) -> None:
    """Take a dropped or resting contact back; the account of favors begins anew."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Who is to come back?", "NAME"))
    from refcli.write.contacts import restore_contact
    from refcli.write.session import Writing

    def use_case(work: Writing) -> int:
        restore_contact(work, person.id)
        return person.id

    report_contact(app, app.write("contact restore", use_case), as_json=as_json)
