"""Whole processes timed in turn with a floor, on an installed wheel."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import pexpect

ROOT = Path(__file__).parents[2]
Env = dict[str, str]
Timer = Callable[[Sequence[str], Env], float]


def seconds(command: Sequence[str], env: Env) -> float:
    """Wall time of one process without a terminal; raises when it fails."""
    start = time.perf_counter()
    subprocess.run(command, env=env, check=True, capture_output=True)
    return time.perf_counter() - start


def seconds_on_terminal(command: Sequence[str], env: Env) -> float:
    """Wall time of one process on a terminal of 120 columns."""
    start = time.perf_counter()
    child = pexpect.spawn(command[0], list(command[1:]), env=env, dimensions=(40, 120))
    child.expect(pexpect.EOF)
    elapsed = time.perf_counter() - start
    child.close()
    if child.exitstatus:
        raise RuntimeError(f"exit {child.exitstatus}: {command}")
    return elapsed


def ratio(
    command: Sequence[str],
    floor: Sequence[str],
    env: Env,
    runs: int,
    *,
    timer: Timer = seconds,
) -> float:
    """The median over pairs of command and floor, after one warm-up of each.

    `{n}` in the command is the number of the run, from 1.
    """
    lines = ([part.replace("{n}", str(n)) for part in command] for n in count(1))
    timer(next(lines), env)
    timer(floor, env)
    pairs = [(timer(next(lines), env), timer(floor, env)) for _ in range(runs)]
    return statistics.median(a / b for a, b in pairs)


def megabytes(command: Sequence[str], env: Env) -> float:
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


def to_next_question(
    command: Sequence[str], env: Env, questions: Sequence[str], runs: int
) -> list[float]:
    """Milliseconds from Enter to each next question, after half a second of thought; medians."""
    found: dict[str, list[float]] = {}
    for _ in range(runs):
        # Nobody here answers where the cursor is, and prompt_toolkit would wait a second for it.
        quick = {**env, "PROMPT_TOOLKIT_NO_CPR": "1"}
        child = pexpect.spawn(command[0], list(command[1:]), env=quick, dimensions=(40, 120))
        child.delaybeforesend = None
        child.expect_exact(questions[0])
        for question in questions[1:]:
            time.sleep(0.5)
            start = time.perf_counter()
            child.send("\r")
            child.expect_exact(question)
            found.setdefault(question, []).append(1000 * (time.perf_counter() - start))
        child.close(force=True)
    return [statistics.median(times) for times in found.values()]


def installed(folder: Path) -> Path:
    """A fresh environment with the wheel in it; the folder of its programs.

    The launcher is that of a new pip: those before 26 write one that imports `re`.
    """
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "install", "-qq"]
    subprocess.run([*pip, "--upgrade", "pip>=26"], check=False)
    subprocess.run([*pip, str(ROOT)], check=True)
    return programs
