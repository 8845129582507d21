"""`refcli thank delete ID...`."""

import typer

from refcli.cli.commands.deleting import FactIds, delete
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json


def run(context: typer.Context, ids: FactIds = None, as_json: Json = False) -> None:
    """Delete thanks: what they closed is owed again."""
    delete(app_of(context), "thank", "thanks", ids, as_json=as_json)
