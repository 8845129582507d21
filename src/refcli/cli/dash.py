"""`-` stands for standard input or output wherever a file, a text or ids are named.

Text of several lines comes from there, or from the user's own editor (`--edit`).
"""

from collections.abc import Sequence
from typing import IO, Annotated

import typer

from refcli.cli.frame.context import App, app_of
from refcli.errors import UsageError

STDIN = STDOUT = "-"
Edit = Annotated[bool, typer.Option("--edit", help="In your editor, as it stands now.")]


def piped_ids(app: App, typed: Sequence[str], example: str) -> list[str]:
    """The ids that were typed, or for `-` those that come on standard input, such as by `example`.

    Raises UsageError where none comes.
    """
    stdin = app.streams.stdin
    if list(typed) != [STDIN] or stdin is None:
        return list(typed)
    found = stdin.read().split()
    if not found:
        raise UsageError("no ids on stdin", f"such as: {example}")
    return found


def piped_text(stdin: IO[str] | None) -> str:
    """What comes on standard input; raises UsageError where that is no text."""
    try:
        return "" if stdin is None else stdin.read()
    except (OSError, ValueError) as error:
        raise UsageError(f"that is no text file: {STDIN}") from error


def from_stdin(context: typer.Context, value: str | None) -> str | None:
    """The value of an option, `-` being what comes on standard input."""
    if value != STDIN or context.resilient_parsing:
        return value
    text = piped_text(app_of(context).streams.stdin).strip()
    if not text:
        raise UsageError("nothing came on standard input", "such as: … --note - < note.txt")
    return text
