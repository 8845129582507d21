"""Bare `refcli contact …`: list, show or add, by what is said."""

from typing import Annotated

import typer

from refcli.cli.commands.contact._shared import show_contact
from refcli.cli.commands.contact.add import add_one
from refcli.cli.commands.contact.list import show_list
from refcli.cli.commands.contact.options import ContactOptions, contact_fields
from refcli.cli.frame.context import app_of
from refcli.cli.frame.registry import COMMANDS
from refcli.cli.options import Json, NameWords, words_text
from refcli.domain.names import contact_id_in
from refcli.domain.typed import typed
from refcli.errors import Refused, UsageError
from refcli.read.contacts import ContactFilter
from refcli.read.names import candidates

_NEAR = 2


def run(
    context: typer.Context,
    name: NameWords = None,
    *,
    options: ContactOptions,
    new: Annotated[
        bool, typer.Option("--new", help="Add them although the name is taken.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show the contact of that name; add one when nobody bears it; list without a name."""
    app = app_of(context)
    name_typed = words_text(name)
    if name_typed is None:
        wanted = ContactFilter(
            basis=options.basis[0] if options.basis else None,
            tag=options.tag[0] if options.tag else None,
            tier=options.tier,
            industry=options.industry,
            sort="new" if as_json else "name",
        )
        show_list(app, wanted, as_json=as_json)
        return
    fields = contact_fields(app, options)
    with app.reading(quiet=True) as connection:
        found = candidates(connection, name_typed)
    if found and not new:
        if not fields.is_empty:
            raise Refused(
                f"{found[0].label} is there already, so nothing was added",
                typed("refcli contact edit {} …, or add --new for another person", name_typed),
            )
        show_contact(
            app, found[0].id if len(found) == 1 else app.who(name_typed).id, as_json=as_json
        )
        return
    if contact_id_in(name_typed) is not None:
        app.who(name_typed)
    refuse_mistyped_verb(name_typed)
    add_one(app, name_typed, fields, as_json=as_json)


def refuse_mistyped_verb(word: str) -> None:
    """A single word within two letters of a subcommand is more likely a slip than a person."""
    verbs = [s.path[1] for s in COMMANDS if s.path[0] == "contact" and not s.hidden]
    near = [verb for verb in verbs if distance(word.lower(), verb) <= _NEAR]
    if " " not in word and near:
        raise UsageError(
            typed("did you mean `refcli contact {}`?", near[0]) + f" nothing was added: {word}",
            typed("if it is a name: refcli contact add {}", word),
        )


def distance(one: str, other: str) -> int:
    """How many letters must be changed, added or taken away (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        previous, row = row, [i]
        for j, b in enumerate(other, start=1):
            row.append(min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b)))
    return row[-1]
