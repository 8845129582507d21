"""Taking in a whole export of refcli's own."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any, BinaryIO

from refcli.cli.frame.context import App
from refcli.domain.imports import ImportResult, Verdict
from refcli.domain.text import clean_line
from refcli.errors import BadData, Refused
from refcli.exchange.full_json import Rows, is_store_json, schema_of, store_rows
from refcli.exchange.monica import parsed_json
from refcli.read.whole import all_rows, table_columns
from refcli.store.db import SCHEMA_VERSION
from refcli.store.migrate import fill, store_of, upgrade_in_memory

if TYPE_CHECKING:
    from refcli.write.session import Writing


def whole_export(stream: BinaryIO, name: str) -> Any | None:
    """The parsed file when it is an export of a whole store, else None."""
    stream.seek(0)
    if stream.read(1) != b"{":
        return None
    stream.seek(0)
    value = parsed_json(stream.read(), name)
    return value if is_store_json(value) else None


def _tables(app: App, value: Any) -> dict[str, Rows]:
    """The rows by table as today's schema has them; older ones are settled as a store is."""
    schema = schema_of(value, SCHEMA_VERSION)
    with closing(store_of(schema)) as store:
        tables = store_rows(value, table_columns(store))
        if not any(tables.values()):
            raise BadData("there is no row in it, so nothing was imported")
        if schema == SCHEMA_VERSION:
            return tables
        from refcli.write.settling import settle_upgraded
        from refcli.write.whole import raise_to

        marks = tables.pop("id_mark", [])
        store.execute("begin")
        fill(store, tables)
        raise_to(store, marks)
        store.execute("commit")
        upgrade_in_memory(store)
        settle_upgraded(store, app.today)
        return all_rows(store)


def import_whole(app: App, value: Any, *, dry_run: bool) -> ImportResult:
    """Take a whole export into an empty store; raises BadData where its rows make no sense.

    The rows are somebody else's: what the rules cannot make of them is their fault, not a bug.
    """
    try:
        return _imported(app, value, dry_run=dry_run)
    except (LookupError, ValueError, ArithmeticError, TypeError, sqlite3.DataError) as error:
        reason = clean_line(str(error))[:100] or type(error).__name__
        if isinstance(error, LookupError):
            reason = "one points to what is not there"
        raise BadData(
            f"the rows do not fit together ({reason}), so nothing was imported"
        ) from error


def _imported(app: App, value: Any, *, dry_run: bool) -> ImportResult:
    tables = _tables(app, value)
    result = ImportResult("refcli")
    result.people[Verdict.NEW] = len(tables.get("contact", ()))
    result.exchanges["new"] = len(tables.get("interaction", ()))
    result.intros["new"] = len(tables.get("intro", ()))
    if not dry_run:
        app.write("import", lambda work: _taken_in(app, work, tables))
    return result


def _taken_in(app: App, work: "Writing", tables: Mapping[str, Rows]) -> None:
    """Take the rows in and read them once as the daily commands do, before they are kept."""
    from refcli.read.contact_lists import ContactFilter, list_contacts
    from refcli.read.due import due_items
    from refcli.write.whole import take_in_whole

    take_in_whole(work, tables)
    list_contacts(work.connection, ContactFilter(), app.today)
    try:
        work.settle()
    except Refused as error:  # of the file, not of what the user may do
        raise BadData(
            f"the rows do not fit together ({error.message}), so nothing was imported"
        ) from error
    today = app.today.isoformat()
    due_items(work.connection, today, today)
