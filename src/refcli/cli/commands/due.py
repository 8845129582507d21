"""`refcli due`."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from refcli.cli.frame.context import App, app_of
from refcli.cli.options import ContactOption, Json
from refcli.domain.due import DueItem
from refcli.domain.kinds import KINDS
from refcli.domain.typed import typed
from refcli.errors import Refused
from refcli.read.due import due_items, next_due
from refcli.render.plain import due_screen

# Made from the table, which the type checker cannot follow.
KindName = StrEnum("KindName", {name: name for name in KINDS})  # type: ignore[misc]


def run(
    context: typer.Context,
    within: Annotated[
        int | None,
        typer.Option("--within", metavar="DAYS", min=0, max=3650, help="Look so far ahead."),
    ] = None,
    show_all: Annotated[bool, typer.Option("--all", help="All of them on a terminal too.")] = False,
    kind: Annotated[
        list[KindName] | None,
        typer.Option("--kind", help="Only these kinds; may be repeated.", show_default=False),
    ] = None,
    contact: ContactOption = None,
    count: Annotated[bool, typer.Option("--count", help="Only the number.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 when something is due.")
    ] = False,
    as_json: Json = False,
) -> int:
    """What is due today or earlier, most urgent first."""
    app = app_of(context)
    items, later = _items(app, within or 0, contact)
    if kind:
        items = [item for item in items if item.kind in kind]
    if as_json:
        from refcli.render.followups_json import item_json

        app.output.json([item_json(item) for item in items])
    elif count:
        app.output.line(str(len(items)))
    else:
        # Who says how far to look ahead wants to see that far.
        show_all = show_all or within is not None
        show_due(app, items, later, show_all=show_all, options=_options(within, kind, contact))
    return Refused.exit_code if exit_code and items else 0


def _options(within: int | None, kind: "list[KindName] | None", contact: str | None) -> str:
    """The options that narrow the list, as they are typed again."""
    told = "" if within is None else f" --within {within}"
    told += "".join(f" --kind {name}" for name in kind or ())
    return told + ("" if contact is None else typed(" --contact {}", contact))


def _items(app: App, within: int, contact: str | None) -> tuple[list[DueItem], str | None]:
    until = (app.today + dt.timedelta(days=within)).isoformat()
    person = app.id_of(contact, for_reading=True)
    with app.reading() as connection:
        items = due_items(connection, app.today.isoformat(), until, person)
        return items, None if items else next_due(connection, until, person)


def show_due(
    app: App,
    items: list[DueItem],
    later: str | None,
    *,
    show_all: bool,
    hint: bool = True,
    options: str = "",
) -> None:
    """The list as a person sees it, with how to act on it on a terminal."""
    out = app.output
    out.lines(
        due_screen(
            items,
            later,
            app.today,
            width=out.width,
            colour=out.colour,
            show_all=show_all,
            hint=hint,
            options=options,
        )
    )
