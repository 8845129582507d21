"""`refcli skip`, also `refcli followup skip`."""

from typing import Annotated

import typer

from refcli.cli.commands.followup._meant import follow_up_ids
from refcli.cli.frame.context import app_of
from refcli.cli.options import Ids, Json
from refcli.cli.report import report


def run(
    context: typer.Context,
    ids: Ids = None,
    because: Annotated[str | None, typer.Option("--because", metavar="TEXT", help="Why.")] = None,
    as_json: Json = False,
) -> None:
    """Close follow-ups without doing them; nothing new is opened."""
    app = app_of(context)
    meant = follow_up_ids(app, ids, "skipped")
    from refcli.write.followups import skip

    report(app, app.write("skip", lambda work: skip(work, meant, because)), as_json=as_json)
