"""`refcli contact edit NAME…`."""

from typing import Annotated

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.commands.contact.options import (
    ContactOptions,
    RemovalOptions,
    contact_fields,
)
from refcli.cli.commands.contact.where import where_told
from refcli.cli.dash import STDIN, Edit, piped_ids
from refcli.cli.frame.context import App, app_of
from refcli.cli.frame.form import Form, save
from refcli.cli.offered import complete_tag
from refcli.cli.options import Json, Names
from refcli.cli.report import report
from refcli.domain.contacts import Person
from refcli.domain.text import plural
from refcli.domain.typed import typed
from refcli.errors import UnknownName, UsageError
from refcli.read.contact_lists import ContactFilter, list_contacts
from refcli.read.contacts import contact
from refcli.read.names import candidates, resolve


def run(
    context: typer.Context,
    names: Names = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Another name.")
    ] = None,
    *,
    options: ContactOptions,
    removed: RemovalOptions,
    all_tag: Annotated[
        list[str] | None,
        typer.Option(
            "--all-tag",
            metavar="TAG",
            help="All who have this tag.",
            autocompletion=complete_tag,
        ),
    ] = None,
    all_where: Annotated[
        list[str] | None,
        typer.Option("--all-where", metavar="FIELD=VALUE", help="All whose field is so."),
    ] = None,
    edit: Edit = False,
    as_json: Json = False,
) -> None:
    """Change contacts; several get the same fields, and an empty text clears a field."""
    app = app_of(context)
    wanted = where_told(all_where)._replace(tags=tuple(all_tag or ()))
    people = _chosen(app, names, wanted)
    fields = contact_fields(app, options)._replace(
        name=name,
        no_values=removed.values,
        no_fields=tuple(removed.unset or ()),
        no_bases=tuple(removed.no_basis or ()),
        no_tier=removed.no_tier,
    )
    form = Form("contact edit")
    if edit:
        form = _note_edited(app, people)
        fields = fields._replace(note=form.answers[0].given)
    if fields.is_empty:
        raise UsageError("nothing to change", "for example: --tier B, --basis friend, --tag golf")
    if name is not None and len(people) > 1:
        raise UsageError("one name cannot be given to several contacts")
    if wanted != ContactFilter() and not _agreed(app, people):
        app.output.line("nothing was changed")
        return
    from refcli.write.contacts import edit_contact
    from refcli.write.session import Writing

    def use_case(work: Writing) -> int:
        for person in people:
            edit_contact(work, person.id, fields)
        return people[0].id

    written = save(app, form, use_case)
    if len(people) == 1:
        report_contact(app, written, as_json=as_json)
    else:
        report(app, written, as_json=as_json)


def _note_edited(app: App, people: list[Person]) -> Form:
    """The note of the one who is meant, as it comes back from the editor."""
    if len(people) > 1:
        raise UsageError("--edit takes one contact at a time", "nothing was changed")
    from refcli.cli.editing import edited_form

    person = people[0]
    return edited_form(
        app,
        "contact edit",
        f"the note on {person.name}",
        lambda connection: contact(connection, person.id, app.today).note or "",
        typed("refcli contact show {}", f"@{person.id}"),
        about=Person(person.id, person.name),
    )


def _chosen(app: App, names: list[str] | None, wanted: ContactFilter) -> list[Person]:
    """The contacts that are named, those whose ids come on stdin (`-`), or all that are found."""
    if wanted == ContactFilter():
        if not names and not app.is_interactive:
            raise UsageError(
                "missing NAME", "or all of them: --all-tag golf, --all-where role=owner"
            )
        told = names or [app.needed(None, "Whom?", "NAME")]
        if told == [STDIN]:
            ids = piped_ids(app, told, "refcli contact list --tag golf --format ids")
            with app.reading(quiet=True) as connection:
                meant = [resolve(connection, f"@{number.lstrip('@')}") for number in ids]
            return list(dict.fromkeys(Person(who.id, who.name) for who in meant))
        told = [name for each in told for name in _apart(app, each)]
        return list(dict.fromkeys(Person(who.id, who.name) for who in map(app.who, told)))
    if names:
        raise UsageError("names, or --all-tag and --all-where: not both", "nothing was changed")
    with app.reading(quiet=True) as connection:
        found = list_contacts(connection, wanted, app.today)
    if not found:
        raise UnknownName("nobody is found by that, so nothing was changed", "refcli contact list")
    return [Person(who.id, who.name) for who in found]


def _apart(app: App, told: str) -> list[str]:
    """One name, or several with commas between them where nobody is called so."""
    with app.reading(quiet=True) as connection:
        is_one = "," not in told or bool(candidates(connection, told))
    return [told] if is_one else [name.strip() for name in told.split(",") if name.strip()]


def _agreed(app: App, people: list[Person]) -> bool:
    """Whoever would be changed is shown first, on a terminal."""
    if not app.is_interactive:
        return True
    app.output.lines(app.output.fitted(f"  {person.name} (@{person.id})") for person in people)
    app.output.flush()
    return app.prompter().confirm(f"Change {plural(len(people), 'contact')}?", default=True)
