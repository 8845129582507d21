"""Each key on a real store, and what it did as a command shows it."""

import pytest
from textual import events

from refcli.cli.desk.keys import KEYS
from tests.desk.support import Pilot, drive, press, shown, status, write
from tests.support.program import Program

# The row of each in the sample practice, counted from the top.
MEETING, VICTOR, JOEL, MAYA, ALICE, MAREK, RUTH = range(7)


async def go(pilot: Pilot, row: int) -> None:
    await press(pilot, *["j"] * row)


@pytest.mark.parametrize(
    ("row", "keys", "typed", "look", "found"),
    [
        (VICTOR, "d", [], "due", "12 to do"),
        (JOEL, "d", [], "intro show joel", "reached, today"),
        (MAYA, "d", [], "thank list", "Maya Stern"),
        (MAREK, "y", [], "intro show 18", "made"),
        (MAREK, "x", [], "due --within 60", "in 7 days"),
        (RUTH, "n", [], "ask show 13", "declined"),
        (ALICE, "y", ["1200"], "intro show alice", "1,200 EUR"),
        (ALICE, "y", [""], "intro show alice", "won"),
        (ALICE, "n", ["no budget"], "intro show alice", "no budget"),
        (JOEL, "t", [], "due --within 3", "in 2 days"),
        (VICTOR, "s", ["3"], "due --within 5", "in 3 days"),
        (VICTOR, "s", ["friday"], "due --within 9", "in 7 days"),
        (VICTOR, "S", ["all is well"], "followup list --closed", "skipped"),
        (MEETING, "l", ["lunch with priya about the library"], "log list", "about the library"),
        (MEETING, "i", ["Ines Falk", "+49 30 5550199"], "intro show 21", "Nadia Rahman"),
        (VICTOR, "p", ["thu 10:00 about the lease"], "meet list", "10:00  Victor Hale"),
        (MEETING, "plus", ["Zora Fuchs"], "contact zora", "Zora Fuchs"),
        (MEETING, "colon", ["contact edit anna --tier B"], "contact anna", "tier           B"),
    ],
)
def test_a_key_does_what_its_command_does(
    sample: Program, row: int, keys: str, typed: list[str], look: str, found: str
) -> None:
    async def does(pilot: Pilot) -> None:
        await go(pilot, row)
        await press(pilot, keys)
        for line in typed:
            await write(pilot, line)
        assert not status(pilot).startswith("!"), status(pilot)

    drive(sample, does)
    assert found in sample.ok(look).out
    assert len(sample.ok("history --json").json) == 2


