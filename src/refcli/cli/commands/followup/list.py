"""`refcli followup list`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.read.due import all_open, closed_items, due_items
from refcli.render.followup_list import items_table
from refcli.render.followups_json import closed_json, item_json


def run(
    context: typer.Context,
    show_all: Annotated[bool, typer.Option("--all", help="Those of the days to come too.")] = False,
    closed: Annotated[bool, typer.Option("--closed", help="Those that are closed.")] = False,
    as_json: Json = False,
) -> None:
    """Follow-ups that are due; with --all every open one, with --closed those that ended."""
    app = app_of(context)
    today = app.today.isoformat()
    are_to_come = False
    with app.reading() as connection:
        if closed:
            items = closed_items(connection, today)
        elif show_all:
            items = all_open(connection, today)
        else:
            items = due_items(connection, today, today)
            are_to_come = not items and bool(all_open(connection, today))
    if as_json:
        app.output.json([closed_json(i) if closed else item_json(i) for i in items])
    else:
        app.output.table(items_table(items, app.today, closed=closed, are_to_come=are_to_come))
