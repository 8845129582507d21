"""Every column of the schema is declared, and goes where it can go or says why not."""

from pathlib import Path

import pytest

from refcli.domain.column import ALL_PLACES, Holds, Merge, Place
from refcli.domain.columns import (
    DERIVED_TABLES,
    TABLES,
    contact_fields,
    every_column,
    plain_from_files,
    pointing_to,
    words_of_column,
)
from refcli.domain.contacts import Contact, ContactFields
from refcli.domain.imports import ImportedPerson
from refcli.store.migrate import empty_store


@pytest.fixture(scope="module")
def schema() -> dict[str, dict[str, str]]:
    """The type of each column of each table, as the migrations make them."""
    connection = empty_store()
    names = connection.execute(
        "select name from sqlite_schema where type = 'table' and name not like 'search%'"
        " and name not like 'sqlite%'"
    ).fetchall()
    found = {
        table: {
            name: kind
            for _, name, kind, *_ in connection.execute(f'pragma table_info("{table}")').fetchall()
        }
        for (table,) in names
    }
    connection.close()
    return found


def undeclared(schema: dict[str, dict[str, str]]) -> list[str]:
    """Columns of the schema that are not declared, and declared ones that are not there."""
    there = {f"{table}.{name}" for table, columns in schema.items() for name in columns}
    return sorted(there ^ {f"{table}.{name}" for table, name, _ in every_column()})


def test_every_column_is_declared(schema: dict[str, dict[str, str]]) -> None:
    assert undeclared(schema) == []


def test_a_new_column_or_table_is_named(schema: dict[str, dict[str, str]]) -> None:
    planted = schema | {"contact": schema["contact"] | {"birthday": "TEXT"}, "planted": {"id": "I"}}
    assert undeclared(planted) == ["contact.birthday", "planted.id"]


def test_every_pointer_of_the_schema_is_declared(schema: dict[str, dict[str, str]]) -> None:
    connection = empty_store()
    there = {
        (table, column, to)
        for table in schema
        for _, _, to, column, *_ in connection.execute(
            f'pragma foreign_key_list("{table}")'
        ).fetchall()
    }
    connection.close()
    assert there == {(table, name, c.to) for table, name, c in every_column() if c.to}


def test_what_they_hold_fits_the_schema(schema: dict[str, dict[str, str]]) -> None:
    numbers = {Holds.ID, Holds.ROW, Holds.NUMBER, Holds.FLAG}
    wrong = [
        f"{table}.{name}"
        for table, name, column in every_column()
        if (schema[table][name] in ("INTEGER", "REAL")) is not (column.holds in numbers)
    ]
    assert wrong == []


def test_ids_that_are_seen_have_a_mark() -> None:
    connection = empty_store()
    marked = {name for (name,) in connection.execute("select table_name from id_mark").fetchall()}
    connection.close()
    assert marked == {name for name, table in TABLES.items() if table.has_seen_ids}


def test_a_contact_s_value_goes_everywhere_or_says_why_not() -> None:
    silent = [
        f"{table}.{name}"
        for table, name, column in every_column()
        if column.field and column.places != ALL_PLACES and not column.why
    ]
    assert silent == []
    excused = [
        f"{table}.{name}"
        for table, name, column in every_column()
        if column.why and column.places == ALL_PLACES
    ]
    assert excused == []


def test_places_name_what_they_need() -> None:
    for table, name, column in every_column():
        assert (Place.VCARD in column.places) is bool(column.vcard), (table, name)
        assert (Place.SEARCH not in column.places) or column.search, (table, name)


def test_fields_are_those_of_a_contact() -> None:
    declared = {column.field for _, _, column in every_column() if column.field}
    assert declared == set(Contact._fields)
    assert set(contact_fields(Place.OPTION)) <= set(ContactFields._fields)
    beside = {"no_tier", "no_bases", "no_values", "no_fields"}
    assert set(ContactFields._fields) - set(contact_fields(Place.OPTION)) == beside
    more = set(contact_fields(Place.IMPORT)) - set(plain_from_files())
    assert more <= set(ImportedPerson._fields)


def test_every_word_list_is_there() -> None:
    for table, name, column in every_column():
        if column.words:
            words = words_of_column(table, name)
            assert words
            assert column.least in {"", *words}
    assert words_of_column("follow_up", "kind") is not None
    assert words_of_column("contact", "name") is None
    assert words_of_column("of an older layout", "version") is None


def test_better_words_say_which_is_the_least() -> None:
    for _, _, column in every_column():
        assert (column.merge is Merge.BETTER) is bool(column.least)


def test_whatever_holds_a_contact_goes_with_them_or_is_cleared() -> None:
    going = {(table, name) for table, name, column in pointing_to("contact") if column.goes}
    cleared = {(table, name) for table, name, column in pointing_to("contact") if not column.goes}
    assert cleared == {("contact", "through_id"), ("contact", "admired_by_id")}
    assert {table for table, _ in going} >= {"ask", "intro", "thanks", "partner", *DERIVED_TABLES}


def test_words_of_the_user_s_own_lose_a_forgotten_name_or_are_their_own() -> None:
    """A text that is not blanked is one person's or mine, is made again, or is an erased image."""
    kept = {f"{t}.{n}" for t, n, c in every_column() if c.holds is Holds.TEXT and not c.is_blanked}
    assert kept == {
        *("contact.name", "contact.url", "contact_email.email", "contact_phone.phone"),
        *("history_row.before", "history_row.after", "setting.value"),
        *("follow_up.action", "follow_up.note"),
    }


def test_the_declaration_is_where_the_docs_say() -> None:
    page = (Path(__file__).parents[2] / "docs" / "architecture.md").read_text("utf-8")
    assert "domain/columns.py" in page
