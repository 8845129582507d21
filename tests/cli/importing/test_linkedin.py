"""`refcli import` for LinkedIn's export, exactly as it comes."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.support.program import Program

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
NOTES = (
    'Notes:\n"When exporting your connection data, you may notice, that ""some"" are missing."\n\n'
)
ANNA = (
    "Anna,Weiss,https://www.linkedin.com/in/anna-weiss,anna@w.example,Weiss Dental,Owner,"
    "05 Mar 2024\n"
)
TOM = 'Tom,Brandt,https://www.linkedin.com/in/tom/,,"Brandt, Son & Co",Joiner,11 Jan 2023\n'
GERMAN = "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n"
OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"


def write(tmp_path: Path, text: str | bytes, name: str = "Connections.csv") -> str:
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


def names(refcli: Program) -> list[str]:
    return [c["name"] for c in refcli.ok("contact list --sort name --json").json]


@pytest.mark.parametrize(
    "text",
    [
        HEADER + ANNA + TOM,
        NOTES + HEADER + ANNA + TOM,
        (NOTES + HEADER + ANNA + ",,,,,,\n" + TOM).replace("\n", "\r\n"),
        "\ufeff" + HEADER + ANNA + TOM,
        GERMAN + ANNA.replace("05 Mar", "05. März") + TOM,
    ],
    ids=["plain", "notes", "crlf", "bom", "german"],
)
def test_it_is_taken_as_it_comes(refcli: Program, tmp_path: Path, text: str) -> None:
    file = write(tmp_path, text)
    done = refcli.ok(["import", file, "--json"]).json
    assert done == {
        "format": "linkedin",
        "dry_run": False,
        "new": 2,
        "updated": 0,
        "same": 0,
        "doubtful": [],
        "jobs": [],
        "read_as": None,
        "days_as": None,
        "columns_as": {},
        "not_kept": {},
        "report": None,
        "rejected": [],
        "unclear": [],
        "interactions": {"new": 0, "same": 0, "nobody": 0},
        "introductions": {"new": 0, "updated": 0, "same": 0},
    }
    anna = refcli.ok("contact show anna --json").json
    assert (anna["organization"], anna["role"], anna["emails"]) == (
        "Weiss Dental",
        "Owner",
        ["anna@w.example"],
    )
    assert (anna["basis"], anna["tier"], anna["since"]) == ("other", None, None)
    assert refcli.ok("contact show tom --json").json["organization"] == "Brandt, Son & Co"
    assert refcli.due() == {}
    again = refcli.ok(["import", file, "--json"]).json
    assert (again["new"], again["updated"], again["same"]) == (0, 0, 2)


def test_the_second_time_changes_no_byte(refcli: Program, tmp_path: Path) -> None:
    file = write(tmp_path, HEADER + ANNA)
    refcli.ok(["import", file])
    before = refcli.store.read_bytes()
    refcli.ok(["import", file], today="2027-01-01")
    assert refcli.store.read_bytes() == before


def test_the_day_of_connection_begins_the_acquaintance(refcli: Program, tmp_path: Path) -> None:
    refcli.ok(["import", write(tmp_path, HEADER + TOM + ANNA.replace("05 Mar 2024", "x"))])
    found = {
        c["name"]: c["rapport"]["days"] for c in refcli.ok("contact list --sort name --json").json
    }
    assert found["Tom Brandt"] > found["Anna Weiss"]


def test_zip_and_old_layout(refcli: Program, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("Basic_Export/Connections.csv", NOTES + HEADER + ANNA)
        archive.writestr("Basic_Export/messages.csv", "x,y\n")
    refcli.ok(["import", write(tmp_path, buffer.getvalue(), "export.zip")])
    refcli.ok(["import", write(tmp_path, OLD + "Ben,Okoye,,Okoye,Owner,05 Mar 2024\n")])
    assert names(refcli) == ["Anna Weiss", "Ben Okoye"]


def test_a_dry_run_writes_nothing(refcli: Program, tmp_path: Path) -> None:
    result = refcli.ok(["import", write(tmp_path, HEADER + ANNA), "--dry-run"])
    assert result.out == "linkedin: would be: 1 new, 0 updated, 0 same, 0 doubtful, 0 rejected\n"
    assert not refcli.store.exists()


def test_what_the_user_typed_stays(refcli: Program, tmp_path: Path) -> None:
    refcli.ok('contact add "Anna Weiss" --org "Weiss Dental" --role boss')
    result = refcli.ok(["import", write(tmp_path, HEADER + ANNA)])
    assert "0 new, 1 updated" in result.out
    anna = refcli.ok("contact show anna --json").json
    assert (anna["role"], anna["emails"]) == ("boss", ["anna@w.example"])
    assert "linkedin.com/in/anna-weiss" in refcli.ok("contact show anna").out


def test_a_name_alone_is_doubtful(refcli: Program, tmp_path: Path) -> None:
    refcli.ok('contact add "Tom Brandt"')
    file = write(tmp_path, HEADER + TOM + ANNA)
    quiet = refcli.ok(["import", file])
    assert "1 new, 0 updated, 0 same, 1 doubtful, 0 rejected" in quiet.out
    assert "line 2: left out, may be @1: Tom Brandt" in quiet.out
    assert names(refcli) == ["Anna Weiss", "Tom Brandt"]
    left = refcli.ok(["import", file], answers=[("Tom Brandt, Brandt, Son & Co", "leave")])
    assert "1 doubtful" in left.out
    same = refcli.ok(["import", file, "--dry-run", "--json"]).json["doubtful"]
    assert same == [
        {"line": 2, "name": "Tom Brandt", "candidates": [{"id": 1, "name": "Tom Brandt"}]}
    ]
    refcli.ok(["import", file], answers=[("Tom Brandt", "1")])
    assert refcli.ok("contact show tom --json").json["role"] == "Joiner"
    refcli.ok('contact add "Una Pik"')
    other = write(tmp_path, HEADER + "Una,Pik,https://linkedin.com/in/una,,Pik,Owner,\n", "b.csv")
    refcli.ok(["import", other], answers=[("Una Pik", "new")])
    assert names(refcli).count("Una Pik") == 2


def test_two_people_of_one_name(refcli: Program, tmp_path: Path) -> None:
    twin = ANNA.replace("in/anna-weiss", "in/anna-weiss-2").replace("anna@w.example", "")
    refcli.ok(["import", write(tmp_path, HEADER + ANNA + twin)])
    assert names(refcli) == ["Anna Weiss", "Anna Weiss"]


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", 65, "the file is empty"),
        (b"Who,Number\nAnna,1\n", 65, "found Who, Number"),
        (HEADER.encode(), 65, "nobody in it"),
        ((HEADER + ANNA + '"open,quote\n').encode(), 65, "line 3"),
        ((HEADER + ANNA + "a,b,c\n").encode(), 65, "line 3: 3 columns instead of 7"),
        ((HEADER + ANNA).encode("utf-16"), 0, ""),
        ((HEADER + ANNA).replace("Anna", "Än").encode("latin-1"), 0, ""),
        (b"PK\x03\x04garbage", 65, "damaged or locked ZIP"),
        (b"\xff\xfe\x00", 65, "not text"),
        ((HEADER + "x" * 300_000).encode(), 65, "1 columns instead of 7"),
    ],
)
def test_what_cannot_be_taken(
    refcli: Program, tmp_path: Path, content: bytes, code: int, said: str
) -> None:
    result = refcli(["import", write(tmp_path, content)])
    assert result.code == code, result.err
    assert said in result.err
    assert "Traceback" not in result.err
    if code:
        assert result.out == ""
        assert not refcli.store.exists()


def test_rows_that_cannot_be_read_can_be_left_out(refcli: Program, tmp_path: Path) -> None:
    file = write(tmp_path, HEADER + ANNA + "a,b,c\n,,https://linkedin.com/in/x,,,,\n")
    assert refcli(["import", file]).code == 65
    result = refcli.ok(["import", file, "--skip-bad"])
    assert "line 3: rejected, 3 columns instead of 7" in result.out
    assert "line 4: rejected, no name" in result.out
    assert names(refcli) == ["Anna Weiss"]


def test_files_that_are_not_there(refcli: Program, tmp_path: Path) -> None:
    assert refcli(["import", str(tmp_path / "none.csv")]).code == 66
    assert refcli(["import", str(tmp_path)]).code == 65
    assert refcli("import").code == 2


def test_a_backup_precedes_it(anna: Program, tmp_path: Path) -> None:
    before = anna.store.read_bytes()
    anna.ok(["import", write(tmp_path, HEADER + TOM)])
    [backup] = list(Path(f"{anna.store}.backups").iterdir())
    assert backup.name == "2026-11-20-before-import-0001.db"
    assert backup.stat().st_mode & 0o777 == 0o600
    restored = Program(tmp_path / "copy.db")
    restored.store.write_bytes(backup.read_bytes())
    assert names(restored) == ["Anna Weiss"]
    assert anna.store.read_bytes() != before
