"""`python -m tests.benchmarks [RUNS]`: medians as ratios to the floor, in one run.

Builds a wheel install in a temporary folder, since an editable one is slower, and the sample
store. Each command is measured in turn with `python -c pass` (reads) or
`python -c "import sqlmodel"` (writes), and the median of the ratios, pair by pair, is printed.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
READS = (
    ("due",),
    ("due", "--count"),
    ("due", "--json"),
    ("contact", "list"),
    ("contact", "show", "anna"),
    ("contact", "find", "library"),
    ("ask", "list"),
    ("intro", "list"),
    ("intro", "show", "1"),
    ("--help",),
)
WRITES = (
    ("log", "lunch with Tom Brandt"),
    ("followup", "tom", "x", "--due", "today"),
    ("thank", "tom"),
)


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


def installed(folder: Path) -> Path:
    """A fresh environment with the wheel in it; the folder of its programs."""
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    install = [str(programs / "pip"), "install", "--quiet", str(ROOT)]
    subprocess.run(install, check=True)
    return programs


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    folder = Path(tempfile.mkdtemp(prefix="refcli-bench-"))
    try:
        programs = installed(folder)
        python, refcli = str(programs / "python"), str(programs / "refcli")
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        subprocess.run([refcli, "demo", "--in", str(folder)], check=True, capture_output=True)
        [store] = folder.glob("refcli-demo-*/demo.db")
        env["REFCLI_STORE"] = str(store)
        for lines, floor in (
            (READS, [python, "-c", "pass"]),
            (WRITES, [python, "-c", "import sqlmodel"]),
        ):
            sys.stdout.write(f"\nx {' '.join(floor[1:])}\n")
            for line in lines:
                found = ratio([refcli, *line], floor, env, runs)
                sys.stdout.write(f"{found:6.2f}  refcli {' '.join(line)}\n")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
