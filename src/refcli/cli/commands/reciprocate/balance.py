"""`refcli reciprocate balance`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.read.contact_lists import deceased
from refcli.read.favors import balances
from refcli.read.settings import read_settings
from refcli.render.favors import balance_json, balances_table


def run(context: typer.Context, as_json: Json = False) -> None:
    """Who is owed, and who only takes: favors and introductions, those you owe first."""
    app = app_of(context)
    with app.reading() as connection:
        gone = deceased(connection)
        found = [balance for balance in balances(connection) if balance.contact.id not in gone]
        gifts = read_settings(connection).number("gate.taker-gifts")
    if as_json:
        app.output.json([balance_json(b) for b in found])
    else:
        app.output.table(balances_table(found, app.today, taker_gifts=gifts))
