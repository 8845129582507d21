"""Bare `refcli contact …`: the list, or whoever bears the name. Nobody is ever made by it."""

import typer

from refcli.cli.commands.contact._shared import show_contact
from refcli.cli.commands.contact.add import add_one
from refcli.cli.commands.contact.list import show_list
from refcli.cli.commands.contact.options import ContactOptions, contact_fields
from refcli.cli.frame.context import app_of
from refcli.cli.frame.mistyped import refuse_mistyped
from refcli.cli.options import Json, NameWords, words_text
from refcli.domain.typed import typed
from refcli.errors import Refused
from refcli.read.contact_lists import ContactFilter
from refcli.read.names import candidates, unknown


def run(
    context: typer.Context,
    name: NameWords = None,
    *,
    options: ContactOptions,
    as_json: Json = False,
) -> None:
    """Show the contact of that name; list without a name."""
    app = app_of(context)
    name_typed = words_text(name)
    if name_typed is None:
        wanted = ContactFilter(
            basis=options.basis[0] if options.basis else None,
            tags=tuple(options.tag or ()),
            tier=options.tier,
            industry=options.industry,
            sort="new" if as_json else "name",
        )
        show_list(app, wanted, as_json=as_json)
        return
    fields = contact_fields(app, options)
    with app.reading(quiet=True) as connection:
        found = candidates(connection, name_typed)
        if not found and not app.is_interactive:
            raise unknown(connection, name_typed)
    if not found:
        refuse_mistyped("contact", *(name or ()))
        if app.prompter().confirm(f"{name_typed} is nobody you know: add them?", default=False):
            add_one(app, name_typed, fields, as_json=as_json)
        else:
            app.output.line("nothing was added")
        return
    if not fields.is_empty:
        raise Refused(
            f"{found[0].label} is there already, so nothing was changed",
            typed("refcli contact edit {} …", name_typed),
        )
    one = found[0].id if len(found) == 1 else app.who(name_typed).id
    show_contact(app, one, as_json=as_json)
