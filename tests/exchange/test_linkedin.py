"""LinkedIn's export: connections, invitations, and the dates of messages."""

import datetime as dt
import io

import pytest

from refcli.domain.imports import Entry, ImportedExchange, ImportedPerson, RejectedRow
from refcli.domain.interactions import Channel, Direction
from refcli.exchange.csvtext import CsvTable, table_of, text_file
from refcli.exchange.file_days import Days
from refcli.exchange.keys import exchange_key
from refcli.exchange.linkedin import Invitations, Messages, connections, messages
from tests.support.values import imported

NOTES = 'Notes:\n"When exporting your connection data, you may notice"\n\n'
ENGLISH = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
GERMAN = "Vorname,Nachname,URL,E-Mail,Firma,Position,Verbunden am\n"
ANNA_URL = "https://www.linkedin.com/in/anna"
ANNA = f"Anna,Weiss,{ANNA_URL},a@x.de,Weiss Dental,Owner,06 May 2021\n"
MESSAGES = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n"
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
ME = "https://www.linkedin.com/in/me"
TOM_URL = "https://www.linkedin.com/in/tom"
DAYS = Days(dt.date(2026, 11, 20))


def opened(text: str) -> CsvTable:
    return table_of(text_file(io.BytesIO(text.encode()), "Connections.csv"))


def people_of(text: str) -> list[Entry]:
    found = connections(opened(text), DAYS)
    assert found is not None
    assert list(found) == list(found)
    return list(found)


def exchanges_of(text: str) -> list[ImportedExchange]:
    found = messages(opened(text))
    assert found is not None
    entries = list(found)
    assert entries == list(found)
    return [entry for entry in entries if isinstance(entry, ImportedExchange)]


def message(sender: str, receivers: str, date: str = "2026-11-20 10:00:00 UTC") -> str:
    return f'c1,From {sender[-3:]},{sender},"To {receivers[-3:]}","{receivers}",{date},secret\n'


def known_since(text: str) -> object:
    (person,) = people_of(ENGLISH + ANNA.replace("06 May 2021", text))
    assert isinstance(person, ImportedPerson)
    return person.plain.get("known_since")


def test_a_connection_is_a_person() -> None:
    assert people_of(NOTES + ENGLISH + ANNA) == [
        imported(
            line=5,
            name="Anna Weiss",
            organization="Weiss Dental",
            role="Owner",
            emails=("a@x.de",),
            url=ANNA_URL,
            known_since=dt.date(2021, 5, 6),
        )
    ]


def test_an_old_export_has_no_profiles() -> None:
    assert people_of(f"{OLD}Anna,Weiss,a@x.de,Weiss Dental,Owner,06 May 2021\n") == [
        imported(
            line=2,
            name="Anna Weiss",
            organization="Weiss Dental",
            role="Owner",
            emails=("a@x.de",),
            known_since=dt.date(2021, 5, 6),
        )
    ]


def test_another_language_is_known_by_the_profile_below_its_header() -> None:
    spaced = ANNA.replace(ANNA_URL, f" {ANNA_URL}")
    (person,) = people_of(f"Hinweise:\n\n{GERMAN} ,,\n{spaced}")
    assert isinstance(person, ImportedPerson)
    assert (person.name, person.line) == ("Anna Weiss", 5)


def test_titles_are_compared_without_case_or_space() -> None:
    header = ENGLISH.replace("First Name,", " FIRST NAME ,")
    assert len(people_of(header + ANNA)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a,b\n",
        GERMAN,
        GERMAN + ANNA.replace(ANNA_URL, "https://weiss.example"),
        GERMAN + ANNA.replace(",Owner", ""),
        "Vorname,Nachname,URL,E-Mail,Firma,Position\n" + ANNA,
        OLD.replace("Connected On", "Connected"),
        ENGLISH.replace("Position", "Post"),
    ],
)
def test_any_other_file_is_none(text: str) -> None:
    assert connections(opened(text), DAYS) is None


def test_an_english_header_may_have_more_columns_and_nobody_below_it() -> None:
    assert people_of(ENGLISH) == []
    assert people_of(ENGLISH.replace(",Connected On", "")) == []


@pytest.mark.parametrize(("notes", "is_found"), [(9, True), (10, False)])
def test_the_header_is_looked_for_in_the_first_ten_rows(notes: int, *, is_found: bool) -> None:
    for header in (ENGLISH, GERMAN):
        found = connections(opened("note\n" * notes + header + ANNA), DAYS)
        assert (found is not None) is is_found


def test_the_profile_below_a_header_in_the_tenth_row_is_still_seen() -> None:
    assert len(people_of("note\n" * 9 + GERMAN + "\n" + ANNA)) == 1


