"""Which format a file is, by its content."""

import io
import zipfile
from pathlib import Path

import pytest

from refcli.domain.imports import Entry, ImportedExchange, ImportedPerson, ImportFile
from refcli.errors import BadData, UsageError
from refcli.exchange.csvtext import MAX_BYTES
from refcli.exchange.mail import Mail
from refcli.exchange.readers import ImportFormat, Reader, mail_of
from refcli.exchange.recognise import recognised
from tests.support.values import TODAY

READER = Reader(
    today=TODAY,
    my_name="Sam Lee",
    me=frozenset({"me@x.de"}),
    known=lambda: frozenset({"anna@x.de"}),
)
CARD = "BEGIN:VCARD\r\nFN:Anna\r\nEND:VCARD\r\n"
ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u1\r\nSUMMARY:Lunch\r\n"
    "DTSTART:20261110T100000\r\nATTENDEE:mailto:anna@x.de\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
MBOX = "From a\nFrom: me@x.de\nTo: anna@x.de\nDate: Tue, 10 Nov 2026 12:00:00 +0000\n\nbody\n"
MONICA = (
    '{"account": {"data": [{"type": "contact", "values":'
    ' [{"properties": {"first_name": "Anna"}}]}]}}'
)
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Weiss,,,,,\n"
)
INVITATIONS = "From,To,Sent At,Direction\nAnna Weiss,Me,2026-07-01,INCOMING\n"
MESSAGES = (
    "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE\n"
    "c,Me,linkedin.com/in/me,Anna,linkedin.com/in/anna,2026-11-10\n"
    "c,Me,linkedin.com/in/me,Tom,linkedin.com/in/tom,2026-11-10\n"
)
GOOGLE = "First Name,Last Name,Organization Name,Labels\nAnna,Weiss,,\n"
OUTLOOK = "First Name,Last Name,Job Title,Company,E-mail Address,Suffix\nAnna,Weiss,,,,\n"
HUBSPOT = "Record ID,First Name,Last Name,Email\n1,Anna,Weiss,\n"
REFCLI = "name,emails,phones,basis,through\nAnna,,,,\n"
BNI = "From,To,Slip Type\nSam Lee,Anna,One to One\n"
OTHER = "Who;Where\nAnna;here\n"


def found(data: str | bytes, reader: Reader = READER) -> ImportFile:
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    stream.seek(0, io.SEEK_END)
    return recognised(stream, "the file", reader)


def refusal_of(data: str | bytes, reader: Reader = READER) -> BadData:
    with pytest.raises(BadData) as refused:
        list(found(data, reader).entries)
    return refused.value


