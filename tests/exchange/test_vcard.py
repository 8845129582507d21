"""vCards as phones, mail programs and servers write them."""

import datetime as dt
import io

import pytest

from refcli.domain.contacts import Basis, OwnField
from refcli.domain.imports import Entry, ImportedDate, ImportedPerson, RejectedRow
from refcli.exchange.file_days import Days
from refcli.exchange.vcard import Cards
from refcli.exchange.vcard_lines import is_vcard
from tests.support.values import imported

LONGEST_KEPT = 100_000
DAYS = Days(dt.date(2026, 11, 20))


def entries_of(data: str | bytes) -> list[Entry]:
    cards = Cards(io.BytesIO(data.encode() if isinstance(data, str) else data), DAYS)
    entries = list(cards)
    assert entries == list(cards)
    return entries


def card(*lines: str, name: str = "FN:Anna Weiss") -> str:
    return "\r\n".join(("BEGIN:VCARD", name, *lines, "END:VCARD", ""))


def person_of(*lines: str, name: str = "FN:Anna Weiss") -> ImportedPerson:
    person, *left_out = entries_of(card(*lines, name=name))
    assert isinstance(person, ImportedPerson)
    assert all(isinstance(entry, RejectedRow) and not entry.fatal for entry in left_out)
    return person


def test_every_property_has_its_place() -> None:
    assert person_of(
        "VERSION:3.0",
        "N:Weiss;Anna;M.;Dr.;PhD",
        "NICKNAME:Anni,Doc",
        "ORG:Weiss Dental;Front desk",
        "TITLE:Owner",
        "EMAIL;TYPE=INTERNET:a@x.de",
        "EMAIL:b@x.de",
        "TEL;TYPE=CELL:+49 89 1",
        "URL:https://weiss.example",
        "X-SOCIALPROFILE:https://linkedin.com/in/anna",
        "NOTE:Likes tea",
        "CATEGORIES:choir,chamber",
        "X-REFCLI-THROUGH:Tom Berg",
        "X-REFCLI-BASIS:friend",
        "PHOTO:abc",
        "BDAY:2000-01-01",
    ) == imported(
        line=1,
        name="Anna Weiss",
        organization="Weiss Dental",
        role="Owner",
        emails=("a@x.de", "b@x.de"),
        phones=("+49 89 1",),
        nicknames=("Anni", "Doc"),
        tags=("choir", "chamber"),
        basis=Basis.FRIEND,
        through="Tom Berg",
        note="Likes tea",
        url="https://linkedin.com/in/anna",
    )._replace(
        dates=(ImportedDate("birthday", "01-01", 2000),),
        fields=(OwnField("department", "Front desk"), OwnField("website", "https://weiss.example")),
    )


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Weiss;Anna;Maria;Dr.;PhD",), "Anna Maria Weiss"),
        (("N:Weiss",), "Weiss"),
        (("N:We\\;iss;An\\,na",), "An,na We;iss"),
        (("FN:Anna", "N:Weiss;X"), "Anna"),
    ],
)
def test_the_name_is_put_together_where_it_is_not_given(lines: tuple[str, ...], name: str) -> None:
    assert person_of(*lines, name="VERSION:3.0").name == name


def test_a_profile_may_be_a_plain_link() -> None:
    assert (
        person_of("URL:https://linkedin.com/in/anna").plain.get("url")
        == "https://linkedin.com/in/anna"
    )


def test_a_title_or_a_role_is_the_role() -> None:
    assert person_of("ROLE:Dentist").plain.get("role") == "Dentist"
    assert person_of("TITLE:Owner", "ROLE:Dentist").plain.get("role") == "Owner"


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("TEL:+49 89 1", "+49 89 1"),
        ("TEL;VALUE=uri:tel:+49-89-1", "+49-89-1"),
        ("TEL:TEL:+49 89 1", "+49 89 1"),
        ("TEL:tel:+49 89 1;ext=7", "+49 89 1"),
        ("TEL:110 tel:1", "110 tel:1"),
    ],
)
def test_phones_may_be_addresses(line: str, phone: str) -> None:
    assert person_of(line).phones == (phone,)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\\nb", "a\nb"),
        ("a\\Nb", "a\nb"),
        ("a\\,b", "a,b"),
        ("a\\;b", "a;b"),
        ("a\\:b", "a:b"),
        ("a\\\\b", "a\\b"),
        ("a\\\\nb", "a\\nb"),
        ("a\\xb", "a\\xb"),
        ("a,b;c:d", "a,b;c:d"),
        ("a\\n  b", "a\n  b"),
        ("a   b", "a b"),
    ],
)
def test_escaped_text_is_read(value: str, text: str) -> None:
    assert person_of(f"NOTE:{value}").plain.get("note") == text


