"""`-` stands for standard input or output wherever a file, a text or ids are named.

Text of several lines comes from there, or from the user's own editor (`--edit`).
"""

from collections.abc import Sequence
from typing import IO, Annotated

import typer

from refcli.cli.frame.context import App, app_of
from refcli.errors import UsageError

STDIN = STDOUT = "-"
NOTHING_CHANGED = "nothing was changed"
_LONGEST = 10_000_000
_MOST_IDS = 10_000
Edit = Annotated[bool, typer.Option("--edit", help="In your editor, as it stands now.")]


def piped_ids(app: App, typed: Sequence[str], example: str) -> list[str]:
    """The ids that were typed, or for `-` those that come on standard input, such as by `example`.

    Each once. Raises UsageError where none comes, or too many.
    """
    if list(typed) != [STDIN]:
        return list(typed)
    found = list(dict.fromkeys(piped_text(app.streams.stdin).split()))
    if not found:
        raise UsageError("no ids on stdin", f"such as: {example}")
    if len(found) > _MOST_IDS:
        raise UsageError(f"{len(found):,} ids on stdin, at most {_MOST_IDS:,}", NOTHING_CHANGED)
    return found


def piped_text(stdin: IO[str] | None) -> str:
    """What comes on standard input; raises UsageError where that is no text, or endless.

    Bytes that are none come as halves of pairs where the locale is the plainest, as from cron.
    """
    try:
        text = "" if stdin is None else stdin.read(_LONGEST + 1)
        text.encode()
    except (OSError, ValueError) as error:
        raise UsageError("that is no text in UTF-8: standard input", NOTHING_CHANGED) from error
    if len(text) > _LONGEST:
        raise UsageError(f"more than {_LONGEST:,} letters on standard input", NOTHING_CHANGED)
    return text


def told_text(app: App, words: Sequence[str] | None) -> str | None:
    """The words of a text as one, `-` alone being what comes on standard input; None for none."""
    if words and list(words) == [STDIN]:
        return _some_text(app.streams.stdin)
    return " ".join(words) if words else None


def from_stdin(context: typer.Context, value: str | None) -> str | None:
    """The value of an option, `-` being what comes on standard input."""
    if value != STDIN or context.resilient_parsing:
        return value
    return _some_text(app_of(context).streams.stdin)


def _some_text(stdin: IO[str] | None) -> str:
    text = piped_text(stdin).strip()
    if not text:
        raise UsageError("nothing came on standard input", "such as: … --note - < note.txt")
    return text