def zipped(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/") + ".csv", text)
    return buffer.getvalue()


def kinds(entries: list[Entry]) -> list[str]:
    return [type(entry).__name__ for entry in entries]


@pytest.mark.parametrize(
    ("data", "form", "first"),
    [
        (CARD, "vcard", ImportedPerson),
        (ICS, "ics", ImportedExchange),
        (f"\ufeff\r\n{ICS}", "ics", ImportedExchange),
        (ICS.replace("BEGIN:VCALENDAR", "begin:vcalendar"), "ics", ImportedExchange),
        (MBOX, "mbox", ImportedExchange),
        (MONICA, "monica", ImportedPerson),
        (f" \n{MONICA}", "monica", ImportedPerson),
        (CONNECTIONS, "linkedin", ImportedPerson),
        (INVITATIONS, "linkedin", ImportedExchange),
        (MESSAGES, "linkedin", ImportedExchange),
        (GOOGLE, "google", ImportedPerson),
        (OUTLOOK, "outlook", ImportedPerson),
        (HUBSPOT, "hubspot", ImportedPerson),
        (REFCLI, "refcli", ImportedPerson),
        (BNI, "bni", ImportedPerson),
    ],
)
def test_a_file_is_what_it_holds(data: str, form: str, first: type) -> None:
    file = found(data)
    assert file.format == form
    entries = list(file.entries)
    assert isinstance(entries[0], first)
    assert list(file.entries) == entries


def test_the_formats_that_can_be_told() -> None:
    assert [form.value for form in ImportFormat] == [
        *("linkedin", "google", "outlook", "hubspot", "vcard", "monica", "bni", "ics", "mbox"),
        *("maildir", "eml", "ldif", "refcli", "csv"),
    ]


@pytest.mark.parametrize("data", ["", " \r\n\t\n"])
def test_an_empty_file_is_refused(data: str) -> None:
    assert refusal_of(data).message == "the file is empty, so nothing was imported: the file"


@pytest.mark.parametrize("data", [OUTLOOK, GOOGLE, HUBSPOT, CONNECTIONS, BNI])
def test_any_table_may_come_in_a_code_page_which_is_said(data: str) -> None:
    file = found(data.replace("Anna", "Zoë").encode("cp1252"))
    assert file.read_as == "cp1252"
    assert any(isinstance(e, ImportedPerson) and "Zoë" in e.name for e in file.entries)
    assert found(data).read_as == ""


def test_an_unknown_table_is_refused_with_its_columns() -> None:
    assert refusal_of(OTHER).message == (
        "no format that refcli knows, so nothing was imported; found Who, Where: the file"
    )
    assert refusal_of(OTHER).hint == ('say what the columns are: --map "Full name=name,Mail=email"')
    assert refusal_of(f"title\n{OTHER.replace(';', ',')}").message.endswith(
        "found Who, Where: the file"
    )
    assert refusal_of("one\ntwo\n").message.endswith("found nothing: the file")


def test_what_is_told_is_believed() -> None:
    told = READER._replace(form=ImportFormat.VCARD)
    assert found(CARD, told).format == "vcard"
    assert found(MBOX, READER._replace(form=ImportFormat.MBOX)).format == "mbox"
    assert found(ICS, READER._replace(form=ImportFormat.ICS)).format == "ics"
    assert refusal_of(GOOGLE, told).message.startswith("--as vcard cannot read it")


def test_a_map_makes_any_file_a_table() -> None:
    told = READER._replace(mapping={"who": "name"})
    file = found(OTHER, told)
    assert file.format == "csv"
    assert list(file.entries) == [ImportedPerson(line=2, name="Anna")]
    assert found(GOOGLE, READER._replace(mapping={"last name": "name"})).format == "csv"


def test_a_map_is_for_files_that_begin_like_another_format_too() -> None:
    told = READER._replace(mapping={"{who": "name"})
    assert list(found("{who\nAnna\n", told).entries) == [ImportedPerson(line=2, name="Anna")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("{}", "JSON, but neither refcli's nor Monica's, nothing was imported: the file"),
        ("{", "no JSON that can be read, so nothing was imported: the file"),
        ("From a\nbody\n", "no format that refcli knows, so nothing was imported; found nothing:"),
        ("From a", "no format that refcli knows, so nothing was imported; found nothing:"),
        ("From a\nbody\nX: 1\n", "no format that refcli knows, so nothing was imported; found"),
    ],
)
def test_what_only_begins_like_a_format_is_refused(data: str, message: str) -> None:
    assert refusal_of(data).message.startswith(message)


def test_a_mailbox_needs_my_addresses() -> None:
    nobody = READER._replace(me=frozenset())
    for read in (lambda: found(MBOX, nobody), lambda: mail_of([], nobody)):
        with pytest.raises(UsageError) as refused:
            read()
        assert refused.value.message == (
            "your own addresses are not known, so nothing was imported"
        )
        assert refused.value.hint == "refcli config set me.emails you@example.com"


def test_mail_is_read_for_who_reads_it() -> None:
    assert mail_of([(1, b"X")], READER) == Mail(
        [(1, b"X")], READER.me, frozenset({"anna@x.de"}), TODAY
    )


