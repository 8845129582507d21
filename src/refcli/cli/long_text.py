"""Text of several lines: from standard input (`-`), or from the user's own editor (`--edit`)."""

from typing import Annotated

import typer

from refcli.cli.frame.context import App, app_of
from refcli.errors import UsageError

Edit = Annotated[bool, typer.Option("--edit", help="In your editor, as it stands now.")]


def from_stdin(context: typer.Context, value: str | None) -> str | None:
    """The value of an option, `-` being what comes on standard input."""
    if value != "-" or context.resilient_parsing:
        return value
    from refcli.cli.files import STDIN, read_text

    text = read_text(STDIN, app_of(context).streams.stdin).strip()
    if not text:
        raise UsageError("nothing came on standard input", "such as: … --note - < note.txt")
    return text


def edited_text(app: App, text: str) -> str:
    """The text as it comes back from the editor; an empty one is refused, nothing being saved."""
    from refcli.cli.delivery import edited

    return edited(app, text)
