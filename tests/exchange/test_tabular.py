"""Address books in CSV, row by row."""

import datetime as dt
import io

import pytest

from refcli.domain.column_map import parse_map
from refcli.domain.imports import Entry, ImportedPerson, RejectedRow
from refcli.errors import BadData, UsageError
from refcli.exchange.csvtext import CsvTable, table_of, text_file
from refcli.exchange.file_days import Days
from refcli.exchange.layouts import LAYOUTS
from refcli.exchange.tabular import Tabular, address_book, found_columns, mapped

GOOGLE = "First Name,Last Name,Organization Name,Labels,E-mail 1 - Value,Website 1 - Value\n"
OUTLOOK = "First Name,Last Name,Job Title,Company,E-mail Address,Suffix,Categories\n"
HUBSPOT = "Record ID,First Name,Last Name,Email\n"
REFCLI = "name,nicknames,emails,phones,basis,through,tags,url,note\n"

DAYS = Days(dt.date(2026, 11, 20))


def opened(text: str, encoding: str = "utf-8") -> CsvTable:
    return table_of(text_file(io.BytesIO(text.encode(encoding)), "people.csv"))


def layout_of(file: CsvTable) -> tuple[str, Tabular] | None:
    """The first layout that fits, and the file read by it."""
    read = ((layout.name, address_book(file, layout.name, DAYS)) for layout in LAYOUTS)
    return next(((name, found) for name, found in read if found is not None), None)


def entries_of(text: str, encoding: str = "utf-8") -> list[Entry]:
    found = layout_of(opened(text, encoding))
    assert found is not None
    return list(found[1])


def person_of(text: str) -> ImportedPerson:
    (person,) = entries_of(text)
    assert isinstance(person, ImportedPerson)
    return person


def test_people_have_the_line_on_which_their_row_begins() -> None:
    text = f'{REFCLI}Anna,,,,,,,,"two\nlines"\n\n ,,,,,,,, \nTom,,,,,,,,\n'
    assert [(e.line, e.name) for e in entries_of(text) if isinstance(e, ImportedPerson)] == [
        (2, "Anna"),
        (6, "Tom"),
    ]
    assert len(entries_of(text)) == 2


