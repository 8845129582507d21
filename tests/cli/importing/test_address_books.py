"""`refcli import` for each address book that people have."""

import sqlite3
from pathlib import Path

import pytest

from refcli.domain.contacts import Basis
from tests.cli.importing.files import (
    BOOKS,
    GOOGLE,
    HUBSPOT,
    MONICA,
    OUTLOOK,
    VCARD_4,
    VCARD_21,
)
from tests.support.program import Program


def write(tmp_path: Path, text: str | bytes, name: str = "book") -> str:
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


@pytest.mark.parametrize("name", BOOKS)
def test_it_is_recognised_and_taken(refcli: Program, tmp_path: Path, name: str) -> None:
    form, text = BOOKS[name]
    file = write(tmp_path, text)
    dry = refcli.ok(["import", file, "--dry-run", "--json"]).json
    assert (dry["new"], dry["dry_run"], refcli.store.exists()) == (2, True, False)
    done = refcli.ok(["import", file, "--json"]).json
    assert (done["format"], done["new"]) == (form, 2)
    anna = refcli.ok("contact show anna --json").json
    assert (anna["name"], anna["organization"], anna["role"]) == (
        "Anna Weiss",
        "Weiss Dental",
        "Owner",
    )
    assert anna["emails"][0] == "anna@w.example"
    assert "".join(c for c in anna["phones"][0] if c.isdigit()) == "49305550101"
    assert (anna["tier"], refcli.due()) == (None, {})
    before = refcli.store.read_bytes()
    again = refcli.ok(["import", file, "--json"]).json
    # Tom, of whom nothing but the name is known, may be somebody else of that name.
    assert (again["new"], again["updated"], again["same"]) == (0, 0, 1)
    assert [d["name"] for d in again["doubtful"]] == ["Tom Brandt"]
    assert refcli.store.read_bytes() == before


def test_labels_notes_nicknames_and_damaged_numbers(refcli: Program, tmp_path: Path) -> None:
    done = refcli.ok(["import", write(tmp_path, GOOGLE), "--json"]).json
    anna = refcli.ok("contact show anna --json").json
    assert (anna["tags"], anna["nicknames"], anna["note"]) == (["golf"], ["Anni"], "met in Rome")
    assert anna["emails"] == ["anna@w.example", "a.weiss@x.example"]
    [damaged] = done["rejected"]
    assert damaged["line"] == 3
    assert "6.28123E+12" in damaged["reason"]
    assert refcli.ok("contact show tom --json").json["phones"] == []


@pytest.mark.parametrize("text", [OUTLOOK, MONICA], ids=["outlook", "monica"])
def test_through_whom(refcli: Program, tmp_path: Path, text: str) -> None:
    refcli.ok(["import", write(tmp_path, text)])
    anna = refcli.ok("contact show anna --json").json
    assert (anna["through"]["name"], anna["basis"]) == ("Tom Brandt", "referred")


def test_through_nobody_known_is_said(refcli: Program, tmp_path: Path) -> None:
    file = write(tmp_path, OUTLOOK.replace("Tom Brandt,\n", "Uncle Bob,\n"))
    done = refcli.ok(["import", file])
    assert "line 2: Anna Weiss came through Uncle Bob: who that is, is unclear" in done.out
    assert refcli.ok("contact show anna --json").json["through"] is None


def test_old_windows_letters_are_read_and_said(refcli: Program, tmp_path: Path) -> None:
    for number, book in enumerate((OUTLOOK, GOOGLE, HUBSPOT)):
        text = book.replace("Weiss,", f"Weiß{number},")
        done = refcli.ok(["import", write(tmp_path, text.encode("cp1252"))])
        assert ", read as cp1252: " in done.out
    assert "Anna Weiß0" in refcli.ok("contact list").out


