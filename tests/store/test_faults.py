"""Promises under trouble: each of these once went wrong."""

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from refcli.cli.frame.main import Streams, main
from refcli.store.backup import make_backup
from tests.support.program import Program

CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Tom,Brandt,https://www.linkedin.com/in/tom/,,Brandt,Joiner,11 Jan 2023\n"
)


@pytest.mark.parametrize(
    "line",
    ['log "coffee with Jane"', "log saw Jane", "intro edit 1 --for x", "ask edit 1 --in x"],
)
def test_a_write_that_saves_nothing_says_so(refcli: Program, line: str) -> None:
    result = refcli(line)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("refcli: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_no_plain_file_is_no_store_and_no_import(refcli: Program, tmp_path: Path) -> None:
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    for line in ("due", 'contact add "Anna"'):
        assert Program(fifo)(line).code == 65
    assert refcli(["import", str(fifo)]).code == 65
    assert Program(tmp_path / "file" / "x.db")("due").code == 0
    (tmp_path / "file").touch()
    assert Program(tmp_path / "file" / "x.db")("due").code == 74


def test_saved_but_not_shown(anna: Program) -> None:
    err = io.StringIO()
    env = {"REFCLI_STORE": str(anna.store), "REFCLI_TODAY": anna.today}
    assert main(["log", "tea with Anna"], env, Streams(io.StringIO(), None, err)) == 74
    assert "saved, but it could not be shown; do not repeat it" in err.getvalue()
    assert anna.ok("log list --json").json[0]["text"] == "tea with Anna"


@pytest.mark.parametrize("encoding", ["latin-1", "iso-8859-15", "koi8-r", "cp1252", "ascii"])
def test_any_encoding(refcli: Program, encoding: str) -> None:
    refcli.ok("contact add Zoë Łukasz --org 東京")
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding)
    env = {"REFCLI_STORE": str(refcli.store)}
    for line in (["contact", "list"], ["contact", "list", "--json"], ["contact", "show", "zoe"]):
        assert main(line, env, Streams(io.StringIO(), out, io.StringIO())) == 0
    assert raw.getvalue()


def test_a_full_disk_at_the_beginning(refcli: Program, tmp_path: Path) -> None:
    """The real error is told when SQLite has rolled back by itself."""
    command = [sys.executable, "-m", "refcli", "contact", "add", "Anna"]
    shell = f"ulimit -f 64; exec {' '.join(command)}"
    env = {**os.environ, "REFCLI_STORE": str(refcli.store)}
    done = subprocess.run(
        ["/bin/sh", "-c", f"trap '' XFSZ; {shell}"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 74, done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 2


def test_abandoned_backups_are_swept(anna: Program, tmp_path: Path) -> None:
    folder = Path(f"{anna.store}.backups")
    folder.mkdir()
    old, young = folder / "a.db.partial", folder / "b.db.partial"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 7200,) * 2)
    make_backup(str(anna.store), "2026-11-20", "before-import")
    assert not old.exists()
    assert young.exists()


def test_backups_are_few(anna: Program) -> None:
    for number in range(13):
        path = Path(make_backup(str(anna.store), "2026-11-20", "before-import"))
        os.utime(path, (number, number))
    assert len(list(Path(f"{anna.store}.backups").glob("*.db"))) == 10


def test_many_at_once_lose_nothing(anna: Program) -> None:
    env = {**os.environ, "REFCLI_STORE": str(anna.store)}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "refcli", "contact", "add", f"Person {n}"],
            env=env,
            stdout=subprocess.DEVNULL,
        )
        for n in range(8)
    ]
    assert [process.wait() for process in running] == [0] * 8
    assert len(anna.ok("contact list --json").json) == 9
