"""`refcli export FILE|-`."""

import datetime as dt
from contextlib import closing
from enum import StrEnum
from typing import Annotated

import typer

from refcli.cli.dash import STDOUT
from refcli.cli.files import form_of, write_file
from refcli.cli.frame.context import App, app_of
from refcli.cli.options import ContactOption
from refcli.domain.contacts import Contact
from refcli.errors import UsageError
from refcli.read.contact_lists import ContactFilter, list_contacts
from refcli.read.contacts import contacts_by_id, with_past_jobs
from refcli.store.db import SCHEMA_VERSION

# How long a follow-up that was closed is still cancelled in the calendar.
_CANCELLED_DAYS = 365


class ExportFormat(StrEnum):
    """The formats that can be written."""

    JSON = "json"
    CSV = "csv"
    VCF = "vcf"
    VCF4 = "vcf4"
    ICS = "ics"


def run(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="Where to; its ending says how. - is stdout.")
    ],
    form: Annotated[
        ExportFormat | None,
        typer.Option("--format", help="How, whatever the ending.", show_default=False),
    ] = None,
    contact: ContactOption = None,
    todo: Annotated[
        bool, typer.Option("--todo", help="A calendar of to-dos instead of events.")
    ] = False,
    private: Annotated[
        bool, typer.Option("--private", help="A calendar with initials instead of names.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Over an existing file.")] = False,
) -> None:
    """Let everything out: all of it as JSON, contacts as CSV or vCard, follow-ups as a calendar.

    With `--contact` all that is kept about one person.
    """
    app = app_of(context)
    form = form or _form_meant(file)
    if form is not ExportFormat.ICS and (todo or private):
        raise UsageError("--todo and --private go with a calendar", "add --format ics")
    person = app.id_of(contact, for_reading=True)
    text = _WRITERS[form](app, person) if form is not ExportFormat.ICS else ""
    if form is ExportFormat.ICS:
        text = _calendar(app, person, todo=todo, private=private)
    if file == STDOUT:
        app.output.raw(text)
        return
    mark = "\ufeff" if form is ExportFormat.CSV else ""  # so that spreadsheets see UTF-8
    write_file(app.store, file, mark + text, force=force)
    app.output.line(f"wrote {file}")


def _form_meant(file: str) -> ExportFormat:
    if file == STDOUT:
        return ExportFormat.JSON
    endings = {form.value: form for form in ExportFormat if form is not ExportFormat.VCF4}
    return form_of(file, endings, ".json, .csv, .vcf or .ics", "or say --format")


def _json(app: App, person: int | None) -> str:
    from refcli.exchange.full_json import person_json, store_json
    from refcli.read.facts import is_unsettled
    from refcli.read.whole import all_rows, rows_about

    at = app.now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with app.reading() as connection:
        if person is not None:
            return person_json(rows_about(connection, person), at)
        if not is_unsettled(connection):
            return store_json(all_rows(connection), SCHEMA_VERSION, at)
        from refcli.write.settling import settled_copy

        with closing(settled_copy(connection, app.today)) as settled:
            return store_json(all_rows(settled), SCHEMA_VERSION, at)


def _csv(app: App, person: int | None) -> str:
    from refcli.exchange.csv_out import contacts_csv

    return contacts_csv(_people(app, person))


def _vcf(app: App, person: int | None) -> str:
    from refcli.exchange.vcard_out import V3, contacts_vcf

    return contacts_vcf(_people(app, person), V3)


def _vcf4(app: App, person: int | None) -> str:
    from refcli.exchange.vcard_out import V4, contacts_vcf

    return contacts_vcf(_people(app, person), V4)


def _people(app: App, person: int | None) -> tuple[Contact, ...]:
    """Everybody, or the one who is meant, with all that belongs to them."""
    with app.reading() as connection:
        if person is not None:
            found = contacts_by_id(connection, [person], app.today)
        else:
            found = list_contacts(connection, ContactFilter(), app.today)
        return with_past_jobs(connection, found)


def _calendar(app: App, person: int | None, *, todo: bool, private: bool) -> str:
    from refcli.exchange.ics import Dated, follow_ups_ics
    from refcli.read.calendar import calendar_items

    since = (app.today - dt.timedelta(days=_CANCELLED_DAYS)).isoformat()
    with app.reading() as connection:
        found = calendar_items(connection, app.today.isoformat(), since, person)
    if todo:
        app.output.note("Google Calendar takes no to-dos; leave --todo out for it")
    else:
        app.output.note("Google Calendar ignores the alarms; other calendars keep them")
    dated = [Dated(item, uid, sequence) for item, uid, sequence in found]
    return follow_ups_ics(dated, app.now, as_todos=todo, is_private=private)


_WRITERS = {
    ExportFormat.JSON: _json,
    ExportFormat.CSV: _csv,
    ExportFormat.VCF: _vcf,
    ExportFormat.VCF4: _vcf4,
}
