"""Each key on a real store, and what it did as a command shows it."""

import pytest

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

    drive(sample, does)
    told = sample.ok("ask list --contact tom --json").json[0]
    assert (told["state"], told["looking_for"]) == ("promised", "hand over to the next generation")


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
        await press(pilot, "X")
        assert any("XMaya, thank you" in line for line in shown(pilot))
        await press(pilot, "escape")
        await press(pilot, "c")
        assert status(pilot).startswith("copied")
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
        assert any("Nothing is due" in line for line in shown(pilot))
        await press(pilot, "d")
        assert status(pilot).startswith("!")
        await press(pilot, "plus")
        await write(pilot, "Lena Fuchs")

    drive(refcli, does)
    assert "Lena Fuchs" in refcli.ok("contact list").out


def test_words_changed_by_hand_outlive_what_else_happens(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await go(pilot, MAYA)
        await press(pilot, "w")
        await press(pilot, "X")
        await press(pilot, "escape")
        await press(pilot, "l")
        await write(pilot, "call with priya about the library")
        assert any("XMaya, thank you" in line for line in shown(pilot))

    drive(sample, does)
