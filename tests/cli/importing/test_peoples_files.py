"""People's own files as they really are: what comes in, what is said of the rest."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.name_agreement import name_keys, names_agree, stored_keys
from tests.support.program import Program

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
VERA = "Vera,Holm,https://www.linkedin.com/in/vera,vera@x.example,{},05 Mar 2021\n"
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\n{}\nEND:VCARD\n"


def write(folder: Path, content: str | bytes, name: str) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(file)


def shown(program: Program, name: str) -> dict[str, Any]:
    found: dict[str, Any] = program.ok(["contact", "show", name, "--json"]).json
    return found


def test_what_a_card_says_goes_to_its_place(refcli: Program, tmp_path: Path) -> None:
    more = (
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-09\nitem1.X-ABDATE:2011-06-18\n"
        "item1.X-ABLabel:_$!<Anniversary>!$_\nX-SPOUSE:Otto Brandt\nADR:;;Weg 1;Ulm;;89073;DE\n"
        "X-BOAT:Seagull\nTEL;TYPE=FAX:+49 30 1\nEMAIL:edda@x.example"
    )
    cards = CARD.format("Edda Brandt", more) + CARD.format("Otto Brandt", "EMAIL:o@x.example")
    file = write(tmp_path, cards, "all.vcf")
    refcli.ok(["import", file])
    edda = shown(refcli, "edda")
    assert {date["label"]: date["on"] for date in edda["dates"]} == {
        "birthday": "--03-09",
        "anniversary": "2011-06-18",
    }
    assert [tie["contact"]["name"] for tie in edda["ties"]] == ["Otto Brandt"]
    assert edda["addresses"] == ["Weg 1, 89073 Ulm, DE"]
    assert edda["fields"] == {"vCard X-BOAT": "Seagull", "fax": "+49 30 1"}
    assert edda["phones"] == []
    again = refcli.ok(["import", file, "--json"]).json
    assert (again["new"], again["updated"], again["same"]) == (0, 0, 2)


def test_what_has_no_field_is_counted_or_kept(refcli: Program, tmp_path: Path) -> None:
    file = write(tmp_path, "Name,Email,Shoe size\nAnna Weiss,a@x.example,42\n", "a.csv")
    told = refcli.ok(["import", file, "--dry-run"]).out
    assert "not kept, since no field is for it: Shoe size (1); with --keep it is" in told
    refcli.ok(["import", file, "--keep"])
    assert shown(refcli, "anna")["fields"] == {"Shoe size": "42"}


@pytest.mark.parametrize(
    ("page", "text"), [("cp1250", "Łukasz Żak"), ("cp1251", "Вера Яшина"), ("utf-16-le", "Zoë Ott")]
)
def test_any_encoding_is_read(refcli: Program, tmp_path: Path, page: str, text: str) -> None:
    file = write(tmp_path, f"Name;E-Mail\n{text};a@x.example\n".encode(page), "a.csv")
    told = refcli.ok(["import", file]).out
    assert (f"read as {page}" in told) is page.startswith("cp")
    assert [c["name"] for c in refcli.ok("contact list --json").json] == [text]


def test_an_encoding_can_be_told_and_must_be_one(refcli: Program, tmp_path: Path) -> None:
    file = write(tmp_path, "Name;E-Mail\nAyşe Çağ;a@x.example\n".encode("cp1254"), "a.csv")
    assert refcli(["import", file, "--encoding", "nonsense"]).code == 2
    assert refcli(["import", file, "--encoding", "utf-16"]).code == 65
    assert refcli(["import", file, "--encoding", "punycode"]).code == 65
    assert not refcli.store.exists()
    refcli.ok(["import", file, "--encoding", "cp1254"])
    assert shown(refcli, "Ayşe")["name"] == "Ayşe Çağ"


def test_a_new_job_is_news_with_a_wish_for_who_is_close(refcli: Program, tmp_path: Path) -> None:
    old = write(tmp_path, HEADER + VERA.format("Old Mill,Clerk"), "old/Connections.csv")
    new = write(tmp_path, HEADER + VERA.format("New Harbor,Boss"), "new/Connections.csv")
    refcli.ok(["import", old])
    refcli.ok("contact edit vera --basis client --tier B")
    done = refcli.ok(["import", new])
    assert "1 changed jobs" in done.out
    assert "Vera Holm: now New Harbor, Boss, was Old Mill, Clerk" in done.out
    assert (shown(refcli, "vera")["organization"], shown(refcli, "vera")["role"]) == (
        "New Harbor",
        "Boss",
    )
    assert "wish" in {item["kind"] for item in refcli.ok("due --within 7 --json").json}
    assert "changed jobs" in refcli.ok("contact timeline vera").out
    assert refcli.ok(["import", new, "--json"]).json["jobs"] == []


def test_a_job_that_was_typed_stays(refcli: Program, tmp_path: Path) -> None:
    refcli.ok(["contact", "add", "Vera Holm", "--email", "vera@x.example", "--org", "Own Ltd"])
    file = write(tmp_path, HEADER + VERA.format("New Harbor,Boss"), "Connections.csv")
    done = refcli.ok(["import", file])
    assert "Vera Holm: now New Harbor, Boss, was Own Ltd; left as you typed it" in done.out
    assert shown(refcli, "vera")["organization"] == "Own Ltd"


@pytest.mark.parametrize(("takes_rest", "code"), [(True, 0), (False, 65)])
def test_a_bad_row_is_asked_about(
    refcli: Program, tmp_path: Path, takes_rest: bool, code: int
) -> None:
    file = write(tmp_path, "Name,Email,Note\nAnna,a@x.example,x\nx,y,z,w\n", "a.csv")
    asked = refcli(["import", file], terminal=80, answers=[("take the rest?", takes_rest)])
    assert asked.code == code
    assert len(refcli.ok("contact list --json").json) == (1 if takes_rest else 0)


def test_a_folder_of_cards_and_a_zip_are_read(refcli: Program, tmp_path: Path) -> None:
    for number in range(3):
        card = CARD.format(f"Person {number}", f"EMAIL:p{number}@x.example")
        write(tmp_path, card, f"cards/{number}.vcf")
    assert refcli.ok(["import", str(tmp_path / "cards"), "--json"]).json["new"] == 3
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("Takeout/Contacts/All.vcf", CARD.format("Zed", "EMAIL:z@x.example"))
        archive.writestr("Takeout/photo.jpg", "x")
    file = write(tmp_path, data.getvalue(), "takeout.zip")
    assert refcli.ok(["import", file, "--json"]).json["new"] == 1
    assert refcli(["import", str(tmp_path)]).code == 0
    assert refcli(["import", str(tmp_path / "cards" / "0.vcf" / "..")]).code in (65, 66)


def test_a_zip_says_what_of_its_files_is_not_kept_and_opens_no_other(
    refcli: Program, tmp_path: Path
) -> None:
    inner, data = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("people.csv", "Name,Email\nZed,z@x.example\n")
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("people.csv", "Name,Email,Shoe size\nAnna,a@x.example,42\n")
        archive.writestr("more.csv", inner.getvalue())
    done = refcli.ok(["import", write(tmp_path, data.getvalue(), "a.zip"), "--json"]).json
    assert (done["new"], done["not_kept"]) == (1, {"Shoe size": 1})
    alone = refcli(["import", write(tmp_path, _only(inner.getvalue()), "b.zip")])
    assert (alone.code, "more.csv is a ZIP itself" in alone.err) == (65, True)


def _only(data: bytes) -> bytes:
    """A ZIP with another in it, under the name of a table."""
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("more.csv", data)
    return outer.getvalue()


def test_a_zip_that_would_fill_the_disk_is_refused(refcli: Program, tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.csv", b"," * 60_000_000)
    refused = refcli(["import", write(tmp_path, data.getvalue(), "b.zip")])
    assert (refused.code, "the ZIP holds too much" in refused.err) == (65, True)


def test_a_workbook_is_read(refcli: Program, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Name", "E-Mail", "Geburtstag"])
    book.active.append(["Anna Weiss", "a@x.example", "15.04.1980"])
    file = tmp_path / "people.xlsx"
    book.save(file)
    refcli.ok(["import", str(file)])
    assert shown(refcli, "anna")["dates"][0]["on"] == "1980-04-15"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"!BDN" + b"x" * 99, "a mailbox of Outlook's own (.pst)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "a workbook in Excel's old format"),
        (
            (
                b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Workbook xmlns='
                b'"urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
            ),
            "a spreadsheet with entities",
        ),
    ],
)
def test_what_cannot_be_read_is_named(
    refcli: Program, tmp_path: Path, head: bytes, said: str
) -> None:
    refused = refcli(["import", write(tmp_path, head, "file")])
    assert (refused.code, said in refused.err) == (65, True), refused.err


def test_one_broken_event_takes_no_other_with_it(refcli: Program, tmp_path: Path) -> None:
    refcli.ok("contact add Anna --email anna@x.example")
    event = "BEGIN:VEVENT\nUID:{0}\n{1}\nATTENDEE:mailto:anna@x.example\nEND:VEVENT\n"
    good = event.format(1, "DTSTART:20261110T100000Z")
    bad = event.format(2, "DTSTART:20261111T100000Z\nDURATION:-PT1H")
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{bad}{good}END:VCALENDAR\n"
    file = write(tmp_path, text, "c.ics")
    assert "its length is negative" in refcli(["import", file]).err
    done = refcli.ok(["import", file, "--skip-bad", "--json"]).json
    assert (done["interactions"]["new"], done["rejected"][0]["line"]) == (1, 3)


def test_who_died_is_nobody_to_write_to(refcli: Program, tmp_path: Path) -> None:
    refcli.ok(["import", write(tmp_path, CARD.format("Jan Ott", "DEATHDATE:20200101"), "a.vcf")])
    assert shown(refcli, "jan")["status"] == "deceased"
    assert refcli.ok("undo").code == 0
    assert refcli.ok("contact list --json").json == []


NAMES = st.sampled_from(
    (
        *("Anna Weiss", "Weiss, Anna", "WEISS Anna", "Dr. Anna Weiss", "Anna Weiß", "Ana Lopez"),
        *("Bob Tate", "Robert Tate", "Tim O’Brien", "Tim O'Brien", "Jürgen Müller", "王小明"),
        *("Juergen Mueller", "Greta Mohn", "Henk Mohn", "Anna", "Weiss GmbH", "A. Weiss", ""),
    )
)


@given(NAMES, NAMES, st.booleans())
def test_whether_names_agree_does_not_hang_on_their_order(one: str, two: str, own: bool) -> None:
    agrees = names_agree(one, two, is_personal=own)
    assert agrees == names_agree(two, one, is_personal=own)
    assert names_agree(one, one) == bool(name_keys(one) and one)
    assert stored_keys(one)


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        ("Mueller, Juergen", "Jürgen Müller", True),
        ("Dr. Anna Weiss", "Anna Weiss", True),
        ("Bob Tate", "Robert Tate", True),
        ("Anna Maria Weiss", "Anna Weiss", True),
        ("Martin Hofmann", "Martin Hoffmann", True),
        ("Martin Weber", "Marvin Weber", False),
        ("Alexander Weiss", "Alexandra Weiss", False),
        ("Peter Mohn", "Petra Mohn", False),
        ("Maria Lopez", "Jose Maria Lopez", False),
        ("Martin Paul", "Paul Martin", False),
        ("Anna and Ben Weiss", "Anna Weiss", False),
        ("Anna Weiss GmbH", "Anna Weiss", False),
        ("John Smith", "John Smith Jr.", False),
    ],
)
def test_who_shares_a_number_is_one_only_if_the_names_say_so(
    one: str, two: str, agree: bool
) -> None:
    assert names_agree(one, two) is agree


def test_what_there_is_two_of_is_kept_twice(refcli: Program, tmp_path: Path) -> None:
    more = (
        "ORG:Weiss Dental\nORG:City Council\nTITLE:Owner\nTITLE:Mayor\n"
        "item1.X-ABDATE:2011-06-18\nitem1.X-ABLabel:child\n"
        "item2.X-ABDATE:2014-02-03\nitem2.X-ABLabel:child\n"
        f"NOTE:{'long ' * 5_000}"
    )
    told = refcli.ok(["import", write(tmp_path, CARD.format("Edda Brandt", more), "a.vcf")])
    assert "the note is longer than 20,000 characters" in told.out
    edda = shown(refcli, "edda")
    assert (edda["organization"], edda["role"]) == ("Weiss Dental", "Owner")
    assert edda["fields"] == {"further organization": "City Council", "further role": "Mayor"}
    assert {d["label"]: d["on"] for d in edda["dates"]} == {
        "child": "2011-06-18",
        "child 2": "2014-02-03",
    }


def test_cards_that_point_to_each_other_are_tied(refcli: Program, tmp_path: Path) -> None:
    cards = CARD.format(
        "Edda Brandt", "UID:urn:uuid:1-A\nRELATED;TYPE=spouse:urn:uuid:2-b\nEMAIL:e@x.example"
    ) + CARD.format("Otto, Graf", "UID:urn:uuid:2-B\nEMAIL:o@x.example")
    refcli.ok(["import", write(tmp_path, cards, "a.vcf")])
    ties = shown(refcli, "edda")["ties"]
    assert [(tie["contact"]["name"], tie["as"]) for tie in ties] == [("Otto, Graf", "spouse")]


def test_monica_s_notes_addresses_and_relationships(refcli: Program, tmp_path: Path) -> None:
    def contact(uuid: str, name: str, *data: dict[str, Any]) -> dict[str, Any]:
        first, last = name.split()
        told = {"first_name": first, "last_name": last}
        return {"uuid": uuid, "properties": told, "data": list(data)}

    note = {"type": "note", "values": [{"properties": {"body": "Likes tea"}}]}
    where = {"street": "Weg 1", "postal_code": "89073", "city": "Ulm", "country": "DE"}
    address = {"type": "address", "values": [{"properties": where}]}
    tie = {"properties": {"type": "spouse", "contact_is": "2", "of_contact": "1"}}
    people = [contact("1", "Edda Brandt", note, address), contact("2", "Otto Brandt")]
    data = [{"type": "contact", "values": people}, {"type": "relationship", "values": [tie]}]
    file = write(tmp_path, json.dumps({"account": {"data": data}}), "monica.json")
    refcli.ok(["import", file])
    edda = shown(refcli, "edda")
    assert (edda["note"], edda["addresses"]) == ("Likes tea", ["Weg 1, 89073 Ulm, DE"])
    assert [(t["contact"]["name"], t["as"]) for t in edda["ties"]] == [("Otto Brandt", "spouse")]


def test_colons_within_quotes_end_no_head(refcli: Program, tmp_path: Path) -> None:
    more = 'EMAIL:e@x.example\nTEL;X-A="a:b";X-B="c:d":+49 30 5550101\nX-BOAT;L=":;:":Seagull'
    refcli.ok(["import", write(tmp_path, CARD.format("Edda Brandt", more), "a.vcf")])
    edda = shown(refcli, "edda")
    assert edda["phones"] == ["+49 30 5550101"]
    assert edda["fields"] == {'vCard X-BOAT;L=":;:"': "Seagull"}


def test_more_than_is_kept_is_said(refcli: Program, tmp_path: Path) -> None:
    more = "\n".join(f"X-SIZE-{number}:7" for number in range(60))
    told = refcli.ok(["import", write(tmp_path, CARD.format("Edda Brandt", more), "a.vcf")])
    assert "line 1: rejected, 60 fields, of which 50 are kept" in told.out
    assert len(shown(refcli, "edda")["fields"]) == 50


def test_a_title_that_stands_there_twice_is_said(refcli: Program, tmp_path: Path) -> None:
    rows = "Ada Ross,a@x.org,1980-02-03,1981-02-03,Ada Quux\nBo Li,,1980-01-01,1980-01-01,\n"
    file = tmp_path / "twice.csv"
    file.write_text(f"Name,Email,Birthday,Birthday,Name\n{rows}", encoding="utf-8")
    told = refcli.ok(["import", str(file)]).out
    assert "not kept, since no field is for it: Birthday (1), Name (1); with --keep it is" in told
    assert {c["name"] for c in refcli.ok("contact list --json").json} == {"Ada Ross", "Bo Li"}
