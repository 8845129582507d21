"""`refcli thank list`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import ContactOption, Json
from refcli.domain.kinds import THANKS_KINDS
from refcli.read.due import all_open
from refcli.read.thanks import thanks_list
from refcli.render.exchanges import thanks_json, thanks_table
from refcli.render.followup_list import items_table
from refcli.render.followups_json import item_json


def run(
    context: typer.Context,
    owed: Annotated[bool, typer.Option("--owed", help="The thanks that you owe.")] = False,
    contact: ContactOption = None,
    as_json: Json = False,
) -> None:
    """Thanks given and received, newest first; with --owed the follow-ups that ask for them."""
    app = app_of(context)
    person = app.id_of(contact, for_reading=True)
    with app.reading() as connection:
        given = () if owed else thanks_list(connection, person)
        open_items = all_open(connection, app.today.isoformat()) if owed else []
    items = [i for i in open_items if i.kind in THANKS_KINDS and person in (None, i.contact_id)]
    if as_json:
        app.output.json([item_json(i) for i in items] if owed else [thanks_json(t) for t in given])
    else:
        made = (
            items_table(items, app.today, closed=False) if owed else thanks_table(given, app.today)
        )
        app.output.table(made)
