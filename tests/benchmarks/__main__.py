"""`python -m tests.benchmarks [RUNS]`: medians as ratios to the floor, in one run.

Builds a wheel install in a temporary folder, since an editable one is slower, and a store of each
size once. Each command is measured in turn with its floor, and the median of the ratios, pair by
pair, is printed with the peak memory as a table for docs/performance.md. It is no test: what the
tests guard is which modules are imported, and how queries are planned.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.stores import build

ROOT = Path(__file__).parents[2]
SIZES = (100, 10_000, 100_000)
READS = (
    ("due",),
    ("due", "--count"),
    ("ask", "who"),
    ("contact", "show", "@7"),
    ("contact", "find", "library"),
    ("contact", "list", "--tier", "A"),
    ("intro", "list"),
)
ONCE = (("--version",), ("--help",), ("due", "--json"))
WRITES = (
    ("log", "--with", "@7", "lunch"),
    ("followup", "@7", "x", "--due", "today"),
    ("thank", "@7"),
)
ROWS = 100_000
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
# What an import is measured against: the standard library's csv and a bare executemany.
IMPORT_FLOOR = """
import csv, sqlite3, sys
rows = csv.reader(open(sys.argv[1], newline=""))
next(rows)
connection = sqlite3.connect(sys.argv[2])
connection.execute("pragma synchronous=extra")
connection.execute("create table contact (id integer primary key, a, b, c, d, e, f, g)")
connection.executemany("insert into contact (a,b,c,d,e,f,g) values (?,?,?,?,?,?,?)", rows)
connection.commit()
"""


def seconds(command: Sequence[str], env: dict[str, str]) -> float:
    """Wall time of one process; raises when it fails."""
    start = time.perf_counter()
    subprocess.run(command, env=env, check=True, capture_output=True)
    return time.perf_counter() - start


def ratio(command: Sequence[str], floor: Sequence[str], env: dict[str, str], runs: int) -> float:
    """The median over pairs of command and floor, after one warm-up of each."""
    seconds(command, env)
    seconds(floor, env)
    pairs = [(seconds(command, env), seconds(floor, env)) for _ in range(runs)]
    return statistics.median(a / b for a, b in pairs)


def megabytes(command: Sequence[str], env: dict[str, str]) -> float:
    """The peak resident memory of one process."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], env=env, capture_output=True, check=True
    )
    unit = 1 if sys.platform == "darwin" else 1024
    return int(done.stdout) * unit / 1e6


def installed(folder: Path) -> Path:
    """A fresh environment with the wheel in it; the folder of its programs."""
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    install = [str(programs / "pip"), "install", "--quiet", str(ROOT)]
    subprocess.run(install, check=True)
    return programs


def rows(programs: Path, folder: Path, runs: int) -> Iterator[str]:
    """The rows of the table, as they are measured."""
    python, refcli = str(programs / "python"), str(programs / "refcli")
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    nothing, sqlmodel = [python, "-c", "pass"], [python, "-c", "import sqlmodel"]
    stores = {}
    for size in SIZES:
        stores[size] = folder / f"{size}.db"
        build(stores[size], size)
    today = {"REFCLI_TODAY": "2026-11-20"}
    for lines, floor, name in ((READS, nothing, "pass"), (WRITES, sqlmodel, "import sqlmodel")):
        for line in lines:
            command = [refcli, *line]
            envs = [{**env, **today, "REFCLI_STORE": str(stores[size])} for size in SIZES]
            found = [ratio(command, floor, e, runs) for e in envs]
            cells = " | ".join(f"{x:.2f}" for x in found)
            yield f"| `{' '.join(line)}` | {name} | {cells} | {megabytes(command, envs[-1]):.0f} |"
    small = {**env, **today, "REFCLI_STORE": str(stores[SIZES[0]])}
    for line in ONCE:
        command = [refcli, *line]
        found_once = ratio(command, nothing, small, runs)
        memory = megabytes(command, small)
        yield f"| `{' '.join(line)}` | pass | {found_once:.2f} | | | {memory:.0f} |"
    completing = {"_REFCLI_COMPLETE": "complete_bash", "COMP_WORDS": "refcli prep a"}
    names: list[str] = []
    for size in SIZES:
        shell = {**env, **completing, "COMP_CWORD": "2", "REFCLI_STORE": str(stores[size])}
        names.append(f"{ratio([refcli], nothing, shell, runs):.2f}")
    yield f"| completion of names | pass | {' | '.join(names)} | |"
    yield import_row(refcli, python, folder, env)


def import_row(refcli: str, python: str, folder: Path, env: dict[str, str]) -> str:
    """An import of many contacts against the floor of parsing and inserting the same rows."""
    file = folder / "many.csv"
    with file.open("w", encoding="utf-8") as out:
        out.write(HEADER)
        for n in range(ROWS):
            url = f"https://www.linkedin.com/in/ann{n}"
            out.write(f"Ann{n},Lee{n % 977},{url},a{n}@x.example,Acme {n % 500},Dev,01 Jan 2024\n")
    ratios, memory = [], 0.0
    for n in range(3):
        store = {**env, "REFCLI_STORE": str(folder / f"import-{n}.db")}
        ours = seconds([refcli, "import", str(file)], store)
        floor = seconds([python, "-c", IMPORT_FLOOR, str(file), str(folder / f"raw-{n}.db")], env)
        ratios.append(ours / floor)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
    found = f"{statistics.median(ratios):.1f}"
    return f"| `import` of {ROWS:,} | csv and executemany | {found} | | | {memory:.0f} |"


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    folder = Path(tempfile.mkdtemp(prefix="refcli-bench-"))
    try:
        programs = installed(folder)
        sizes = " | ".join(f"{size:,}" for size in SIZES)
        sys.stdout.write(f"| command | x of | {sizes} | MB |\n| --- | --- |{' --- |' * 4}\n")
        for row in rows(programs, folder, runs):
            sys.stdout.write(row + "\n")
            sys.stdout.flush()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
