"""Mailboxes by their headers: which messages count, with whom, on which day."""

import datetime as dt
import io

import pytest

from refcli.domain.imports import ImportedExchange
from refcli.domain.interactions import Channel, Direction
from refcli.exchange.keys import exchange_key
from refcli.exchange.mail import Mail, Mbox, headers_of
from tests.support.values import TODAY, local_zone

ME = frozenset({"me@x.de", "me@home.de"})
KNOWN = frozenset({"anna@x.de", "tom@x.de", "pia@x.de", "eva@x.de", "max@x.de", "ali@x.de"})
DATE = "Fri, 20 Nov 2026 12:00:00 +0000"
LONGEST_LINE = 65_536
MOST_HEADERS = 262_144


def headers(
    sender: str = "me@x.de",
    to: str = "anna@x.de",
    *more: str,
    date: str = DATE,
) -> bytes:
    lines = [f"From: {sender}", f"To: {to}", f"Date: {date}", *more]
    return "".join(f"{line}\n" for line in lines).encode()


def exchanges_of(*raw: bytes) -> list[ImportedExchange]:
    mail = Mail(list(enumerate(raw, start=11)), ME, KNOWN, TODAY)
    entries = list(mail)
    assert entries == list(mail)
    return [entry for entry in entries if isinstance(entry, ImportedExchange)]


def day_of(date: str) -> dt.date | None:
    found = exchanges_of(headers(date=date))
    return found[0].on if found else None


def test_mail_of_mine_is_an_exchange_with_its_receivers() -> None:
    assert exchanges_of(headers("Me <ME@x.de>", "Anna <Anna@X.de>, tom@x.de")) == [
        ImportedExchange(
            line=11,
            on=TODAY,
            channel=Channel.EMAIL,
            direction=Direction.OUT,
            key=exchange_key("mail", TODAY, Direction.OUT, ("anna@x.de", "tom@x.de")),
            emails=("anna@x.de", "tom@x.de"),
        )
    ]


def test_mail_to_me_is_an_exchange_with_its_sender_alone() -> None:
    assert exchanges_of(headers("Anna <anna@x.de>", "me@home.de, tom@x.de", "Cc: pia@x.de")) == [
        ImportedExchange(
            line=11,
            on=TODAY,
            channel=Channel.EMAIL,
            direction=Direction.IN,
            key=exchange_key("mail", TODAY, Direction.IN, ("anna@x.de",)),
            emails=("anna@x.de",),
        )
    ]


@pytest.mark.parametrize(
    ("raw", "emails"),
    [
        (headers("me@x.de", "tom@x.de", "Cc: anna@x.de"), ("anna@x.de", "tom@x.de")),
        (headers("me@x.de", "tom@x.de", "To: anna@x.de"), ("anna@x.de", "tom@x.de")),
        (headers("me@x.de", "tom@x.de, tom@x.de"), ("tom@x.de",)),
        (headers("me@x.de", "tom@x.de, other@x.de"), ("tom@x.de",)),
        (headers("me@x.de", "me@home.de, tom@x.de"), ("tom@x.de",)),
        (headers("me@x.de", "tom, anna@x.de"), ("anna@x.de",)),
        (headers("me@x.de", "a, b, c, d, e, anna@x.de"), ("anna@x.de",)),
        (headers("me@home.de", '"Berg, Tom" <tom@x.de>'), ("tom@x.de",)),
        (headers("me@x.de", "list: tom@x.de, anna@x.de;"), ("anna@x.de", "tom@x.de")),
    ],
)
def test_receivers_are_all_of_to_and_cc_who_are_known(raw: bytes, emails: tuple[str, ...]) -> None:
    assert [e.emails for e in exchanges_of(raw)] == [emails]


@pytest.mark.parametrize(
    "raw",
    [
        headers("me@x.de", "other@x.de"),
        headers("me@x.de", "me@home.de"),
        headers("me@x.de", ""),
        headers("other@x.de", "me@x.de"),
        headers("anna@x.de", "tom@x.de"),
        headers("anna@x.de", "tom@x.de", "Bcc: me@x.de"),
        headers("", "me@x.de"),
        b"",
        b"Subject: hello\n",
    ],
)
def test_mail_with_nobody_known_is_none(raw: bytes) -> None:
    assert exchanges_of(raw) == []


@pytest.mark.parametrize(
    ("to", "people"),
    [
        ("anna@x.de, tom@x.de, pia@x.de, eva@x.de", 4),
        ("anna@x.de, tom@x.de, pia@x.de, eva@x.de, me@home.de", 4),
        ("anna@x.de, tom@x.de, pia@x.de, eva@x.de, anna@x.de", 4),
        ("anna@x.de, tom@x.de, pia@x.de, eva@x.de, max@x.de", 0),
        ("anna@x.de, other1@x.de, other2@x.de, other3@x.de, other4@x.de", 0),
    ],
)
def test_mail_with_more_than_four_others_is_a_circular(to: str, people: int) -> None:
    assert [len(e.emails) for e in exchanges_of(headers("me@x.de", to))] == [people][: people > 0]


