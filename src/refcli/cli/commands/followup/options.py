"""Options of follow-ups that are made by hand."""

from typing import Annotated

import typer

Every = Annotated[
    str | None,
    typer.Option("--every", metavar="TEXT", help='When done, again: "3 months", weekly, yearly.'),
]
