"""Trouble that is made on purpose: files that are held open, and a person without rights."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

NOBODY = 65534
needs_fds = pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="needs a system that lists open files"
)
needs_modes = pytest.mark.skipif(os.name == "nt", reason="needs POSIX modes")


def held_open(*paths: Path | str) -> list[str]:
    """Which of these files, or of those in these folders, this process has open."""
    wanted = tuple(str(path) for path in paths)
    below = tuple(f"{path}/" for path in paths)
    found = []
    for handle in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            target = str(handle.readlink())
            found += [target] if target in wanted or target.startswith(below) else []
    return found


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder below none that only its owner may enter, as those of pytest are."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without root's rights; does nothing for whoever has none."""
    if os.name == "nt" or os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def damage_index(store: Path) -> None:
    """Make an index disagree with its table: every page can be read, yet the file is not whole."""
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute("pragma writable_schema = on")
        connection.execute("create table spoilt (a integer, b integer)")
        connection.execute("create index spoilt_a on spoilt (a)")
        connection.execute("insert into spoilt values (1, 2)")
        connection.execute(
            "update sqlite_schema set sql = 'create index spoilt_a on spoilt (b)'"
            " where name = 'spoilt_a'"
        )
