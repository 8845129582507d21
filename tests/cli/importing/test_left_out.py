"""Rows that are left out go into a file that can be mended; what columns are is kept."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.cli.importing.test_peoples_files import write
from tests.support.program import Program

ROWS = """\
Name,Email,Phone,Company
Ann Lee,ann@x.example,+44 20 1234 5678,Lee Ltd
Bob Day,bob@x.example,6.28123E+12,Day Ltd
,nobody@x.example,,
Cleo Ray,cleo@x.example,+44 20 1234 5699,Ray Ltd,more
"""
CARDS = """\
BEGIN:VCARD
VERSION:3.0
FN:Ann Lee
EMAIL:ann@x.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Bob Day
this is no property
PHOTO;ENCODING=b:aGVsbG8=
END:VCARD
"""
LDIF = """\
dn: cn=Ann Lee
cn: Ann Lee
mail: ann@x.example

dn: cn=x
mail: nobody@x.example
"""
EVENTS = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20260105T100000Z
ATTENDEE:mailto:ann@x.example
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:broken
SUMMARY:Coffee
ATTENDEE:mailto:ann@x.example
END:VEVENT
END:VCALENDAR
"""


def left(program: Program, folder: Path, content: str, name: str) -> tuple[str, Path]:
    """The report of a file, with what is said of it."""
    report = folder / f"left-{name}"
    file = write(folder, content, name)
    done = program.ok(["import", file, "--skip-bad", "--report", str(report)])
    assert f"what was left out stands in {report}: mend it and import that" in done.err
    return report.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), report


def test_rows_that_are_left_out_are_mended_and_come_in(refcli: Program, tmp_path: Path) -> None:
    text, report = left(refcli, tmp_path, ROWS, "a.csv")
    assert text.splitlines() == [
        "Name,Email,Phone,Company,left out because",
        (
            "Bob Day,bob@x.example,6.28123E+12,Day Ltd,"
            "the phone number 6.28123E+12 was damaged by a spreadsheet and is left out"
        ),
        ',nobody@x.example,,,"no name, only nobody@x.example"',
        "Cleo Ray,cleo@x.example,+44 20 1234 5699,Ray Ltd,5 columns instead of 4,more",
    ]
    mended = text.replace("6.28123E+12,", "+44 20 7777 8888,").replace(",more", "")
    report.write_text(mended.replace("\n,nobody", "\nNora Body,nobody"))
    again = refcli.ok(["import", str(report), "--json"]).json
    assert (again["new"], again["updated"], again["rejected"]) == (2, 1, [])
    assert again["not_kept"] == {}
    assert refcli.ok("contact show bob --json").json["phones"] == ["+44 20 7777 8888"]


@pytest.mark.parametrize(
    ("first", "content", "name", "kept"),
    [
        (
            "",
            CARDS,
            "a.vcf",
            (
                "BEGIN:VCARD\nX-REFCLI-WHY:line 9 is no property\nVERSION:3.0\nFN:Bob Day\n"
                "this is no property\nEND:VCARD\n"
            ),
        ),
        (
            "",
            LDIF,
            "a.ldif",
            "# left out because no name, only nobody@x.example\ndn: cn=x\nmail: nobody@x.example\n",
        ),
        (
            CARDS[: CARDS.index("BEGIN", 5)],
            EVENTS,
            "a.ics",
            "X-REFCLI-WHY:an event that cannot be read (its beginning cannot be read: ",
        ),
    ],
)
def test_each_kind_is_left_in_its_own(
    refcli: Program, tmp_path: Path, *, first: str, content: str, name: str, kept: str
) -> None:
    if first:
        refcli.ok(["import", write(tmp_path, first, "first.vcf")])
    text, report = left(refcli, tmp_path, content, name)
    assert kept in text
    assert "Ann" not in text
    assert refcli(["import", str(report), "--skip-bad"]).code == 65
    mended = text.replace("this is no property\n", "").replace("DTSTART:broken", "DTSTART:20260106")
    report.write_text(mended.replace("dn: cn=x\n", "dn: cn=x\ncn: Nora Body\n"))
    again = refcli.ok(["import", str(report), "--json"]).json
    assert again["new"] + again["interactions"]["new"] == 1
    assert again["rejected"] == []


