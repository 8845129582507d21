"""What lies beside a store that is replaced: a journal that belongs to what was there before."""

import shutil
from pathlib import Path

import pytest

from tests.support.crash import tear
from tests.support.program import Program
from tests.support.tables import tables

BACKUP = "2026-11-20-by-hand-0001.db"


def journal(program: Program) -> Path:
    return Path(f"{program.store}-journal")


def is_sound(program: Program) -> bool:
    found = {f["code"]: f["severity"] for f in program("doctor --json").json}
    return (found["integrity"], found["foreign-keys"]) == ("ok", "ok")


@pytest.fixture
def torn(anna: Program) -> Program:
    """A store that was backed up, went on, and was then left in the middle of a write."""
    anna.ok("backup")
    anna.ok("contact add Tom Brandt")
    tear(anna.store)
    assert journal(anna).stat().st_size > 0
    return anna


def test_a_lost_store_comes_back_beside_its_journal(torn: Program) -> None:
    torn.store.unlink()
    assert torn("due").code == 66
    torn.ok(f"restore {BACKUP} --yes")
    assert not journal(torn).exists()
    assert is_sound(torn)
    assert [c["name"] for c in torn.ok("contact list --json").json] == ["Anna Weiss"]


def test_an_empty_store_is_filled_beside_its_journal(torn: Program) -> None:
    torn.store.write_bytes(b"")
    torn.ok(f"restore {BACKUP} --yes")
    assert not journal(torn).exists()
    assert is_sound(torn)
    assert [c["name"] for c in torn.ok("contact list --json").json] == ["Anna Weiss"]


def test_a_damaged_store_is_replaced_and_its_journal_kept(anna: Program) -> None:
    anna.ok("backup")
    wanted = tables(anna.store)
    rubbish = anna.store.read_bytes()[:4096] + b"\xff" * 8192
    left = b"\0" * 512  # what SQLite takes for a journal that is over, and so leaves alone
    anna.store.write_bytes(rubbish)
    journal(anna).write_bytes(left)
    anna.ok(f"restore {BACKUP} --yes")
    assert not journal(anna).exists()
    assert tables(anna.store) == wanted
    assert is_sound(anna)
    kept = Path(f"{anna.store}.backups") / "2026-11-20-damaged-0001"
    assert kept.read_bytes() == rubbish
    assert Path(f"{kept}-journal").read_bytes() == left
    assert kept.stat().st_mode & 0o077 == 0


def test_a_damaged_store_whose_journal_cannot_heal_it(torn: Program) -> None:
    rubbish = b"\xff" * torn.store.stat().st_size
    torn.store.write_bytes(rubbish)
    said = torn(f"restore {BACKUP} --yes")
    assert said.code == 0, said
    assert not journal(torn).exists()
    assert is_sound(torn)
    assert [c["name"] for c in torn.ok("contact list --json").json] == ["Anna Weiss"]


def test_every_damaged_store_is_kept_under_a_name_of_its_own(anna: Program) -> None:
    anna.ok("backup")
    folder = Path(f"{anna.store}.backups")
    for number in (1, 2, 3):
        anna.store.write_bytes(b"rubbish no %d" % number)
        anna.ok(f"restore {BACKUP} --yes")
    names = sorted(p.name for p in folder.glob("*damaged*"))
    assert names == [f"2026-11-20-damaged-000{n}" for n in (1, 2, 3)]
    assert [(folder / name).read_bytes()[-1:] for name in names] == [b"1", b"2", b"3"]


def test_a_copy_that_was_broken_off_is_begun_anew(anna: Program) -> None:
    anna.ok("backup")
    wanted = tables(anna.store)
    anna.store.unlink()
    partial = Path(f"{anna.store}.restoring")
    partial.write_bytes(b"half")
    anna.ok(f"restore {BACKUP} --yes")
    assert tables(anna.store) == wanted
    assert not partial.exists()
    assert anna.store.stat().st_mode & 0o077 == 0


def test_a_restored_store_is_one_of_its_own(anna: Program, tmp_path: Path) -> None:
    anna.ok("backup")
    copy = tmp_path / "copy.db"
    shutil.copyfile(Path(f"{anna.store}.backups") / BACKUP, copy)
    other = Program(tmp_path / "new" / "folder" / "refcli.db")
    other.ok(["restore", str(copy), "--yes"])
    assert tables(other.store) == tables(anna.store)
    other.ok("contact add Tom Brandt")
    assert tables(copy) == tables(anna.store)


def test_any_backup_may_be_chosen(anna: Program) -> None:
    for day in ("2026-11-18", "2026-11-19", "2026-11-20"):
        anna.ok("backup", today=day)
    wanted = tables(anna.store)
    anna.ok("contact add Tom Brandt")
    name = "2026-11-18-by-hand-0001.db"
    anna.ok("restore", terminal=80, answers=[("Which backup?", name), ("Replace", True)])
    assert tables(anna.store) == wanted
