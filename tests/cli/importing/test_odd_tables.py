"""Tables as they come: without titles, in quotes as a whole, with lists and links in cells."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.cli.importing.test_peoples_files import shown, write
from tests.support.program import Program


def names(program: Program) -> list[str]:
    return sorted(contact["name"] for contact in program.ok("contact list --json").json)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee,ann@x.example,Lee Ltd\nBob Day,bob@x.example,Day Ltd\n",
        "Wer,Wohin,Was\nAnn Lee,ann@x.example,Lee Ltd\nBob Day,bob@x.example,Day Ltd\n",
        "Ann;Lee;ann@x.example\nBob;Day;bob@x.example\n",
        "12;Ann Lee;+44 20 1234 5678;ann@x.example\n13;Bob Day;;bob@x.example\n",
    ],
)
def test_columns_that_say_nothing_are_read_by_their_values(
    refcli: Program, tmp_path: Path, text: str
) -> None:
    file = write(tmp_path, text, "a.csv")
    told = refcli.ok(["import", file])
    assert "columns read by their values: " in told.out
    assert names(refcli) == ["Ann Lee", "Bob Day"]
    assert shown(refcli, "ann")["emails"] == ["ann@x.example"]
    assert refcli.ok(["import", file, "--json"]).json["same"] == 2


def test_columns_by_their_values_are_asked_about(refcli: Program, tmp_path: Path) -> None:
    file = write(tmp_path, "Ann Lee,ann@x.example\nBob Day,bob@x.example\n", "a.csv")
    question = "column 1 as name, column 2 as email. Is that so?"
    refused = refcli(["import", file], terminal=80, answers=[(question, False)])
    assert refused.code == 65
    refcli.ok(["import", file], terminal=80, answers=[(question, True)])
    assert names(refcli) == ["Ann Lee", "Bob Day"]


@pytest.mark.parametrize(
    "text",
    [
        "Wer,Was\nAnn Lee,Lee Ltd\nBob Day,Day Ltd\n",
        "ann@x.example\nbob@x.example\n",
        "Ann Lee,ann@x.example\n",
        "a,1\nb,2\n",
    ],
)
def test_values_that_say_too_little_are_refused(refcli: Program, tmp_path: Path, text: str) -> None:
    refused = refcli(["import", write(tmp_path, text, "a.csv")])
    assert refused.code == 65
    assert "--map" in refused.err


def test_an_open_quote_takes_no_other_row_with_it(refcli: Program, tmp_path: Path) -> None:
    text = 'Name,Email\nAnn Lee,ann@x.example\nBob "Day,"bob@x.example\nCleo Ray,c@x.example\n'
    file = write(tmp_path, text, "a.csv")
    assert refcli(["import", file]).code == 65
    report = tmp_path / "left.csv"
    refcli.ok(["import", file, "--skip-bad", "--report", str(report)])
    assert names(refcli) == ["Ann Lee", "Cleo Ray"]
    assert "it is no row" in report.read_text()


def test_cells_with_lists_and_links(refcli: Program, tmp_path: Path) -> None:
    text = (
        "Name,Email,Tags,Company,Birthday\n"
        'Ann Lee,"[""ann@x.example"", ""a@y.example""]","[\'vip\', \'golf\']",'
        "Lee Ltd (https://www.notion.so/Lee-Ltd-abc123),29345\n"
    )
    refcli.ok(["import", write(tmp_path, text, "a.csv")])
    ann = shown(refcli, "ann")
    assert ann["emails"] == ["ann@x.example", "a@y.example"]
    assert sorted(ann["tags"]) == ["golf", "vip"]
    assert ann["organization"] == "Lee Ltd"
    assert [date["on"] for date in ann["dates"]] == ["1980-05-04"]


def test_days_that_nothing_decides_are_said(refcli: Program, tmp_path: Path) -> None:
    file = write(tmp_path, "Name,Email,Birthday\nAnn Lee,a@x.example,03/04/1980\n", "a.csv")
    told = refcli.ok(["import", file, "--dry-run"])
    assert "3/4 was read as " in told.out
    for order, on in (("dmy", "1980-04-03"), ("mdy", "1980-03-04")):
        other = Program(tmp_path / f"{order}.db")
        other.ok(["config", "set", "date.order", order])
        assert "3/4" not in other.ok(["import", file]).out
        assert [date["on"] for date in shown(other, "ann")["dates"]] == [on]


def test_family_names_come_first_where_they_do(refcli: Program, tmp_path: Path) -> None:
    text = "姓,名,电子邮件\n王,小明,w@x.example\n김,민준,k@x.example\n"
    refcli.ok(["import", write(tmp_path, text, "a.csv")])
    assert names(refcli) == ["王小明", "김민준"]


def test_the_sheet_with_people_is_found(refcli: Program, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "Read me"
    book.active.append(["These are our members"])
    sheet = book.create_sheet("Members")
    for row in (["Name", "Email"], ["Ann Lee", "a@x.example"]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    told = refcli.ok(["import", str(tmp_path / "a.xlsx")])
    assert names(refcli) == ["Ann Lee"]
    assert "the sheet Read me (1)" in told.out


def test_what_linkedin_s_zip_holds_beside_is_said(refcli: Program, tmp_path: Path) -> None:
    data = io.BytesIO()
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("Connections.csv", header + "Ann,Lee,,a@x.example,Lee,Boss,05 Mar 2021\n")
        archive.writestr("Contacts.csv", "FirstName,LastName\nBob,Day\n")
    told = refcli.ok(["import", write(tmp_path, data.getvalue(), "in.zip")])
    assert names(refcli) == ["Ann Lee"]
    assert "contacts.csv, the address book that you uploaded" in told.out