def test_any_csv_by_its_columns(refcli: Program, tmp_path: Path) -> None:
    text = "Wer,Firma,Mail,Seit\nAnna Weiss,Weiss Dental,anna@w.example,2024-01-10\n"
    file = write(tmp_path, text)
    unknown = refcli(["import", file])
    assert unknown.code == 65
    assert "found Wer, Firma, Mail, Seit" in unknown.err
    refcli.ok(["import", file, "--map", "Wer=name,Firma=org,Mail=email,Seit=since"])
    anna = refcli.ok("contact show anna --json").json
    assert (anna["organization"], anna["since"]) == ("Weiss Dental", "2024-01-10")
    for wrong in ("Wer=nose", "Wer", "Firma=org"):
        assert refcli(["import", file, "--map", wrong]).code == 2
    assert refcli(["import", file, "--map", "Who=name"]).code == 65


def test_a_person_who_stands_in_it_twice_is_one_with_all_that_is_known(
    refcli: Program, tmp_path: Path
) -> None:
    twice = "Paul,paul@t.example,,Acme,\nPaul,paul@t.example,+49301112233,Acme,golf\n"
    path = write(tmp_path, f"Who,Mail,Tel,Org,Tag\n{twice}{twice}")
    line = ["import", path, "--map", "Who=name,Mail=email,Tel=phone,Org=org,Tag=tag"]
    assert "1 new, 0 updated, 3 same" in refcli.ok(line).out
    paul = refcli.ok("contact show paul --json").json
    assert (paul["phones"], paul["emails"]) == (["+49301112233"], ["paul@t.example"])
    assert paul["tags"] == ["golf"]
    assert "0 new, 0 updated, 4 same" in refcli.ok(line).out
    assert refcli.ok("contact show paul --json").json == paul


def test_what_is_filled_in_is_filled_in_once(refcli: Program, tmp_path: Path) -> None:
    refcli.ok("contact add Paul --email paul@t.example")
    row = "Paul,paul@t.example,+49301112233,golf\n"
    path = write(tmp_path, f"Who,Mail,Tel,Tag\n{row}{row}")
    line = ["import", path, "--map", "Who=name,Mail=email,Tel=phone,Tag=tag"]
    refcli.ok(line)
    paul = refcli.ok("contact show paul --json").json
    assert (paul["phones"], paul["tags"]) == (["+49301112233"], ["golf"])
    assert "0 updated" in refcli.ok(line).out


def test_what_came_in_bulk_passes_every_check_of_the_store(refcli: Program, tmp_path: Path) -> None:
    rows = "".join(
        f"Person {n},p{n}@x.example,+49 30 123{n:03},{basis.value},tag{n},Nick{n}\n"
        for n, basis in enumerate([*Basis] * 100)
    )
    path = write(tmp_path, f"Who,Mail,Tel,Basis,Tags,Nick\n{rows}")
    columns = "Who=name,Mail=email,Tel=phone,Basis=basis,Tags=tag,Nick=nickname"
    refcli.ok(["import", path, "--map", columns])
    assert {c["basis"] for c in refcli.ok("contact list --json").json} == {*Basis}
    assert {f["severity"] for f in refcli.ok("doctor --json").json} <= {"ok", "note"}
    connection = sqlite3.connect(refcli.store)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        connection.execute("update contact set basis = 'nonsense'")
    connection.close()


def test_what_the_user_typed_stays(refcli: Program, tmp_path: Path) -> None:
    refcli.ok("contact add Anna Weiss --org Own --email anna@w.example --basis friend")
    done = refcli.ok(["import", write(tmp_path, OUTLOOK), "--json"]).json
    assert (done["new"], done["updated"]) == (1, 1)
    anna = refcli.ok("contact show anna --json").json
    assert (anna["organization"], anna["role"], anna["basis"]) == ("Own", "Owner", "friend")
    assert anna["tags"] == ["golf"]


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        ("--phone +49305550101", "updated"),
        ("--email ANNA@w.example", "updated"),
        ('--org "Weiss Dental"', "updated"),
        ("", "doubtful"),
    ],
)
def test_how_people_are_matched(refcli: Program, tmp_path: Path, known: str, verdict: str) -> None:
    refcli.ok(f"contact add Anna Weiss {known}")
    done = refcli.ok(["import", write(tmp_path, HUBSPOT), "--json"]).json
    found = done[verdict]
    assert (found if isinstance(found, int) else len(found)) == 1
    assert done["new"] == 1


