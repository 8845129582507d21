"""Drives the desk by keys on a real store, and reads what stands on its screen."""

import asyncio
import datetime as dt
import html
import io
import os
import re
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import pexpect

from refcli.cli.desk.screen import Desk
from refcli.cli.frame.context import App
from refcli.render.output import Output, Streams
from tests.support.program import Program

Pilot = Any
SIZES = ((80, 24), (120, 40), (200, 50))


def desk_of(program: Program, **env: str) -> Desk:
    """The desk on a program's store and day."""
    told = {"REFCLI_TODAY": program.today, "PATH": "", **program.env, **env}
    streams = Streams(io.StringIO(), io.StringIO(), io.StringIO())
    today = dt.date.fromisoformat(program.today)
    now = dt.datetime.combine(today, dt.time(12), dt.UTC)
    app = App(told, streams, Output(streams, told), now, today, str(program.store), False, None)
    return Desk(app)


def desk_in_terminal(program: Program, **env: str) -> "pexpect.spawn[str]":
    """The desk as a process of its own on a pseudo-terminal of 120 columns."""
    told = {
        **os.environ,
        "REFCLI_STORE": str(program.store),
        "REFCLI_TODAY": program.today,
        "TERM": "xterm-256color",
        **env,
    }
    command = [sys.executable, "-m", "refcli", "desk"]
    return pexpect.spawn(
        command[0], command[1:], env=told, encoding="utf-8", timeout=40, dimensions=(40, 120)
    )


def drive(
    program: Program,
    does: Callable[[Pilot], Awaitable[None]],
    *,
    size: tuple[int, int] = (120, 40),
    **env: str,
) -> None:
    """Open the desk, let `does` press keys, and leave it."""

    async def run() -> None:
        async with desk_of(program, **env).run_test(size=size) as pilot:
            await settled(pilot)
            await does(pilot)

    asyncio.run(run())


async def settled(pilot: Pilot) -> None:
    """Wait until nothing is being read or written, and all is drawn."""
    quiet = 0
    for _ in range(400):
        await pilot.pause(0.03)
        busy = [w for w in pilot.app.workers if not w.is_finished]
        asks = len(pilot.app.screen_stack) > 1
        # A question that waits for its answer is at rest too; a row is read a moment after.
        is_quiet = not busy or (asks and all(w.group == "act" for w in busy))
        quiet = quiet + 1 if is_quiet else 0
        if quiet >= 5:
            return
    raise AssertionError("the desk did not come to rest")


async def press(pilot: Pilot, *keys: str) -> None:
    """Press keys, and wait until the desk is at rest."""
    await pilot.press(*keys)
    await settled(pilot)


async def write(pilot: Pilot, text: str) -> None:
    """Type a line and Enter."""
    names = {" ": "space", ":": "colon", "-": "minus", ".": "full_stop", "#": "number_sign"}
    await pilot.press(*(names.get(letter, letter) for letter in text))
    await press(pilot, "enter")


def shown(pilot: Pilot) -> list[str]:
    """The lines of the screen, as a person reads them."""
    drawn = pilot.app.export_screenshot()
    rows: dict[float, list[tuple[float, str]]] = {}
    pattern = r'<text class="[^"]*" x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>'
    for x, y, text in re.findall(pattern, drawn):
        rows.setdefault(float(y), []).append((float(x), html.unescape(text).replace("\xa0", " ")))
    width = 12.2
    lines = []
    for y in sorted(rows):
        line = ""
        for x, text in sorted(rows[y]):
            line = line.ljust(round(x / width)) + text
        lines.append(line.rstrip())
    return lines


def status(pilot: Pilot) -> str:
    """What the desk says at its foot."""
    return str(pilot.app.query_one("#status").render())
