"""Contacts as JSON, table and sheet."""

import datetime as dt

import pytest

from refcli.domain.contacts import Basis, Contact, ContactStatus, Rapport
from refcli.domain.likeness import Pair
from refcli.render.contacts import (
    contact_json,
    contact_sheet,
    contacts_table,
    pair_json,
    pairs_table,
)
from refcli.render.layout import Column, Section
from tests.support.values import ANNA, CONTACT, FULL_CONTACT, PIA, TODAY, TOM

PAIR = Pair(keep=ANNA, other=PIA, score=96, why=("the same e-mail", "the same name"))


def field_of(contact: Contact, label: str) -> str | None:
    return dict(contact_sheet(contact, TODAY).fields).get(label)


def test_a_bare_contact_as_json() -> None:
    wanted = {
        "id": 1,
        "name": "Anna Weiss",
        "nicknames": [],
        "organization": None,
        "role": None,
        "industry": None,
        "emails": [],
        "phones": [],
        "basis": "other",
        "through": None,
        "since": None,
        "tier": None,
        "tags": [],
        "status": "active",
        "status_until": None,
        "thanks_by": None,
        "focus": None,
        "admired_by": None,
        "taught_on": None,
        "last_interaction": None,
        "rapport": {"days": None, "band": "cold"},
        "note": None,
    }
    assert {key: contact_json(CONTACT)[key] for key in wanted} == wanted


def test_a_full_contact_as_json() -> None:
    wanted = {
        "id": 1,
        "name": "Anna Weiss",
        "nicknames": ["Anni", "Doc"],
        "organization": "Weiss Dental",
        "role": "Owner",
        "industry": "dentistry",
        "emails": ["anna@weiss.example", "a.weiss@home.example"],
        "phones": ["+49 89 1234", "0171 555"],
        "basis": "client",
        "through": {"id": 2, "name": "Tom Berg"},
        "since": "2024-01-10",
        "tier": "A",
        "tags": ["chamber", "choir"],
        "status": "resting",
        "status_until": "2026-12-24",
        "thanks_by": "note",
        "focus": "a second practice",
        "admired_by": {"id": 3, "name": "Pia Lang"},
        "taught_on": "2026-03-02",
        "last_interaction": "2026-11-10",
        "rapport": {"days": 60, "band": "warm"},
        "note": "Likes tea",
    }
    assert {key: contact_json(FULL_CONTACT)[key] for key in wanted} == wanted


def test_the_columns_of_contacts() -> None:
    table = contacts_table([], TODAY)
    assert table.columns == (
        Column("id", right=True, flexible=False, style="dim"),
        Column("name", right=False, flexible=True, style="name"),
        Column("organisation", right=False, flexible=True, style="", gives=2),
        Column("basis", right=False, flexible=False, style=""),
        Column("tier", right=False, flexible=False, style=""),
        Column("rapport", right=False, flexible=False, style=""),
        Column("last", right=False, flexible=False, style="dim", gives=1),
    )
    assert (table.rows, table.empty) == ((), "no contacts match")


def test_the_rows_of_contacts() -> None:
    dropped = CONTACT._replace(status=ContactStatus.DROPPED)
    assert contacts_table([CONTACT, FULL_CONTACT, dropped], TODAY).rows == (
        ("@1", "Anna Weiss", "", "other", "", "cold", "-"),
        ("@1", "Anna Weiss", "Weiss Dental", "client (resting)", "A", "warm", "Tue 10 Nov"),
        ("@1", "Anna Weiss", "", "other (dropped)", "", "cold", "-"),
    )


def test_a_bare_contact_in_full() -> None:
    sheet = contact_sheet(CONTACT, TODAY)
    assert sheet.title == "Anna Weiss (@1)"
    assert sheet.fields == (
        ("known by", "other"),
        ("rapport", "cold, rarely"),
        ("last exchange", "never"),
        ("taught", "never"),
    )
    assert sheet.sections == ()


def test_a_full_contact_in_full() -> None:
    sections = [Section("Lately", ("lunch",)), Section("Open", ())]
    sheet = contact_sheet(FULL_CONTACT, TODAY, sections)
    assert sheet.fields == (
        ("known by", "client, through Tom Berg, since Wed 10 Jan 2024"),
        ("also called", "Anni, Doc"),
        ("work", "Owner, Weiss Dental"),
        ("industry", "dentistry"),
        ("e-mail", "anna@weiss.example, a.weiss@home.example"),
        ("phone", "+49 89 1234, 0171 555"),
        ("link", "https://www.linkedin.com/in/annaweiss"),
        ("status", "resting until Thu 24 Dec: on leave"),
        ("tier", "A"),
        ("rapport", "warm, about every 2 months"),
        ("last exchange", "Tue 10 Nov"),
        ("working on", "a second practice"),
        ("thanks by", "by a handwritten note"),
        ("admired by", "Pia Lang"),
        ("taught", "Mon 2 Mar"),
        ("tags", "chamber, choir"),
        ("note", "Likes tea"),
    )
    assert sheet.sections == tuple(sections)


@pytest.mark.parametrize(
    ("contact", "label", "value"),
    [
        (
            CONTACT._replace(basis=Basis.FRIEND, bases=(Basis.FRIEND,), through=TOM),
            "known by",
            "friend, through Tom Berg",
        ),
        (CONTACT._replace(since=TODAY), "known by", "other, since today"),
        (CONTACT._replace(role="Owner"), "work", "Owner"),
        (CONTACT._replace(organization="Weiss"), "work", "Weiss"),
        (CONTACT, "status", None),
        (CONTACT._replace(status_until=TODAY, status_because="x"), "status", None),
        (CONTACT._replace(status=ContactStatus.DROPPED), "status", "dropped"),
        (
            CONTACT._replace(status=ContactStatus.DROPPED, status_because="rude"),
            "status",
            "dropped: rude",
        ),
        (
            CONTACT._replace(status=ContactStatus.RESTING, status_until=TODAY),
            "status",
            "resting until today",
        ),
        (
            CONTACT._replace(rapport=Rapport(days=1, band="close")),
            "rapport",
            "close, almost every day",
        ),
        (CONTACT._replace(last_interaction=TODAY), "last exchange", "today"),
        (CONTACT._replace(taught_on=dt.date(2025, 3, 4)), "taught", "Tue 4 Mar 2025"),
    ],
)
def test_fields_of_a_contact(contact: Contact, label: str, value: str | None) -> None:
    assert field_of(contact, label) == value


def test_two_who_may_be_one() -> None:
    assert pair_json(PAIR, "one person") == {
        "may_be": "one person",
        "contact": {"id": 1, "name": "Anna Weiss"},
        "other": {"id": 3, "name": "Pia Lang"},
        "score": 96,
        "why": ["the same e-mail", "the same name"],
    }
    table = pairs_table([PAIR])
    assert table.columns == (
        Column("score", right=True, flexible=False, style=""),
        Column("contact", right=False, flexible=True, style="name"),
        Column("may be", right=False, flexible=True, style="name"),
        Column("because of", right=False, flexible=True, style=""),
    )
    assert table.rows == (("96", "@1 Anna Weiss", "@3 Pia Lang", "the same e-mail, the same name"),)
    assert table.empty == "no two contacts look like one person"
