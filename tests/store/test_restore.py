"""A restore is one critical section: what was said to be done before it is in one of two files."""

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from refcli.store.restore import put_in_place
from tests.support.program import Program

ADD = "insert into contact (name, name_key, created_on) values (?, 'x', '2026-11-20')"


def names(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("select name from contact").fetchall()}


def _fill(store: Path, rows: int) -> None:
    """Make the store large enough for its backup to take a while."""
    with closing(sqlite3.connect(store)) as connection:
        connection.executemany(
            "insert into kit (field, value) values (?, ?)",
            ((f"{number}", "x" * 2000) for number in range(rows)),
        )
        connection.commit()


class _Writer(threading.Thread):
    """Adds contacts one after another; `done` are those that were committed."""

    def __init__(self, store: Path) -> None:
        super().__init__(daemon=True)
        self.store = store
        self.done: list[str] = []

    def run(self) -> None:
        for number in range(200):
            with closing(sqlite3.connect(self.store, isolation_level=None, timeout=60)) as writer:
                writer.execute("begin immediate")
                writer.execute(ADD, (f"New {number}",))
                writer.execute("commit")
            self.done.append(f"New {number}")


def test_nothing_that_was_done_in_between_is_lost(anna: Program, tmp_path: Path) -> None:
    source = tmp_path / "source.db"
    shutil.copyfile(anna.store, source)
    _fill(anna.store, 8000)
    writer = _Writer(anna.store)
    writer.start()
    saved = put_in_place(str(anna.store), str(source), "2026-11-20")
    writer.join()
    assert len(writer.done) == 200
    assert saved is not None
    assert set(writer.done) <= names(Path(saved)) | names(anna.store)
    assert anna.ok("doctor --json").json[0]["severity"] == "ok"


def test_whoever_reads_meanwhile_is_not_cut_off(anna: Program, tmp_path: Path) -> None:
    source = tmp_path / "source.db"
    shutil.copyfile(anna.store, source)
    anna.ok("contact add Tom Brandt")
    with closing(sqlite3.connect(anna.store, isolation_level=None)) as reader:
        reader.execute("begin")
        assert reader.execute("select count(*) from contact").fetchone() == (2,)
        restoring = threading.Thread(
            target=put_in_place, args=(str(anna.store), str(source), "2026-11-20")
        )
        restoring.start()
        assert reader.execute("select count(*) from contact").fetchone() == (2,)
        reader.execute("commit")
        restoring.join()
    assert names(anna.store) == {"Anna Weiss"}
    assert not Path(f"{anna.store}-journal").exists()


def test_where_there_is_no_store_yet(anna: Program, tmp_path: Path) -> None:
    new = tmp_path / "other" / "new.db"
    assert put_in_place(str(new), str(anna.store), "2026-11-20") is None
    assert names(new) == {"Anna Weiss"}
    assert new.stat().st_mode & 0o077 == 0
    assert [p.name for p in new.parent.iterdir()] == ["new.db"]
