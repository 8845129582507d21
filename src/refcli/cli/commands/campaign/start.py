"""`refcli campaign start NAME --until WHEN`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, Text, words_text
from refcli.cli.report import report


def run(
    context: typer.Context,
    name: Text = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="WHEN", help="Its last day.")
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="TEXT", help="What it is about.")
    ] = None,
    offer: Annotated[
        str | None, typer.Option("--offer", metavar="TEXT", help="A thank-you that is no cash.")
    ] = None,
    goal: Annotated[
        int | None, typer.Option("--goal", metavar="N", min=1, max=100_000, help="Asks to make.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Begin a referral project; one runs at a time and ends by itself."""
    app = app_of(context)
    label = app.needed(words_text(name), "What do you call it?", "NAME")
    day = app.future(app.needed(until, "Until when?", "--until", hint="31 dec, +60d")) or app.today
    from refcli.write.campaigns import start_campaign

    written = app.write(
        "campaign start",
        lambda work: start_campaign(work, label, day, theme=theme, offer=offer, goal=goal),
    )
    report(app, written, as_json=as_json)
