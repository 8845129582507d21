"""A row's cells as a person, and what of it cannot be taken."""

import datetime as dt

import pytest

from refcli.domain.contacts import Basis
from refcli.domain.imports import Entry, ImportedPerson, RejectedRow
from refcli.domain.names import is_email
from refcli.exchange.cell_values import iso_day
from refcli.exchange.cells import (
    MAX_NOTE,
    PROFILE,
    is_phone,
    name_of,
    one,
    person_entries,
    unique,
)
from refcli.exchange.file_days import Days
from tests.support.values import imported

DAYS = Days(dt.date(2026, 11, 20))


def entries_of(cells: dict[str, list[str]]) -> list[Entry]:
    return list(person_entries(12, {"name": ["Anna Weiss"], **cells}, DAYS))


def person_of(cells: dict[str, list[str]]) -> ImportedPerson:
    person, *left_out = entries_of(cells)
    assert isinstance(person, ImportedPerson)
    assert all(isinstance(entry, RejectedRow) and not entry.fatal for entry in left_out)
    return person


def test_a_name_alone_is_a_person() -> None:
    assert entries_of({}) == [ImportedPerson(line=12, name="Anna Weiss")]


def test_every_field_has_its_place() -> None:
    person = person_of(
        {
            "organization": [" Weiss  Dental "],
            "role": ["Owner"],
            "industry": ["dentistry"],
            "email": ["a@x.de", "b@x.de"],
            "phone": ["+49 89 1", "0171 555"],
            "nickname": ["Anni", "Doc"],
            "tag": ["chamber", "choir"],
            "basis": ["client"],
            "through": ["Tom Berg"],
            "since": ["2024-01-10"],
            "note": ["Likes tea", "Plays chess"],
            "url": ["https://linkedin.com/in/anna"],
            "known_since": ["2021-05-06"],
        }
    )
    assert person == imported(
        line=12,
        name="Anna Weiss",
        organization="Weiss Dental",
        role="Owner",
        industry="dentistry",
        emails=("a@x.de", "b@x.de"),
        phones=("+49 89 1", "0171 555"),
        nicknames=("Anni", "Doc"),
        tags=("chamber", "choir"),
        basis=Basis.CLIENT,
        through="Tom Berg",
        since=dt.date(2024, 1, 10),
        note="Likes tea\nPlays chess",
        url="https://linkedin.com/in/anna",
        known_since=dt.date(2021, 5, 6),
    )


@pytest.mark.parametrize(
    "cells", [{}, {"name": [""]}, {"name": ["  - ."]}, {"first": ["?"], "last": [""]}]
)
def test_a_row_without_a_name_is_rejected_but_stops_nothing(cells: dict[str, list[str]]) -> None:
    cells["phone"] = ["4.9E+11"]
    assert list(person_entries(3, cells, DAYS)) == [RejectedRow(3, "no name", fatal=False)]


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ({"name": ["Anna Weiss"], "first": ["X"]}, "Anna Weiss"),
        ({"name": ["", "Anna"]}, "Anna"),
        (
            {"suffix": ["PhD"], "last": ["Weiss"], "middle": ["M."], "first": ["Anna"]},
            "Anna M. Weiss PhD",
        ),
        ({"first": ["Anna"]}, "Anna"),
        ({"last": [" Weiss"], "first": ["Anna "]}, "Anna Weiss"),
        ({"name": ["x" * 200]}, "x" * 200),
        ({"name": ["x" * 201]}, "x" * 200),
        ({"name": ["李"]}, "李"),
        ({"name": ["7"]}, "7"),
        ({"name": ["…"]}, ""),
        ({}, ""),
    ],
)
def test_names(cells: dict[str, list[str]], name: str) -> None:
    assert name_of(cells) == name


@pytest.mark.parametrize(
    ("cells", "emails"),
    [
        (["a@b"], ("a@b",)),
        ([" a@b.de "], ("a@b.de",)),
        (["a b@c.de"], ("b@c.de",)),
        (["a@b.de (work)"], ("a@b.de",)),
        (["<a@b.de>"], ("a@b.de",)),
        (["Anna Weiss <a@b.de>"], ("a@b.de",)),
        (["mailto:a@b.de"], ("a@b.de",)),
        (["a@b.de,c@d.de"], ("a@b.de", "c@d.de")),
        (["a@b.de;c@d.de"], ("a@b.de", "c@d.de")),
        (["@b.de", "a@", "a", ""], ()),
        (["b@x.de", "a@x.de", "b@x.de"], ("b@x.de", "a@x.de")),
        (["A@X.de"], ("A@X.de",)),
    ],
)
def test_addresses(cells: list[str], emails: tuple[str, ...]) -> None:
    assert person_of({"email": cells}).emails == emails


@pytest.mark.parametrize(
    ("cells", "phones"),
    [
        (["110"], ("110",)),
        (["11"], ()),
        (["ext. 1 2 3"], ("ext. 1 2 3",)),
        (["", "none"], ()),
        ([" 0171  555 ", "0171 555"], ("0171 555",)),
    ],
)
def test_phones(cells: list[str], phones: tuple[str, ...]) -> None:
    assert person_of({"phone": cells}).phones == phones


