"""`import --as`: each format reads its own files and refuses all others with what was found."""

import io
import zipfile
from pathlib import Path

import pytest

from refcli.exchange.readers import READERS, ImportFormat
from tests.cli.importing.files import (
    APPLE,
    GOOGLE,
    HUBSPOT,
    MONICA,
    OLD_GOOGLE,
    OUTLOOK,
    VCARD_4,
    VCARD_21,
    WEB_OUTLOOK,
)
from tests.cli.importing.test_history import (
    CONNECTIONS,
    EVENTS,
    INVITATIONS,
    MBOX,
    MESSAGES,
    PEOPLE,
    SLIPS,
    calendar,
)
from tests.support.program import Program

LETTER = MBOX.partition("\n")[2].partition("\nFrom ")[0]
LDIF = "dn: cn=Lia Ode\nobjectclass: person\ncn: Lia Ode\nmail: lia@x.example\n"
MAPPED = "Wer,Mail\nPia Neu,pia@n.example\n"
MAP = ["--map", "Wer=name,Mail=email"]


def zipped(**files: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.csv", text)
    return data.getvalue()


# Of each format its own files, and the words that a refusal names them with.
OWN: dict[str, tuple[str, list[str | bytes]]] = {
    "linkedin": (
        "First Name, Last Name, URL",
        [CONNECTIONS, MESSAGES, INVITATIONS, zipped(Connections=CONNECTIONS)],
    ),
    "google": ("First Name, Middle Name, Last Name, Phonetic", [GOOGLE, OLD_GOOGLE]),
    "outlook": ("Title, First Name, Middle Name", [OUTLOOK, WEB_OUTLOOK]),
    "hubspot": ("Record ID, First Name", [HUBSPOT]),
    "vcard": ("a vCard", [VCARD_21, APPLE, VCARD_4]),
    "monica": ("JSON", [MONICA]),
    "bni": ("Slips Audit Report", [SLIPS]),
    "ics": ("a calendar", [calendar(EVENTS["lunch"][0])]),
    "mbox": ("a mailbox", [MBOX]),
    "eml": ("a letter", [LETTER]),
    "ldif": ("LDIF", [LDIF]),
    "csv": ("Wer, Mail", [MAPPED]),
}
FORMS = [form.value for form in ImportFormat]


@pytest.fixture
def known(refcli: Program) -> Program:
    for line in PEOPLE:
        refcli.ok(line)
    return refcli


def write(tmp_path: Path, content: str | bytes, name: str = "file") -> str:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(file)


def refused(program: Program, line: list[str], *said: str) -> None:
    before = program.store.read_bytes()
    for more in ([], ["--dry-run"]):
        result = program([*line, *more])
        assert (result.code, result.out) == (65, ""), (line, result)
        told, hint = result.err.splitlines()
        assert hint.startswith("hint: ")
        assert "so nothing was imported" in told
        assert told.endswith(f": {Path(line[1]).name}")
        for words in said:
            assert words in result.err, (line, result.err)
    assert program.store.read_bytes() == before


def test_every_format_has_its_reader() -> None:
    assert set(READERS) == set(ImportFormat)
    assert {*OWN, "maildir", "refcli"} == set(FORMS)


@pytest.mark.parametrize("form", OWN)
def test_its_own_files_are_taken(known: Program, tmp_path: Path, form: str) -> None:
    for content in OWN[form][1]:
        line = ["import", write(tmp_path, content), "--as", form, "--json"]
        line += MAP if form == "csv" else []
        dry = known.ok([*line, "--dry-run"]).json
        assert (dry["format"], dry["dry_run"]) == (form, True)
        done = known.ok(line).json
        assert done["format"] == form


@pytest.mark.parametrize("form", FORMS)
def test_all_others_are_refused(known: Program, tmp_path: Path, form: str) -> None:
    for other, (found, contents) in OWN.items():
        if other == form or (form, other) in {("csv", "csv"), ("refcli", "vcard")}:
            continue
        line = ["import", write(tmp_path, contents[0]), "--as", form]
        if form == "csv" and other in ("linkedin", "google", "outlook", "hubspot"):
            assert known.ok([*line, "--json"]).json["format"] == "csv"  # by its titles
            continue
        if form == "csv" and other == "bni":
            refused(known, line, "--as csv needs --map", found.split(",")[0], "hint: say what")
            continue
        hint = "any CSV file can be read: --as csv" if other == "csv" else f"--as {other}"
        refused(known, line, f"--as {form} cannot read it", found.split(",")[0], hint)


def test_a_zip_is_linkedins_alone(known: Program, tmp_path: Path) -> None:
    file = write(tmp_path, zipped(Connections=CONNECTIONS))
    for form in FORMS[1:]:
        refused(known, ["import", file, "--as", form], "found a ZIP", "looks like linkedin")
    for form in FORMS[1:]:
        refused(known, ["import", write(tmp_path, zipped(x="y")), "--as", form], "import --help")


def test_a_maildir_is_a_folder(known: Program, tmp_path: Path) -> None:
    for part in ("cur", "new"):
        (tmp_path / "mail" / part).mkdir(parents=True)
    text = MBOX.partition("\n")[2].partition("\nFrom ")[0]
    (tmp_path / "mail" / "cur" / "1").write_text(text, encoding="utf-8")
    line = ["import", str(tmp_path / "mail")]
    for form in set(FORMS) - {"maildir"}:
        refused(known, [*line, "--as", form], "a Maildir folder", "hint: it looks like maildir")
    for more in (["--dry-run"], []):
        done = known.ok([*line, "--as", "maildir", "--json", *more]).json
        assert (done["format"], done["interactions"]["new"]) == ("maildir", 1)


def test_refclis_own(known: Program, tmp_path: Path) -> None:
    for ending in ("csv", "vcf", "json"):
        file = str(tmp_path / f"all.{ending}")
        known.ok(["export", file])
        other = Program(tmp_path / ending / "refcli.db")
        line = ["import", file, "--as", "refcli", "--json"]
        for more in (["--dry-run"], []):
            done = other.ok([*line, *more]).json
            assert (done["format"], done["new"]) == ("refcli", 2)
    own = str(tmp_path / "all.json")
    fresh = Program(tmp_path / "fresh" / "refcli.db")
    assert "who are they to you" not in fresh.ok(["import", own]).err
    for form in set(FORMS) - {"refcli"}:
        refused(known, ["import", own, "--as", form], "found JSON", "--as refcli")
        if form != "csv":
            csv = str(tmp_path / "all.csv")
            refused(known, ["import", csv, "--as", form], "found name, nicknames", "--as refcli")


HUB_LIKE_LINKEDIN = (
    "First Name,Last Name,URL,Email Address,Company,Position,Record ID,Email,Job Title\n"
    "Pia,Neu,,,,,101,pia@hub.example,Owner\n"
)
GOOGLE_LIKE_OUTLOOK = (
    "First Name,Last Name,Organization Name,Labels,Company,Job Title,Suffix,E-mail Address\n"
    "Pia,Neu,Acme,golf,Other Ltd,Boss,,pia@n.example\n"
)
SLIPS_LIKE_INVITATIONS = (
    "From,To,Slip Type,Sent At,Direction,Qty,Detail\nTom Brandt,Sam Rivers,Referral,,,,Pia Neu\n"
)
BOTH_JSON = MONICA.replace('{"version"', '{"refcli": {"format": 1}, "tables": [], "version"', 1)
LOOKS_OTHERWISE = {
    "hubspot": HUB_LIKE_LINKEDIN,
    "outlook": GOOGLE_LIKE_OUTLOOK,
    "bni": SLIPS_LIKE_INVITATIONS,
    "monica": BOTH_JSON,
    "csv": "{Wer},Mail\nPia Neu,pia@n.example\n",
    "google": "name,emails,phones,basis,through,given name,family name,group membership\n"
    "Pia Neu,,,,,Pia,Neu,golf\n",
    "mbox": MBOX.replace("\n", "\n>odd\n", 1),
}


@pytest.mark.parametrize("form", LOOKS_OTHERWISE)
def test_what_looks_like_another_is_read_as_is_said(
    known: Program, tmp_path: Path, form: str
) -> None:
    file = write(tmp_path, LOOKS_OTHERWISE[form])
    unforced = known(["import", file, "--dry-run", "--json"])
    assert unforced.code or unforced.json["format"] != form
    line = ["import", file, "--as", form, "--json"]
    line += ["--map", "{Wer}=name,Mail=email"] if form == "csv" else []
    for more in (["--dry-run"], []):
        assert known.ok([*line, *more]).json["format"] == form
    if form == "hubspot":
        assert known.ok("contact show pia --json").json["emails"] == ["pia@hub.example"]


def test_a_map_is_for_any_csv_alone(known: Program, tmp_path: Path) -> None:
    result = known(["import", write(tmp_path, GOOGLE), "--as", "google", *MAP])
    assert (result.code, "leave one of the two out" in result.err) == (2, True)
