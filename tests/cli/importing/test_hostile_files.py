"""Files made to hurt, each found by fuzzing: a plain answer, soon, and never our bug."""

import io
import json
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.cli.importing.test_peoples_files import write
from tests.support.program import TODAY, Program

NINES = "9" * 70_000
FOLDS = "\n y" * 400_000
SHEET = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
    '<Worksheet><Table><Row Index="²"><Cell><Data>x</Data></Cell></Row></Table>'
    "</Worksheet></Workbook>"
)
DATE = {"id": 1, "contact_id": 1, "label": "x", "label_key": "x", "month_day": "05-06"}
HEAD = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n"
TAIL = "\nATTENDEE:mailto:ann@x.example\nEND:VEVENT\nEND:VCALENDAR\n"
CARD = "BEGIN:VCARD\nFN:Ann Lee\n{}\nEND:VCARD\n"
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def broken_zip() -> bytes:
    """A ZIP of which the packed bytes were damaged."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", CONNECTIONS * 20)
    whole = bytearray(data.getvalue())
    place = whole.index(zlib.compress((CONNECTIONS * 20).encode(), 6)[2:6])
    whole[place : place + 12] = b"\xff" * 12
    return bytes(whole)


def truncated_zip() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("Connections.csv", CONNECTIONS)
    return data.getvalue()[60:]


@pytest.mark.parametrize(
    ("content", "args"),
    [
        (f"Name,Email,Birthday\nAnn Lee,a@x.example,1/2/{NINES}\n", []),
        (f"Name,Email,Birthday\nAnn Lee,a@x.example,{NINES}-01-02\n", []),
        ("Name,Email,Birthday\nAnn Lee,a@x.example,²/²/²\n", []),
        (f"Name,Email,Phone\nAnn Lee,a@x.example,1239{NINES}\n", []),
        (CARD.format(f"EMAIL:{',' * 70_000}"), []),
        (CARD.format("NOTE;CHARSET=UNDEFINED:caf\xe9").encode("latin-1"), []),
        (CARD.format("NOTE;CHARSET=a\0b:caf\xe9").encode("latin-1"), []),
        (CARD.format("NOTE:x"), ["--encoding", "unicode_escape"]),
        (CARD.format("NOTE:x"), ["--encoding", "utf-7"]),
        (f"dn: cn=a\ncn: Ann Lee\nbirthyear: {NINES}\nbirthmonth: 1\nbirthday: 2\n", []),
        (f"{HEAD}DTSTART;TZID=Europe/{NINES}:20260105T100000{TAIL}", []),
        (f"{HEAD}DTSTART;TZID=Europe:20260105T100000{TAIL}", []),
        (f"{HEAD}DTSTART:20260105T100000\nRRULE:FREQ=DAILY;INTERVAL={NINES}{TAIL}", []),
        (f"{HEAD}DTSTART:00010101T000000\nRRULE:FREQ=DAILY{TAIL}", []),
        (f"From x\nFrom: ann@x.example\nTo: me@x.example\nCc: {'@' * 140_000}\n\n", []),
        ("é" * 70_000 + "\xff", []),
        (broken_zip(), []),
        (truncated_zip(), []),
        (SHEET, []),
        (SHEET.replace('1.0"?', '1.0" encoding="x"?'), []),
        (CARD.format("NOTE:\xe9").encode("latin-1"), ["--encoding", "nonsense"]),
        (b"BEGIN:VCARD\nFN:A\0\nNOTE:" + "éé".encode() + b"\xe9\nEND:VCARD\n", []),
        (CARD.format('X;A="' + ":" * 500_000), []),
        (CARD.format("NOTE:" + "a\u0301\u0323" * 60_000), []),
        (f"Name,Email,Note\nAnn Lee,a@x.example,{'o' + chr(0x301) * 60_000}\n", []),
        (f"{HEAD}DTSTART:20260105T100000\nRRULE:FREQ=DAILY;INTERVAL=+0{TAIL}", []),
        (f"{HEAD}DTSTART:20260105\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30{TAIL}", []),
        (f"{HEAD}DTSTART;VALUE=DATE:19700101\nRRULE:FREQ=DAILY{TAIL}", []),
        (f"{HEAD}DTSTART:20260105T100000\nATTENDEE:{'a' * 190_000}{TAIL}", []),
        (f"{HEAD}DTSTART:20260105T100000\nDESCRIPTION:x{FOLDS}{TAIL}", []),
        ("a," * 300_000 + "\nb\n", []),
        (
            json.dumps(
                {
                    "account": {
                        "data": [
                            {
                                "type": "contact",
                                "values": [
                                    {
                                        "uuid": "1",
                                        "properties": {"first_name": "A", "birthdate": "\ud800"},
                                    }
                                ],
                            }
                        ]
                    }
                }
            ),
            [],
        ),
    ],
)
def test_it_is_read_or_refused(
    refcli: Program, tmp_path: Path, content: str | bytes, args: list[str]
) -> None:
    refcli.ok(["config", "set", "me.emails", "me@x.example"])
    refcli.ok(["contact", "add", "Ann Lee", "--email", "ann@x.example"])
    begun = time.process_time()
    done = refcli(["import", write(tmp_path, content, "file"), "--skip-bad", *args])
    assert done.code in (0, 2, 65), done.err
    assert time.process_time() - begun < 10  # of a limit, and a machine that is busy
    assert "bug" not in done.err


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("yearly_date", {"notice_days": 2**63 - 1}),
        ("yearly_date", {"year": 20261128}),
        ("contact", {"since": 2147483648}),
        ("contact", {"name": "half \ud800 a character"}),
        ("id_mark", {"block": 2**63}),
        ("id_mark", {"last": 2**63 - 1}),
        ("id_mark", {"last": 10**15}),
        ("contact", {"id": 10**15}),
        ("contact_step", {"value": "D", "step": "tier"}),
        ("intro_party", {"intro_id": 999_999}),
    ],
)
def test_a_whole_export_that_makes_no_sense(
    sample: Program, tmp_path: Path, table: str, change: dict[str, object]
) -> None:
    file = tmp_path / "all.json"
    sample.ok(["export", str(file)])
    value = json.loads(file.read_text())
    rows = value["tables"].setdefault(table, [])
    if not rows:
        rows.append(DATE | {"recorded_on": "2026-01-01"})
    rows[0] |= change
    file.write_text(json.dumps(value))
    other = Program(tmp_path / "other.db")
    refused = other(["import", str(file)])
    assert refused.code == 65, refused.err
    assert refused.err.count("\n") <= 2
    assert other.ok("contact list --json").json == []


@pytest.mark.parametrize("is_there", [True, False])
def test_facts_that_cannot_be_are_the_files_fault(
    sample: Program, tmp_path: Path, *, is_there: bool
) -> None:
    file, other = tmp_path / "all.json", Program(tmp_path / "other.db")
    sample.ok("ask anna --in law --looking-for sell --answer declined --anyway")
    sample.ok(["export", str(file)])
    value = json.loads(file.read_text())
    ask = max(each["id"] for each in value["tables"]["ask"])
    step = {"id": 99, "ask_id": ask, "answer": "later", "on_date": TODAY, "recorded_on": TODAY}
    value["tables"]["ask_step"].append(step)
    file.write_text(json.dumps(value))
    if is_there:
        other.ok("contact add Anna")
        other.ok("undo")
    refused = other(["import", str(file)])
    assert (refused.code, refused.out) == (65, "")
    assert "the rows do not fit together (ask" in refused.err
    assert "so nothing was imported" in refused.err
    assert other.store.exists() == is_there
