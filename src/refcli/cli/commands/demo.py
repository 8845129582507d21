"""`refcli demo`: a rich sample store in a temporary file, and a tour."""

import os
import tempfile
from typing import Annotated

import typer

from refcli.cli.commands.due import show_due
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.errors import Missing
from refcli.read.due import due_items, next_due

_TOUR = (
    ("refcli due", "what you owe today"),
    ("refcli prep nadia", "one screen before the coffee at three"),
    ("refcli write maya", "the thanks, in words that you can send"),
    ("refcli done joel --how call", "you reached him; who sent him is told"),
    ('refcli log "lunch with Priya about the library"', "what happened, in a line"),
    ("refcli ask who", "whom you may ask today"),
    ("refcli undo", "whatever it was, it is taken back"),
)


def run(
    context: typer.Context,
    folder: Annotated[
        str | None,
        typer.Option("--in", metavar="FOLDER", help="Where to make it; a temporary folder else."),
    ] = None,
    desk: Annotated[bool, typer.Option("--desk", help="Open the desk on it.")] = False,
    as_json: Json = False,
) -> None:
    """A sample practice of two years in a temporary file, and a short tour."""
    app = app_of(context)
    if folder and not os.path.isdir(folder):  # noqa: PTH112  pathlib costs more
        raise Missing(f"no such folder: {folder}", "make it first, or leave --in out")
    parent = folder or app.env.get("TMPDIR") or tempfile.gettempdir()
    store = os.path.join(tempfile.mkdtemp(prefix="refcli-demo-", dir=parent), "demo.db")  # noqa: PTH118
    app = app._replace(store=store)
    if app.output.is_terminal:
        app.output.note("making two years of a practice …")
    from refcli.render.outcomes import events_json
    from refcli.write.demo.play import play

    written = app.write("demo", play)
    if as_json:
        events = events_json(written.outcomes)
        app.output.json({"store": store, "did": list(written.did), "events": events})
        return
    if desk:
        from refcli.cli.desk.opening import open_desk

        open_desk(app)
        app.output.line(f'it stays there: export REFCLI_STORE="{store}"')
        return
    today = app.today.isoformat()
    with app.reading() as connection:
        items = due_items(connection, today, today)
        later = None if items else next_due(connection, today)
    app.output.lines(written.did)
    app.output.line()
    show_due(app, items, later, show_all=False)
    app.output.line()
    app.output.line("Look around; nothing here touches your own store:")
    app.output.line(f'  export REFCLI_STORE="{store}"')
    width = max(len(command) for command, _ in _TOUR)
    for command, why in _TOUR:
        app.output.line(app.output.fitted(f"  {command.ljust(width)}  {why}"))
