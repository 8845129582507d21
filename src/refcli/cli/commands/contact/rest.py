"""`refcli contact rest NAME --until WHEN`."""

from typing import Annotated

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.errors import UsageError


def run(
    context: typer.Context,
    name: NameWords = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="WHEN", help="Not asked before.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Do not ask a contact until a day."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Who is to rest?", "NAME"))
    day = app.future(app.needed(until, "Until when?", "--until", hint="1 jan, +90d")) or app.today
    if day <= app.today:
        raise UsageError(f"a rest ends on a day to come: {day.isoformat()}")
    from refcli.write.contacts import rest_contact
    from refcli.write.session import Writing

    def use_case(work: Writing) -> int:
        rest_contact(work, person.id, day)
        return person.id

    report_contact(app, app.write("contact rest", use_case), as_json=as_json)
