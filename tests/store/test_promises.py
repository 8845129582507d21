"""The promises of the README that no other test tries: kills, full disks, crowds, the network."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from refcli.store.db import connect
from tests.support.program import Program
from tests.support.tables import tables

IS_WINDOWS = os.name == "nt"
# Ctrl-C is heard even where the tests themselves were started in the background, which ignores it.
RUN = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from refcli.__main__ import run; sys.argv[0] = 'refcli'; run()"
)


def start(
    program: Program, line: str, preexec_fn: Callable[[], None] | None = None
) -> subprocess.Popen[bytes]:
    env = {**os.environ, "REFCLI_STORE": str(program.store), "REFCLI_TODAY": program.today}
    return subprocess.Popen(
        [sys.executable, "-c", RUN, *line.split()],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=preexec_fn,
    )


@pytest.mark.skipif(IS_WINDOWS, reason="needs POSIX signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_killed_at_any_moment_it_happened_or_it_did_not(anna: Program, how: signal.Signals) -> None:
    anna.ok("contact add Tom Brandt")
    states = []
    for milliseconds in range(100, 1000, 75):
        before = tables(anna.store)
        with start(anna, "intro anna Prospect --how written") as process:
            try:
                process.wait(timeout=milliseconds / 1000)
            except subprocess.TimeoutExpired:
                process.send_signal(how)
            process.communicate()
        anna.ok("due")  # heals what a crash left, as any command does
        after = tables(anna.store)
        if after == before:
            states.append("not")
            continue
        states.append("done")
        changed = {name for name, rows in after.items() if rows != before[name]}
        assert changed >= {"contact", "intro", "intro_step", "follow_up", "rapport", "search"}
        anna.ok("undo")
        assert tables(anna.store) == before
    assert states


def test_a_change_is_on_the_disk_before_it_is_said(anna: Program) -> None:
    connection = connect(str(anna.store), "rw")
    found = {
        name: connection.execute(f"pragma {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    }
    connection.close()
    assert found == {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1} | {
        "secure_delete": 1
    }


@pytest.mark.skipif(IS_WINDOWS, reason="needs POSIX limits")
def test_a_full_disk_changes_nothing(anna: Program) -> None:
    import resource

    size = anna.store.stat().st_size
    before = tables(anna.store)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    note = "x" * 20_000
    with start(anna, f"contact add Tom Brandt --note {note}", preexec_fn=limit) as process:
        out, err = process.communicate()
    assert (process.returncode, out) == (74, b"")
    assert b"nothing was changed" in err
    assert tables(anna.store) == before


@pytest.mark.skipif(IS_WINDOWS, reason="pipes fill differently")
def test_nobody_waits_for_a_pager(sample: Program) -> None:
    with start(sample, "history --top 5000 --json") as reader:
        assert reader.stdout is not None
        reader.stdout.read(1)  # it prints, and the pipe is full
        sample.ok("contact add Tom Waits")
        reader.stdout.read()
    assert reader.returncode == 0


NETWORK = (
    "import sys, io, os\n"
    "def hook(event, args):\n"
    "    if event.startswith(('socket.', 'urllib', 'http.', 'ftplib', 'smtplib')):\n"
    "        if event != 'socket.__new__' or args[1] not in (1,):\n"
    "            os.write(2, ('NETWORK ' + event).encode()); os._exit(99)\n"
    "sys.addaudithook(hook)\n"
)
COMMANDS = (
    "due",
    "ask who",
    "log call with anna",
    "review export OUT.html",
    "export OUT.json",
    "export OUT.ics",
    "import IN.ics",
    "backup",
    "undo",
    "doctor",
    "--help",
)


@pytest.mark.parametrize("line", COMMANDS)
def test_no_command_touches_the_network(anna: Program, tmp_path: Path, line: str) -> None:
    anna.ok("contact edit anna --email anna@w.example")
    anna.ok("contact add Tom Brandt")
    (tmp_path / "IN.ics").write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTART:20261110T110000Z\n"
        "ATTENDEE:mailto:anna@w.example\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    env = {**os.environ, "REFCLI_STORE": str(anna.store), "REFCLI_TODAY": anna.today}
    done = subprocess.run(
        [sys.executable, "-c", NETWORK + RUN, *line.split()],
        env=env,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout, done.stderr)


@pytest.mark.skipif(IS_WINDOWS, reason="needs POSIX modes")
def test_only_you_can_read_what_it_makes(refcli: Program, tmp_path: Path) -> None:
    os.umask(0)
    folder = tmp_path / "mine"
    folder.mkdir()
    program = Program(folder / "data" / "refcli.db")
    made = []
    for line in ("contact add Anna", f"export {folder}/x.csv", f"backup {folder}/b.db", "backup"):
        with start(program, line) as process:
            process.communicate()
        assert process.returncode == 0
    made = [path for path in folder.rglob("*") if path != folder]
    assert len(made) >= 6
    assert {oct(path.stat().st_mode & 0o077) for path in made} == {"0o0"}


def test_interrupted_in_a_transaction_it_can_go_on(anna: Program) -> None:
    holder = sqlite3.connect(anna.store, isolation_level=None)
    holder.execute("begin immediate")
    with start(anna, "contact add Tom Brandt") as process:
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT if not IS_WINDOWS else signal.SIGTERM)
        _, err = process.communicate()
    holder.execute("rollback")
    holder.close()
    assert process.returncode == 130, err
    assert len(anna.ok("contact list --json").json) == 1
    anna.ok("contact add Tom Brandt")
