"""Options of follow-ups that are made by hand."""

from typing import Annotated

import typer

from refcli.domain.sentence.clock import hours_at
from refcli.errors import UsageError

Every = Annotated[
    str | None,
    typer.Option("--every", metavar="TEXT", help='When done, again: "3 months", weekly, yearly.'),
]
At = Annotated[
    str | None, typer.Option("--at", metavar="TIME", help="At what time: 10:00, 4pm, noon.")
]


def time_of(text: str | None) -> str | None:
    """A time of day as HH:MM; raises UsageError when it is none, None stays None."""
    if text is None:
        return None
    words = text.strip().lower().removeprefix("at ")
    found = hours_at(words, 0, is_expected=True)
    if found is None or found.end != len(words) or found.until is not None:
        raise UsageError(f"not a time: {text}", "write it as 10:00, 4pm or noon")
    return found.begins