@pytest.mark.parametrize("with_titles", [True, False])
def test_calendars_are_read_for_who_reads_them(*, with_titles: bool) -> None:
    (entry,) = found(ICS, READER._replace(with_titles=with_titles)).entries
    assert isinstance(entry, ImportedExchange)
    assert entry.title == ("Lunch" if with_titles else "")
    assert list(found(ICS, READER._replace(me=frozenset({"anna@x.de"}))).entries) == []


def test_a_reader_knows_nothing_unless_told() -> None:
    assert Reader(TODAY) == Reader(TODAY, "", frozenset(), frozenset, None, "", None)
    assert not Reader(TODAY).keeps
    assert refusal_of(BNI, Reader(TODAY)).message.startswith("who I am is not known")


def test_linkedin_s_zip_brings_people_first() -> None:
    data = zipped(messages=MESSAGES, Invitations=INVITATIONS, export__Connections=CONNECTIONS)
    file = found(data)
    assert file.format == "linkedin"
    entries = list(file.entries)
    assert kinds(entries) == ["ImportedPerson", *["ImportedExchange"] * 3]
    assert [e.line for e in entries] == [2, 2, 2, 3]
    assert list(file.entries) == entries
    invitation = entries[1]
    assert isinstance(invitation, ImportedExchange)
    assert invitation.names == ("Anna Weiss",)


def test_other_files_in_the_zip_are_left_aside() -> None:
    data = zipped(Connections=CONNECTIONS, Skills="a,b\n", messages="a,b\n")
    assert kinds(list(found(data).entries)) == ["ImportedPerson"]


def test_a_zip_without_connections_is_refused() -> None:
    error = refusal_of(zipped(Connections="a,b\n"))
    assert error.message == "no Connections.csv in it, so nothing was imported: the file"
    assert error.hint == "ask LinkedIn for the export with your connections"


def test_a_zip_of_nothing_that_can_be_read_is_refused() -> None:
    error = refusal_of(zipped(Skills="a\n"))
    assert error.message.startswith("nothing in the ZIP that refcli reads (no format that")
    assert error.hint == "what can be read: refcli import --help"


def test_a_damaged_zip_is_refused() -> None:
    whole = zipped(Connections=CONNECTIONS)
    for data in (whole[:40], whole[:-30], whole.replace(b"Anna", b"Enna")):
        assert refusal_of(data).message == (
            "a damaged or locked ZIP, so nothing was imported: the file"
        )


def test_trouble_inside_a_zip_names_the_file_in_it() -> None:
    data = zipped(in__Connections=CONNECTIONS + "x" * 4_100_000)
    assert refusal_of(data).message.endswith(
        "so nothing was imported: the file, in/Connections.csv"
    )


def zip_claiming(size: int) -> bytes:
    """A small archive of two files that says of itself that they unpack to so many bytes."""
    data = bytearray(zipped(Connections=CONNECTIONS, messages=MESSAGES))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (size - len(MESSAGES)).to_bytes(4, "little")
    return bytes(data)


def test_a_zip_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    too_large = "what is in it is too large, so nothing was imported: the file"
    assert refusal_of(zip_claiming(10_000_001)).message == too_large
    assert found(zip_claiming(10_000_000)).format == "linkedin"


@pytest.mark.parametrize(
    ("size", "message"),
    [
        (MAX_BYTES, "not text in utf-16, so nothing was imported: large.csv"),
        (MAX_BYTES + 1, "larger than 400 MB, so nothing was imported: large.csv"),
    ],
)
def test_a_table_that_is_too_large_is_refused_before_it_is_read(
    tmp_path: Path, size: int, message: str
) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.write(b"\xff\xfe\x00\xdc")
        stream.truncate(size)
    with path.open("rb") as stream, pytest.raises(BadData) as refused:
        recognised(stream, "large.csv", READER)
    assert refused.value.message == message
