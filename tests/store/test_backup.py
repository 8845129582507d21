"""Copies of the store: checked, private, few, and nothing half made stays behind."""

import datetime as dt
import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from refcli.domain.rotation import Keep
from refcli.errors import Busy, DiskTrouble, WouldOverwrite
from refcli.store.backup import (
    _day_of,
    _free_name,
    _keep_of,
    copy_pages,
    copy_to,
    is_whole,
    make_backup,
    mark_finished,
    mark_unfinished,
    scrub_backups,
    sync_file,
    sync_folder,
    verify,
)
from refcli.store.db import connect
from tests.support.program import Program
from tests.support.tables import tables
from tests.support.trouble import damage_index, held_open, needs_fds, needs_modes

TODAY = "2026-11-20"


def folder_of(store: Path) -> Path:
    return Path(f"{store}.backups")


def names(store: Path) -> list[str]:
    return sorted(path.name for path in folder_of(store).iterdir())


def age(path: Path, seconds: float) -> None:
    os.utime(path, (time.time() - seconds,) * 2)


# One backup.


def test_a_backup_is_the_store_under_its_day_and_reason(anna: Program) -> None:
    made = make_backup(str(anna.store), TODAY, "by-hand")
    assert made == str(folder_of(anna.store) / "2026-11-20-by-hand-0001.db")
    assert make_backup(str(anna.store), TODAY, "by-hand").endswith("-by-hand-0002.db")
    assert tables(Path(made)) == tables(anna.store)
    assert names(anna.store) == ["2026-11-20-by-hand-0001.db", "2026-11-20-by-hand-0002.db"]


@needs_modes
def test_backups_are_private_whatever_the_umask(anna: Program) -> None:
    os.umask(0)
    made = Path(make_backup(str(anna.store), TODAY, "by-hand"))
    assert made.stat().st_mode & 0o777 == 0o600
    assert made.parent.stat().st_mode & 0o777 == 0o700


@needs_fds
def test_a_backup_leaves_no_file_open(anna: Program) -> None:
    made = make_backup(str(anna.store), TODAY, "by-hand")
    assert held_open(anna.store, made, f"{made}.partial", folder_of(anna.store)) == []


def test_a_store_that_is_not_whole_is_not_backed_up(anna: Program) -> None:
    damage_index(anna.store)
    with pytest.raises(DiskTrouble) as caught:
        make_backup(str(anna.store), TODAY, "by-hand")
    partial = folder_of(anna.store) / "2026-11-20-by-hand-0001.db.partial"
    assert caught.value.message == f"the copy is not whole, so nothing was begun: {partial}"
    assert names(anna.store) == []


def test_whoever_holds_the_store_alone_can_back_it_up(anna: Program) -> None:
    with closing(connect(str(anna.store), "rw")) as held:
        held.execute("pragma locking_mode = exclusive")
        held.execute("begin exclusive")
        held.execute("commit")
        made = make_backup(str(anna.store), TODAY, "by-hand", held=held)
        assert held.execute("select count(*) from contact").fetchone() == (1,)
    assert tables(Path(made)) == tables(anna.store)


def test_a_name_is_free_when_nothing_has_it_nor_is_becoming_it(tmp_path: Path) -> None:
    folder = str(tmp_path)
    assert _free_name(folder, "d-x") == str(tmp_path / "d-x-0001.db")
    (tmp_path / "d-x-0001.db").touch()
    (tmp_path / "d-x-0002.db.partial").touch()
    (tmp_path / "d-x-0003.db").symlink_to(tmp_path / "nowhere")
    assert _free_name(folder, "d-x") == str(tmp_path / "d-x-0004.db")
    assert _free_name(folder, "d-y") == str(tmp_path / "d-y-0001.db")


def test_names_come_to_an_end(tmp_path: Path) -> None:
    for number in range(1, 9999):
        (tmp_path / f"d-x-{number:04}.db").touch()
    assert _free_name(str(tmp_path), "d-x") == str(tmp_path / "d-x-9999.db")
    (tmp_path / "d-x-9999.db").touch()
    with pytest.raises(DiskTrouble) as caught:
        _free_name(str(tmp_path), "d-x")
    assert caught.value.message == f"too many backups of one day: {tmp_path}"


# What was abandoned.


def test_what_was_abandoned_is_swept_and_nothing_else(anna: Program) -> None:
    folder = folder_of(anna.store)
    folder.mkdir()
    for name in ("a.db.partial", "a.db.partial-journal", "partial", "a.txt", "b.db"):
        (folder / name).write_bytes(b"x")
        age(folder / name, 3660)
    for name in ("c.db.partial", "c.db.partial-journal"):
        (folder / name).write_bytes(b"x")
        age(folder / name, 3540)
    made = Path(make_backup(str(anna.store), TODAY, "by-hand")).name
    left = {"partial", "a.txt", "b.db", "c.db.partial", "c.db.partial-journal", made}
    assert set(names(anna.store)) == left


