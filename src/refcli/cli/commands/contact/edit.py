"""`refcli contact edit NAME…`."""

from typing import Annotated

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.commands.contact.options import ContactOptions, contact_fields
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, Names
from refcli.cli.report import report
from refcli.domain.contacts import Basis
from refcli.errors import UsageError


def run(
    context: typer.Context,
    names: Names = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Another name.")
    ] = None,
    *,
    options: ContactOptions,
    no_tag: Annotated[
        list[str] | None, typer.Option("--no-tag", metavar="TAG", help="Take a tag away.")
    ] = None,
    no_basis: Annotated[
        list[Basis] | None,
        typer.Option("--no-basis", help="Take a basis away.", show_default=False),
    ] = None,
    no_tier: Annotated[bool, typer.Option("--no-tier", help="Take the tier away.")] = False,
    as_json: Json = False,
) -> None:
    """Change contacts; several get the same fields, and an empty text clears a field."""
    app = app_of(context)
    people = [app.who(n) for n in names or [app.needed(None, "Whom?", "NAME")]]
    fields = contact_fields(app, options)._replace(
        name=name,
        no_tags=tuple(no_tag or ()),
        no_bases=tuple(no_basis or ()),
        no_tier=no_tier,
    )
    if fields.is_empty:
        raise UsageError("nothing to change", "for example: --tier B, --basis friend, --tag golf")
    if name is not None and len(people) > 1:
        raise UsageError("one name cannot be given to several contacts")
    from refcli.write.contacts import edit_contact
    from refcli.write.session import Writing

    def use_case(work: Writing) -> int:
        for person in people:
            edit_contact(work, person.id, fields)
        return people[0].id

    written = app.write("contact edit", use_case)
    if len(people) == 1:
        report_contact(app, written, as_json=as_json)
    else:
        report(app, written, as_json=as_json)
