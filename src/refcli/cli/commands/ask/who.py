"""`refcli ask who`."""

from typing import Annotated

import typer

from refcli.cli.commands.ask.options import TargetOption
from refcli.cli.frame.context import App, app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import Json
from refcli.domain.asks import Target
from refcli.domain.day_words import day_text
from refcli.domain.ranking import Ranked
from refcli.domain.text import plural
from refcli.domain.typed import typed
from refcli.read.ranking import dormant_tie, everybody, explained, ready_to_ask
from refcli.read.settings import read_settings
from refcli.render.ranking import blocked_table, ranked_json, ready_table, why_sheet


def run(
    context: typer.Context,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, max=1000, help="How many.")] = 5,
    show_all: Annotated[
        bool, typer.Option("--all", help="Those not ready too, with what blocks.")
    ] = False,
    target: TargetOption = None,
    why: Annotated[
        str | None,
        typer.Option(
            "--why",
            metavar="NAME",
            help="One contact, term by term, with the chance of a yes.",
            autocompletion=complete_name,
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Who may be asked now, best first, each with reasons."""
    app = app_of(context)
    wanted = None if target is None else _target(app, target)
    if why is not None:
        _explain(app, why, wanted, as_json=as_json)
        return
    with app.reading() as connection:
        settings = read_settings(connection)
        if show_all:
            found = everybody(connection, app.today, settings, wanted)
        else:
            found = ready_to_ask(connection, app.today, settings, top=top, target=wanted)
        shows_tie = app.output.is_terminal and not as_json
        tie = dormant_tie(connection, app.today) if shows_tie else None
    if as_json:
        app.output.json([ranked_json(r) for r in found])
        return
    ready = [r for r in found if r.is_ready]
    app.output.table(ready_table(ready))
    _show_blocked(app, [r for r in found if not r.is_ready], show_all=show_all)
    if tie is not None:
        last = day_text(tie.last_interaction, app.today) if tie.last_interaction else "never"
        app.output.line()
        text = f"A dormant tie this week: {tie.name}, last in touch {last}. Have a coffee?"
        app.output.lines(app.output.wrapped(text))
    if app.output.is_terminal and ready:
        first = ready[0].who
        app.output.hint(typed("refcli ask {} · refcli ask who --why {}", first, first))


def _target(app: App, typed_name: str) -> Target | None:
    from refcli.cli.commands.ask._targets import target_meant

    return target_meant(app, typed_name)


def _show_blocked(app: App, blocked: list[Ranked], *, show_all: bool) -> None:
    if show_all and blocked:
        app.output.line()
        app.output.line(f"{plural(len(blocked), 'contact')} not now:")
        app.output.table(blocked_table(blocked, is_grouped=app.output.is_terminal))


def _explain(app: App, typed: str, target: Target | None, *, as_json: bool) -> None:
    person = app.who(typed, for_reading=True)
    with app.reading() as connection:
        found = explained(connection, person.id, app.today, read_settings(connection), target)
    if as_json:
        app.output.json([ranked_json(found)])
    else:
        app.output.sheet(why_sheet(found))
