"""`refcli backup [FILE]`."""

import os
import shutil
import tempfile
from typing import Annotated

import typer

from refcli.cli.dash import STDOUT
from refcli.cli.frame.context import App, app_of
from refcli.cli.options import Json
from refcli.cli.report import beside_json
from refcli.errors import Missing, UsageError
from refcli.render.output import is_terminal
from refcli.store.backup import copy_to, make_backup
from refcli.store.db import is_empty, refuse_if_lost, translated
from refcli.store.opening import reading


def run(
    context: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE|-",
            help="Where to; else beside the store, with the others. - is stdout.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Copy the store, and check the copy."""
    app = app_of(context)
    if is_empty(app.store):
        refuse_if_lost(app.store)
        raise Missing("there is nothing to back up yet")
    with reading(app.store):
        pass  # a store that is damaged, foreign or newer is refused before anything is made
    if file == STDOUT:
        _to_stdout(app)
        return
    with translated(app.store):
        if file is None:
            path = make_backup(app.store, app.today.isoformat(), "by-hand")
        else:
            path = os.path.abspath(file)  # noqa: PTH100
            copy_to(app.store, path)
    app.output.is_saved = True
    if as_json:
        app.output.json(beside_json(app, "backup-made", file=path))
        return
    size = os.path.getsize(path)  # noqa: PTH202
    app.output.line(f"backed up and checked, {size:,} bytes: {path}")


def _to_stdout(app: App) -> None:
    """A checked copy for the next program; a terminal cannot show it."""
    if is_terminal(app.streams.stdout):
        raise UsageError("a backup is no text to be read", "refcli backup - > copy.db")
    with tempfile.TemporaryDirectory(prefix="refcli-") as folder:
        path = os.path.join(folder, "copy.db")  # noqa: PTH118
        with translated(app.store):
            copy_to(app.store, path)
        buffer = getattr(app.streams.stdout, "buffer", None)
        if buffer is None:
            raise OSError("stdout is closed")
        with open(path, "rb") as file:  # noqa: PTH123
            shutil.copyfileobj(file, buffer)
        buffer.flush()