@pytest.mark.parametrize(
    ("value", "tags"),
    [
        ("a,b", ("a", "b")),
        ("a\\,b,c", ("a,b", "c")),
        ("a\\\\,b", ("a\\", "b")),
        ("a\\\\\\,b", ("a\\,b",)),
        ("a\\\\\\\\,b", ("a\\\\", "b")),
        (",a,,b,", ("a", "b")),
        ("x,a\\\\,b", ("x", "a\\", "b")),
        ("a;b", ("a;b",)),
    ],
)
def test_values_are_taken_apart_at_marks_that_are_not_escaped(
    value: str, tags: tuple[str, ...]
) -> None:
    assert person_of(f"CATEGORIES:{value}").tags == tags
    assert person_of(f"NICKNAME:{value}").nicknames == tags


def test_an_organisation_keeps_its_escaped_mark() -> None:
    assert person_of("ORG:Weiss\\; Berg;Desk").plain.get("organization") == "Weiss; Berg"


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        (("NOTE:Likes", "  tea"), "Likes tea"),
        (("NOTE:Likes", "\t tea"), "Likes tea"),
        (("NOTE:Lik", " es t", " ea"), "Likes tea"),
        (("NOTE:Likes=", " tea"), "Likes=tea"),
        (("NOTE;ENCODING=QUOTED-PRINTABLE:Zo=C3=", "=AB x"), "Zoë x"),
        (("NOTE;ENCODING=QUOTED-PRINTABLE:Zo=C3=", " =AB"), "Zo\u00c3 \u00ab"),
        (("NOTE;encoding=quoted-printable:a=", "b=", "c"), "abc"),
        (("NOTE;ENCODING=QUOTED-PRINTABLE:a=0Ab",), "a\nb"),
        (("NOTE:ENCODING=QUOTED-PRINTABLE=", " x"), "ENCODING=QUOTED-PRINTABLE=x"),
        (("NOTE;QUOTED-PRINTABLE:=41",), "A"),
        (("NOTE:=41",), "=41"),
    ],
)
def test_folded_lines_are_joined_before_they_are_decoded(lines: tuple[str, ...], note: str) -> None:
    assert person_of(*lines).plain.get("note") == note


def test_a_character_may_be_torn_by_folding() -> None:
    data = card("NOTE:Zo@@").encode().replace(b"@@", b"\xc3\r\n \xab")
    (person,) = entries_of(data)
    assert isinstance(person, ImportedPerson)
    assert person.plain.get("note") == "Zoë"


@pytest.mark.parametrize(
    ("line", "note"),
    [
        (b"NOTE:Zo\xc3\xab", "Zoë"),
        (b"NOTE:Zo\xeb\x80", "Zoë€"),
        (b"NOTE;CHARSET=ISO-8859-1:Zo\xeb", "Zoë"),
        (b'NOTE;CHARSET="iso-8859-1":Zo\xeb', "Zoë"),
        (b"NOTE;charset=koi8-r:\xe4\xc1", "Да"),
        (b'NOTE;X="a:b";CHARSET="KOI8-R":\xe4\xc1', "Да"),
        (b"NOTE;encoding=quoted-printable;charset=koi8-r:=E4=c1", "Да"),
        (b"NOTE;CHARSET=ascii:Zo\xc3\xab", "Zoë"),
        (b"NOTE;CHARSET=shoe:Zo\xc3\xab", "Zoë"),
        (b"NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=EB", "Zoë"),
        (b"NOTE:Zo\x81x\xeb", "Zoxë"),
    ],
)
def test_characters_are_decoded_as_they_are_told_or_as_they_can(line: bytes, note: str) -> None:
    data = card("@@").encode().replace(b"@@", line)
    (person,) = entries_of(data)
    assert isinstance(person, ImportedPerson)
    assert person.plain.get("note") == note


@pytest.mark.parametrize(
    ("line", "emails"),
    [
        ("email:a@x.de", ("a@x.de",)),
        ("item1.EMAIL;type=INTERNET:a@x.de", ("a@x.de",)),
        ("a-b.EMAIL:a@x.de", ("a@x.de",)),
        ('EMAIL;X="a:b;c":a@x.de', ("a@x.de",)),
        ('EMAIL;X="a:b";Y="c:d":a@x.de', ("a@x.de",)),
        ("XEMAIL:a@x.de", ()),
        ("EMAIL-X:a@x.de", ()),
        ("EMAIL.X:a@x.de", ()),
    ],
)
def test_names_and_parameters_of_properties(line: str, emails: tuple[str, ...]) -> None:
    assert person_of(line).emails == emails


def test_cards_have_the_line_on_which_they_begin() -> None:
    data = card("NOTE:a", " b", "") + card("", name="FN:Tom Berg")
    assert entries_of(data) == [
        imported(line=1, name="Anna Weiss", note="ab"),
        ImportedPerson(line=7, name="Tom Berg"),
    ]


