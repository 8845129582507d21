"""Contacts as CSV: one row each, in columns that `import` reads again."""

import datetime as dt
from collections.abc import Iterable
from itertools import chain

from refcli.domain.column import Place
from refcli.domain.columns import contact_fields
from refcli.domain.contacts import Contact, OwnField, PastJob, Person, Tie, YearlyDate, says_itself
from refcli.domain.text import clean_text
from refcli.exchange.formulas import guarded_csv
from refcli.exchange.joined import labelled, together


def contacts_csv(contacts: Iterable[Contact]) -> str:
    """The rows under their header; cells that a spreadsheet would compute are guarded."""
    fields = contact_fields(Place.CSV)
    rows = ([clean_text(_cell(_said(who, name))) for name in fields] for who in contacts)
    return guarded_csv(chain((fields,), rows))


def _said(contact: Contact, name: str) -> object:
    """The value of a field; what the name or another column says needs no word."""
    return None if says_itself(contact, name) else getattr(contact, name)


def _cell(value: object) -> str:
    """A value as one cell: several are joined, people are named, days are ISO dates."""
    if isinstance(value, Person):
        return value.name
    if isinstance(value, OwnField | YearlyDate | Tie | PastJob):
        return _labelled(value)
    if isinstance(value, tuple):
        return together(map(_cell, value))
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)


def _labelled(value: OwnField | YearlyDate | Tie | PastJob) -> str:
    """What stands under a label: `size: 42`, `birthday: --05-06`, `spouse: Otto Brandt`."""
    match value:
        case OwnField(name, text):
            return labelled(name, text)
        case YearlyDate(label, on, _):
            return labelled(label, on)
        case Tie(person, word):
            return labelled(word, person.name)
        case PastJob(day, was):
            return labelled(day.isoformat(), was)
