"""A desk under ugly circumstances: a plain sentence, nothing lost, the terminal as it was."""

import contextlib
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest
from textual.widgets import Input

from refcli.store.kept import unsent
from tests.desk.support import (
    Pilot,
    desk_in_terminal,
    drive,
    press,
    settled,
    shown,
    status,
    write,
)
from tests.support.program import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
LEFT = "\x1b[?1049l"


def kept_lines(program: Program) -> dict[str, str]:
    """The lines that the next desk will offer."""
    return unsent(str(program.store))


def wait_for(child: "pexpect.spawn[str]", is_so: Callable[[], bool]) -> str:
    """Read what is drawn until it is so, and return it."""
    drawn, end = "", time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end, drawn
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF, ValueError, OSError):
            drawn += child.read_nonblocking(10_000, timeout=0.1)
    return drawn


def test_in_a_real_terminal(sample: Program) -> None:
    child = desk_in_terminal(sample)
    child.expect_exact("13 to do")
    child.send("jd")
    child.expect_exact("12 to do")
    child.send("q")
    child.expect_exact(LEFT)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "12 to do" in sample.ok("due").out


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_killed_it_has_lost_nothing(sample: Program, how: signal.Signals) -> None:
    child = desk_in_terminal(sample)
    child.expect_exact("13 to do")
    child.send("jd")
    child.expect_exact("12 to do")
    child.send("llunch with anna")
    wait_for(child, lambda: kept_lines(sample) == {"log": "lunch with anna"})
    child.kill(how)
    child.expect(pexpect.EOF)
    child.close()
    if how is not signal.SIGKILL:
        assert child.exitstatus == 128 + how
        assert LEFT in str(child.before)
    assert "12 to do" in sample.ok("due").out
    assert "every page of the store is sound" in sample.ok("doctor").out
    again = desk_in_terminal(sample)
    again.expect_exact("12 to do")
    again.send("l")
    again.expect_exact("What happened")
    again.send("\r")
    again.expect_exact("logged Anna Weiss")
    wait_for(again, lambda: kept_lines(sample) == {})
    again.send("q")
    again.expect(pexpect.EOF)
    again.close()
    assert list(sample.store.parent.glob("*.unsaved-*")) == []


def test_what_is_typed_ahead_is_for_the_question(sample: Program) -> None:
    before = len(sample.ok("history --json").json)
    child = desk_in_terminal(sample)
    child.expect_exact("13 to do")
    # All at once, as a slow line sends it: `u` undoes, `n` answers, where no question is open.
    child.send("llunch with anna about d u n x S\r")
    child.expect_exact("logged Anna Weiss")
    child.send("u")
    child.expect_exact("undid")
    child.send("d")
    child.expect_exact("12 to do")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    entries = sample.ok("history --json").json
    assert [entry["command"] for entry in entries[: len(entries) - before]] == [
        "done",
        "undo",
        "log",
    ]


