"""`python -m tests.faults.readers [SECONDS [SEED]]`: files of every format, each spoilt by chance.

A file is torn, bytes of it are turned, spans doubled, lines exchanged, values replaced by what
hurts. Whatever comes of it, `import` answers soon and with an exit code of its own, and what it
refuses leaves the store as it was; what it takes is sound, and undo takes it back.
"""

import collections
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from tests.cli.importing.test_as import MAP, OWN
from tests.cli.importing.test_history import PEOPLE
from tests.support.program import Program
from tests.support.tables import tables

REFUSALS = frozenset({2, 65})
SOON = 10  # seconds
NASTY = (
    *(b"", b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\t", b'"', b"'", b",", b";", b":"),
    *(b"=1+1", b"@x", b"9" * 400, b"-1", b"0", b"1e999", b"NaN", b"null", b"true", b"[]", b"{}"),
    *(b"[" * 3_000, b'{"a":' * 3_000, b'""', b'"' * 999, b"\\n", b"\\", b"%s%n", b"=\n", b"=3D"),
    *(b"9999-12-31", b"0001-01-01", b"2026-02-30", b"20260230T256199Z", b"--0230", b"1/2/03"),
    *(b"BEGIN:VCARD\n", b"END:VCARD\n", b"BEGIN:VEVENT\n", b"END:VEVENT\n", b"END:VCALENDAR\n"),
    *(b"RRULE:FREQ=SECONDLY\n", b"RRULE:FREQ=YEARLY;INTERVAL=0\n", b"TZID=Mars/Base", b"\nFrom "),
    *(b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\x1b[2J", "é".encode("utf-16")),
    *(b"CHARSET=x", b"ENCODING=BASE64:", b"=?utf-8?b?////?=", b"=?x?q?=ff?=", b"a@b.example" * 99),
)
Rows = dict[str, list[Any]]
Change = Callable[[random.Random, bytes], bytes]


def _spot(dice: random.Random, data: bytes) -> int:
    return dice.randint(0, len(data))


def _span(dice: random.Random, data: bytes) -> tuple[int, int]:
    start = _spot(dice, data)
    return start, min(len(data), start + dice.choice((1, 1, 2, 8, 40, 400)))


def _torn(dice: random.Random, data: bytes) -> bytes:
    return data[: _spot(dice, data)]


def _without(dice: random.Random, data: bytes) -> bytes:
    start, end = _span(dice, data)
    return data[:start] + data[end:]


def _doubled(dice: random.Random, data: bytes) -> bytes:
    start, end = _span(dice, data)
    return data[:end] + data[start:end] * dice.choice((1, 2, 50)) + data[end:]


def _turned(dice: random.Random, data: bytes) -> bytes:
    start = _spot(dice, data)
    return data[:start] + bytes((dice.randint(0, 255),)) + data[start + 1 :]


def _hurt(dice: random.Random, data: bytes) -> bytes:
    start, end = _span(dice, data)
    return data[:start] + dice.choice(NASTY) + data[dice.choice((start, end)) :]


def _exchanged(dice: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    dice.shuffle(lines)
    return b"".join(lines)


def _value_hurt(dice: random.Random, data: bytes) -> bytes:
    """One value, between two marks that separate values, is another."""
    marks = [place for place, byte in enumerate(data) if byte in b',;:"\n=']
    if len(marks) < 2:
        return data
    first = dice.randrange(len(marks) - 1)
    return data[: marks[first] + 1] + dice.choice(NASTY) + data[marks[first + 1] :]


CHANGES: tuple[Change, ...] = (
    *(_torn, _without, _doubled, _turned, _hurt, _exchanged),
    *(_value_hurt, _value_hurt, _value_hurt),
)


def spoilt(dice: random.Random, data: bytes) -> bytes:
    """The file after one to four changes."""
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        data = dice.choice(CHANGES)(dice, data)
    return data


def _too_late(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def wrong(program: Program, form: str, file: Path, *, is_named: bool) -> tuple[int, str]:
    """The exit code, and what is wrong about it, if anything."""
    before = program.store.read_bytes() if program.store.exists() else b""
    rows = tables(program.store) if before else None
    line = ["--no-input", "import", str(file), *(["--as", form] if is_named else [])]
    line += MAP if form == "csv" else []
    signal.alarm(SOON)
    try:
        done = program(line)
    except TimeoutError:
        return -1, f"no answer within {SOON} seconds"
    finally:
        signal.alarm(0)
    if done.code in REFUSALS:
        is_same = (program.store.read_bytes() if program.store.exists() else b"") == before
        return done.code, "" if is_same else "refused, and the store is another"
    if done.code:
        return done.code, f"exit {done.code}: {done.err}"
    return 0, _unsound(program) or _not_taken_back(program, rows)


def _unsound(program: Program) -> str:
    found = program("doctor --json")
    if found.code:
        return f"doctor exits {found.code}: {found.err}"
    bad = [each for each in found.json if each["severity"] not in ("ok", "note")]
    return f"doctor: {bad}" if bad else ""


def _not_taken_back(program: Program, rows: Rows | None) -> str:
    """A whole export goes into a new store, and is not undone; nor is what changed nothing."""
    if rows is None or tables(program.store) == rows:
        return ""
    undone = program("--no-input undo")
    if undone.code:
        return f"undo exits {undone.code}: {undone.err}"
    return "" if tables(program.store) == rows else "not taken back by undo"


def seeds(folder: Path) -> list[tuple[str, bytes]]:
    """Of each format its files, the whole export among them."""
    full = folder / "full.json"
    sample = Program(folder / "sample.db")
    for line in PEOPLE:
        sample.ok(line)
    for line in (
        'log "lunch with anna"',
        "ask anna --in law --looking-for sell --anyway",
        "intro anna Zora --how met",
        "meet tom +3d 10:00",
    ):
        sample.ok(line)
    sample.ok(["export", str(full)])
    contents = [
        (form, text if isinstance(text, bytes) else text.encode())
        for form, (_, texts) in OWN.items()
        for text in texts
    ]
    # The photograph in a card makes it large, and nothing else is tried by it.
    contents = [(form, data.replace(b"QUJD" * 1000, b"")) for form, data in contents]
    return [*contents, ("refcli", full.read_bytes())]


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 600
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    signal.signal(signal.SIGALRM, _too_late)
    codes: collections.Counter[int] = collections.Counter()
    found: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        known = Program(folder / "known.db")
        for line in PEOPLE:
            known.ok(line)
        files = seeds(folder)
        end = time.monotonic() + seconds
        number = 0
        while time.monotonic() < end:
            number += 1
            dice = random.Random(f"{seed} {number}")  # noqa: S311  the same files for the same seed
            form, data = dice.choice(files)
            work = folder / "work"
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir()
            store = work / "store.db"
            if form != "refcli":
                shutil.copy(known.store, store)
            file = work / "file"
            file.write_bytes(spoilt(dice, data))
            code, problem = wrong(Program(store), form, file, is_named=dice.random() < 0.7)
            codes[code] += 1
            if problem:
                kept = Path(tempfile.gettempdir()) / f"spoilt-{seed}-{number}"
                shutil.copy(file, kept)
                found.append(f"{form}, {kept}: {problem}")
                print(f"FAIL {found[-1]}", flush=True)
    print(f"{'FAIL' if found else 'ok'}  {number} files, exits {dict(codes)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
