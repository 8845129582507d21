"""Which mail counts as an exchange, and between whom."""

from pathlib import Path

import pytest

from tests.support.program import Program

NAMES = ("Anna", "Bert", "Cora", "Dan", "Eva")
DATE = "Tue, 3 Nov 2026 10:00:00 +0000"


@pytest.fixture
def known(refcli: Program) -> Program:
    """Five who are known by an address each: anna@x.example and so on."""
    for name in NAMES:
        refcli.ok(f"contact add {name} --email {name.lower()}@x.example")
    refcli.ok("config set me.emails me@m.example,me2@m.example")
    return refcli


def message(*headers: str, body: str = "words") -> str:
    return "\n".join(("From x Mon Nov  2 10:00:00 2026", *headers, "", body, "", ""))


def mail(sender: str, to: str, *more: str, date: str = DATE, body: str = "words") -> str:
    return message(f"From: {sender}", f"To: {to}", f"Date: {date}", *more, body=body)


def taken(program: Program, folder: Path, *messages: str) -> list[tuple[str, str, str]]:
    """(day, direction, initials of the people) of what a mailbox of these messages brings."""
    file = folder / "inbox.mbox"
    file.write_text("".join(messages), encoding="utf-8")
    done = program(["import", str(file)])
    rows = program.ok("log list --json").json
    assert done.code == (0 if rows else 65), done
    assert {row["how"] for row in rows} <= {"email"}
    return [
        (row["on"], row["direction"], "".join(sorted(c["name"][0] for c in row["contacts"])))
        for row in rows
    ]


def to(count: int, *more: str) -> str:
    return ", ".join([*(f"{name.lower()}@x.example" for name in NAMES[:count]), *more])


@pytest.mark.parametrize(("count", "people"), [(1, "A"), (3, "ABC"), (4, "ABCD"), (5, None)])
def test_mail_to_more_than_four_is_a_circular(
    known: Program, tmp_path: Path, count: int, people: str | None
) -> None:
    found = taken(known, tmp_path, mail("me@m.example", to(count)))
    assert found == ([] if people is None else [("2026-11-03", "out", people)])


@pytest.mark.parametrize(("count", "is_taken"), [(2, True), (3, True), (4, False)])
def test_the_sender_is_one_of_the_four(
    known: Program, tmp_path: Path, count: int, is_taken: bool
) -> None:
    others = ", ".join(f"n{n}@y.example" for n in range(count))
    found = taken(known, tmp_path, mail("anna@x.example", f"me@m.example, {others}"))
    assert found == ([("2026-11-03", "in", "A")] if is_taken else [])


def test_i_am_none_of_the_four_by_whatever_address(known: Program, tmp_path: Path) -> None:
    found = taken(known, tmp_path, mail("me@m.example", to(4, "me2@m.example", "ME@M.example")))
    assert found == [("2026-11-03", "out", "ABCD")]


def test_those_in_copy_are_counted_and_met(known: Program, tmp_path: Path) -> None:
    copy = mail("me@m.example", to(1), "Cc: bert@x.example, cora@x.example")
    assert taken(known, tmp_path, copy) == [("2026-11-03", "out", "ABC")]


@pytest.mark.parametrize("count", [3, 4])
def test_a_copy_to_many_is_a_circular_too(known: Program, tmp_path: Path, count: int) -> None:
    others = ", ".join(f"n{n}@y.example" for n in range(count))
    found = taken(known, tmp_path, mail("me@m.example", to(1), f"Cc: {others}"))
    assert len(found) == (count == 3)


def test_whoever_is_named_twice_is_one(known: Program, tmp_path: Path) -> None:
    twice = mail("me@m.example", to(4, "Anna <ANNA@x.example>"), "Cc: bert@x.example")
    assert taken(known, tmp_path, twice) == [("2026-11-03", "out", "ABCD")]


@pytest.mark.parametrize(
    ("sender", "receiver", "wanted"),
    [
        ("anna@x.example", "me@m.example", ("in", "A")),
        ("anna@x.example", "me2@m.example", ("in", "A")),
        ("me2@m.example", "anna@x.example", ("out", "A")),
        ("ME@M.EXAMPLE", "Anna <Anna@X.example>", ("out", "A")),
        ("me@m.example", "anna@x.example, stranger@y.example", ("out", "A")),
        ("me@m.example", "stranger@y.example", None),
        ("stranger@y.example", "me@m.example, anna@x.example", None),
        ("anna@x.example", "bert@x.example", None),
        ("me@m.example", "me2@m.example", None),
        ("anna", "me@m.example", None),
    ],
)
def test_between_me_and_whom(
    known: Program, tmp_path: Path, sender: str, receiver: str, wanted: tuple[str, str] | None
) -> None:
    found = taken(known, tmp_path, mail(sender, receiver))
    assert found == ([] if wanted is None else [("2026-11-03", *wanted)])


