"""Which appointments a command is about."""

from typing import Annotated

import typer

from refcli.domain.names import MAX_ID

MeetingIds = Annotated[
    list[int], typer.Argument(metavar="ID...", max=MAX_ID, help="From `refcli meet list`.")
]
MeetingId = Annotated[
    int, typer.Argument(metavar="ID", max=MAX_ID, help="From `refcli meet list`.")
]