@pytest.mark.parametrize("is_told", [True, False])
def test_a_connection_that_is_lost(sample: Program, *, is_told: bool) -> None:
    """Also where the signal of it is ignored, as under `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL if is_told else signal.SIG_IGN)
    child = desk_in_terminal(sample)
    signal.signal(signal.SIGHUP, before)
    child.expect_exact("13 to do")
    child.send("llunch with anna")
    wait_for(child, lambda: kept_lines(sample) == {"log": "lunch with anna"})
    held: Any = child
    held.ptyproc.fileobj.close()
    wait_for(child, lambda: not child.isalive())
    held.closed = held.ptyproc.closed = True
    assert child.exitstatus == 128 + signal.SIGHUP
    assert kept_lines(sample) == {"log": "lunch with anna"}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"log": 3}', '{"log": "a\\u001b[31mb"}', "[" * 100_000]
)
def test_lines_of_an_odd_file(sample: Program, text: str) -> None:
    Path(f"{sample.store}.unsaved-desk.json").write_text(text)

    async def does(pilot: Pilot) -> None:
        await press(pilot, "l")
        assert "\x1b" not in pilot.app.screen.query_one(Input).value
        await press(pilot, "escape")
        await press(pilot, "d")
        assert "12 to do" in "\n".join(shown(pilot))

    drive(sample, does)


def test_who_is_forgotten_is_in_no_line_that_was_left(sample: Program) -> None:
    file = Path(f"{sample.store}.unsaved-desk.json")
    file.write_text('{"log": "lunch with Walter Huber"}')
    sample.ok("contact forget walter --yes")
    assert not file.exists()


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_cannot_be_drawn_on(sample: Program, term: str) -> None:
    child = desk_in_terminal(sample, TERM=term)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2
    assert "the same in lines: refcli due" in (child.before or "")


def test_it_is_not_drawn_where_stderr_is_no_terminal(sample: Program) -> None:
    """Textual draws there, and could not be left."""
    line = f"exec {sys.executable} -m refcli desk 2>&-"
    env = {**os.environ, "REFCLI_STORE": str(sample.store), "TERM": "xterm"}
    child = pexpect.spawn("sh", ["-c", line], env=env, encoding="utf-8", timeout=30)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2


def test_no_terminal(sample: Program) -> None:
    refused = sample("desk")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "refcli: the desk needs a terminal that it can draw on\n"
        "hint: the same in lines: refcli due\n"
    )


def test_a_store_that_is_damaged_meanwhile_is_said(sample: Program) -> None:
    whole = sample.store.read_bytes()

    async def does(pilot: Pilot) -> None:
        sample.store.write_bytes(b"no database at all" * 100)
        await pilot.pause(0.9)
        assert status(pilot).startswith("!")
        await press(pilot, "d")
        assert status(pilot).startswith("!")
        sample.store.write_bytes(whole)
        await pilot.pause(0.9)
        assert "13 to do" in shown(pilot)[0]

    drive(sample, does)
    assert sample.store.read_bytes() == whole


def test_a_store_that_is_gone_or_replaced(sample: Program, tmp_path: Path) -> None:
    other = Program(tmp_path / "o.db")
    shutil.copyfile(sample.store, other.store)
    other.ok("done 497")

    async def does(pilot: Pilot) -> None:
        other.store.replace(sample.store)
        await pilot.pause(0.9)
        assert "12 to do" in shown(pilot)[0]
        sample.store.rename(tmp_path / "away.db")
        await pilot.pause(0.9)
        assert status(pilot).startswith("! the store is gone, and this is how it was")
        assert "12 to do" in shown(pilot)[0]
        (tmp_path / "away.db").rename(sample.store)
        sample.ok(f"skip {sample.ok('due --json').json[0]['id']}")
        await pilot.pause(0.9)
        assert "11 to do" in shown(pilot)[0]

    drive(sample, does)


def test_after_a_resize_the_list_is_as_wide_as_its_pane(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        rows = shown(pilot)
        for size in ((20, 5), (300, 80), (60, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
        assert shown(pilot) == rows

    drive(sample, does)


def test_a_long_paste_and_odd_letters(sample: Program) -> None:
    sample.ok(["contact", "edit", "victor", "--note", "x\u202ey z \u2068[bold]a[/bold]"])
    sample.ok(["followup", "anna", "call [red]her[/red] about 漢字 e\u0301", "--due", "today"])

    async def does(pilot: Pilot) -> None:
        text = "\n".join(shown(pilot))
        assert "[red]her[/red]" in text
        await press(pilot, "l")
        pilot.app.screen.query_one("Input").value = "a" * 1_000_000
        await press(pilot, "enter")
        await press(pilot, "escape")
        await press(pilot, "plus")
        await write(pilot, "Lena")

    drive(sample, does)
    assert "Lena" in sample.ok("contact list").out
