"""Diaries: what somebody types day by day, played through the program.

A line that is a date begins a day; `$ ` is what was typed on it. A fact that was first told late
or wrong stands on two lines: `- ` as it was told, with what put it right later, and `+ ` as it
would have been told right at first. A diary is played with the one or with the other.
The two months that follow stand in a diary of their own; they are played for their drafts.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.support.program import Program

_FOLDER = Path(__file__).parent
PRACTICES = ("accountant", "agent", "consultant")


class Day(NamedTuple):
    """What was typed on a day, after looking at what is due."""

    on: dt.date
    lines: tuple[str, ...]


class Morning(NamedTuple):
    """A morning's list: the lines of `due`, each with the number of its follow-up."""

    on: dt.date
    head: str
    lines: tuple[tuple[int, str], ...]


def days(practice: str, *, told_right: bool = False) -> Iterator[Day]:
    """The first month of a diary, day by day."""
    yield from _days(f"{practice}.diary", "$+" if told_right else "$-")


def three_months(practice: str) -> Iterator[Day]:
    """The first month and the two after it."""
    yield from days(practice)
    yield from _days(f"{practice}.later.diary", "$-")


def _days(diary: str, wanted: str) -> Iterator[Day]:
    on, typed = None, list[str]()
    for line in (_FOLDER / diary).read_text(encoding="utf-8").splitlines():
        if line[:4].isdigit():
            if on is not None:
                yield Day(on, tuple(typed))
            on, typed = dt.date.fromisoformat(line[:10]), []
        elif line[:1] in wanted and line:
            typed.append(line[2:])
    assert on is not None
    yield Day(on, tuple(typed))


def play(program: Program, practice: str, *, told_right: bool = False) -> Iterator[Morning]:
    """Play a diary; each morning is given before anything is typed on it."""
    for day in days(practice, told_right=told_right):
        today = day.on.isoformat()
        yield _morning(program, day.on)
        for line in day.lines:
            program.ok(line, today=today)


def verdicts(practice: str) -> dict[int, str]:
    """What a person of the trade says of each follow-up, by its number."""
    text = (_FOLDER / f"{practice}.verdicts").read_text(encoding="utf-8")
    found = [line.split(None, 1) for line in text.splitlines() if line[:1].isdigit()]
    return {int(number): verdict for number, verdict in found}


def _morning(program: Program, on: dt.date) -> Morning:
    head, *lines = program.ok("due", today=on.isoformat()).out.splitlines() or [""]
    return Morning(on, head, tuple((int(line.split()[0]), line.strip()) for line in lines))