def test_who_shares_a_phone_is_somebody_else(refcli: Program, tmp_path: Path) -> None:
    refcli.ok("contact add Berta Blum --phone +49305550101")
    file = write(tmp_path, HUBSPOT.replace("anna@w.example", ""))
    assert refcli.ok(["import", file, "--json"]).json["new"] == 2
    assert refcli.ok("contact show berta --json").json["ties"] == []


def test_a_couple_who_share_a_landline_are_tied(refcli: Program, tmp_path: Path) -> None:
    refcli.ok("contact add Paul Weiss --phone +49305550101")
    file = write(tmp_path, HUBSPOT.replace("anna@w.example", ""))
    for _ in range(2):
        refcli.ok(["import", file])
    (tie,) = refcli.ok("contact show paul --json").json["ties"]
    assert (tie["contact"]["name"], tie["as"] if "as" in tie else tie["word"]) == (
        "Anna Weiss",
        "relative",
    )


def test_a_doubtful_one_is_asked_about(refcli: Program, tmp_path: Path) -> None:
    refcli.ok("contact add Anna Weiss")
    file = write(tmp_path, HUBSPOT)
    refcli(["import", file], terminal=80, answers=[("Anna Weiss, Weiss Dental", "1")])
    assert refcli.ok("contact show anna --json").json["role"] == "Owner"
    assert len(refcli.ok("contact list --json").json) == 2


def test_one_bad_card(refcli: Program, tmp_path: Path) -> None:
    file = write(tmp_path, VCARD_21 + "BEGIN:VCARD\r\nFN:Eve\r\nno property\r\nEND:VCARD\r\n")
    refused = refcli(["import", file])
    assert refused.code == 65
    assert "line 15: line 17 is no property" in refused.err
    assert not refcli.store.exists()
    done = refcli.ok(["import", file, "--skip-bad", "--json"]).json
    assert (done["new"], [r["line"] for r in done["rejected"]]) == (2, [15])


def test_cards_on_stdin(refcli: Program) -> None:
    refcli.ok("contact add -", stdin=VCARD_4)
    assert len(refcli.ok("contact list --json").json) == 2
    assert refcli("contact add -", stdin="BEGIN:VCARD\r\nFN:x\r\n").code == 65


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"{",
        b'{"a": 1}',
        b"hello",
        b"a,b\n1,2\n",
        bytes(range(256)) * 20,
        b"\x1f\x8b\x08\x00" + bytes(50),
        b"BEGIN:VCARD\r\nFN:A",
        b"END:VCARD\r\n",
        b"[" * 100_000,
        b'{"account": {"data": []}}',
    ],
)
def test_nothing_is_pretended(refcli: Program, tmp_path: Path, content: bytes) -> None:
    refused = refcli(["import", write(tmp_path, content)])
    assert refused.code == 65, refused
    assert len(refused.err.splitlines()) <= 2
    assert not refcli.store.exists()


def test_an_import_is_preceded_by_a_backup(anna: Program, tmp_path: Path) -> None:
    anna.ok(["import", write(tmp_path, HUBSPOT)])
    backups = list(Path(f"{anna.store}.backups").glob("*before-import*.db"))
    assert len(backups) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n\r\n", "  \n"])
def test_a_vcard_that_ends_in_an_empty_line(refcli: Program, tmp_path: Path, end: str) -> None:
    done = refcli.ok(["import", write(tmp_path, VCARD_4 + end, "book.vcf"), "--json"]).json
    assert (done["new"], done["rejected"]) == (2, [])


def test_text_before_a_card_is_named_and_the_card_is_whole(refcli: Program, tmp_path: Path) -> None:
    text = VCARD_4.replace("END:VCARD", "END:VCARD\r\nmy cards", 1)
    file = write(tmp_path, text, "book.vcf")
    said = refcli(["import", file])
    assert (said.code, "line 12: text outside of a card" in said.err) == (65, True)
    done = refcli.ok(["import", file, "--skip-bad", "--json"]).json
    assert [row["reason"] for row in done["rejected"]] == ["text outside of a card"]
    assert done["new"] == 2
