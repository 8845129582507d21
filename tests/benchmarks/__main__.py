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
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from refcli.domain.obligations.replay import obligations
from refcli.read.facts import life
from refcli.read.settings import numbers_of, read_settings
from refcli.store.opening import writable
from tests.benchmarks.floors import BARE_TABLE, READING_FACTS, SAME_ROWS, SCORING_IN_PYTHON
from tests.benchmarks.measure import (
    Env,
    installed,
    megabytes,
    ratio,
    seconds,
    seconds_on_terminal,
    to_next_question,
)
from tests.benchmarks.stores import build, talk_much

Lines = tuple[tuple[str, ...], ...]
SIZES = (100, 10_000, 100_000)
READS: Lines = (
    ("due",),
    ("due", "--count"),
    ("ask", "who"),
    ("contact", "show", "@7"),
    ("contact", "find", "library"),
    ("contact", "list", "--tier", "A"),
    ("intro", "list"),
)
ONCE: Lines = (("--version",), ("--help",), ("due", "--json"), ("review", "funnel"), ("kit",))
ON_TERMINAL: Lines = (("ask", "who"), ("contact", "show", "@7"), ("review", "funnel"))
WRITES: Lines = (
    ("log", "--with", "@7", "lunch"),
    ("followup", "@7", "x", "--due", "today"),
    ("thank", "@7"),
    ("done", "{n}"),
)
COMPLETIONS = {"verbs": ("refcli re", "1"), "names": ("refcli prep a", "2")}
# A line, a list, a line, a line.
QUESTIONS = ("When did you meet?", "How?", "What happened?", "What are they working on now?")
ROWS = 100_000
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