# How many stay.


def test_the_rotation_is_what_the_owner_set(anna: Program) -> None:
    with closing(connect(str(anna.store), "rw")) as connection:
        assert _keep_of(connection) == Keep(10, 8, 12)
        for name, value in (("backup.keep", "3"), ("backup.weeks", "0"), ("backup.months", "5")):
            anna.ok(f"config set {name} {value}")
        assert _keep_of(connection) == Keep(3, 0, 5)


def test_a_file_without_settings_has_the_usual_rotation() -> None:
    with closing(connect(":memory:", "memory")) as connection:
        assert _keep_of(connection) == Keep()


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2026-11-20-by-hand-0001.db", dt.date(2026, 11, 20)),
        ("2026-11-20.db", dt.date(2026, 11, 20)),
        ("2026-11-20-by-hand-0001.db.partial", None),
        ("2026-11-20-damaged-0001", None),
        ("2026-13-20-by-hand-0001.db", None),
        ("mine.db", None),
    ],
)
def test_a_backup_is_known_by_its_name(name: str, day: dt.date | None) -> None:
    assert _day_of(name) == day


def test_of_one_day_the_newest_stay_and_what_is_not_ours_is_left(anna: Program) -> None:
    for setting in ("backup.keep 2", "backup.weeks 0", "backup.months 0"):
        anna.ok(f"config set {setting}")
    folder = folder_of(anna.store)
    folder.mkdir()
    others = {"mine.db", "2026-11-19-damaged-0001", "2026-11-20-x-0001.txt"}
    for name in others:
        (folder / name).touch()
    # The order of their names is not that of their making.
    for name, seconds in (("c", 300), ("a", 100), ("b", 200)):
        (folder / f"2026-11-20-{name}-0001.db").touch()
        age(folder / f"2026-11-20-{name}-0001.db", seconds)
    made = Path(make_backup(str(anna.store), TODAY, "z")).name
    assert set(names(anna.store)) == others | {"2026-11-20-a-0001.db", made}


# Who was forgotten.


def test_backups_of_somebody_forgotten_are_scrubbed(anna: Program) -> None:
    kept = make_backup(str(anna.store), TODAY, "without")
    anna.ok('contact add "Jane Roe"')
    make_backup(str(anna.store), TODAY, "with")
    folder = folder_of(anna.store)
    for number in range(20):
        (folder / f"a{number}").write_bytes(b"not to be looked into")
    mark_unfinished(str(anna.store))
    for number in range(20):
        (folder / f"z{number}").write_bytes(b"")
    (folder / "folder").mkdir()
    Path(f"{anna.store}.restoring").write_bytes(b"Jane")
    assert scrub_backups(str(anna.store), ["nobody at all", "JANE rOe"]) == 41
    assert names(anna.store) == [Path(kept).name, "folder", "forget-unfinished"]
    assert not Path(f"{anna.store}.restoring").exists()
    assert scrub_backups(str(anna.store), ["jane roe"]) == 0


def test_where_there_are_no_backups_none_is_scrubbed(tmp_path: Path) -> None:
    assert scrub_backups(str(tmp_path / "x.db"), ["jane"]) == 0
    assert list(tmp_path.iterdir()) == []


@needs_modes
def test_the_note_that_forgetting_began_comes_and_goes(tmp_path: Path) -> None:
    os.umask(0)
    store = tmp_path / "x.db"
    mark_unfinished(str(store))
    mark_unfinished(str(store))
    assert names(store) == ["forget-unfinished"]
    assert folder_of(store).stat().st_mode & 0o777 == 0o700
    assert (folder_of(store) / "forget-unfinished").stat().st_mode & 0o777 == 0o600
    mark_finished(str(store))
    assert names(store) == []


# Pages.


def test_copying_waits_for_whoever_writes(anna: Program) -> None:
    holder = sqlite3.connect(anna.store, isolation_level=None, check_same_thread=False)
    holder.execute("begin exclusive")
    release = threading.Timer(0.5, lambda: holder.execute("rollback"))
    with (
        closing(connect(str(anna.store), "ro")) as source,
        closing(connect(":memory:", "memory")) as target,
    ):
        source.execute("pragma busy_timeout = 0")
        release.start()
        copy_pages(source, target, "x")
        assert target.execute("select name from contact").fetchall() == [("Anna Weiss",)]
    release.join()
    holder.close()


