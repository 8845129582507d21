"""`refcli contact list`."""

from enum import StrEnum
from typing import Annotated

import typer

from refcli.cli.commands.contact.options import BasisOption, Industry, TierOption
from refcli.cli.commands.contact.where import Where, where_told
from refcli.cli.frame.context import App, app_of
from refcli.cli.offered import complete_firm, complete_name, complete_tag
from refcli.cli.options import Json
from refcli.domain.contacts import ContactStatus
from refcli.domain.text import plural
from refcli.read.contact_lists import ContactFilter, list_contacts
from refcli.render.contacts import contact_json, contacts_table


class Sort(StrEnum):
    """The orders of a list."""

    NAME = "name"
    RAPPORT = "rapport"
    LAST = "last"
    TIER = "tier"
    NEW = "new"


def run(
    context: typer.Context,
    basis: BasisOption = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(
            "--tag",
            metavar="TAG",
            help="With this tag; several must all be there.",
            autocompletion=complete_tag,
        ),
    ] = None,
    tier: TierOption = None,
    industry: Industry = None,
    organization: Annotated[
        str | None,
        typer.Option(
            "--org",
            metavar="NAME",
            help="At this firm, by its whole name or its first words.",
            autocompletion=complete_firm,
        ),
    ] = None,
    where: Where = None,
    tied_to: Annotated[
        str | None,
        typer.Option(
            "--tied-to", metavar="NAME", help="Tied to them.", autocompletion=complete_name
        ),
    ] = None,
    status: Annotated[
        ContactStatus | None,
        typer.Option("--status", help="Active, resting or dropped.", show_default=False),
    ] = None,
    stale: Annotated[
        int | None,
        typer.Option(
            "--stale", metavar="DAYS", min=0, max=36500, help="Not in touch for so many days."
        ),
    ] = None,
    sort: Annotated[
        Sort | None,
        typer.Option("--sort", help="By name; in JSON, newest first.", show_default=False),
    ] = None,
    as_json: Json = False,
) -> None:
    """Contacts, narrowed by any of these and sorted."""
    app = app_of(context)
    wanted = where_told(where)._replace(
        basis=basis,
        tags=tuple(each for told in tag or () for each in told.split(",") if each.strip()),
        tier=tier,
        industry=industry,
        status=status,
        stale_days=stale,
        organization=organization,
        tied_to=app.id_of(tied_to, for_reading=True),
        sort=sort.value if sort else "new" if as_json else "name",
    )
    show_list(app, wanted, as_json=as_json)


def show_list(app: App, wanted: ContactFilter, *, as_json: bool) -> None:
    """The list, and how long it is on a terminal."""
    with app.reading() as connection:
        found = list_contacts(connection, wanted, app.today, is_whole=as_json)
    if as_json:
        app.output.json([contact_json(c) for c in found])
        return
    app.output.table(contacts_table(found, app.today))
    if app.output.is_terminal and found:
        app.output.hint(plural(len(found), "contact"))
