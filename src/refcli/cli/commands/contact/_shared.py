"""Showing one contact, which several commands do."""

import sqlite3

from refcli.cli.frame.context import App, Written
from refcli.cli.report import narrate, tell
from refcli.domain.day_words import day_text
from refcli.read.asks import asks
from refcli.read.contacts import contact
from refcli.read.due import all_open
from refcli.read.engagements import engagements
from refcli.read.interactions import interactions
from refcli.read.intros import intros
from refcli.read.settings import read_settings
from refcli.render.between import intro_line
from refcli.render.contacts import contact_json, contact_sheet
from refcli.render.layout import Section

_SHOWN = 5


def show_contact(app: App, contact_id: int, *, as_json: bool) -> None:
    """One contact in full, with what happened and what is open."""
    with app.reading() as connection:
        found = contact(connection, contact_id, app.today)
        sections = () if as_json else _sections(app, connection, contact_id)
    if as_json:
        app.output.json(contact_json(found))
    else:
        app.output.sheet(contact_sheet(found, app.today, sections))


def _sections(app: App, connection: sqlite3.Connection, contact_id: int) -> tuple[Section, ...]:
    today = app.today
    currency = read_settings(connection).text("currency")
    todo = all_open(connection, today.isoformat(), contact=contact_id)
    talks = interactions(connection, contact=contact_id, most=_SHOWN)
    found = (
        (
            "To do",
            [f"{i.id}  {i.action} ({i.when})" for i in todo],
        ),
        (
            "Lately",
            [f"{day_text(t.on, today)}, {t.channel.words}: {t.what}" for t in talks],
        ),
        (
            "Introductions",
            [
                intro_line(i, contact_id, today, currency)
                for i in intros(connection, contact=contact_id)
            ],
        ),
        (
            "Asks",
            [
                f"{a.id}  {day_text(a.on, today)}, {a.state}"
                for a in asks(connection, today, contact=contact_id)[:_SHOWN]
            ],
        ),
        (
            "Work",
            [
                f"{e.id}  {e.what}" + ("" if e.rating is None else f", rated {e.rating}")
                for e in engagements(connection, contact_id)[:_SHOWN]
            ],
        ),
    )
    return tuple(Section(title, tuple(lines)) for title, lines in found if lines)


def report_contact(app: App, written: Written[int], *, as_json: bool) -> None:
    """What a command did to a contact: the contact itself as JSON, else the lines."""
    if as_json:
        show_contact(app, written.value, as_json=True)
    else:
        tell(app, written)
    narrate(app, written)