def test_done_asks_what_they_said(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await go(pilot, RUTH)
        await press(pilot, "d")
        assert any("y) they have called or written" in line for line in shown(pilot))
        await press(pilot, "n")

    drive(sample, does)
    assert "declined" in sample.ok("ask show 13").out


def test_undo_and_redo(sample: Program) -> None:
    before = sample.ok("due").out

    async def does(pilot: Pilot) -> None:
        await go(pilot, VICTOR)
        await press(pilot, "d")
        await press(pilot, "u")
        assert status(pilot).startswith("undid")
        assert sample.ok("due").out == before
        await press(pilot, "U")

    drive(sample, does)
    assert "12 to do" in sample.ok("due").out


def test_an_ask(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "slash")
        await write(pilot, "tom brandt")
        await press(pilot, "a")
        await press(pilot, "2")
        await press(pilot, "p")
        assert any("How did you ask?" in line for line in shown(pilot))
        await press(pilot, "c")

    drive(sample, does)
    told = sample.ok("ask list --contact tom --json").json[0]
    assert (told["state"], told["how"]) == ("promised", "call")
    assert told["looking_for"] == "hand over to the next generation"


def test_an_ask_that_a_gate_forbids_is_asked_about(sample: Program) -> None:
    for answer, count in (("n", 16), ("y", 17)):

        async def does(pilot: Pilot, answer: str = answer) -> None:
            await press(pilot, "slash")
            await write(pilot, "ruth adler")
            await press(pilot, "a")
            await press(pilot, "1")
            await press(pilot, "d")
            await write(pilot, "tomorrow")
            assert any("record it all the same" in line for line in shown(pilot))
            await press(pilot, answer)

        drive(sample, does)
        assert len(sample.ok("ask list --json").json) == count


def test_the_line_says_what_it_understood(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "l")
        await pilot.press(*"call", "space", *"anna", "space", *"yesterday")
        await pilot.pause(0.1)
        assert any("Anna Weiss · yesterday, Thu 19 Nov · by phone" in x for x in shown(pilot))
        await press(pilot, "escape")
        # Left, it stands there again.
        await press(pilot, "l")
        assert any("call anna yesterday" in line for line in shown(pilot))
        await press(pilot, "enter")

    drive(sample, does)
    assert sample.ok("log list --json").json[0]["how"] == "call"


def test_a_line_that_is_refused_stands_there_again(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "l")
        await write(pilot, "lunch with nobody known")
        assert any("lunch with nobody known" in line for line in shown(pilot))
        await press(pilot, "escape")

    drive(sample, does)
    assert len(sample.ok("history --json").json) == 1


def test_words_can_be_changed_and_stay_for_that_person(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await go(pilot, MAYA)
        await press(pilot, "w")
        assert any("Maya, thank you for introducing me" in line for line in shown(pilot))
        await press(pilot, "enter", "X")
        assert any("XMaya, thank you" in line for line in shown(pilot))
        await press(pilot, "escape")
        await press(pilot, "c")
        assert status(pilot).startswith("handed to the terminal")
        assert pilot.app.clipboard.startswith("XMaya, thank you")

    drive(sample, does)


@pytest.mark.parametrize(("tab", "found"), [(1, "promised"), (2, "spouse")])
def test_timeline_and_network(sample: Program, tab: int, found: str) -> None:
    async def does(pilot: Pilot) -> None:
        await go(pilot, MAYA)
        await press(pilot, "w")
        pilot.app.query_one("TabbedContent").active = ("timeline", "network")[tab - 1]
        await press(pilot, "escape")
        assert any(found in line for line in shown(pilot))

    drive(sample, does)


def test_find_finds_by_firm_tag_and_note(sample: Program) -> None:
    for text, name in (("bakery", "Ruth Adler"), ("golf", "Anna Weiss"), ("weiss", "Anna Weiss")):

        async def does(pilot: Pilot, text: str = text, name: str = name) -> None:
            await press(pilot, "slash")
            await write(pilot, text)
            assert any(name in line for line in shown(pilot))

        drive(sample, does)


def test_a_command_shows_what_it_prints(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "colon")
        await write(pilot, "contact list --tier A")
        assert any("Carla Mendes" in line for line in shown(pilot))
        await press(pilot, "q")
        assert len(pilot.app.screen_stack) == 1

    drive(sample, does)


def test_help_has_every_key(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "question_mark")
        text = "\n".join(shown(pilot))
        assert all(key.does[:30] in text for key in KEYS)

    drive(sample, does, size=(120, 50))


def test_an_empty_store(refcli: Program) -> None:
    async def does(pilot: Pilot) -> None:
        assert any("Nobody is here yet" in line for line in shown(pilot))
        await press(pilot, "d")
        assert status(pilot).startswith("!")
        await pilot.pause(0.5)
        await press(pilot, "plus")
        await write(pilot, "Lena Fuchs")
        await write(pilot, "Fuchs Bau, 0151 5550144, lena@fuchs.example")
        assert any("Fuchs Bau" in line for line in shown(pilot))

    drive(refcli, does)
    told = refcli.ok("contact show lena --json").json
    assert (told["organization"], told["emails"]) == ("Fuchs Bau", ["lena@fuchs.example"])
    assert told["phones"] == ["0151 5550144"]


def test_somebody_who_is_new_is_added_if_they_are_to_be(sample: Program) -> None:
    for answer, count in (("n", 0), ("y", 1)):

        async def does(pilot: Pilot, answer: str = answer) -> None:
            await press(pilot, "l")
            await write(pilot, "coffee with Gerda Pohl")
            assert any("Add Gerda Pohl to your contacts?" in line for line in shown(pilot))
            await press(pilot, answer)
            await press(pilot, "escape")

        drive(sample, does)
        assert len(sample.ok("contact find gerda --json").json) == count
    assert sample.ok("log list --json").json[0]["text"] == "coffee with Gerda Pohl"


def test_what_is_promised_in_a_line_is_remembered(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "l")
        await write(pilot, "lunch with priya, I will send her the plan by thursday")
        assert any("Be reminded of it for Priya" in line for line in shown(pilot))
        await press(pilot, "y")

    drive(sample, does)
    assert "send her the plan" in sample.ok("due --within 9").out


@pytest.mark.parametrize(
    ("row", "keys", "wrong", "right", "look", "found"),
    [
        (VICTOR, "s", "neverday", "3", "due --within 5", "in 3 days"),
        (ALICE, "y", "about four k", "4000", "intro show alice", "4,000 EUR"),
        (VICTOR, "p", "sometime", "thu 10:00 the lease", "meet list", "10:00  Victor Hale"),
    ],
)
def test_a_line_that_is_not_understood_is_asked_again(
    sample: Program, row: int, keys: str, wrong: str, right: str, look: str, found: str
) -> None:
    async def does(pilot: Pilot) -> None:
        await go(pilot, row)
        await press(pilot, keys)
        await write(pilot, wrong)
        assert any(wrong in line for line in shown(pilot))
        assert len(pilot.app.screen_stack) == 2
        await press(pilot, "ctrl+a", "ctrl+k")
        await write(pilot, right)

    drive(sample, does)
    assert found in sample.ok(look).out


def test_the_cursor_falls_on_nobody_else(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        chosen = pilot.app._listed
        # Put off, it goes down the list, and the cursor does not go with it.
        await go(pilot, VICTOR)
        await press(pilot, "s")
        await write(pilot, "3")
        assert chosen.chosen.contact_name == "Dr. Joel Winter"
        # Brought back, it is chosen.
        await press(pilot, "u")
        assert chosen.chosen.contact_name == "Victor Hale"
        # Done while the person is read, the person stays.
        await press(pilot, "enter", "d")
        assert any("Victor Hale" in line for line in shown(pilot))
        await press(pilot, "d")
        assert status(pilot).startswith("! nothing that is due is chosen")

    drive(sample, does)
    assert len(sample.ok("history --json").json) == 4


def test_keys_in_one_burst_are_for_the_row_that_they_reach(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        for key in ("j", "j", "d"):
            pilot.app.post_message(events.Key(key, key))
        await press(pilot)
        assert status(pilot).startswith("reached Dr. Joel Winter")

    drive(sample, does)


def test_an_answer_that_is_none_is_said(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await go(pilot, MAYA)
        await press(pilot, "x")
        assert status(pilot) == "! that is no answer here: d done"

    drive(sample, does)
    assert len(sample.ok("history --json").json) == 1


def test_who_was_found_is_who_is_meant(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "slash")
        await write(pilot, "@1")
        assert any("Jonas Keller" in line for line in shown(pilot))
        await press(pilot, "tab", "s")
        assert status(pilot).startswith("! nothing that is due is chosen")
        await press(pilot, "escape")
        assert pilot.app._listed.chosen.contact_name == "Nadia Rahman"

    drive(sample, does)


def test_several_pasted_lines_are_one(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "l")
        pilot.app.post_message(events.Paste("lunch with priya\nabout the\tlibrary\x1b[31m"))
        await press(pilot)
        await press(pilot, "enter")

    drive(sample, does)
    assert "about the library" in sample.ok("log list --json").json[0]["text"]


def test_rows_of_another_day_say_so(sample: Program) -> None:
    sample.ok("meet maya thu 10:00 the lease")

    async def does(pilot: Pilot) -> None:
        text = " ".join(" ".join(line.split()) for line in shown(pilot))
        assert "Maya Stern, 2 days late" in text
        assert "Maya Stern, in 4 days" in text
        assert "Meet Maya Stern at 10:00: the lease, in 6 days" in text

    drive(sample, does, size=(80, 60))


def test_words_changed_by_hand_outlive_what_else_happens(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await go(pilot, MAYA)
        await press(pilot, "w", "enter", "X", "escape", "escape", "j", "k")
        assert any("XMaya, thank you" in line for line in shown(pilot))
        await press(pilot, "l")
        await write(pilot, "call with priya about the library")
        assert any("XMaya, thank you" in line for line in shown(pilot))

    drive(sample, does)


def test_it_says_whom_else_a_new_name_may_mean_and_who_was_introduced(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "i")
        await write(pilot, "Adler Ruth")
        await press(pilot, "enter")
        said = status(pilot)
        assert said.startswith("added Adler Ruth (@")
        assert "introduced Adler Ruth, today" in said
        assert "you also know Ruth Adler" in said

    drive(sample, does)