@pytest.mark.parametrize(
    "phone", ["4.9E+11", "4,9e+11", "+4.9E+11", "-4.9E11", "49E+11", "4.91234E+11", "49e9 "]
)
def test_a_number_that_a_spreadsheet_rounded_is_left_out_and_told(phone: str) -> None:
    assert entries_of({"phone": [phone, "110"]}) == [
        ImportedPerson(line=12, name="Anna Weiss", phones=("110",)),
        RejectedRow(
            12,
            f"the phone number {phone.strip()} was damaged by a spreadsheet and is left out",
            fatal=False,
        ),
    ]


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("123", True),
        ("12", False),
        ("1E+234", False),
        ("1E+234 x", True),
        ("x1E+234", True),
        ("1.2.3E+11", True),
        ("1E-234", True),
    ],
)
def test_whole_phone_numbers(text: str, *, is_whole: bool) -> None:
    assert is_phone(text) is is_whole


@pytest.mark.parametrize(
    ("cells", "tags"),
    [
        (["#chamber", "+choir", "#+both", "a#b+"], ("chamber", "choir", "both", "a#b+")),
        (["choir", "#choir", "", "#"], ("choir",)),
    ],
)
def test_tags_lose_their_signs(cells: list[str], tags: tuple[str, ...]) -> None:
    assert person_of({"tag": cells}).tags == tags


def test_nicknames_and_tags_are_one_line_each() -> None:
    person = person_of({"nickname": [" An\nni ", "Doc"], "tag": [" #a\n b "]})
    assert (person.nicknames, person.tags) == (("An ni", "Doc"), ("a b",))


@pytest.mark.parametrize(
    ("cell", "basis"),
    [("Client", Basis.CLIENT), ("OTHER", Basis.OTHER), ("boss", None), ("", None)]
    + [(b.value, b) for b in Basis],
)
def test_bases(cell: str, basis: Basis | None) -> None:
    assert person_of({"basis": [cell]}).basis is basis


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-01-10", dt.date(2024, 1, 10)),
        ("2024-01-10T23:59:59Z", dt.date(2024, 1, 10)),
        ("2024-13-10", None),
        ("10.01.2024", None),
        ("", None),
        (None, None),
    ],
)
def test_days(text: str | None, day: dt.date | None) -> None:
    assert iso_day(text) == day


def test_notes_are_cut_where_they_are_too_long() -> None:
    assert MAX_NOTE == 20_000
    assert person_of({"note": ["x" * 20_000]}).plain.get("note") == "x" * 20_000
    assert person_of({"note": ["x" * 20_000 + "y"]}).plain.get("note") == "x" * 20_000
    assert person_of({"note": [" "]}).plain.get("note") is None


@pytest.mark.parametrize(
    ("cells", "url"),
    [
        (["https://weiss.example", "https://www.linkedin.com/in/anna"],
         "https://www.linkedin.com/in/anna"),
        (["linkedin.com/in/anna"], "linkedin.com/in/anna"),
        (["http://de.LinkedIn.com/in/anna"], "http://de.LinkedIn.com/in/anna"),
        (["https://a-b.de.linkedin.com/in/x"], "https://a-b.de.linkedin.com/in/x"),
        ([" linkedin.com/in/a", "linkedin.com/in/b"], "linkedin.com/in/a"),
        (["https://linkedin.com/company/x"], None),
        (["https://notlinkedin.com/in/x"], None),
        (["see linkedin.com/in/x"], None),
        (["ftp://linkedin.com/in/x"], None),
        (["https://linkedinXcom/in/x"], None),
        ([], None),
    ],
)  # fmt: skip
def test_only_a_profile_is_a_link(cells: list[str], url: str | None) -> None:
    assert person_of({"url": cells}).plain.get("url") == url


def test_the_first_cell_that_says_something_counts() -> None:
    assert one({"role": ["", "  ", " CEO ", "CFO"]}, "role") == "CEO"
    assert one({"role": [""]}, "role") is None
    assert one({}, "role") is None


def test_texts_are_kept_once_in_their_order() -> None:
    assert unique(["b", "", "a", "b"]) == ("b", "a")
    assert unique(iter([])) == ()


def test_an_address_is_whole_or_none() -> None:
    assert is_email("a@b")
    assert not is_email("a@b c")
    assert PROFILE.match("HTTPS://LINKEDIN.COM/IN/x")


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("email", "call mother", "no e-mail address, left out: call mother"),
        ("phone", "ask her", "no phone number, left out: ask her"),
        ("birthday", "30.02.1980", "no birthday, left out: 30.02.1980"),
    ],
)
def test_what_is_none_of_its_kind_is_said(field: str, text: str, reason: str) -> None:
    assert entries_of({field: [text]})[1:] == [RejectedRow(12, reason, fatal=False)]