def test_rows_of_nothing_are_passed_over() -> None:
    assert len(people_of(f"{ENGLISH}\n,,,,,,\n , ,,,,,\n{ANNA}")) == 1


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (
            ENGLISH + ANNA.replace(",Owner", ""),
            RejectedRow(2, "6 columns instead of 7", fatal=True),
        ),
        (
            ENGLISH + ANNA.replace("\n", ",x\n"),
            RejectedRow(2, "8 columns instead of 7", fatal=True),
        ),
        (f"{OLD}Anna,Weiss\n", RejectedRow(2, "2 columns instead of 6", fatal=True)),
        (f"{ENGLISH},,{ANNA_URL},,,,\n", RejectedRow(2, "no name", fatal=False)),
        (f"{ENGLISH}.,-,{ANNA_URL},,,,\n", RejectedRow(2, "no name", fatal=False)),
        (
            f"{ENGLISH},Weiss,https://weiss.example,none,,,\n",
            ImportedPerson(line=2, name="Weiss"),
        ),
        (f"{ENGLISH} Anna , ,,,,,\n", ImportedPerson(line=2, name="Anna")),
        (
            f"{ENGLISH}Anna  M.,Weiss, {ANNA_URL} , a@x.de , Weiss  Dental , , 6 May 2021 \n",
            imported(
                line=2,
                name="Anna M. Weiss",
                organization="Weiss Dental",
                emails=("a@x.de",),
                url=ANNA_URL,
                known_since=dt.date(2021, 5, 6),
            ),
        ),
        (f"{ENGLISH}{'x' * 201},,,,,,\n", ImportedPerson(line=2, name="x" * 200)),
    ],
)
def test_rows_that_are_not_complete(text: str, entry: Entry) -> None:
    assert people_of(text) == [entry]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        *(("Jan", 1), ("ene", 1), ("gen", 1), ("sty", 1)),
        *(("Feb", 2), ("fev", 2), ("févr.", 2), ("lut", 2)),
        *(("Mar", 3), ("März", 3), ("mae", 3), ("mrt", 3), ("maart", 3)),
        *(("Apr", 4), ("avr.", 4), ("abr", 4), ("kwi", 4)),
        *(("May", 5), ("Mai", 5), ("mag", 5), ("mei", 5), ("maj", 5)),
        *(("Jun", 6), ("juin", 6), ("giu", 6), ("cze", 6)),
        *(("Jul", 7), ("juil.", 7), ("lug", 7), ("lip", 7)),
        *(("Aug", 8), ("août", 8), ("aou", 8), ("ago", 8), ("sie", 8)),
        *(("Sep", 9), ("set", 9), ("wrz", 9), ("September", 9)),
        *(("Oct", 10), ("Okt", 10), ("out", 10), ("ott", 10), ("paź", 10)),
        *(("Nov", 11), ("lis", 11)),
        *(("Dec", 12), ("Dez", 12), ("déc.", 12), ("dic", 12), ("gru", 12)),
    ],
)
def test_months_in_the_languages_of_the_export(text: str, month: int) -> None:
    assert known_since(f"6 {text} 2021") == dt.date(2021, month, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("06 May 2021", dt.date(2021, 5, 6)),
        ("6. Mai 2021", dt.date(2021, 5, 6)),
        ("31 Dec 2021", dt.date(2021, 12, 31)),
        ("2021-05-06", dt.date(2021, 5, 6)),
        ("31 Feb 2021", None),
        ("6 Xyz 2021", None),
        ("6 Ma 2021", None),
        ("May 2021", None),
        ("106 May 2021", None),
        ("6 May 21", dt.date(2021, 5, 6)),
        ("6 May 20211", None),
        ("", None),
    ],
)
def test_the_day_of_connecting(text: str, day: dt.date | None) -> None:
    assert known_since(text) == day


def test_a_message_is_a_date_and_never_a_word() -> None:
    text = MESSAGES + message(ME, ANNA_URL) + message(ME, TOM_URL)
    assert exchanges_of(text) == [
        ImportedExchange(
            line=2,
            on=dt.date(2026, 11, 20),
            channel=Channel.MESSAGE,
            direction=Direction.OUT,
            key=exchange_key(
                "message", dt.date(2026, 11, 20), Direction.OUT, ("linkedin.com/in/anna",)
            ),
            urls=("linkedin.com/in/anna",),
            names=("To nna",),
        ),
        ImportedExchange(
            line=3,
            on=dt.date(2026, 11, 20),
            channel=Channel.MESSAGE,
            direction=Direction.OUT,
            key=exchange_key(
                "message", dt.date(2026, 11, 20), Direction.OUT, ("linkedin.com/in/tom",)
            ),
            urls=("linkedin.com/in/tom",),
            names=("To tom",),
        ),
    ]


def test_a_message_to_me_comes_from_its_sender() -> None:
    text = MESSAGES + message(ANNA_URL, ME) + message(ME, TOM_URL)
    first = exchanges_of(text)[0]
    assert first.direction is Direction.IN
    assert (first.urls, first.names) == (("linkedin.com/in/anna",), ("From nna",))
    assert first.key == exchange_key("message", first.on, Direction.IN, ("linkedin.com/in/anna",))


