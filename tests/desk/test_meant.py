"""What a key does, it does to whom is shown: in a burst, beside other shells, among namesakes."""

import os
import signal
import sys
from pathlib import Path

import pexpect
import pytest
from textual.widgets import Input, OptionList, TextArea

from refcli.store.kept import unsent
from tests.desk.support import Pilot, drive, press, settled, shown, status, write
from tests.support.program import Program


def test_words_that_are_copied_in_a_burst_are_those_of_the_row_that_is_reached(
    sample: Program,
) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "j", "j", "w", "escape")
        for name in ("Maya", "Alice"):
            await press(pilot, "j", "c")
            assert name in shown(pilot)[3] or any(name in line for line in shown(pilot)[:12])
            assert pilot.app.clipboard.startswith(name)

    drive(sample, does)


def test_letters_stay_letters_whatever_another_shell_does(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "j", "j", "w", "enter")
        await press(pilot, *"Hello")
        sample.ok('contact edit "Joel Winter" --name "Dr. Joel Wintersky"')
        await pilot.pause(0.9)
        await settled(pilot)
        await press(pilot, *"duS")
        area = pilot.app.query_one("#words-text", TextArea)
        assert area.text.startswith("HelloduS")
        await press(pilot, "escape")
        assert area.text.startswith("HelloduS")
        assert "13 to do" in shown(pilot)[0]

    drive(sample, does)
    assert [each["command"] for each in sample.ok("history --json").json][:1] == ["contact edit"]


def test_enter_twice_is_one_answer(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "l")
        await write(pilot, "met Foo Bar")
        assert pilot.app.screen.query(OptionList)
        await press(pilot, "enter", "enter")
        assert len(pilot.app.screen_stack) == 1

    drive(sample, does)
    assert "met Foo Bar" in sample.ok("log list --contact 'Foo Bar'").out
    assert unsent(str(sample.store)) == {}


def test_what_was_forgotten_is_offered_no_more(sample: Program) -> None:
    sample.ok('contact add "Petra Quux"')

    async def does(pilot: Pilot) -> None:
        await press(pilot, "l")
        await press(pilot, *"Quux x", "escape")
        await pilot.pause(0.5)
        assert unsent(str(sample.store)) == {"log": "Quux x"}
        await press(pilot, "slash")
        await write(pilot, "Petra Quux")
        assert any("Petra Quux" in line for line in shown(pilot))
        sample.ok('contact forget "Petra Quux" --yes')
        await pilot.pause(0.9)
        await settled(pilot)
        assert not any("Quux" in line for line in shown(pilot))
        await press(pilot, "plus")
        await press(pilot, "Z")
        await pilot.pause(0.5)
        assert unsent(str(sample.store)) == {"add": "Z"}
        await press(pilot, "escape", "l")
        assert pilot.app.screen.query_one(Input).value == ""

    drive(sample, does)


def test_a_reason_for_one_is_not_offered_for_another(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "S", *"secret", "escape")
        await press(pilot, "j", "S")
        assert pilot.app.screen.query_one(Input).value == ""
        await press(pilot, "escape", "k", "S")
        assert pilot.app.screen.query_one(Input).value == "secret"
        await press(pilot, "escape")

    drive(sample, does)


def test_who_was_added_is_who_is_changed(sample: Program) -> None:
    before = sample.ok("contact show @1 --json").json

    async def does(pilot: Pilot) -> None:
        await press(pilot, "plus")
        await pilot.press(*"Zed", "space", "left_parenthesis", "at", "1", "right_parenthesis")
        await press(pilot, "enter")
        await write(pilot, "Evil Corp")

    drive(sample, does)
    assert sample.ok("contact show @1 --json").json == before
    [zed] = sample.ok("contact find zed --json").json
    assert zed["organization"] == "Evil Corp"


def test_a_meeting_is_planned_with_the_namesake_who_is_shown(sample: Program) -> None:
    sample.ok('contact add "Sam Twin"')
    sample.ok('contact add "Sam Twin" --new --org "Twin Ltd"')
    twin = next(
        who["id"]
        for who in sample.ok("contact list --json").json
        if who["organization"] == "Twin Ltd"
    )

    async def does(pilot: Pilot) -> None:
        await press(pilot, "slash")
        await write(pilot, f"@{twin}")
        await press(pilot, "p")
        await write(pilot, "thu 10:00")
        assert not status(pilot).startswith("!")

    drive(sample, does)
    [meeting] = [m for m in sample.ok("meet list --json").json if "Sam" in str(m["contacts"])]
    assert [who["id"] for who in meeting["contacts"]] == [twin]


def test_no_editor_opens_beside_the_desk(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "colon")
        await write(pilot, "write maya --edit")
        assert status(pilot).startswith("! no editor opens beside the desk")

    drive(sample, does, EDITOR="false")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_the_terminal_takes_keys_as_before(
    sample: Program, tmp_path: Path, how: signal.Signals
) -> None:
    script = (
        f'stty -g > "{tmp_path}/before";'
        f' sh -c \'echo $$ > "{tmp_path}/pid"; exec "{sys.executable}" -m refcli desk\';'
        f' stty -g > "{tmp_path}/after"; echo END'
    )
    env = {**os.environ, "REFCLI_STORE": str(sample.store), "REFCLI_TODAY": sample.today}
    child = pexpect.spawn(
        "sh", ["-c", script], env={**env, "TERM": "xterm-256color"}, encoding="utf-8", timeout=40
    )
    child.expect_exact("13 to do")
    os.kill(int((tmp_path / "pid").read_text()), how)
    child.expect_exact("END")
    child.close()
    assert (tmp_path / "after").read_text() == (tmp_path / "before").read_text()


def test_a_day_that_looks_like_an_option_is_no_option(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "s", "minus", "minus", *"help", "enter")
        assert "not a date: --help" in " ".join(shown(pilot))
        await press(pilot, "escape")

    drive(sample, does)
    assert "13 to do" in sample.ok("due").out
