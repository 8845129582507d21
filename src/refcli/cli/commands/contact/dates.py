"""`refcli contact dates`."""

import datetime as dt
from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import ContactOption, Json
from refcli.domain.text import plural
from refcli.domain.typed import typed
from refcli.read.contact_lists import deceased
from refcli.read.yearly import all_dates, default_notice, has_dates, shown_dates
from refcli.render.yearly import date_json, dates_table, sorted_by_next


def run(
    context: typer.Context,
    within: Annotated[
        int | None,
        typer.Option("--within", metavar="DAYS", min=0, max=3650, help="Coming up so soon."),
    ] = None,
    contact: ContactOption = None,
    as_json: Json = False,
) -> None:
    """Birthdays and other yearly dates, the next first."""
    app = app_of(context)
    person = app.id_of(contact, for_reading=True)
    with app.reading() as connection:
        soon = None if within is None else (app.today, app.today + dt.timedelta(days=within))
        rows = all_dates(connection, person, between=soon)
        is_any = has_dates(connection, person)
        notice = default_notice(connection)
        shown = shown_dates(connection)
        # Nobody counts the days to a birthday of the dead; who asks for them by name sees it.
        gone = frozenset() if person else deceased(connection)
    rows = [row for row in rows if row.contact_id not in gone]
    found = sorted_by_next(rows, app.today, within)
    if as_json:
        app.output.json([date_json(row, day, notice) for row, day in found])
        return
    empty = "no dates are known; note one: refcli contact date NAME birthday 5 dec"
    if is_any and within is not None:
        empty = f"no date comes in the next {plural(within, 'day')}"
    elif contact is not None:
        empty = typed("no dates are known; note one: refcli contact date {} birthday WHEN", contact)
    app.output.table(dates_table(found, app.today, shown, empty))
    if app.output.is_terminal and any(row.id not in shown for row, _ in found):
        app.output.hint("listed only: due shows the dates of those with a tier or a basis")
