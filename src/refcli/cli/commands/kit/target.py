"""`refcli kit target NAME`."""

from typing import Annotated

import typer

from refcli.cli.commands.ask.options import InIndustry, KindOption, LookingFor, Qualities
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, Text, words_text
from refcli.cli.report import report


def run(
    context: typer.Context,
    name: Text = None,
    industry: InIndustry = None,
    looking_for: LookingFor = None,
    qualities: Qualities = None,
    listen_for: Annotated[
        str | None,
        typer.Option("--listen-for", metavar="TEXT", help="What a source may hear."),
    ] = None,
    kind: KindOption = None,
    unwanted: Annotated[
        str | None, typer.Option("--not", metavar="TEXT", help="Who does not fit.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take it out of the kit.")] = False,
    as_json: Json = False,
) -> None:
    """Add or change a kind of referral that you want."""
    app = app_of(context)
    label = app.needed(words_text(name), "What do you call this target?", "NAME")
    if app.is_interactive and not remove and industry is None and looking_for is None:
        # Nothing that is kept is shown here, so no answer is given to what another shell changes.
        prompter = app.prompter()
        industry = prompter.text("Which industry or group of people?", hint="dental practices")
        looking_for = prompter.text("What are they looking to do?", hint="open a second practice")
        listen_for = listen_for or prompter.text(
            "What might a source hear them say?", hint="Enter for nothing"
        )
    parts = {
        "industry": industry,
        "looking_for": looking_for,
        "qualities": qualities,
        "listen_for": listen_for,
        "unwanted": unwanted,
        "kind": kind,
    }
    from refcli.write.kit import remove_target, set_target
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        if remove:
            remove_target(work, label)
        else:
            set_target(work, label, parts)

    report(app, app.write("kit target", use_case), as_json=as_json)