def test_a_file_can_be_gone_through_again() -> None:
    found = layout_of(opened(f"{REFCLI}Anna,,,,,,,,\n"))
    assert found is not None
    assert list(found[1]) == list(found[1]) == [ImportedPerson(line=2, name="Anna")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_tells_what_separates_cells(delimiter: str) -> None:
    text = f"{HUBSPOT}1,Anna,Weiss,a@x.de\n".replace(",", delimiter)
    assert person_of(text) == ImportedPerson(line=2, name="Anna Weiss", emails=("a@x.de",))


def test_cells_of_several_values_are_taken_apart() -> None:
    person = person_of(
        f'{REFCLI}Anna,Anni;Doc,"a@x.de; b@x.de",110; 112,client,Tom; Pia,a;b,"x;'
        ' linkedin.com/in/a","one; two"\n'
    )
    assert person.nicknames == ("Anni", "Doc")
    assert person.emails == ("a@x.de", "b@x.de")
    assert person.phones == ("110", "112")
    assert person.tags == ("a", "b")
    assert person.plain.get("url") == "linkedin.com/in/a"
    assert person.through == "Tom; Pia"
    assert person.plain.get("note") == "one; two"


@pytest.mark.parametrize(
    ("cell", "tags"), [("a;b", ("a", "b")), ("a", ("a",)), ('"a, b"', ("a", "b"))]
)
def test_categories_are_taken_apart_at_the_mark_that_they_show(
    cell: str, tags: tuple[str, ...]
) -> None:
    assert person_of(f"{OUTLOOK}Anna,Weiss,,,,,{cell}\n").tags == tags


def test_google_s_own_labels_are_no_tags() -> None:
    person = person_of(
        f"{GOOGLE}Anna,Weiss,Dental,* myContacts ::: choir ::: *vip,a@x.de ::: b@x.de,\n"
    )
    assert person.tags == ("choir", "*vip")
    assert person.emails == ("a@x.de", "b@x.de")
    assert person.plain.get("organization") == "Dental"


def test_a_star_is_a_tag_elsewhere() -> None:
    assert person_of(f"{REFCLI}Anna,,,,,,* vip,,\n").tags == ("* vip",)


def test_one_guard_is_taken_off_a_cell() -> None:
    person = person_of(f"{REFCLI}'=Anna,,,'+49 89 12,,,'-a;'-b,,''=1\n")
    assert person.name == "=Anna"
    assert person.phones == ("+49 89 12",)
    assert person.tags == ("-a", "'-b")
    assert person.plain.get("note") == "'=1"


@pytest.mark.parametrize(
    ("row", "entry"),
    [
        ("1,Anna,Weiss,a@x.de", ImportedPerson(2, "Anna Weiss", emails=("a@x.de",))),
        ("1,Anna,Weiss,a@x.de,, ", ImportedPerson(2, "Anna Weiss", emails=("a@x.de",))),
        ("1,Anna,Weiss", RejectedRow(2, "3 columns instead of 4", fatal=True)),
        ("1,Anna,Weiss,a@x.de,x", RejectedRow(2, "5 columns instead of 4", fatal=True)),
        ("1,Anna,Weiss,a@x.de,,x", RejectedRow(2, "6 columns instead of 4", fatal=True)),
        ("1,,,a@x.de", RejectedRow(2, "no name, only a@x.de", fatal=False)),
    ],
)
def test_rows_that_are_too_short_or_too_long_are_rejected(row: str, entry: Entry) -> None:
    assert entries_of(f"{HUBSPOT}{row}\n") == [entry]


@pytest.mark.parametrize("text", ["", "\n", "name,mail\nAnna,a@x.de\n"])
def test_another_file_is_no_layout(text: str) -> None:
    assert layout_of(opened(text)) is None


def test_titles_are_compared_without_case_or_space() -> None:
    found = layout_of(opened("RECORD ID, First Name ,LAST NAME,email\n1,Anna,Weiss,a@x.de\n"))
    assert found is not None
    assert found[0] == "hubspot"
    assert [e.line for e in found[1]] == [2]


def test_any_layout_may_come_in_a_code_page() -> None:
    for header in (f"{OUTLOOK}Zoë,Weiß,,,,,\n", f"{HUBSPOT}1,Zoë,Weiß,\n"):
        (person,) = entries_of(header, "cp1252")
        assert isinstance(person, ImportedPerson)
        assert person.name == "Zoë Weiß"


def test_columns_are_what_the_user_says() -> None:
    file = opened("Full  Name;MAIL;other\n'=Anna;a@x.de;x\n;;\n\nTom;t@x.de;x;extra\n")
    people = mapped(file, parse_map("full name=name, Mail =email"), DAYS)
    assert list(people) == [
        ImportedPerson(line=2, name="=Anna", emails=("a@x.de",)),
        RejectedRow(5, "4 columns instead of 3", fatal=True),
    ]


def test_cells_of_a_mapped_file_are_taken_apart_at_semicolons() -> None:
    (person,) = mapped(opened("n,t\nAnna,* a;b ::: c\n"), {"n": "name", "t": "tag"}, DAYS)
    assert isinstance(person, ImportedPerson)
    assert person.tags == ("* a", "b ::: c")


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(BadData) as found:
        mapped(opened("A,B\n"), {"a": "name", "x": "email", "y": "phone"}, DAYS)
    assert found.value.message == (
        "no column 'x' in it, so nothing was imported; found A, B: people.csv"
    )


def test_an_empty_file_has_no_column() -> None:
    with pytest.raises(BadData, match=r"^no column 'a' in it, .*; found nothing: people\.csv$"):
        mapped(opened(""), {"a": "name"}, DAYS)


@pytest.mark.parametrize(
    ("text", "mapping"),
    [
        ("Full name=name", {"full name": "name"}),
        ("Full  NAME = Name,Mail=email", {"full name": "name", "mail": "email"}),
        ("First=first", {"first": "first"}),
        ("Last=last,Firm=org", {"last": "last", "firm": "organization"}),
        ("a=b=name", {"a=b": "name"}),
    ],
)
def test_maps(text: str, mapping: dict[str, str]) -> None:
    assert parse_map(text) == mapping


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ""),
        ("name", "name"),
        ("=name", "=name"),
        (" =name", "=name"),
        ("a=shoe", "a=shoe"),
        ("a=name, b ", "b"),
        ("a=name,", ""),
    ],
)
def test_a_map_that_is_none(text: str, part: str) -> None:
    with pytest.raises(UsageError) as found:
        parse_map(text)
    assert found.value.message == f'a map is "Column=field,…", not: {part}'
    assert found.value.hint == (
        "fields: name, first, middle, last, nickname, organization, role, industry, email,"
        " phone, tag, basis, through, since, note, url, birthday, address, former_name, call,"
        " pronouns, is_a, thanks_by"
    )


@pytest.mark.parametrize("text", ["Mail=email", "Middle=middle,Nick=nickname"])
def test_a_map_needs_the_name(text: str) -> None:
    with pytest.raises(UsageError) as found:
        parse_map(text)
    assert found.value.message == "the map names no column for the name"
    assert found.value.hint == 'add for example "Full name=name"'


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ([], "nothing"),
        (["a\nb", " c "], "a b, c"),
        ([str(n) for n in range(12)], "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"),
        ([str(n) for n in range(13)], "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"),
    ],
)
def test_the_columns_of_a_file_for_a_message(header: list[str], text: str) -> None:
    assert found_columns(header) == text
