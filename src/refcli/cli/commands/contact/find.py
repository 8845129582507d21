"""`refcli contact find TEXT`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, Text, words_text
from refcli.read.contact_lists import find_contacts, near_firms, spelt_so
from refcli.read.names import nearest
from refcli.render.contacts import contact_json, contacts_table


def run(context: typer.Context, text: Text = None, as_json: Json = False) -> None:
    """Contacts whose name, work, notes, focus, tags or exchanges hold every word."""
    app = app_of(context)
    wanted = app.needed(words_text(text), "What are you looking for?", "TEXT")
    with app.reading() as connection:
        found = find_contacts(connection, wanted, app.today)
        near = () if found else nearest(connection, wanted) or near_firms(connection, wanted)
        like = spelt_so(connection, near, app.today) if near and not as_json else ()
    if as_json:
        app.output.json([contact_json(c) for c in found])
    else:
        app.output.table(contacts_table(found or like, app.today))
    if near:
        app.output.note(f"nothing is spelt {wanted}; nearest: {', '.join(near)}")
