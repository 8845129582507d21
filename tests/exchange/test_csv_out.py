"""Contacts as CSV, and what comes back of them."""

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.contacts import Basis, Contact, ContactStatus, Person
from refcli.domain.imports import ImportedPerson
from refcli.domain.text import clean_line, clean_text
from refcli.exchange.csv_out import contacts_csv
from refcli.exchange.csvtext import table_of, text_file
from refcli.exchange.file_days import Days
from refcli.exchange.tabular import address_book
from tests.support.values import CONTACT, FULL_CONTACT, TOM

COLUMNS = [
    *("name", "nicknames", "organization", "role", "industry", "emails", "phones", "basis"),
    *("through", "since", "tier", "tags", "status", "focus", "known_since", "url", "note"),
]
WORDS = st.text("ab =+-@'\"\t,\n\rß漢", max_size=20).map(lambda text: f"{text}x")


def cells_of(contact: Contact) -> dict[str, str]:
    """The cells of a contact's row by their column."""
    header, row = csv.reader(io.StringIO(contacts_csv([contact]), newline=""))
    return dict(zip(header, row, strict=True))


def read_back(contact: Contact) -> ImportedPerson:
    table = table_of(text_file(io.BytesIO(contacts_csv([contact]).encode()), "out.csv"))
    found = address_book(table, "refcli", Days(dt.date(2026, 11, 20)))
    assert found is not None
    (entry,) = found
    assert isinstance(entry, ImportedPerson)
    return entry


def test_nobody_is_a_header_alone() -> None:
    text = contacts_csv([])
    assert text.endswith("\r\n")
    assert [c for c in text.strip().split(",") if c in COLUMNS] == COLUMNS


def test_rows_end_as_rfc_4180_has_it() -> None:
    text = contacts_csv([CONTACT, FULL_CONTACT])
    assert text.count("\r\n") == text.count("\n") == 3


def test_a_bare_contact_has_empty_cells() -> None:
    assert {name: cell for name, cell in cells_of(CONTACT).items() if cell} == {
        "name": "Anna Weiss",
        "basis": "other",
        "status": "active",
    }


def test_everything_known_stands_in_its_column() -> None:
    cells = cells_of(FULL_CONTACT)
    assert {name: cells[name] for name in COLUMNS} == {
        "name": "Anna Weiss",
        "nicknames": "Anni; Doc",
        "organization": "Weiss Dental",
        "role": "Owner",
        "industry": "dentistry",
        "emails": "anna@weiss.example; a.weiss@home.example",
        "phones": "'+49 89 1234; 0171 555",
        "basis": "client",
        "through": "Tom Berg",
        "since": "2024-01-10",
        "tier": "A",
        "tags": "chamber; choir",
        "status": "resting",
        "focus": "a second practice",
        "known_since": "2021-05-06",
        "url": "https://www.linkedin.com/in/annaweiss",
        "note": "Likes tea",
    }


def test_contacts_stand_in_the_order_they_come_in() -> None:
    rows = csv.reader(io.StringIO(contacts_csv([FULL_CONTACT, CONTACT._replace(name="B")])))
    assert [row[0] for row in rows] == ["name", "Anna Weiss", "B"]


@pytest.mark.parametrize(
    ("contact", "column", "cell"),
    [
        (CONTACT._replace(name="=Anna"), "name", "'=Anna"),
        (CONTACT._replace(organization="@home"), "organization", "'@home"),
        (CONTACT._replace(note="-1"), "note", "'-1"),
        (CONTACT._replace(tags=("+vip", "x")), "tags", "'+vip; x"),
        (CONTACT._replace(phones=("+49 89 1234",)), "phones", "+49 89 1234"),
        (CONTACT._replace(through=Person(2, "=Tom")), "through", "'=Tom"),
        (CONTACT._replace(focus="'=x"), "focus", "''=x"),
    ],
)
def test_no_cell_is_computed(contact: Contact, column: str, cell: str) -> None:
    assert cells_of(contact)[column] == cell


def test_the_status_is_the_one_that_is_kept() -> None:
    dropped = CONTACT._replace(status=ContactStatus.DROPPED)
    assert cells_of(dropped)["status"] == "dropped"


@given(WORDS, WORDS, WORDS, st.lists(st.text("ab=+-@'", min_size=1, max_size=5), max_size=3))
def test_what_goes_out_comes_in_again(
    name: str, organization: str, note: str, nicknames: list[str]
) -> None:
    contact = CONTACT._replace(
        name=clean_line(name),
        # As they are kept: a store has no value with a space in front.
        organization=clean_line(organization),
        note=clean_text(note),
        nicknames=tuple(nicknames),
        basis=Basis.FRIEND,
        through=TOM,
    )
    person = read_back(contact)
    assert person.name == contact.name
    assert person.plain.get("organization") == clean_line(organization)
    assert person.plain.get("note") == clean_text(note)
    assert person.nicknames == tuple(dict.fromkeys(nicknames))
    assert (person.basis, person.through) == (Basis.FRIEND, "Tom Berg")


def test_a_full_contact_comes_in_again() -> None:
    person = read_back(FULL_CONTACT)
    for field in ("name", "organization", "role", "industry", "emails", "phones", "nicknames"):
        told = person.plain.get(field, getattr(person, field, None))
        assert told == getattr(FULL_CONTACT, field), field
    for field in ("tags", "basis", "since", "note", "url", "known_since"):
        told = person.plain.get(field, getattr(person, field, None))
        assert told == getattr(FULL_CONTACT, field), field
