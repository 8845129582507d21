"""What a key does, it does to whom is shown: in a burst, beside other shells, among namesakes."""

import os
import signal
import sys
from pathlib import Path

import pexpect
import pytest
from textual import events
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


def test_a_number_of_one_is_not_offered_for_another(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "i")
        await write(pilot, "Gus Okpara")
        await press(pilot, *"0151 5550144".replace(" ", ""), "escape")
        await press(pilot, "i")
        await press(pilot, *(["backspace"] * len("Gus Okpara")))
        await write(pilot, "Lena Fuchs")
        assert pilot.app.screen.query_one(Input).value == ""
        await press(pilot, "enter")

    drive(sample, does)
    assert sample.ok("contact find lena --json").json[0]["phones"] == []
    assert not sample.ok("contact find okpara --json").json


def test_a_reason_is_for_one_of_the_same_person_alone(anna: Program) -> None:
    for what in ("Send the plans", "Return the book"):
        anna.ok(["followup", "add", "anna", what, "--due", "today"])

    async def does(pilot: Pilot) -> None:
        await press(pilot, "S")
        first = pilot.app.screen.query(".question").first().render()
        await press(pilot, *"secret", "escape")
        await press(pilot, "j", "S")
        assert pilot.app.screen.query(".question").first().render() != first
        assert pilot.app.screen.query_one(Input).value == ""
        await press(pilot, "escape", "k", "S")
        assert pilot.app.screen.query_one(Input).value == "secret"

    drive(anna, does)


def test_whoever_leaves_the_words_for_the_list_is_ready_with_them(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "j", "j", "w", "c")
        copied = pilot.app.clipboard
        await press(pilot, "enter", "X", "tab")
        assert pilot.app.query_one("#words-text", TextArea).read_only
        await press(pilot, "k", "c")
        assert status(pilot).startswith("handed to the terminal")
        assert pilot.app.clipboard != copied
        assert "X" not in pilot.app.clipboard[:1]
        await press(pilot, "j", "c")
        assert pilot.app.clipboard == f"X{copied}"

    drive(sample, does)


def test_letters_in_a_burst_are_letters_of_the_words_that_they_change(sample: Program) -> None:
    before = sample.ok("history --json").json

    async def does(pilot: Pilot) -> None:
        for key in ("j", "j", "w", "enter", "d", "u", "r"):
            pilot.app.post_message(events.Key(key, "\r" if key == "enter" else key))
        await settled(pilot)
        assert len(pilot.app.screen_stack) == 1
        assert pilot.app.query_one("#words-text", TextArea).text.startswith("dur")

    drive(sample, does)
    assert sample.ok("history --json").json == before


def test_another_window_ends_no_editing(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "j", "j", "w", "enter", "X")
        pilot.app.post_message(events.AppBlur())
        await settled(pilot)
        pilot.app.post_message(events.AppFocus())
        await settled(pilot)
        await press(pilot, "d")
        assert pilot.app.query_one("#words-text", TextArea).text.startswith("Xd")

    drive(sample, does)


def test_a_number_that_is_anothers_now_is_left_alone(anna: Program, tmp_path: Path) -> None:
    """As after a restore in another shell."""
    backup = str(tmp_path / "before.db")
    anna.ok(["backup", backup])
    anna.ok("followup add anna 'Send the book' --due today")

    def other() -> None:
        anna.ok(["restore", backup, "--yes"])
        anna.ok('contact add "Ruth Adler"')
        anna.ok("followup add ruth 'Call the bank' --due today")

    async def does(pilot: Pilot) -> None:
        await press(pilot, "s")
        other()
        await write(pilot, "3")
        assert "that number is another's now, so nothing was done" in " ".join(shown(pilot))
        await press(pilot, "escape", "j", "s")
        await write(pilot, "3")
        assert status(pilot) == "Ruth Adler: put off until Mon 23 Nov"

    drive(anna, does)
    assert [
        i["due"] for i in anna.ok("followup list --all --json").json if i["kind"] == "custom"
    ] == ["2026-11-23"]


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
def test_the_words_on_the_screen_are_those_of_the_row(refcli: Program) -> None:
    """Drawn anew also where they are of as many lines as the words before."""
    for name in ("Anna Weiss", "Bert Moser"):
        refcli.ok(["contact", "add", name, "--tier", "A", "--basis", "client"], today="2026-01-01")
    env = {**os.environ, "REFCLI_STORE": str(refcli.store), "REFCLI_TODAY": refcli.today}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "refcli", "desk"],
        env={**env, "TERM": "xterm-256color"},
        encoding="utf-8",
        timeout=40,
        dimensions=(40, 120),
    )
    child.expect_exact("2 to do")
    child.send("w")
    child.expect_exact("Anna, how are you")
    child.send("j")
    child.expect_exact("Bert, how are you")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


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