class Bench:
    """An installed refcli, a store of each size, and how often everything is measured."""

    def __init__(self, folder: Path, runs: int) -> None:
        programs = installed(folder)
        self.folder, self.runs = folder, runs
        self.python, self.refcli = str(programs / "python"), str(programs / "refcli")
        self.nothing = (self.python, "-c", "pass")
        self.sqlmodel = (self.python, "-c", "import sqlmodel")
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        self.env = {**kept, "REFCLI_TODAY": "2026-11-20"}
        for size in SIZES:
            build(self.store(size), size)

    def store(self, size: int) -> Path:
        """The store of that size."""
        return self.folder / f"{size}.db"

    def on(self, size: int, **more: str) -> Env:
        """The environment in which a command works on the store of that size."""
        return {**self.env, "REFCLI_STORE": str(self.store(size)), **more}

    def rows(self) -> Iterator[str]:
        """The rows of the table, as they are measured."""
        yield from self._at_every_size()
        yield from self._once()
        yield from self._completions()
        yield self._scoring()
        yield self._thinking()
        yield from self._replaying()
        yield from self._importing()

    def _at_every_size(self) -> Iterator[str]:
        for lines, floor, name in ((READS, self.nothing, "pass"), (WRITES, self.sqlmodel, "")):
            for line in lines:
                command = (self.refcli, *line)
                cells = [f"{ratio(command, floor, self.on(s), self.runs):.2f}" for s in SIZES]
                last = [part.replace("{n}", str(self.runs + 2)) for part in command]
                memory = megabytes(last, self.on(SIZES[-1]))
                what = " ".join(line).replace("{n}", "N")
                yield _row(f"`{what}`", name or "import sqlmodel", cells, memory)

    def _once(self) -> Iterator[str]:
        env = self.on(SIZES[0])
        for line in ONCE:
            command = (self.refcli, *line)
            found = ratio(command, self.nothing, env, self.runs)
            memory = megabytes(command, env)
            yield _row(f"`{' '.join(line)}`", "pass", [f"{found:.2f}"], memory)
        drawn = self.on(SIZES[0], TERM="xterm-256color")
        for line in ON_TERMINAL:
            command = (self.refcli, *line)
            found = ratio(command, self.nothing, drawn, self.runs, timer=seconds_on_terminal)
            yield _row(f"`{' '.join(line)}` on a terminal", "pass", [f"{found:.2f}"])

    def _completions(self) -> Iterator[str]:
        for what, (words, number) in COMPLETIONS.items():
            asked = {"_REFCLI_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": number}
            envs = [self.on(size, **asked) for size in SIZES]
            cells = [f"{ratio((self.refcli,), self.nothing, e, self.runs):.2f}" for e in envs]
            yield _row(f"completion of {what}", "pass", cells)

    def _scoring(self) -> str:
        floor = (self.python, "-c", SCORING_IN_PYTHON, str(self.store(SIZES[-1])))
        found = ratio((self.refcli, "ask", "who"), floor, self.on(SIZES[-1]), 3)
        return _row("`ask who`", "scoring all in Python", ["", "", f"1/{1 / found:.0f}"])

    def _thinking(self) -> str:
        env = self.on(SIZES[0], TERM="xterm-256color")
        found = to_next_question((self.refcli, "debrief", "@7"), env, QUESTIONS, self.runs)
        told = f"{min(found):.0f} to {max(found):.0f}"
        return _row("Enter to the next question", "(ms)", [told])

    def _replaying(self) -> Iterator[str]:
        """One contact of many facts, and everybody's."""
        store = self.folder / "much.db"
        build(store, SIZES[0])
        for facts, contact in ((200, 7), (1000, 8)):
            talk_much(store, contact, facts)
        nothing = statistics.median(seconds(self.nothing, self.env) for _ in range(self.runs))
        found = statistics.median(_replay_seconds(store, 7) for _ in range(self.runs)) / nothing
        yield _row("replay of 200 facts", "pass", [f"{found:.2f}"])
        env = {**self.env, "REFCLI_STORE": str(store)}
        write = (self.refcli, "log", "--with", "@8", "lunch")
        found = ratio(write, self.sqlmodel, env, self.runs)
        yield _row("`log` with 1,000 facts", "import sqlmodel", [f"{found:.2f}"])
        large = self.on(SIZES[-1])
        floor = (self.python, "-c", READING_FACTS, str(self.store(SIZES[-1])))
        found = ratio((self.refcli, "doctor"), floor, large, 1)
        memory = megabytes((self.refcli, "doctor"), large)
        yield _row("`doctor`", "reading the facts", ["", "", f"{found:.1f}"], memory)

    def _importing(self) -> Iterator[str]:
        """An import of many contacts against two floors."""
        file = self.folder / "many.csv"
        with file.open("w", encoding="utf-8") as out:
            out.write(HEADER)
            for n in range(ROWS):
                url = f"https://www.linkedin.com/in/ann{n}"
                person = f"Ann{n},Lee{n % 977},{url},a{n}@x.example,Acme {n % 500},Dev"
                out.write(f"{person},01 Jan 2024\n")
        bare, same, memory = [], [], 0.0
        for n in range(3):
            store, target = self.folder / f"import-{n}.db", self.folder / f"same-{n}.db"
            env = {**self.env, "REFCLI_STORE": str(store)}
            ours = seconds((self.refcli, "import", str(file)), env)
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
            table = str(self.folder / f"bare-{n}.db")
            bare.append(ours / seconds((self.python, "-c", BARE_TABLE, str(file), table), env))
            writable(str(target), "2026-11-20").close()
            paths = (str(file), str(store), str(target))
            same.append(ours / seconds((self.python, "-c", SAME_ROWS, *paths), env))
        for floor, found in (("the same rows, executemany", same), ("one bare table", bare)):
            cell = f"{statistics.median(found):.1f}"
            yield _row(f"`import` of {ROWS:,}", floor, ["", "", cell], memory)


def _replay_seconds(store: Path, contact: int) -> float:
    """How long the replay of one contact takes, the facts at hand."""
    connection = writable(str(store), "2026-11-20")
    known, numbers = life(connection, contact), numbers_of(read_settings(connection))
    connection.close()
    start = time.perf_counter()
    obligations(known, numbers)
    return time.perf_counter() - start


def _row(what: str, floor: str, cells: Sequence[str], memory: float | None = None) -> str:
    """A row of the table; a single cell is of the smallest store."""
    small, middle, large = [*cells, "", ""][:3]
    told = "" if memory is None else f"{memory:.0f}"
    return f"| {what} | {floor} | {small} | {middle} | {large} | {told} |"


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    folder = Path(tempfile.mkdtemp(prefix="refcli-bench-"))
    try:
        sizes = " | ".join(f"{size:,}" for size in SIZES)
        sys.stdout.write(f"| command | x of | {sizes} | MB |\n| --- | --- |{' --- |' * 4}\n")
        for row in Bench(folder, runs).rows():
            sys.stdout.write(row + "\n")
            sys.stdout.flush()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
