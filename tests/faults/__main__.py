"""`python -m tests.faults`: kills before each call that writes, by strace; takes minutes.

For each command a fresh copy of a small store is made, the program is killed before its n-th
writing call, for every n, and the store must then be as before the command or as after it.
Needs Linux and strace. It is no test of the test run, since it takes minutes.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from tests.support.program import Program
from tests.support.tables import tables

RUN = "import sys; from refcli.__main__ import run; sys.argv[0] = 'refcli'; run()"
CALLS = ("pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "link")
COMMANDS = (
    "log call with anna",
    "done anna",
    "undo",
    "import FILE",
    "contact merge @1 @2",
    "contact forget Tom --yes",
    "backup",
    "restore 2026-11-20-by-hand-0001.db --yes",
)
CSV = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nZoe,Zed,,,,,\n"


def prepared(folder: Path) -> Program:
    program = Program(folder / "data" / "refcli.db")
    for line in (
        "contact add Anna Weiss --basis client --since 2024-01-10",
        "contact add A. Weiss --note twin",
        "contact add Tom Brandt --note friend",
        "backup",
        'intro anna "Ben Okoye"',
        'followup anna "send the plan" --due today',
    ):
        program.ok(line)
    (folder / "people.csv").write_text(CSV, encoding="utf-8")
    return program


def run(folder: Path, line: str, inject: str) -> int:
    store = folder / "data" / "refcli.db"
    argv = [str(folder / "people.csv") if w == "FILE" else w for w in line.split()]
    traced = ["strace", "-f", "-o", str(folder / "trace"), "-e", f"trace={','.join(CALLS)}"]
    done = subprocess.run(
        [*traced, *(["-e", inject] if inject else []), sys.executable, "-c", RUN, *argv],
        env={**os.environ, "REFCLI_STORE": str(store), "REFCLI_TODAY": "2026-11-20"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode


def steady(store: Path) -> dict[str, list[Any]]:
    """The rows without what differs from run to run."""
    return {
        name: [tuple(v for v in row if not re.fullmatch(r"[0-9a-f-]{36}", str(v))) for row in rows]
        for name, rows in tables(store).items()
        if name != "import"
    }


def try_out(seed: Path, line: str) -> list[str]:
    failures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "run"

        def fresh() -> None:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(seed, folder)

        fresh()
        before = steady(folder / "data" / "refcli.db")
        run(folder, line, "")
        after = steady(folder / "data" / "refcli.db")
        trace = (folder / "trace").read_text(errors="replace").splitlines()
        made = Counter(call for row in trace for call in CALLS if f" {call}(" in f" {row}")
        for call, number in ((c, n) for c in CALLS for n in range(1, made[c] + 1)):
            fresh()
            run(folder, line, f"inject={call}:signal=KILL:when={number}")
            program = Program(folder / "data" / "refcli.db")
            program("due")  # heals
            found = steady(program.store)
            if found not in (before, after):
                failures.append(f"{line}: killed before {call} {number}: half done")
    return failures


def main() -> int:
    if shutil.which("strace") is None:
        sys.stderr.write("this needs strace\n")
        return 2
    failures = []
    with tempfile.TemporaryDirectory() as name:
        seed = Path(name)
        prepared(seed)
        for line in COMMANDS:
            found = try_out(seed, line)
            sys.stdout.write(f"{'FAIL' if found else 'PASS'} {line}\n")
            failures += found
    sys.stdout.writelines(f"{failure}\n" for failure in failures)
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
