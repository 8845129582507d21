"""Every table and column, declared once: what each holds, whom it is about and where it goes.

Merge, forget, undo, the exports, the search and the contact's own formats read this. A column is
left out of a place only with a reason, and a test holds the declaration against the schema, so a
new column that is not declared does not pass. docs/architecture.md walks through adding one. The
contact's own tables stand in contact_tables.py, those of facts in fact_tables.py, the others in
other_tables.py.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from refcli.domain.column import WORD, Column, Merge, Place, Table
from refcli.domain.contact_tables import CONTACT_TABLES
from refcli.domain.contacts import Contact
from refcli.domain.fact_tables import FACT_TABLES
from refcli.domain.other_tables import OTHER_TABLES

TABLES: dict[str, Table] = {
    **CONTACT_TABLES,
    **FACT_TABLES,
    **OTHER_TABLES,
}
# Rebuilt for each contact that a command touches; they have no id of their own.
DERIVED_TABLES = tuple(name for name, table in TABLES.items() if "id" not in table.columns)


def every_column() -> Iterator[tuple[str, str, Column]]:
    """(table, column, what is declared) of each column."""
    for table, declared in TABLES.items():
        for name, column in declared.columns.items():
            yield table, name, column


def pointing_to(table: str) -> tuple[tuple[str, str, Column], ...]:
    """(table, column, what is declared) of each column that holds ids of a table."""
    return tuple(found for found in every_column() if found[2].to == table)


def contact_fields(place: Place) -> tuple[str, ...]:
    """The fields of `Contact` that go somewhere, in the order in which `Contact` has them."""
    going = {column.field for _, _, column in every_column() if place in column.places}
    return tuple(name for name in Contact._fields if name in going)


def plain_from_files() -> dict[str, Column]:
    """The contact's own columns that a row of a file fills where the contact has nothing."""
    fills = (Merge.FILLS, Merge.EARLIEST, Merge.JOINED)
    return {
        name: column
        for name, column in TABLES["contact"].columns.items()
        if Place.IMPORT in column.places and column.merge in fills and not column.to
    }


def declared(table: str, name: str) -> Column:
    """The declaration of a column; one of an older layout, gone since, is a plain word."""
    found = TABLES.get(table)
    return WORD if found is None else found.columns.get(name, WORD)


@cache
def words_of_column(table: str, name: str) -> frozenset[str] | None:
    """The words that a column may hold; None where any will do, or the schema judges."""
    column = declared(table, name)
    if not column.words:
        return None
    module, _, noun = column.words.rpartition(".")
    return frozenset(map(str, getattr(import_module(module), noun)))