def test_i_am_not_my_own_partner_even_where_i_am_known() -> None:
    raw = headers("me@x.de", "me@home.de, anna@x.de")
    (found,) = Mail([(1, raw)], ME, KNOWN | ME, TODAY)
    assert isinstance(found, ImportedExchange)
    assert found.emails == ("anna@x.de",)


@pytest.mark.parametrize(
    ("to", "counts"),
    [
        ("me@x.de, tom@x.de, pia@x.de, eva@x.de", True),
        ("me@x.de, tom@x.de, pia@x.de, eva@x.de, max@x.de", False),
    ],
)
def test_the_sender_is_one_of_the_four(to: str, *, counts: bool) -> None:
    assert bool(exchanges_of(headers("anna@x.de", to))) is counts


@pytest.mark.parametrize(
    "header",
    [
        "List-Id: <a.b>",
        "List-Unsubscribe: <mailto:a@b>",
        "List-Post: <mailto:a@b>",
        "Auto-Submitted: auto-replied",
        "Feedback-ID: x",
        "Precedence: bulk",
        "Precedence: list",
        "Precedence: junk",
        "Precedence:  BULK ",
    ],
)
def test_what_machines_and_lists_send_is_none(header: str) -> None:
    assert exchanges_of(headers("anna@x.de", "me@x.de", header)) == []


@pytest.mark.parametrize("header", ["Precedence: first-class", "List-Id:", "X-List-Id: a"])
def test_what_only_looks_like_a_list_counts(header: str) -> None:
    assert len(exchanges_of(headers("anna@x.de", "me@x.de", header))) == 1


@pytest.mark.parametrize(
    "name",
    [
        *("noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster"),
        *("notification", "newsletter", "bounce", "No.Reply", "notifications", "bounces+1"),
    ],
)
def test_senders_who_are_nobody(name: str) -> None:
    address = f"{name}@x.de".lower()
    raw = headers(f"{name}@x.de", "me@x.de")
    assert list(Mail([(1, raw)], ME, frozenset({address}), TODAY)) == []


def test_somebody_whose_name_only_holds_such_a_word_is_somebody() -> None:
    raw = headers("my.newsletter@noreply.de", "me@x.de")
    known = frozenset({"my.newsletter@noreply.de"})
    assert len(list(Mail([(1, raw)], ME, known, TODAY))) == 1