@pytest.mark.parametrize(
    "header",
    [
        *("List-Id: <x>", "List-Unsubscribe: <x>", "List-Post: <x>", "Feedback-ID: x"),
        *("Auto-Submitted: auto-replied", "Precedence: bulk", "Precedence: LIST"),
        *("Precedence: junk ", "list-id: <x>"),
    ],
)
def test_what_was_sent_to_many(known: Program, tmp_path: Path, header: str) -> None:
    assert taken(known, tmp_path, mail("anna@x.example", "me@m.example", header)) == []


@pytest.mark.parametrize("header", ["Precedence: first-class", "List-Id:", "X-List-Id: x"])
def test_what_only_looks_like_it(known: Program, tmp_path: Path, header: str) -> None:
    assert len(taken(known, tmp_path, mail("anna@x.example", "me@m.example", header))) == 1


@pytest.mark.parametrize(
    ("address", "is_nobody"),
    [
        *((f"{name}@x.example", True) for name in ("noreply", "no-reply", "donotreply")),
        *((f"{name}@x.example", True) for name in ("do-not-reply", "mailer-daemon")),
        *((f"{name}@x.example", True) for name in ("postmaster", "notifications", "bounces")),
        *((f"{name}@x.example", True) for name in ("newsletter", "no.reply", "No-Reply.Shop")),
        ("nora@x.example", False),
        ("anoreply@x.example", False),
        ("post@noreply.example", False),
    ],
)
def test_a_machine_is_nobody(
    refcli: Program, tmp_path: Path, address: str, is_nobody: bool
) -> None:
    refcli.ok(f"contact add Anna --email {address}")
    refcli.ok("config set me.emails me@m.example")
    found = taken(refcli, tmp_path, mail(address, "me@m.example"))
    assert found == ([] if is_nobody else [("2026-11-03", "in", "A")])


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("Fri, 20 Nov 2026 09:00:00 +0000", "2026-11-20"),
        ("20 Nov 2026 09:00", "2026-11-20"),
        ("Sun, 22 Nov 2026 09:00:00 +0000", None),
        ("Wed, 2 Jan 1980 12:00:00 +0000", "1980-01-02"),
        ("Sat, 29 Dec 1979 12:00:00 +0000", None),
        ("soon", None),
        ("", None),
        ("Fri, 99 Nov 2026 09:00:00 +0000", None),
    ],
)
def test_the_day_of_a_message(known: Program, tmp_path: Path, date: str, day: str | None) -> None:
    found = taken(known, tmp_path, mail("anna@x.example", "me@m.example", date=date))
    assert [on for on, _, _ in found] == ([] if day is None else [day])


def test_one_exchange_a_day_direction_and_set_of_people(known: Program, tmp_path: Path) -> None:
    mine, theirs = "me@m.example", "anna@x.example"
    found = taken(
        known,
        tmp_path,
        mail(mine, to(1)),
        mail(mine, to(1), date="Tue, 3 Nov 2026 18:00:00 +0000"),
        mail(mine, to(2)),
        mail(theirs, mine),
        mail(theirs, mine),
        mail(mine, to(1), date="Wed, 4 Nov 2026 10:00:00 +0000"),
    )
    assert sorted(found) == [
        ("2026-11-03", "in", "A"),
        ("2026-11-03", "out", "A"),
        ("2026-11-03", "out", "AB"),
        ("2026-11-04", "out", "A"),
    ]


def test_only_headers_are_read(known: Program, tmp_path: Path) -> None:
    inner = "From: bert@x.example\nTo: me@m.example\nDate: Wed, 4 Nov 2026 10:00:00 +0000"
    bodies = (
        inner,
        "y" * 65_536 + f"From bert Mon\n{inner}",
    )
    messages = [mail("anna@x.example", "me@m.example", body=body) for body in bodies]
    assert taken(known, tmp_path, *messages) == [("2026-11-03", "in", "A")]


def test_a_letter_may_follow_without_a_blank_line(known: Program, tmp_path: Path) -> None:
    second = f"From: bert@x.example\nTo: me@m.example\nDate: {DATE}"
    body = f"the last line\nFrom bert@x.example Mon\n{second}\n\nbye"
    first = mail("anna@x.example", "me@m.example", body=body)
    assert sorted(taken(known, tmp_path, first)) == [
        ("2026-11-03", "in", "A"),
        ("2026-11-03", "in", "B"),
    ]


def test_a_folded_header_is_one(known: Program, tmp_path: Path) -> None:
    folded = message(
        "From: me@m.example", "To: anna@x.example,", "\tbert@x.example", f"Date: {DATE}"
    )
    assert taken(known, tmp_path, folded) == [("2026-11-03", "out", "AB")]
