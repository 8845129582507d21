"""`refcli followup NAME TEXT --due WHEN`."""

from typing import Annotated

import typer

from refcli.cli.commands.followup.options import At, Every, time_of
from refcli.cli.dash import told_text
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, Name, Text
from refcli.cli.report import report
from refcli.domain.repeats import parse_every


def run(
    context: typer.Context,
    name: Name = None,
    text: Text = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="WHEN", help="When to be reminded.")
    ] = None,
    at: At = None,
    every: Every = None,
    as_json: Json = False,
) -> None:
    """Add a follow-up by hand: `refcli followup anna send the article --due friday`."""
    app = app_of(context)
    person = app.who(app.needed(name, "Whom is it about?", "NAME"))
    what = app.needed(told_text(app, text), "What is to be done?", "TEXT")
    when = app.future(app.needed(due, "When?", "--due", hint="friday, 1 dec, +10d")) or app.today
    from refcli.write.followups import add_follow_up
    from refcli.write.session import Writing

    time = time_of(at)
    again = None if every is None else parse_every(every)

    def use_case(work: Writing) -> int:
        return add_follow_up(work, person.id, what, when, again, at=time)

    written = app.write("followup add", use_case)
    report(app, written, as_json=as_json)
