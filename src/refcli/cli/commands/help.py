"""`refcli help all`; `refcli help COMMAND` is its `--help`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.errors import UsageError
from refcli.render.terminal import DEFAULT_WIDTH


def run(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="all", help="All commands.")] = "all",
) -> None:
    """A line for each command and verb."""
    from refcli.cli.frame.overview import everything

    if what != "all":
        raise UsageError(f"no command is called {what!r}", "refcli help all")
    output = app_of(context).output
    output.lines(everything(output.width or DEFAULT_WIDTH))
