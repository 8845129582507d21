"""`refcli intro delete ID...`."""

import typer

from refcli.cli.commands.deleting import FactIds, delete
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json


def run(context: typer.Context, ids: FactIds = None, as_json: Json = False) -> None:
    """Delete introductions with their steps, and the thanks told for them alone."""
    delete(app_of(context), "intro", "intro", ids, as_json=as_json)
