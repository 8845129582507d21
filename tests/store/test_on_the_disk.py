"""A file that gets its name outlives a power cut: it was put to the disk before, its folder after.

SQLite does so by itself for what it commits; here is what refcli names, or deletes, on its own.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from refcli.store.backup import make_backup, mark_unfinished, scrub_backups
from refcli.store.kept import keep_text
from refcli.store.restore import _kept_as_it_is, put_in_place
from tests.support.program import Program
from tests.support.trouble import damage_index

TODAY = "2026-11-20"
Event = tuple[str, object]


class _Watch:
    """What is put to the disk, named and deleted, in its order; a file by its number."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.events: list[Event] = []
        fsync, replace, link, unlink = os.fsync, os.replace, os.link, os.unlink

        def synced(handle: int) -> None:
            fsync(handle)
            self.events.append(("synced", os.fstat(handle).st_ino))

        def replaced(source: str, target: str) -> None:
            replace(source, target)
            self.events.append(("named", target))

        def linked(source: str, target: str) -> None:
            link(source, target)
            self.events.append(("named", target))

        def deleted(path: str) -> None:
            unlink(path)
            self.events.append(("deleted", path))

        patch.setattr(os, "fsync", synced)
        patch.setattr(os, "replace", replaced)
        patch.setattr(os, "link", linked)
        patch.setattr(os, "unlink", deleted)

    def told(self, what: str) -> list[str]:
        return [str(path) for kind, path in self.events if kind == what]

    def was_synced_before(self, path: str) -> bool:
        at = self.events.index(("named", path))
        return ("synced", Path(path).stat().st_ino) in self.events[:at]

    def folder_was_synced_after(self, what: str, path: str) -> bool:
        at = self.events.index((what, path))
        return ("synced", Path(path).parent.stat().st_ino) in self.events[at:]


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> _Watch:
    return _Watch(monkeypatch)


@pytest.fixture
def source(anna: Program, tmp_path: Path) -> str:
    return shutil.copyfile(anna.store, str(tmp_path / "source.db"))


def _restore_over_bytes(anna: Program, source: str) -> list[str]:
    anna.store.write_bytes(b"no database at all" * 300)
    put_in_place(str(anna.store), source, TODAY)
    return [f"{anna.store}.backups/2026-11-20-damaged-0001", str(anna.store)]


def _keep_with_its_journal(anna: Program, _source: str) -> list[str]:
    Path(f"{anna.store}-journal").write_bytes(b"journal")
    kept = _kept_as_it_is(str(anna.store), TODAY)
    return [kept, f"{kept}-journal"]


def _restore_over_unsound(anna: Program, source: str) -> list[str]:
    damage_index(anna.store)
    put_in_place(str(anna.store), source, TODAY)
    return [f"{anna.store}.backups/2026-11-20-damaged-0001"]


def _copy_out(anna: Program, source: str) -> list[str]:
    target = f"{source}.copy"
    anna.ok(["backup", target])
    return [target]


def _keep_text(anna: Program, _source: str) -> list[str]:
    return [keep_text(str(anna.store), "2026-11-20-0930", "what was typed\n")]


def _back_up(anna: Program, _source: str) -> list[str]:
    return [make_backup(str(anna.store), TODAY, "by-hand")]


@pytest.mark.parametrize(
    ("act", "is_sqlites"),
    [
        (_restore_over_bytes, False),
        (_keep_with_its_journal, False),
        (_restore_over_unsound, True),
        (_copy_out, False),
        (_keep_text, False),
        (_back_up, True),
    ],
)
def test_a_name_is_given_to_what_is_on_the_disk(
    anna: Program,
    source: str,
    watch: _Watch,
    act: Callable[[Program, str], list[str]],
    is_sqlites: bool,
) -> None:
    expected = act(anna, source)
    assert watch.told("named") == expected
    for path in expected:
        assert is_sqlites or watch.was_synced_before(path), path
        assert watch.folder_was_synced_after("named", path), path


def test_the_note_that_forgetting_began_is_on_the_disk_first(anna: Program, watch: _Watch) -> None:
    mark_unfinished(str(anna.store))
    assert watch.events == [("synced", Path(f"{anna.store}.backups").stat().st_ino)]


def test_a_backup_that_is_scrubbed_stays_away(anna: Program, watch: _Watch) -> None:
    made = make_backup(str(anna.store), TODAY, "by-hand")
    assert scrub_backups(str(anna.store), ["Anna Weiss"]) == 1
    assert watch.told("deleted") == [made]
    assert watch.folder_was_synced_after("deleted", made)


def test_a_folder_of_any_name_keeps_a_damaged_store(anna: Program, source: str) -> None:
    """`.partial` stands in names of ours alone."""
    folder = anna.store.parent / "my.partial"
    folder.mkdir()
    store = folder / "refcli.db"
    store.write_bytes(b"no database at all" * 300)
    replaced = put_in_place(str(store), source, TODAY)
    assert replaced is not None
    assert Path(replaced.path).read_bytes() == b"no database at all" * 300
    assert Path(replaced.path).parent == folder / "refcli.db.backups"
