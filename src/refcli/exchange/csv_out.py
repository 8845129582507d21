"""Contacts as CSV: one row each, in columns that `import` reads again."""

import csv
import datetime as dt
import io
from collections.abc import Iterable

from refcli.domain.column import Place
from refcli.domain.columns import contact_fields
from refcli.domain.contacts import Contact, OwnField, Person
from refcli.exchange.formulas import guarded

JOINED_BY = "; "


def contacts_csv(contacts: Iterable[Contact]) -> str:
    """The rows under their header; cells that a spreadsheet would compute are guarded."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    fields = contact_fields(Place.CSV)
    writer.writerow(fields)
    for contact in contacts:
        writer.writerow([guarded(_cell(getattr(contact, name))) for name in fields])
    return buffer.getvalue()


def _cell(value: object) -> str:
    """A value as one cell: several are joined, people are named, days are ISO dates."""
    if isinstance(value, Person):
        return value.name
    if isinstance(value, tuple):
        return JOINED_BY.join(": ".join(v) if isinstance(v, OwnField) else v for v in value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)