def test_one_exchange_a_day_person_and_direction() -> None:
    text = (
        MESSAGES
        + message(ME, ANNA_URL)
        + message(ME, ANNA_URL)
        + message(ANNA_URL, ME)
        + message(ME, ANNA_URL, "2026-11-21")
        + message(ME, TOM_URL)
    )
    assert [e.line for e in exchanges_of(text)] == [2, 4, 5, 6]


@pytest.mark.parametrize(
    "row",
    [
        message(ME, f"{ANNA_URL},{TOM_URL}"),
        message(ME, ANNA_URL, "yesterday"),
        message(ME, ANNA_URL, ""),
    ],
)
def test_messages_that_credit_nobody(row: str) -> None:
    text = MESSAGES + message(ME, TOM_URL, "2026-11-01") + message(ANNA_URL, ME, "2026-11-02") + row
    assert [e.line for e in exchanges_of(text)] == [2, 3]


def test_the_names_of_partners_are_one_line() -> None:
    row = f'c1,Me,{ME},"Anna\n Weiss",{ANNA_URL},2026-11-20,\n'
    assert exchanges_of(MESSAGES + row + message(ME, TOM_URL))[0].names == ("Anna Weiss",)


def test_an_empty_name_between_commas_is_nobody() -> None:
    text = MESSAGES + message(ME, f"{ANNA_URL}, ") + message(ME, TOM_URL)
    assert [e.urls for e in exchanges_of(text)] == [
        ("linkedin.com/in/anna",),
        ("linkedin.com/in/tom",),
    ]


def test_rows_without_a_cell_are_passed_over_and_short_ones_are_read() -> None:
    text = f"{MESSAGES}\n,,,,,,\nc1,Me\n" + message(ME, ANNA_URL) + message(ME, TOM_URL)
    assert [e.line for e in exchanges_of(text)] == [5, 6]


def test_invitations_go_both_ways() -> None:
    text = (
        f'{INVITATIONS}Me,Anna Weiss,"7/1/26, 10:00 AM",hi,OUTGOING,{ME},{ANNA_URL}\n'
        f'Tom  Berg,Me,"11/20/2026, 1:00 PM",,INCOMING,{TOM_URL},{ME}\n'
    )
    assert exchanges_of(text) == [
        ImportedExchange(
            line=2,
            on=dt.date(2026, 7, 1),
            channel=Channel.MESSAGE,
            direction=Direction.OUT,
            key=exchange_key(
                "invitation", dt.date(2026, 7, 1), Direction.OUT, ("linkedin.com/in/anna",)
            ),
            urls=("linkedin.com/in/anna",),
            names=("Anna Weiss",),
        ),
        ImportedExchange(
            line=3,
            on=dt.date(2026, 11, 20),
            channel=Channel.MESSAGE,
            direction=Direction.IN,
            key=exchange_key(
                "invitation", dt.date(2026, 11, 20), Direction.IN, ("linkedin.com/in/tom",)
            ),
            urls=("linkedin.com/in/tom",),
            names=("Tom Berg",),
        ),
    ]


def test_an_invitation_without_a_profile_is_known_by_name() -> None:
    (found,) = exchanges_of("From,To,Sent At,Direction\nMe,Anna,2026-07-01 10:00, outgoing\n")
    assert (found.urls, found.names, found.direction) == ((), ("Anna",), Direction.OUT)
    assert found.key == exchange_key("invitation", dt.date(2026, 7, 1), Direction.OUT, ("Anna",))


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("7/1/26, 10:00 AM", dt.date(2026, 7, 1)),
        (" 12/31/2025, 10:00 AM", dt.date(2025, 12, 31)),
        ("1/2/026", dt.date(26, 1, 2)),
        (" 2026-07-01", dt.date(2026, 7, 1)),
        ("31/1/26", None),
        ("", None),
        ("soon", None),
    ],
)
def test_the_day_of_an_invitation(sent: str, day: dt.date | None) -> None:
    found = exchanges_of(f'From,To,Sent At,Direction\nTom,Me,"{sent}",INCOMING\n')
    assert [e.on for e in found] == ([day] if day else [])


def test_an_invitation_of_nobody_is_none() -> None:
    assert exchanges_of("From,To,Sent At,Direction\n,Me,2026-07-01,INCOMING\n") == []


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (MESSAGES, Messages),
        (MESSAGES.lower(), Messages),
        (" From ,TO,Sent At,Direction\n", Invitations),
        (INVITATIONS, Invitations),
    ],
)
def test_files_are_known_by_their_columns(header: str, kind: type) -> None:
    assert isinstance(messages(opened(header)), kind)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "From,To,Sent At\n",
        "To,Sent At,Direction\n",
        "From,Sent At,Direction\n",
        "From,To,Direction\n",
        MESSAGES.replace("CONVERSATION ID", "X"),
        MESSAGES.replace("FROM,", "X,"),
        MESSAGES.replace("TO,", "X,"),
        MESSAGES.replace("DATE,", "X,"),
    ],
)
def test_other_files_are_neither(header: str) -> None:
    assert messages(opened(header)) is None
