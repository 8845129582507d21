"""`python -m tests.faults.races [COMMAND…]`: each pair of commands, one held at each of its steps.

With `EVERY=10` in the environment at each tenth of them.

The first is stopped before its n-th writing call (by strace, for every n), the second runs
meanwhile, and then the first goes on. What is in the store after both must be what one of the two
orders makes of it. Needs Linux and strace; takes minutes, so it is no test of the test run.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from tests.faults.__main__ import CALLS, RUN, prepared, steady

COMMANDS = (
    "undo",
    "done anna",
    "restore 2026-11-20-by-hand-0001.db --yes",
    "contact forget Tom --yes",
    "import FILE",
)
# Nobody is refused for what the other did but by one of these.
EXPECTED = frozenset({0, 1, 2, 3, 66, 75})
PATIENCE = 1.5
Rows = dict[str, list[Any]]


class Ended(NamedTuple):
    """How both ended, and what the store holds then."""

    codes: tuple[int, int]
    rows: Rows


def started(folder: Path, line: str, *strace: str) -> "subprocess.Popen[bytes]":
    argv = [str(folder / "people.csv") if w == "FILE" else w for w in line.split()]
    store = folder / "data" / "refcli.db"
    return subprocess.Popen(
        [*strace, sys.executable, "-c", RUN, *argv],
        env={**os.environ, "REFCLI_STORE": str(store), "REFCLI_TODAY": "2026-11-20"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
        return [int(each) for each in told.split()]
    return []


def held(folder: Path, first: str, second: str, step: int) -> tuple[int, int] | None:
    """Run the second while the first is held before its step; None where it has no such step."""
    trace = folder / "trace"
    inject = f"inject={','.join(CALLS)}:signal=SIGSTOP:when={step}"
    holding = started(
        folder,
        first,
        "strace",
        "-f",
        "-o",
        str(trace),
        "-e",
        f"trace={','.join(CALLS)}",
        "-e",
        inject,
    )
    child = 0
    while holding.poll() is None:
        child = next(iter(children(holding.pid)), child)
        if child and trace.exists() and "stopped by SIGSTOP" in trace.read_text(errors="replace"):
            break
        time.sleep(0.01)
    else:
        return None
    other = started(folder, second)
    with contextlib.suppress(subprocess.TimeoutExpired):
        other.wait(PATIENCE)
    while holding.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGCONT)
        time.sleep(0.1)
    return holding.wait(), other.wait()


def outcome(folder: Path, codes: tuple[int, int]) -> Ended:
    return Ended(codes, steady(folder / "data" / "refcli.db"))


def in_turn(folder: Path, first: str, second: str) -> tuple[int, int]:
    return started(folder, first).wait(), started(folder, second).wait()


def _held_anew(
    fresh: Callable[[], None], folder: Path, first: str, second: str, step: int
) -> tuple[int, int] | None:
    fresh()
    return held(folder, first, second, step)


def try_pair(seed: Path, first: str, second: str) -> list[str]:
    """What went wrong, a line each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "run"

        def fresh() -> None:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(seed, folder)

        orders = []
        for order in ((first, second), (second, first)):
            fresh()
            ended = in_turn(folder, *order)
            orders.append(outcome(folder, ended if order == (first, second) else ended[::-1]))
        wrong: list[str] = []
        step = every = int(os.environ.get("EVERY", "1"))
        while (codes := _held_anew(fresh, folder, first, second, step)) is not None:
            step += every
            both = outcome(folder, codes)
            # Who is told to try again has done nothing.
            alone = [each.rows for each in orders]
            if 75 in codes:
                fresh()
                started(folder, first if codes[1] == 75 else second).wait()
                alone.append(outcome(folder, codes).rows)
            if both.rows not in alone or not set(codes) <= EXPECTED:
                wrong.append(f"{first} held at {step - every}, {second}: exits {codes}")
        print(f"{'FAIL' if wrong else 'ok'}  {first} | {second}: {step - every} steps", flush=True)
        return wrong


def main() -> int:
    chosen = sys.argv[1:] or COMMANDS
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        seed = Path(name) / "seed"
        prepared(seed)
        for first, second in product(chosen, chosen):
            wrong += try_pair(seed, first, second)
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
