"""`refcli followup delete ID...`."""

import typer

from refcli.cli.commands.deleting import FactIds, carry_out, told_ids
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json


def run(context: typer.Context, ids: FactIds = None, as_json: Json = False) -> None:
    """Delete follow-ups that you made by hand; others follow from facts."""
    app = app_of(context)
    told = told_ids(ids, "followup")
    from refcli.write.deletions import delete_follow_ups

    carry_out(app, "followup", lambda work: delete_follow_ups(work, told), as_json=as_json)
