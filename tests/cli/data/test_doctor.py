"""`refcli doctor`: each finding with its remedy, and a repair that never guesses."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.support.program import Program
from tests.support.tables import tables


def codes(program: Program, line: str = "doctor --json") -> dict[str, str]:
    return {f["code"]: f["severity"] for f in program(line).json}


def spoil(program: Program, *statements: str) -> None:
    connection = sqlite3.connect(program.store)
    connection.execute("pragma foreign_keys = off")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_store(sample: Program) -> None:
    sample.store.chmod(0o600)
    before = sample.store.read_bytes()
    found = codes(sample)
    assert {code for code, severity in found.items() if severity in ("warn", "bad")} == set()
    assert set(found) >= {"schema", "integrity", "foreign-keys", "rapport", "follow-ups", "sqlite"}
    said = sample.ok("doctor").out
    assert "✓ every page of the store is sound" in said
    assert sample.store.read_bytes() == before


SPOILED = {
    "rapport": "update rapport set key = key + 1 where contact_id = 1",
    "missing": "delete from follow_up where kind = 'keep-in-touch' and closed_on is null",
    "superfluous": "delete from contact_step where contact_id = 2",
    "different": "update follow_up set due_on = '2020-01-01' where kind = 'testimonial'",
}


@pytest.mark.parametrize("code", SPOILED)
def test_it_is_found_and_put_right(sample: Program, code: str) -> None:
    sample.store.chmod(0o600)
    spoil(sample, SPOILED[code])
    assert codes(sample)[code] == "warn"
    assert sample("doctor --repair").code == 2
    sample.ok("doctor --repair --yes")
    assert code not in {c for c, severity in codes(sample).items() if severity != "ok"}
    assert len(list(Path(f"{sample.store}.backups").glob("*before-repair*.db"))) == 1


def test_rapport_is_made_anew_as_it_was(sample: Program) -> None:
    sample.store.chmod(0o600)
    before = tables(sample.store)
    spoil(sample, "update rapport set key = 1", "delete from search", "delete from contact_word")
    sample.ok("doctor --repair --yes")
    assert tables(sample.store) == before


def test_modes(anna: Program) -> None:
    anna.store.chmod(0o644)
    assert codes(anna)["modes"] == "warn"
    anna.ok("doctor --repair --yes")
    assert anna.store.stat().st_mode & 0o777 == 0o600


def test_what_is_damaged_is_not_guessed_at(anna: Program) -> None:
    spoil(anna, "update interaction_contact set contact_id = 99")
    found = anna("doctor --json")
    assert found.code == 65
    assert {f["code"]: f["severity"] for f in found.json}["foreign-keys"] == "bad"
    before = anna.store.read_bytes()
    anna.store.chmod(0o644)
    assert anna("doctor --repair --yes").code == 65
    assert anna.store.read_bytes() == before


def test_damaged_pages(anna: Program) -> None:
    data = bytearray(anna.store.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    anna.store.write_bytes(bytes(data))
    found = anna("doctor")
    assert found.code == 65
    assert "refcli restore" in found.out


def test_copies_of_sync_tools(anna: Program) -> None:
    folder = anna.store.parent
    for name in (
        "refcli (Sam's conflicted copy 2026-11-01).db",
        "refcli.sync-conflict-20261101-101010-ABCDEFG.db",
        "refcli (1).db",
    ):
        (folder / name).write_bytes(b"x")
    found = [f["text"] for f in anna.ok("doctor --json").json if f["code"] == "conflict-copy"]
    assert len(found) == 3


def test_synced_folders(tmp_path: Path) -> None:
    program = Program(tmp_path / "Dropbox" / "data" / "refcli.db")
    program.ok("contact add Anna Weiss")
    assert codes(program)["synced-folder"] == "warn"
    (tmp_path / "here" / ".stfolder").mkdir(parents=True)
    program = Program(tmp_path / "here" / "refcli.db")
    program.ok("contact add Anna Weiss")
    assert codes(program)["synced-folder"] == "warn"


def test_no_store_and_a_lost_one(anna: Program, refcli: Program, tmp_path: Path) -> None:
    assert Program(tmp_path / "none.db")("doctor").code == 0
    anna.ok("backup")
    anna.store.unlink()
    assert anna("doctor").code == 66


def test_a_foreign_file_is_no_damage_whatever_it_is_called(tmp_path: Path) -> None:
    store = tmp_path / "damaged.db"
    with contextlib.closing(sqlite3.connect(store)) as connection:
        connection.execute("create table theirs (a)")
    before = store.read_bytes()
    done = Program(store)("doctor")
    assert (done.code, done.out) == (65, "")
    assert done.err == (
        f"refcli: not a refcli store, and left untouched: {store}\n"
        "hint: choose another file with --store or REFCLI_STORE\n"
    )
    assert store.read_bytes() == before


def test_a_decision_waits_for_its_fact(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott"')
    anna.ok("intro reached ben")
    anna.ok(["done", anna.number("check"), "--note", "still thinking"], today="2026-12-12")
    owed = anna.due()
    anna.ok("intro edit ben --no-step reached", today="2026-12-12")
    [found] = [f for f in anna.ok("doctor --json").json if f["code"] == "waiting"]
    assert found == {
        "code": "waiting",
        "severity": "note",
        "text": "1 decision without a follow-up that it is about: done of 2026-12-12 (check @2)",
        "remedy": "nothing to do: each comes back with its fact",
    }
    anna.ok("intro reached ben --on 2026-11-20", today="2026-12-12")
    assert "waiting" not in codes(anna)
    assert anna.due() == owed


# What something else wrote into the store, and how it is told.
STRANGE = {
    "update contact set since = 'zork' where id = 2": "contact 2: since cannot be 'zork'",
    "update interaction set on_date = '9999-99-99' where id = 1": (
        "interaction 1: on_date cannot be '9999-99-99'"
    ),
    "update yearly_date set month_day = '02-31'": "month_day cannot be '02-31'",
    "insert into setting (name, value) values ('backup.keep', 'zork')": (
        "the setting backup.keep cannot be 'zork'"
    ),
    "delete from id_mark": "the mark of the ids that contact has given out is lost",
    "update id_mark set last = 9223372036854775807": (
        "the mark of the ids that contact has given out is lost"
    ),
}


@pytest.mark.parametrize("statement", STRANGE)
def test_a_value_that_no_command_writes_is_told_and_not_restored(
    sample: Program, tmp_path: Path, statement: str
) -> None:
    sample.ok('contact date anna birthday "3 may"')
    before = sample.store.read_bytes()
    spoil(sample, statement)
    told = STRANGE[statement]
    done = sample("doctor")
    assert done.code == 65
    assert "✗ a value is none that refcli writes: " in done.out
    assert told in done.out
    assert "refcli restore BACKUP" in done.out
    for line in ("contact list", "review", "backup", "log call with anna", "due --within 99"):
        result = sample(line)
        assert result.code in (0, 65), (line, result)
    bad = tmp_path / "bad.db"
    sample.store.rename(bad)
    sample.store.write_bytes(before)
    refused = sample(["restore", str(bad), "--yes"])
    assert (refused.code, refused.out) == (65, "")
    assert told in refused.err
    assert sample.store.read_bytes() == before


def test_the_store_is_not_restored_from_itself(sample: Program, tmp_path: Path) -> None:
    link, hard = tmp_path / "link.db", tmp_path / "hard.db"
    link.symlink_to(sample.store)
    hard.hardlink_to(sample.store)
    before = sample.store.read_bytes()
    for file in (sample.store, link, hard):
        refused = sample(["restore", str(file), "--yes"])
        assert refused.code == 2
        assert "that is the store itself, which stays as it is" in refused.err
    assert sample.store.read_bytes() == before
    assert not Path(f"{sample.store}.backups").exists()


def test_a_store_that_was_an_open_file_is_closed_to_others(refcli: Program) -> None:
    refcli.store.parent.mkdir(parents=True, exist_ok=True)
    refcli.store.touch()
    refcli.store.chmod(0o644)
    refcli.ok("contact add Anna")
    assert refcli.store.stat().st_mode & 0o777 == 0o600


def test_what_was_written_elsewhere_drives_no_terminal(sample: Program) -> None:
    spoil(
        sample, "update contact set name = 'Anna \x1b[2J\u202eWeiss', note = 'a\x07b' where id = 1"
    )
    for line in (
        *("contact list --format csv", "contact list --format tsv", "contact list", "contact @1"),
        *("export - --format csv", "export - --format vcf", "due", "contact list --json"),
    ):
        out = sample.ok(line).out
        assert not {"\x1b", "\x07", "\u202e"} & set(out), line