def test_empty_lines_between_cards_are_nothing() -> None:
    data = "\r\n" + card() + "\r\n\r\n" + card(name="FN:Tom Berg") + "\r\n"
    assert entries_of(data) == [
        ImportedPerson(line=2, name="Anna Weiss"),
        ImportedPerson(line=7, name="Tom Berg"),
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_any_line_break_will_do(line_break: str) -> None:
    data = (card("NOTE:a", " b") + card(name="FN:Tom")).replace("\r\n", line_break)
    assert entries_of(data) == [
        imported(line=1, name="Anna Weiss", note="ab"),
        ImportedPerson(line=6, name="Tom"),
    ]


@pytest.mark.parametrize(
    ("data", "entries"),
    [
        (
            card("odd") + card(name="FN:Tom"),
            [
                RejectedRow(1, "line 3 is no property", fatal=True),
                ImportedPerson(line=5, name="Tom"),
            ],
        ),
        (card("odd", "odder"), [RejectedRow(1, "line 3 is no property", fatal=True)]),
        (card('EMAIL;X="a:b'), [RejectedRow(1, "line 3 is no property", fatal=True)]),
        (card(";a:b"), [RejectedRow(1, "line 3 is no property", fatal=True)]),
        (
            card("BEGIN:VCARD"),
            [
                RejectedRow(1, "the card never ends", fatal=True),
                RejectedRow(3, "no name", fatal=False),
            ],
        ),
        (
            "END:VCARD\r\n" + card(),
            [
                RejectedRow(1, "a card ends that never began", fatal=True),
                ImportedPerson(line=2, name="Anna Weiss"),
            ],
        ),
        ("FN:Tom\r\n", [RejectedRow(1, "a card ends that never began", fatal=True)]),
        ("BEGIN:VCARD\r\nFN:Tom", [RejectedRow(1, "the card never ends", fatal=True)]),
        (card(name="ORG:X"), [imported(line=1, name="X", organization="X", is_a="firm")]),
        (card(name="NOTE:X"), [RejectedRow(1, "no name", fatal=False)]),
        (
            card("TEL:4.9E+11"),
            [
                ImportedPerson(line=1, name="Anna Weiss"),
                RejectedRow(
                    1,
                    "the phone number 4.9E+11 was damaged by a spreadsheet and is left out",
                    fatal=False,
                ),
            ],
        ),
        ("", []),
    ],
)
def test_cards_that_are_broken(data: str, entries: list[Entry]) -> None:
    assert entries_of(data) == entries


def test_text_outside_of_a_card_is_refused() -> None:
    assert entries_of("odd\r\n" + card()) == [
        RejectedRow(1, "text outside of a card", fatal=True),
        ImportedPerson(line=2, name="Anna Weiss"),
    ]
    assert entries_of(card() + "odd\r\n") == [
        ImportedPerson(line=1, name="Anna Weiss"),
        RejectedRow(4, "text outside of a card", fatal=True),
    ]


@pytest.mark.parametrize(
    ("first", "kept"),
    [(LONGEST_KEPT - 1, True), (LONGEST_KEPT, False)],
)
def test_a_property_without_end_is_cut_off(first: int, *, kept: bool) -> None:
    long = "\r\n ".join(("NICKNAME:", "x" * first, "@x.de", ".com"))
    person = person_of(long, "TEL:110")
    assert person.nicknames == (("x" * first + "@x.de" if kept else "x" * first),)
    assert person.phones == ("110",)


def test_each_property_has_room_of_its_own() -> None:
    long = "\r\n ".join(("EMAIL:", "x" * LONGEST_KEPT, "@x.de"))
    assert person_of(long, "NOTE:a", " b").plain.get("note") == "ab"


@pytest.mark.parametrize(
    ("head", "is_card"),
    [
        (b"BEGIN:VCARD\r\n", True),
        (b"begin:vcard", True),
        (b"\xef\xbb\xbf\r\n\t BEGIN:VCARD", True),
        (b"BEGIN:VCALENDAR", False),
        (b"XBEGIN:VCARD", False),
        (b"BEGIN:VCAR", False),
        (b"", False),
    ],
)
def test_how_a_file_of_cards_begins(head: bytes, *, is_card: bool) -> None:
    assert is_vcard(head) is is_card


def test_an_old_card_of_a_phone() -> None:
    data = (
        b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg"
        b"\nTEL;CELL:0171 555\nEND:VCARD\n"
    )
    assert entries_of(data) == [
        ImportedPerson(line=1, name="J\u00f6rg M\u00fcller", phones=("0171 555",))
    ]


def test_days_do_not_come_from_cards() -> None:
    assert person_of("REV:2020-01-01").plain.get("known_since") is None
    assert person_of("BDAY:2020-01-01").plain.get("since") != dt.date(2020, 1, 1)
