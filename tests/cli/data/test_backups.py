"""`refcli backup`, `restore`, and the rotation of backups."""

import datetime as dt
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.rotation import Keep, kept
from refcli.store.db import SCHEMA_VERSION
from tests.support.crash import tear
from tests.support.program import Program
from tests.support.tables import tables


def backups(program: Program) -> list[str]:
    return sorted(p.name for p in Path(f"{program.store}.backups").glob("*"))


def test_there_and_back(anna: Program) -> None:
    before = tables(anna.store)
    said = anna.ok("backup").out
    assert "2026-11-20-by-hand-0001.db" in said
    anna.ok("contact add Tom Brandt")
    after = tables(anna.store)
    restored = anna.ok("restore 2026-11-20-by-hand-0001.db --yes")
    assert "restored 1 contact" in restored.out
    assert tables(anna.store) == before
    undo = restored.err.rpartition("refcli ")[2].strip()
    anna.ok(undo + " --yes")
    assert tables(anna.store) == after


def test_a_copy_where_one_wants_it(anna: Program, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    anna.ok(["backup", str(file)])
    assert file.stat().st_mode & 0o077 == 0
    assert tables(file) == tables(anna.store)
    assert anna(["backup", str(file)]).code == 73
    assert anna(["backup", str(tmp_path / "no" / "copy.db")]).code == 74
    assert [p.name for p in tmp_path.iterdir() if "partial" in p.name] == []


def test_a_lost_store_comes_back(anna: Program) -> None:
    anna.ok("backup")
    wanted = tables(anna.store)
    anna.store.unlink()
    lost = anna("due")
    assert lost.code == 66
    anna.ok(lost.err.rpartition("refcli ")[2].strip() + " --yes")
    assert tables(anna.store) == wanted


def test_a_damaged_store_is_kept_and_replaced(anna: Program) -> None:
    anna.ok("backup")
    wanted = tables(anna.store)
    rubbish = anna.store.read_bytes()[:4096] + b"\xff" * 8192
    anna.store.write_bytes(rubbish)
    assert anna("due").code == 65
    done = anna.ok("restore 2026-11-20-by-hand-0001.db --yes")
    assert tables(anna.store) == wanted
    kept_file = Path(f"{anna.store}.backups") / "2026-11-20-damaged-0001"
    assert kept_file.read_bytes() == rubbish
    assert done.err == f"what was replaced is kept, damaged as it was: {kept_file}\n"
    assert anna(["restore", str(kept_file), "--yes"]).code == 65


def changed(statement: str, program: Program, tmp_path: Path) -> Path:
    file = tmp_path / "changed.db"
    shutil.copyfile(program.store, file)
    connection = sqlite3.connect(file)
    connection.execute("pragma foreign_keys = off")
    connection.execute(statement)
    connection.commit()
    connection.close()
    return file


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("create trigger t after insert on contact begin delete from ask; end", 65),
        ("create view v as select 1", 65),
        ("create table stranger (x)", 65),
        ("pragma application_id = 7", 65),
        (f"pragma user_version = {SCHEMA_VERSION + 1}", 76),
        ("update interaction_contact set contact_id = 99", 65),
    ],
)
def test_an_unfit_file_is_refused(anna: Program, tmp_path: Path, statement: str, code: int) -> None:
    file = changed(statement, anna, tmp_path)
    before = anna.store.read_bytes()
    refused = anna(["restore", str(file), "--yes"])
    assert refused.code == code, refused
    assert anna.store.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_store_is_refused(anna: Program, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.db"
    file.write_bytes(content)
    assert anna(["restore", str(file), "--yes"]).code == 65
    assert anna(["restore", str(tmp_path / "none.db"), "--yes"]).code == 66


def test_it_asks_first(anna: Program) -> None:
    anna.ok("backup")
    name = backups(anna)[0]
    assert anna(f"restore {name}").code == 2
    no = anna("restore", terminal=80, answers=[("Which backup?", name), ("Replace", False)])
    assert (no.code, no.out) == (0, "nothing was changed\n")
    assert backups(anna) == [name]
    assert anna("restore").code == 2


def test_nothing_to_back_up(refcli: Program) -> None:
    assert refcli("backup").code == 66
    assert refcli("restore").code == 2


def test_the_rotation_is_kept(anna: Program) -> None:
    anna.ok("config set backup.keep 2")
    for day in ("2026-08-01", "2026-09-02", "2026-10-05", "2026-11-17", "2026-11-18", "2026-11-19"):
        anna.ok("backup", today=day)
    anna.ok("backup")
    days = [name[:10] for name in backups(anna)]
    assert days == ["2026-08-01", "2026-09-02", "2026-10-05", "2026-11-19", "2026-11-20"]


days = st.lists(st.integers(0, 800), max_size=60).map(
    lambda ns: sorted(dt.date(2026, 11, 20) - dt.timedelta(days=n) for n in ns)
)


@given(days, st.integers(1, 12), st.integers(0, 8), st.integers(0, 12))
def test_rotation(found: list[dt.date], newest: int, weeks: int, months: int) -> None:
    stays = kept(found, Keep(newest, weeks, months))
    assert len(stays) <= newest + weeks + months + 1
    assert set(range(len(found))[-newest:]) <= stays
    # What is kept once stays kept until something newer comes.
    again = [found[n] for n in sorted(stays)]
    assert kept(again, Keep(newest, weeks, months)) == set(range(len(again)))


def test_a_crashed_store_is_healed_before_it_is_replaced(anna: Program) -> None:
    anna.ok("backup")
    anna.ok("contact add Tom Brandt")
    wanted = tables(anna.store)
    tear(anna.store)
    restored = anna.ok("restore 2026-11-20-by-hand-0001.db --yes")
    anna.ok(restored.err.rpartition("refcli ")[2].strip() + " --yes")
    assert tables(anna.store) == wanted
    assert not [name for name in backups(anna) if "damaged" in name]
