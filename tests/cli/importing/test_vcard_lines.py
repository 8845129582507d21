"""Contacts as vCard: lines of 75 octets at most, and text that stays what it is."""

from pathlib import Path

import pytest

from tests.support.program import Program


def lines(program: Program) -> list[bytes]:
    """The lines of the export as they stand in the file."""
    text = program.ok("export - --format vcf").out
    raw = text.encode("utf-8")
    assert raw.endswith(b"\r\n")
    return raw.split(b"\r\n")[:-1]


def unfolded(found: list[bytes]) -> list[str]:
    """Each property on a line, as who reads the file puts it together."""
    whole: list[bytes] = []
    for line in found:
        if line.startswith(b" "):
            whole[-1] += line[1:]
        else:
            whole.append(line)
    return [line.decode("utf-8") for line in whole]


@pytest.mark.parametrize("letter", ["x", "ß", "東", "🙂"])
@pytest.mark.parametrize("octets", [69, 70, 71, 72, 73, 74, 75, 143, 144, 145, 146, 147, 148, 500])
def test_no_line_is_longer_than_75_octets(refcli: Program, letter: str, octets: int) -> None:
    count = octets // len(letter.encode("utf-8"))
    note = letter * count + "y" * (octets - count * len(letter.encode("utf-8")))
    refcli.ok(["contact", "add", "Anna", "--note", note])
    found = lines(refcli)
    assert max(map(len, found)) <= 75
    assert f"NOTE:{note}" in unfolded(found)
    begins = next(n for n, line in enumerate(found) if line.startswith(b"NOTE:"))
    of_note = found[begins:-1]
    assert (len(of_note) > 1) is (len(f"NOTE:{note}".encode()) > 75)
    # As much stands on each line but the last as fits: one more letter would not have.
    assert all(len(line) + len(letter.encode("utf-8")) > 75 for line in of_note[:-1])


@pytest.mark.parametrize(("length", "is_whole"), [(70, True), (71, False)])
def test_a_line_of_75_stays_whole(refcli: Program, length: int, is_whole: bool) -> None:
    refcli.ok(["contact", "add", "Anna", "--note", "x" * length])
    assert (b"NOTE:" + b"x" * length in lines(refcli)) is is_whole


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("a, b; c", "a\\, b\\; c"),
        ("back\\slash", "back\\\\slash"),
        ("one\ntwo", "one\\ntwo"),
        ("one\r\ntwo", "one\\ntwo"),
        ("one\n\ntwo", "one\\n\\ntwo"),
        ("\\n", "\\\\n"),
        ("END:VCARD\nBEGIN:VCARD", "END:VCARD\\nBEGIN:VCARD"),
    ],
)
def test_text_stays_one_property(refcli: Program, tmp_path: Path, note: str, written: str) -> None:
    refcli.ok(["contact", "add", "Anna", "--note", note])
    found = unfolded(lines(refcli))
    assert f"NOTE:{written}" in found
    assert (found.count("BEGIN:VCARD"), found.count("END:VCARD")) == (1, 1)
    file = tmp_path / "a.vcf"
    refcli.ok(["export", str(file)])
    other = Program(tmp_path / "other.db")
    other.ok(["import", str(file)])
    wanted = refcli.ok("contact show anna --json").json["note"]
    assert other.ok("contact show anna --json").json["note"] == wanted


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anna Weiss", "Weiss;Anna"),
        ("Anna Maria von Weiss", "Weiss;Anna Maria von"),
        ("Anna", "Anna;"),
        ("Anna Weiss; Co", "Co;Anna Weiss\\;"),
    ],
)
def test_names_in_their_parts(refcli: Program, name: str, parts: str) -> None:
    refcli.ok(["contact", "add", name])
    assert f"N:{parts};;;" in unfolded(lines(refcli))


def test_every_field_that_is_known(refcli: Program) -> None:
    refcli.ok('contact add "Tom Brandt" --basis friend')
    refcli.ok(
        'contact add "Anna Weiss" --nick Anni --nick "A, W" --org "Weiss; Co" --role Owner'
        " --email a@w.example --email b@w.example --phone +49301 --phone +49302"
        ' --tag golf --tag "a,b" --note "met in Rome" --through Tom'
    )
    cards = "\n".join(unfolded(lines(refcli))).split("END:VCARD\n")
    anna = next(card for card in cards if "FN:Anna Weiss" in card)
    assert anna.splitlines() == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Anna Weiss",
        "N:Weiss;Anna;;;",
        "NICKNAME:Anni,A\\, W",
        "ORG:Weiss\\; Co",
        "TITLE:Owner",
        "EMAIL;TYPE=INTERNET:a@w.example",
        "EMAIL;TYPE=INTERNET:b@w.example",
        "TEL:+49301",
        "TEL:+49302",
        "CATEGORIES:golf,a\\,b",
        "NOTE:met in Rome\\nMet through Tom Brandt",
        "X-REFCLI-THROUGH:Tom Brandt",
        f"X-REFCLI-BASIS:{refcli.ok('contact show anna --json').json['basis']}",
    ]


@pytest.mark.parametrize(
    ("options", "more"),
    [
        ("", []),
        ("--basis other", []),
        ("--basis client", ["X-REFCLI-BASIS:client"]),
        ("--role ''", []),
    ],
)
def test_what_is_not_known_is_left_out(refcli: Program, options: str, more: list[str]) -> None:
    refcli.ok(f"contact add Anna {options}")
    head = ["BEGIN:VCARD", "VERSION:3.0", "FN:Anna", "N:Anna;;;;"]
    assert unfolded(lines(refcli)) == [*head, *more, "END:VCARD"]
