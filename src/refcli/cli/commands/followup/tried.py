"""`refcli tried`, also `refcli followup tried`."""

import typer

from refcli.cli.commands.followup._meant import follow_up_ids
from refcli.cli.frame.context import app_of
from refcli.cli.options import ChannelOption, Ids, Json, Note
from refcli.cli.report import report


def run(
    context: typer.Context,
    ids: Ids = None,
    how: ChannelOption = None,
    note: Note = None,
    as_json: Json = False,
) -> None:
    """I tried and reached nobody: an attempt, and the follow-up comes again in some days."""
    app = app_of(context)
    meant = follow_up_ids(app, ids, "tried")
    from refcli.write.followups import tried

    written = app.write("tried", lambda work: tried(work, meant, how, note))
    report(app, written, as_json=as_json)
