"""`refcli contact timeline NAME`."""

from collections.abc import Sequence
from typing import Annotated

import typer

from refcli.cli.frame.context import App, app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.domain.contacts import Person
from refcli.domain.timeline import Moment
from refcli.read.timeline import timeline
from refcli.render.timeline import moment_json, moment_text, timeline_table


def run(
    context: typer.Context,
    name: NameWords = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="WHEN", help="From this day on.")
    ] = None,
    as_json: Json = False,
) -> None:
    """All that was said and done with one person, newest first, each with how to correct it."""
    app = app_of(context)
    who = app.who(app.needed(words_text(name), "Whom?", "NAME"), for_reading=True)
    first = app.past(since, is_long_ago=True)
    with app.reading() as connection:
        found = timeline(connection, Person(who.id, who.name))
    if first is not None:
        found = tuple(one for one in found if one.on >= first)
    if as_json:
        app.output.json([moment_json(one) for one in found])
    elif app.output.is_terminal and found:
        _show(app, found)
    else:
        app.output.table(timeline_table(found, app.today))


def _show(app: App, found: Sequence[Moment]) -> None:
    """Two lines each, since no table has room for words and a line to type."""
    out = app.output
    for one in found:
        out.lines(out.wrapped(moment_text(one, app.today)))
        out.lines(out.painted(part, "dim") for part in out.wrapped(one.edit, "    "))