def test_copying_waits_no_longer_than_any_command(
    anna: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("refcli.store.backup.BUSY_SECONDS", 0.2)
    with (
        closing(sqlite3.connect(anna.store, isolation_level=None)) as holder,
        closing(connect(str(anna.store), "ro", 0)) as source,
        closing(connect(":memory:", "memory")) as target,
    ):
        holder.execute("begin exclusive")
        with pytest.raises(Busy, match="another command holds the store") as refused:
            copy_pages(source, target, "x")
    assert refused.value.hint == "try again"


def test_a_store_is_whole_when_its_pages_and_its_references_are(anna: Program) -> None:
    with closing(connect(str(anna.store), "rw")) as connection:
        assert is_whole(connection)
        verify(connection, "x")
        connection.execute("pragma foreign_keys = off")
        connection.execute("update interaction_contact set contact_id = 99")
        assert not is_whole(connection)
        with pytest.raises(DiskTrouble, match=r"^the copy is not whole, so nothing was begun: x$"):
            verify(connection, "x")
        connection.execute("update interaction_contact set contact_id = 1")
        assert is_whole(connection)
    damage_index(anna.store)
    with closing(connect(str(anna.store), "ro")) as connection:
        assert not is_whole(connection)


@needs_fds
def test_what_is_put_to_the_disk_is_not_held_open(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"x")
    sync_folder(str(tmp_path))
    sync_file(str(file))
    assert held_open(tmp_path, file) == []
    assert file.read_bytes() == b"x"


# A copy where one wants it.


@needs_modes
def test_a_copy_is_private_and_alone(anna: Program, tmp_path: Path) -> None:
    os.umask(0)
    target = tmp_path / "out" / "copy.db"
    target.parent.mkdir()
    copy_to(str(anna.store), str(target))
    assert [path.name for path in target.parent.iterdir()] == ["copy.db"]
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.stat().st_nlink == 1
    assert tables(target) == tables(anna.store)


@needs_fds
def test_a_copy_leaves_no_file_open(anna: Program, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    copy_to(str(anna.store), str(tmp_path / "out" / "copy.db"))
    assert held_open(anna.store, tmp_path / "out") == []


def test_a_copy_takes_the_place_of_nothing(anna: Program, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "file").write_bytes(b"mine")
    (out / "link").symlink_to(out / "nowhere")
    for name in ("file", "link"):
        with pytest.raises(WouldOverwrite) as caught:
            copy_to(str(anna.store), str(out / name))
        wanted = f"it exists already, and is left as it is: {out / name}"
        assert caught.value.message == wanted
    with pytest.raises(WouldOverwrite, match="own file"):
        copy_to(str(anna.store), str(anna.store))
    assert (out / "file").read_bytes() == b"mine"
    assert {path.name for path in out.iterdir()} == {"file", "link"}


def test_a_copy_that_is_not_whole_is_not_made(anna: Program, tmp_path: Path) -> None:
    damage_index(anna.store)
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(DiskTrouble, match="not whole"):
        copy_to(str(anna.store), str(out / "copy.db"))
    assert list(out.iterdir()) == []


def test_a_copy_goes_where_one_is(
    anna: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    copy_to(str(anna.store), "copy.db")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["copy.db"]


NO_LINKS = """
import sys

def refuse(event, args):
    if event == "os.link":
        raise PermissionError(1, "Operation not permitted")

sys.addaudithook(refuse)
from refcli.__main__ import run
run()
"""


def test_where_a_disk_has_no_hard_links_a_backup_is_made_all_the_same(
    anna: Program, tmp_path: Path
) -> None:
    env = {**os.environ, "REFCLI_STORE": str(anna.store)}
    taken, free = tmp_path / "taken.db", tmp_path / "free.db"
    taken.write_text("mine")

    def backed_up(file: Path) -> int:
        command = [sys.executable, "-c", NO_LINKS, "backup", str(file)]
        return subprocess.run(command, env=env, capture_output=True, check=False).returncode

    assert backed_up(free) == 0
    assert free.stat().st_mode & 0o777 == 0o600
    assert Program(free).ok("contact list --json").json == anna.ok("contact list --json").json
    assert backed_up(taken) == 73
    assert taken.read_text() == "mine"
    assert [each.name for each in tmp_path.glob(".refcli-*")] == []


def test_another_shell_may_have_taken_the_note_away(tmp_path: Path) -> None:
    store = str(tmp_path / "refcli.db")
    mark_unfinished(store)
    mark_finished(store)
    mark_finished(store)
    assert list(folder_of(Path(store)).iterdir()) == []
