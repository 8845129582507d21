"""What a key does, it does to whom is shown: in a burst, beside other shells, among namesakes."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pexpect
import pytest
from textual import events
from textual.widgets import Input, OptionList, TextArea

from refcli.cli.unsent import Unsent
from refcli.store.kept import keep_unsent, unsent
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
from tests.support.restored import restored


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


@pytest.mark.parametrize(
    ("burst", "said", "listed"),
    [
        (["i", *"Zed", "enter", *"030123456", "enter"], "added Zed (@63)", "Zed"),
        (["plus", *"Zed", "enter", *"030123456", "enter"], "changed Zed", "Zed"),
        (["slash", *"ruth", "enter", "l"], "", "What happened?"),
    ],
)
def test_what_stands_behind_enter_is_for_what_comes_next(
    sample: Program, burst: list[str], said: str, listed: str
) -> None:
    async def does(pilot: Pilot) -> None:
        for key in burst:
            letter = {"enter": "\r", "plus": "+", "slash": "/"}.get(key, key)
            pilot.app.post_message(events.Key(key, letter))
        await settled(pilot)
        assert status(pilot).startswith(said[:9])
        assert any(listed in line for line in shown(pilot))
        await press(pilot, "escape")

    drive(sample, does)
    if said:
        [zed] = sample.ok("contact find zed --json").json
        assert (zed["name"], len(zed["phones"])) == ("Zed", 1)


def test_a_sentence_that_is_typed_fast_keeps_its_order(sample: Program) -> None:
    text = "lunch with Peter Vogel about d u n x S number 9"

    async def does(pilot: Pilot) -> None:
        for key in ["l", *text, "enter"]:
            pilot.app.post_message(events.Key(key, "\r" if key == "enter" else key))
            await asyncio.sleep(0.004)
        await settled(pilot)

    drive(sample, does)
    assert sample.ok("log list --contact 'Peter Vogel' --json").json[0]["text"] == text


@pytest.mark.parametrize("key", ["t", "d"])
def test_a_key_twice_does_nothing_to_the_next_row(sample: Program, key: str) -> None:
    before = len(sample.ok("history --json").json)

    async def does(pilot: Pilot) -> None:
        await press(pilot, "j")
        for _ in range(3):
            pilot.app.post_message(events.Key(key, key))
        await settled(pilot)
        if len(pilot.app.screen_stack) > 1:
            await press(pilot, "escape")

    drive(sample, does)
    assert len(sample.ok("history --json").json) <= before + 1


@pytest.mark.parametrize("seconds", [0.0, 0.03, 0.09])
@pytest.mark.parametrize(
    ("keys", "line", "holds"),
    [
        (["d", "l", *"lunch with Peter Vogel", "enter"], "log list --contact peter", "lunch with"),
        (["t", "plus", *"Wendy Stone", "enter"], "contact find wendy", "Wendy Stone"),
        (["d", "i", *"Udo Ney", "enter", "enter"], "intro show 'Udo Ney'", "Victor Hale"),
        (["d", "p", *"thu 10:00", "enter"], "meet list", "Victor Hale"),
    ],
)
def test_what_is_typed_behind_an_answer_is_for_whom_it_was_typed(
    sample: Program, seconds: float, keys: list[str], line: str, holds: str
) -> None:
    before = len(sample.ok("history --json").json)

    async def does(pilot: Pilot) -> None:
        await press(pilot, "j")
        for key in keys:
            pilot.app.post_message(events.Key(key, {"enter": "\r", "plus": "+"}.get(key, key)))
            await asyncio.sleep(seconds)
        await settled(pilot)
        await press(pilot, *(["escape"] * (len(pilot.app.screen_stack) - 1)))

    drive(sample, does)
    assert holds in sample.ok(line).out
    assert len(sample.ok("history --json").json) == before + 2


def test_what_is_left_out_is_left_out_to_its_end(sample: Program) -> None:
    before = len(sample.ok("history --json").json)

    async def does(pilot: Pilot) -> None:
        await press(pilot, "j")
        for key in ["d", "s", *"friday", "enter"]:
            pilot.app.post_message(events.Key(key, "\r" if key == "enter" else key))
            await asyncio.sleep(0.05)
        await settled(pilot)
        assert status(pilot).endswith("typed too soon, and left out: sfriday⏎")
        await pilot.pause(0.7)
        await press(pilot, "l")
        assert len(pilot.app.screen_stack) > 1
        await press(pilot, "escape")

    drive(sample, does)
    assert len(sample.ok("history --json").json) == before + 1


@pytest.mark.parametrize("key", ["a", "n"])
def test_what_is_typed_behind_a_key_that_was_refused_does_nothing(
    refcli: Program, key: str
) -> None:
    refcli.ok('contact add "Dan Roe"')
    refcli.ok("meet dan today 15:00")
    before = len(refcli.ok("history --json").json)

    async def does(pilot: Pilot) -> None:
        for each in [key, *"dentists", "enter"]:
            pilot.app.post_message(events.Key(each, "\r" if each == "enter" else each))
        await settled(pilot)
        assert len(pilot.app.screen_stack) == 1
        said = status(pilot)
        assert said.startswith("! ")
        assert said.endswith("; typed too soon, and left out: dentists⏎")
        await pilot.pause(0.7)
        await press(pilot, "l")
        assert len(pilot.app.screen_stack) > 1
        await press(pilot, "escape")

    drive(refcli, does)
    assert len(refcli.ok("history --json").json) == before


def test_after_a_restore_nothing_that_was_kept_by_number_is_anothers(
    anna: Program,
) -> None:
    restore = restored(anna, 'intro add anna "Yara New"')
    anna.ok('intro add anna "Xavier Old"')

    async def does(pilot: Pilot) -> None:
        await press(pilot, "slash")
        await write(pilot, "xavier")
        await press(pilot, "w", "enter", *"DIVORCE", "escape", "i", *"Wife", "escape")
        await press(pilot, "t")
        restore()
        await pilot.pause(0.9)
        await settled(pilot)
        await press(pilot, "slash")
        await write(pilot, "yara")
        await press(pilot, "w")
        assert "DIVORCE" not in pilot.app.query_one("#words-text", TextArea).text
        await press(pilot, "i")
        assert pilot.app.screen.query_one(Input).value == ""
        await press(pilot, "escape", "u")
        assert any("not done at this desk" in line for line in shown(pilot))
        await press(pilot, "escape")

    drive(anna, does)


def test_escape_and_a_letter_close_behind_it_are_both_heard(sample: Program) -> None:
    """A terminal sends both as one: it may be Alt and the letter."""

    async def does(pilot: Pilot) -> None:
        await press(pilot, "j", "j", "w", "enter", "X", "alt+c")
        area = pilot.app.query_one("#words-text", TextArea)
        assert area.read_only
        assert pilot.app.clipboard == area.text
        assert area.text.startswith("XDr. Winter")

    drive(sample, does)


def test_what_the_desk_did_not_do_it_takes_back_only_if_told(sample: Program) -> None:
    before = len(sample.ok("history --json").json)

    async def does(pilot: Pilot) -> None:
        sample.ok('contact add "Ruth Zimmer"')
        await press(pilot, "u", "u", "u")
        asked = [line for line in shown(pilot) if "not done at this desk" in line]
        assert "added Ruth Zimmer" in asked[0]
        await press(pilot, "enter")
        assert status(pilot) == "it was left as it is"
        await press(pilot, "u", "y")
        assert status(pilot).startswith("undid")

    drive(sample, does)
    commands = [each["command"] for each in sample.ok("history --json").json]
    assert commands[: len(commands) - before] == ["undo", "contact add"]


_NAMES = {" ": "space", "(": "left_parenthesis", ")": "right_parenthesis", "@": "at"}


@pytest.mark.parametrize("name", ["Tom and Gina Zed", "The Zed Club", "Zed (@1)"])
def test_a_couple_or_a_firm_is_added(sample: Program, name: str) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "plus")
        await pilot.press(*(_NAMES.get(letter, letter) for letter in name))
        await press(pilot, "enter")
        assert any("Firm, number or e-mail of" in line for line in shown(pilot))
        await write(pilot, "030123456")

    drive(sample, does)
    [zed] = sample.ok("contact find zed --json").json
    assert len(zed["phones"]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_an_editor_that_fails_brings_the_desk_back(sample: Program) -> None:
    child = desk_in_terminal(sample, EDITOR="false")
    child.expect_exact("13 to do")
    child.send("jj")
    child.expect_exact("Joel")
    child.send("e")
    child.expect_exact("the editor failed")
    child.send("\x1bq")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_who_is_gone_is_on_the_screen_no_more(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "j", "j", "j")
        assert any("Maya Stern" in row[50:] for row in shown(pilot))
        sample.ok("contact forget 'Maya Stern' --yes")
        await pilot.pause(0.9)
        await settled(pilot)
        assert not any("Maya" in row[50:] for row in shown(pilot)[2:-2])
        assert status(pilot).startswith("! not there any more")

    drive(sample, does)


def test_a_store_that_is_gone_is_not_made_anew(sample: Program, tmp_path: Path) -> None:
    aside = tmp_path / "aside.db"

    async def does(pilot: Pilot) -> None:
        await press(pilot, "j")
        sample.store.rename(aside)
        await pilot.pause(0.9)
        await press(pilot, "t")
        assert status(pilot).startswith("! the store is gone")
        await press(pilot, "plus")
        await write(pilot, "Ruth Zimmer")
        assert any("the store is gone" in line for line in shown(pilot))
        await press(pilot, "escape")
        assert any("Victor Hale" in line for line in shown(pilot))
        aside.rename(sample.store)
        await pilot.pause(0.9)
        await settled(pilot)
        assert any("❯" not in line and "Victor Hale" in line[50:] for line in shown(pilot))

    drive(sample, does)


def test_a_line_that_names_who_was_forgotten_is_kept_no_more(sample: Program) -> None:
    sample.ok('contact add "Petra Quux"')

    async def does(pilot: Pilot) -> None:
        await press(pilot, "l", *"Quux", "x")
        await pilot.pause(0.5)
        sample.ok('contact forget "Petra Quux" --yes')
        await press(pilot, "y")
        await pilot.pause(0.5)
        assert unsent(str(sample.store)) == {}
        await press(pilot, *(["backspace"] * 6), *"tea")
        await pilot.pause(0.5)
        assert unsent(str(sample.store)) == {"log": "tea"}
        await press(pilot, "escape")

    drive(sample, does)


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


def test_a_number_that_is_anothers_now_is_left_alone(anna: Program) -> None:
    """As after a restore in another shell."""
    restore = restored(
        anna, 'contact add "Ruth Adler"', "followup add ruth 'Call the bank' --due today"
    )
    anna.ok("followup add anna 'Send the book' --due today")

    async def does(pilot: Pilot) -> None:
        await press(pilot, "s")
        restore()
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
    child = desk_in_terminal(refcli)
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


def test_a_line_that_was_left_is_nobody_elses_after_a_restore(
    refcli: Program,
) -> None:
    refcli.ok('contact add "Anna Weiss"')
    restore = restored(refcli, 'contact add "Yara New"')
    refcli.ok('contact add "Xavier Old"')

    async def leaves(pilot: Pilot) -> None:
        await press(pilot, "slash")
        await write(pilot, "xavier")
        await press(pilot, "i", *"Secret", "escape")
        await pilot.pause(0.5)

    drive(refcli, leaves)
    restore()

    async def looks(pilot: Pilot) -> None:
        await press(pilot, "slash")
        await write(pilot, "yara")
        await press(pilot, "i")
        assert pilot.app.screen.query_one(Input).value == ""
        await press(pilot, "escape")

    drive(refcli, looks)


def test_forgetting_one_person_takes_nothing_that_was_typed_of_another(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "i", *"Kept", "escape")
        await pilot.pause(0.5)
        sample.ok('contact add "Zed Quux"')
        await pilot.pause(0.9)
        sample.ok('contact forget "Zed Quux" --yes')
        await pilot.pause(0.9)
        await settled(pilot)
        await press(pilot, "i")
        assert pilot.app.screen.query_one(Input).value == "Kept"
        await press(pilot, "escape")

    drive(sample, does)


def test_two_desks_keep_what_is_typed_at_each(sample: Program) -> None:
    store, times = str(sample.store), [0]
    one, other = Unsent(store, lambda: times[0]), Unsent(store, lambda: times[0])
    one.typed("intro @1 Anna", "Kept")
    one.save()
    other.typed("log", "tea")
    other.save()
    assert unsent(store) == {"intro @1 Anna": "Kept", "log": "tea"}
    other.typed("log", "")
    other.save()
    one.typed("intro @1 Anna", "Kept on")
    one.save()
    assert unsent(store) == {"intro @1 Anna": "Kept on"}
    # The last line of the other goes, and the file with it: nothing of this one is forgotten.
    one.typed("intro @1 Anna", "")
    one.typed("log", "lunch")
    one.save()
    third = Unsent(store, lambda: times[0])
    third.typed("log", "")
    third.save()
    assert unsent(store) == {}
    assert one.of("log") == "lunch"
    one.typed("log", "lunch with Tom")
    one.save()
    assert unsent(store) == {"log": "lunch with Tom"}
    keep_unsent(store, {})
    times[0] += 1  # somebody was forgotten, and the file with them
    assert one.of("log") == ""


def test_what_was_asked_about_is_taken_back_and_nothing_else(
    refcli: Program,
) -> None:
    refcli.ok('contact add "Anna Weiss"')
    restore = restored(refcli, 'contact add "Ruth Adler"')
    refcli.ok('contact add "Peter Vogel"')

    async def does(pilot: Pilot) -> None:
        await press(pilot, "u")
        assert any("added Peter Vogel" in line for line in shown(pilot))
        restore()
        await press(pilot, "y")
        assert "another's now" in status(pilot)

    drive(refcli, does)
    assert "Ruth Adler" in refcli.ok("contact list").out


def test_what_was_forgotten_comes_back_from_no_other_desk(sample: Program) -> None:
    store, times = str(sample.store), [0]
    one, other = Unsent(store, lambda: times[0]), Unsent(store, lambda: times[0])
    other.typed("log", "lunch with Petra")
    other.save()
    keep_unsent(store, {})
    times[0] += 1  # Petra was forgotten, and the file with her
    one.typed("add", "Zed")
    one.save()
    assert other.of("log") == ""
    other.typed("log", "lunch with Petra and")
    other.save()
    assert unsent(store) == {"add": "Zed"}


def test_an_enter_behind_a_key_answers_no_further_question(sample: Program) -> None:
    asked = len(sample.ok("ask list --json").json)

    async def does(pilot: Pilot) -> None:
        await pilot.press("a")
        await settled(pilot)
        await pilot.press("1", "enter")
        await settled(pilot)
        assert any("no" in line for line in shown(pilot))
        await press(pilot, "escape")

    drive(sample, does)
    assert len(sample.ok("ask list --json").json) == asked


def test_what_is_no_number_is_asked_for_again_and_names_nobody(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "i")
        await write(pilot, "Zoe Hart")
        await write(pilot, "abc")
        assert any("Not a phone number: abc. Their number?" in line for line in shown(pilot))
        await write(pilot, "0171 5550144")
        assert "introduced Zoe Hart, today" in status(pilot)

    drive(sample, does)
    assert sample.ok("contact find zoe --json").json[0]["phones"] == ["0171 5550144"]


@pytest.mark.parametrize("row", range(4))
def test_what_was_put_off_within_the_week_is_under_the_cursor_once_it_is_undone(
    anna: Program, row: int
) -> None:
    for name in ("Ben Okoye", "Carla Mendes", "Dora Kern"):
        anna.ok(["contact", "add", name])
        anna.ok(["followup", "add", name, "Send the plans", "--due", "today"])
    anna.ok("followup add anna 'Call the bank' --due today")
    anna.ok("followup add anna 'Call the office' --due +3d")

    async def does(pilot: Pilot) -> None:
        await press(pilot, *["j"] * row)
        listed = pilot.app._listed
        before = listed.chosen
        await press(pilot, "s")
        await write(pilot, "3")
        await press(pilot, "u")
        assert (listed.chosen.id, listed.chosen.due) == (before.id, before.due)

    drive(anna, does)
