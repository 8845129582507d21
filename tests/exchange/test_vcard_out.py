"""Contacts as vCards: which properties, in which order, escaped and folded."""

import datetime as dt
import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.contacts import Basis, Contact, Nature, PastJob, Person, Tie, YearlyDate
from refcli.domain.imports import ImportedPerson
from refcli.domain.text import clean_line, clean_text
from refcli.exchange.file_days import Days
from refcli.exchange.vcard import Cards
from refcli.exchange.vcard_out import V3, V4, Version, contacts_vcf
from tests.support.values import CONTACT, FULL_CONTACT, TOM

TODAY = dt.date(2026, 11, 20)
SPECIAL = st.text("ab ;,\\:\n\réß漢😀\"'=", max_size=200)


def lines_of(contact: Contact) -> list[str]:
    """The lines of a card, unfolded."""
    whole = contacts_vcf([contact])
    assert whole.endswith("\r\n")
    return whole.replace("\r\n ", "").split("\r\n")[:-1]


def line_of(contact: Contact, name: str) -> str:
    found = [line for line in lines_of(contact) if line.startswith(name)]
    assert len(found) == 1, found
    return found[0]


def physical_lines_of(note: str) -> list[bytes]:
    """The folded lines of a card's note."""
    whole = contacts_vcf([CONTACT._replace(note=note)]).encode()
    lines = whole.split(b"\r\n")
    begin = next(n for n, line in enumerate(lines) if line.startswith(b"NOTE:"))
    return [lines[begin], *(line for line in lines[begin + 1 :] if line.startswith(b" "))]


def read_back(contact: Contact, version: Version = V3) -> ImportedPerson:
    (entry,) = Cards(io.BytesIO(contacts_vcf([contact], version).encode()), Days(TODAY))
    assert isinstance(entry, ImportedPerson)
    return entry


def test_no_contact_is_no_text() -> None:
    assert contacts_vcf([]) == ""


def test_a_bare_name_is_four_properties() -> None:
    assert contacts_vcf([CONTACT]) == (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Weiss\r\nN:Weiss;Anna;;;\r\nEND:VCARD\r\n"
    )


def test_everything_known_in_its_order() -> None:
    assert lines_of(FULL_CONTACT) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Anna Weiss",
        "N:Weiss;Anna;;;",
        "NICKNAME:Anni,Doc",
        "ORG:Weiss Dental",
        "TITLE:Owner",
        "EMAIL;TYPE=INTERNET:anna@weiss.example",
        "EMAIL;TYPE=INTERNET:a.weiss@home.example",
        "TEL:+49 89 1234",
        "TEL:0171 555",
        "URL:https://www.linkedin.com/in/annaweiss",
        "CATEGORIES:chamber,choir",
        "NOTE:Likes tea\\nMet through Tom Berg",
        "X-REFCLI-THROUGH:Tom Berg",
        "X-REFCLI-BASIS:client",
        "X-REFCLI-INDUSTRY:dentistry",
        "X-REFCLI-SINCE:2024-01-10",
        "X-REFCLI-TIER:A",
        "X-REFCLI-STATUS:resting",
        "X-REFCLI-STATUS-UNTIL:2026-12-24",
        "X-REFCLI-THANKS-BY:note",
        "X-REFCLI-FOCUS:a second practice",
        "X-REFCLI-ADMIRED-BY:Pia Lang",
        "X-REFCLI-TAUGHT-ON:2026-03-02",
        "X-REFCLI-KNOWN-SINCE:2021-05-06",
        "END:VCARD",
    ]


def test_a_card_of_version_4() -> None:
    contact = CONTACT._replace(
        name="Weiss Ltd",
        is_a=Nature.FIRM,
        emails=("a@x.example",),
        dates=(YearlyDate("birthday", "--05-06", TODAY), YearlyDate("opened", "1999-01-02", TODAY)),
        ties=(Tie(TOM, 'head "of" it'),),
        jobs=(PastJob(TODAY, "Weiss; Sons"),),
    )
    assert contacts_vcf([contact], V4).replace("\r\n ", "").split("\r\n")[:-1] == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "KIND:org",
        "FN:Weiss Ltd",
        "N:Ltd;Weiss;;;",
        "EMAIL:a@x.example",
        "X-REFCLI-JOB:2026-11-20: Weiss\\; Sons",
        "BDAY:--0506",
        "item1.X-ABDATE:1999-01-02",
        "item1.X-ABLabel:opened",
        "item2.RELATED;VALUE=text;X-REFCLI=\"head ^'of^' it\":Tom Berg",
        'item2.X-ABLabel:head "of" it',
        "END:VCARD",
    ]
    person = read_back(contact, V4)
    assert [(date.label, date.month_day, date.year) for date in person.dates] == [
        ("birthday", "05-06", None),
        ("opened", "01-02", 1999),
    ]
    assert person.relations == (('head "of" it', "Tom Berg"),)
    assert person.more.jobs == contact.jobs
    assert person.plain["is_a"] == "firm"


def test_contacts_follow_one_another() -> None:
    both = contacts_vcf([CONTACT, FULL_CONTACT])
    assert both == contacts_vcf([CONTACT]) + contacts_vcf([FULL_CONTACT])


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Anna Maria Weiss", "N:Weiss;Anna Maria;;;"),
        ("Anna", "N:Anna;;;;"),
        ("Weiss; Anna", "N:Anna;Weiss\\;;;;"),
    ],
)
def test_the_last_word_is_the_family_name(name: str, line: str) -> None:
    assert line_of(CONTACT._replace(name=name), "N:") == line