def test_who_is_doubtful_is_left_out_too(refcli: Program, tmp_path: Path) -> None:
    refcli.ok("contact add Ann Lee")
    text, _ = left(refcli, tmp_path, "Name,Email\nAnn Lee,ann@x.example\nBo By,b@x.example\n", "a")
    assert text.splitlines()[1:] == ["Ann Lee,ann@x.example,may be @1"]


def test_a_report_without_anything_in_it_is_not_written(refcli: Program, tmp_path: Path) -> None:
    report = tmp_path / "left.csv"
    file = write(tmp_path, "Name,Email\nBo By,b@x.example\n", "a.csv")
    done = refcli.ok(["import", file, "--report", str(report)])
    assert "nothing was left out, so no report was written" in done.err
    assert not report.exists()


def test_a_preview_writes_its_report_and_no_store(refcli: Program, tmp_path: Path) -> None:
    report = tmp_path / "left.csv"
    file = write(tmp_path, ROWS, "a.csv")
    done = refcli.ok(
        ["import", file, "--dry-run", "--skip-bad", "--report", str(report), "--json"]
    ).json
    assert done["report"] == str(report)
    assert not refcli.store.exists()


def test_nothing_is_overwritten_by_a_report(refcli: Program, tmp_path: Path) -> None:
    report = tmp_path / "left.csv"
    report.write_text("mine")
    file = write(tmp_path, ROWS, "a.csv")
    refused = refcli(["import", file, "--skip-bad", "--report", str(report)])
    assert refused.code == 73
    assert "give the report another name" in refused.err
    assert report.read_text() == "mine"
    assert not refcli.store.exists()
    missing = refcli(["import", file, "--skip-bad", "--report", str(tmp_path / "no" / "l.csv")])
    assert missing.code != 0
    assert refcli.ok("contact list --json").json == []


MAP = "Wer=name,Wo=email,Was=org"
GERMAN = "Wer,Wo,Was\nAnn Lee,ann@x.example,Lee Ltd\n"


def test_a_map_is_kept_under_a_name(refcli: Program, tmp_path: Path) -> None:
    file = write(tmp_path, GERMAN, "a.csv")
    told = refcli.ok(["import", file, "--map", MAP])
    assert f'to keep this map: refcli config set map.NAME "{MAP}"' in told.err
    refcli.ok(["config", "set", "map.crm", MAP])
    assert refcli.ok("config get map.crm").out == f"{MAP}\n"
    assert any("map.crm" in line for line in refcli.ok("config list").lines)
    refused = refcli(["import", file])
    assert refused.code == 65
    assert "its columns are those of a map: --map crm" in refused.err
    assert refcli.ok(["import", file, "--map", "crm", "--json"]).json["same"] == 1
    unknown = refcli(["import", file, "--map", "cmr"])
    assert unknown.code == 2
    assert "no map is kept as 'cmr'; kept are: crm" in unknown.err
    assert refcli(["config", "set", "map.bad", "Wer=shoe"]).code == 2


def test_a_map_is_offered_on_a_terminal(refcli: Program, tmp_path: Path) -> None:
    file = write(tmp_path, GERMAN, "a.csv")
    refcli.ok(
        ["import", file, "--map", MAP],
        terminal=80,
        answers=[("Keep this map", "my crm"), ("Keep this map", "crm")],
    )
    more = write(tmp_path, GERMAN.replace("Ann", "Bea").replace("ann", "bea"), "b.csv")
    done = refcli.ok(["import", more], terminal=80, answers=[("those of your map 'crm'", True)])
    assert "1 new" in done.out
    assert refcli(["import", more], terminal=80, answers=[("those of your map", False)]).code == 65


def test_what_a_zip_held_is_listed_with_its_reason(refcli: Program, tmp_path: Path) -> None:
    refcli.ok("contact add Ann Lee")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.csv", "Name,Email\nAnn Lee,ann@x.example\n,b@x.example\n")
    file = tmp_path / "all.zip"
    file.write_bytes(data.getvalue())
    report = tmp_path / "left.csv"
    done = refcli.ok(["import", str(file), "--report", str(report)])
    assert f"what was left out stands in {report}, with the reasons" in done.err
    assert report.read_bytes().decode("utf-8-sig").splitlines() == [
        "line,name,left out because",
        "2,Ann Lee,may be @1",
        '3,,"no name, only b@x.example"',
    ]