def test_one_exchange_a_day_direction_and_people() -> None:
    earlier = "Thu, 19 Nov 2026 12:00:00 +0000"
    found = exchanges_of(
        headers("me@x.de", "anna@x.de"),
        headers("me@x.de", "anna@x.de", date="Fri, 20 Nov 2026 13:00:00 +0000"),
        headers("me@home.de", "other@x.de, anna@x.de"),
        headers("anna@x.de", "me@x.de"),
        headers("me@x.de", "anna@x.de", date=earlier),
        headers("me@x.de", "anna@x.de, tom@x.de"),
        headers("me@x.de", "tom@x.de, anna@x.de"),
    )
    assert [e.line for e in found] == [11, 14, 15, 16]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        (DATE, TODAY),
        ("Sat, 21 Nov 2026 12:00:00 +0000", None),
        ("Thu, 19 Nov 2026 12:00:00 +0000", dt.date(2026, 11, 19)),
        ("Tue, 01 Jan 1980 12:00:00 +0000", dt.date(1980, 1, 1)),
        ("Mon, 31 Dec 1979 12:00:00 +0000", None),
        ("Fri, 20 Nov 2026 12:00:00 -0000", TODAY),
        ("Fri, 20 Nov 2026 12:00:00", TODAY),
        ("Fri, 31 Feb 2026 12:00:00 +0000", None),
        ("Fri, 20 Nov 99999 12:00:00 +0000", None),
        ("Fri, 31 Dec 9999 23:59:00 -2359", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_days(date: str, day: dt.date | None) -> None:
    assert day_of(date) == day


def test_the_day_is_the_one_where_i_am() -> None:
    with local_zone("CET-1"):
        assert day_of("Thu, 19 Nov 2026 23:30:00 +0000") == TODAY
        assert day_of("Fri, 20 Nov 2026 00:30:00 +0200") == dt.date(2026, 11, 19)
        assert day_of("Thu, 19 Nov 2026 23:30:00 -0000") == dt.date(2026, 11, 19)
    with local_zone("EST5"):
        assert day_of("Fri, 20 Nov 2026 02:00:00 +0000") == dt.date(2026, 11, 19)


def messages_of(data: bytes) -> list[tuple[int, bytes]]:
    mbox = Mbox(io.BytesIO(data))
    assert list(mbox) == list(mbox)
    return list(mbox)


def test_a_mailbox_is_taken_apart_into_headers() -> None:
    data = (
        b"From a@x.de Fri\nFrom: a@x.de\nTo: b@x.de\n\nbody: none\nFrom here on\n\n"
        b"From b@x.de Fri\nFrom: b@x.de\n\nbody\n"
    )
    assert messages_of(data) == [
        (1, b"From: a@x.de\nTo: b@x.de\n"),
        (8, b"From: b@x.de\n"),
    ]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", []),
        (b"body\n\nFrom a\nTo: 1\n", [(3, b"To: 1\n")]),
        (b"body\nFrom a\nTo: 1\n\n", [(2, b"To: 1\n")]),
        (b"From a\nTo: 1\n", [(1, b"To: 1\n")]),
        (b"From a\nTo: 1", [(1, b"To: 1")]),
        (b"From a\n", []),
        (b"From a\n\n", [(1, b"")]),
        (b"From a\n\nFrom b\nTo: 1\n\n", [(1, b""), (3, b"To: 1\n")]),
        (b"From a\r\nTo: 1\r\n\r\nbody\r\n\r\nFrom b\r\nCc: 2", [(1, b"To: 1\r\n"), (6, b"Cc: 2")]),
        (b"From a\nTo: 1\nFrom b\nCc: 2\n\n", [(1, b"To: 1\nCc: 2\n")]),
        (b"From: a\nTo: 1\n\n", []),
        (b"From a\nTo: 1\n\nbody\n\n>From b\nCc: 2\n\n", [(1, b"To: 1\n")]),
        (b"From a\nTo: 1\n\n \t\nFrom b\nCc: 2\n", [(1, b"To: 1\n"), (5, b"Cc: 2\n")]),
    ],
)
def test_where_messages_begin_and_end(data: bytes, found: list[tuple[int, bytes]]) -> None:
    assert messages_of(data) == found


def test_a_line_too_long_is_one_line_and_body_all_through() -> None:
    head = b"From a\nTo: 1\n\n"
    blank = b" " * LONGEST_LINE
    assert messages_of(head + blank + b"From b\nCc: 2\n\n") == [(1, b"To: 1\n")]
    assert messages_of(head + b"x" * LONGEST_LINE + b"\n\nFrom b\nCc: 2\n") == [
        (1, b"To: 1\n"),
        (6, b"Cc: 2\n"),
    ]
    assert messages_of(head + blank[:-1] + b"\nFrom b\nCc: 2\n") == [
        (1, b"To: 1\n"),
        (5, b"Cc: 2\n"),
    ]


def test_the_blank_end_of_a_long_header_does_not_end_the_headers() -> None:
    long = b"To: " + b"x" * (LONGEST_LINE - 3)
    assert messages_of(b"From a\n" + long + b"\nCc: 2\n\n") == [(1, long + b"\nCc: 2\n")]


def header_lines(size: int) -> bytes:
    """Headers of exactly so many bytes in lines that are short enough."""
    line = b"To: " + b"x" * 1020 + b"\n"
    whole, rest = divmod(size, len(line))
    last = b"" if not rest else b" " + b"y" * (rest - 2) + b"\n"
    return line * whole + last


@pytest.mark.parametrize(("size", "keeps"), [(MOST_HEADERS - 1, True), (MOST_HEADERS, False)])
def test_headers_without_end_are_cut_off(size: int, *, keeps: bool) -> None:
    lines = header_lines(size)
    assert len(lines) == size
    kept = lines + b"Date: 1\n" * keeps
    data = b"From a\n" + lines + b"Date: 1\nDate: 1\n\n"
    assert messages_of(data) == [(1, kept)]
    assert headers_of(io.BytesIO(lines + b"Date: 1\nDate: 1\n")) == kept


def test_each_message_has_room_for_its_own_headers() -> None:
    lines = header_lines(MOST_HEADERS)
    data = (b"From a\n" + lines + b"\n") * 2
    assert [raw for _, raw in messages_of(data)] == [lines, lines]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"To: 1\nCc: 2\n\nDate: 3\n", b"To: 1\nCc: 2\n"),
        (b"To: 1\r\n\r\nbody", b"To: 1\r\n"),
        (b"To: 1", b"To: 1"),
        (b"\nTo: 1\n", b""),
        (b"", b""),
    ],
)
def test_the_headers_of_a_message_in_its_own_file(data: bytes, found: bytes) -> None:
    assert headers_of(io.BytesIO(data)) == found
