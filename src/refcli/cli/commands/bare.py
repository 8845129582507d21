"""Bare `refcli`: what is due, and the next best step."""

import datetime as dt

from refcli.cli.commands.due import show_due
from refcli.cli.frame.context import BEGIN, App
from refcli.domain.due import DueItem
from refcli.domain.typed import typed
from refcli.read.counts import Counts, counts
from refcli.read.due import due_items, next_due
from refcli.render.followups_json import item_json
from refcli.store.db import is_empty, refuse_if_lost


def run(app: App, *, as_json: bool) -> None:
    """Show what is due, then one line with the next best step."""
    if is_empty(app.store) and not as_json:
        refuse_if_lost(app.store)
        app.output.line(BEGIN)
        return
    today = app.today.isoformat()
    with app.reading() as connection:
        items = due_items(connection, today, today)
        later = None if items else next_due(connection, today)
        there_is = counts(connection)
    if as_json:
        app.output.json([item_json(item) for item in items])
        return
    show_due(app, items, later, show_all=False, hint=False)
    app.output.hint(f"next: {_next_step(app, items, there_is)}")


def _next_step(app: App, items: list[DueItem], there_is: Counts) -> str:
    if items:
        return typed("refcli done {}, once you have done it", items[0].id)
    if not there_is.contacts:
        return "bring your contacts in: refcli import Connections.csv"
    if not there_is.exchanges:
        return 'log your last meeting: refcli log "lunch with NAME"'
    if not there_is.asks:
        return "ask somebody who trusts you: refcli ask NAME"
    last_ask = dt.date.fromisoformat(there_is.last_ask or app.today.isoformat())
    days = (app.today - last_ask).days
    return f"your last ask was {days} days ago: refcli ask NAME"