@pytest.mark.parametrize(
    ("contact", "names"),
    [
        (CONTACT, []),
        (CONTACT._replace(basis=Basis.FRIEND), ["X-REFCLI-BASIS:friend"]),
        (
            CONTACT._replace(through=TOM),
            ["NOTE:Met through Tom Berg", "X-REFCLI-THROUGH:Tom Berg", "X-REFCLI-BASIS:other"],
        ),
        (CONTACT._replace(note="Likes tea"), ["NOTE:Likes tea"]),
        (CONTACT._replace(note=""), []),
    ],
)
def test_what_only_refcli_reads_stands_where_it_says_something(
    contact: Contact, names: list[str]
) -> None:
    assert lines_of(contact)[4:-1] == names


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a\\b", "a\\\\b"),
        ("a;b", "a\\;b"),
        ("a,b", "a\\,b"),
        ("a\nb", "a\\nb"),
        ("a\r\nb", "a\\nb"),
        ("a\rb", "a\\nb"),
        ("a\n\rb", "a\\n\\nb"),
        ("a\\nb", "a\\\\nb"),
        ("a:b", "a:b"),
        ("\\;", "\\\\\\;"),
    ],
)
def test_escaping(text: str, escaped: str) -> None:
    assert line_of(CONTACT._replace(note=text), "NOTE") == f"NOTE:{escaped}"


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        (CONTACT._replace(name="A,B C,D"), "FN:A\\,B C\\,D"),
        (CONTACT._replace(name="A,B C,D"), "N:C\\,D;A\\,B;;;"),
        (CONTACT._replace(nicknames=("A,B", "C;D")), "NICKNAME:A\\,B,C\\;D"),
        (CONTACT._replace(organization="Weiss; Dental"), "ORG:Weiss\\; Dental"),
        (CONTACT._replace(role="CEO, founder"), "TITLE:CEO\\, founder"),
        (CONTACT._replace(emails=("a,b@c.de",)), "EMAIL;TYPE=INTERNET:a\\,b@c.de"),
        (CONTACT._replace(phones=("1,2;3",)), "TEL:1\\,2\\;3"),
        (CONTACT._replace(url="https://x.de/a,b"), "URL:https://x.de/a\\,b"),
        (CONTACT._replace(tags=("a,b", "c\\d")), "CATEGORIES:a\\,b,c\\\\d"),
        (CONTACT._replace(through=Person(2, "A;B")), "NOTE:Met through A\\;B"),
        (CONTACT._replace(through=Person(2, "A;B")), "X-REFCLI-THROUGH:A\\;B"),
    ],
)
def test_every_text_is_escaped(contact: Contact, line: str) -> None:
    assert line in lines_of(contact)


@pytest.mark.parametrize(
    ("characters", "sizes"),
    [
        (69, [74]),
        (70, [75]),
        (71, [75, 2]),
        (72, [75, 3]),
        (70 + 73, [75, 74]),
        (70 + 74, [75, 75]),
        (70 + 74 + 1, [75, 75, 2]),
        (70 + 74 + 74, [75, 75, 75]),
    ],
)
def test_a_line_has_75_octets_at_most(characters: int, sizes: list[int]) -> None:
    assert [len(line) for line in physical_lines_of("x" * characters)] == sizes


@pytest.mark.parametrize(
    ("before", "character", "first", "second"),
    [
        (68, "é", 75, 0),
        (69, "é", 74, 3),
        (67, "漢", 75, 0),
        (68, "漢", 73, 4),
        (69, "漢", 74, 4),
        (66, "😀", 75, 0),
        (67, "😀", 72, 5),
        (69, "😀", 74, 5),
    ],
)
def test_a_character_is_never_torn(before: int, character: str, first: int, second: int) -> None:
    lines = physical_lines_of("x" * before + character)
    assert len(lines[0]) == first
    assert [len(line) for line in lines[1:]] == ([second] if second else [])
    assert all(line.decode() for line in lines)


def test_an_escaped_character_counts_with_its_backslash() -> None:
    assert [len(line) for line in physical_lines_of("x" * 69 + ",")] == [75, 2]


def test_half_a_character_does_not_stop_the_export() -> None:
    assert "FN:ab\r\n" in contacts_vcf([CONTACT._replace(name="a\ud800b")])


@given(SPECIAL)
def test_folding_is_as_late_as_it_may_be_and_undone_by_unfolding(text: str) -> None:
    note = f"x{text}"
    lines = physical_lines_of(note)
    assert all(len(line) <= 75 for line in lines)
    for line, following in pairwise(lines):
        assert len(line) + len(following.decode()[1].encode()) > 75
    assert b"".join([lines[0], *(line[1:] for line in lines[1:])]).decode() == line_of(
        CONTACT._replace(note=note), "NOTE"
    )


@given(SPECIAL, SPECIAL, SPECIAL)
def test_what_goes_out_comes_in_again(organization: str, tag: str, note: str) -> None:
    contact = CONTACT._replace(
        organization=f"x{organization}",
        tags=(f"x{tag}", "second"),
        note=f"x{note}",
        basis=Basis.FRIEND,
        through=TOM,
    )
    person = read_back(contact)
    assert person.name == "Anna Weiss"
    assert person.plain.get("organization") == clean_line(f"x{organization}")
    assert person.tags == tuple(dict.fromkeys((clean_line(f"x{tag}"), "second")))
    assert person.plain.get("note") == clean_text(f"x{note}")
    assert (person.basis, person.through) == (Basis.FRIEND, "Tom Berg")


def test_addresses_and_numbers_come_in_again() -> None:
    person = read_back(FULL_CONTACT)
    assert person.emails == FULL_CONTACT.emails
    assert person.phones == FULL_CONTACT.phones
    assert person.nicknames == FULL_CONTACT.nicknames
    assert person.plain.get("url") == FULL_CONTACT.url
    assert person.plain.get("role") == "Owner"
