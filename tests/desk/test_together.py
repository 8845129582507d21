"""What other shells do meanwhile, and what a month at the desk comes to."""

import datetime as dt
from pathlib import Path

from refcli.domain.answers import NO, YES, answers_of, can_be_lost, can_be_won
from refcli.domain.due import DueItem
from refcli.domain.kinds import KINDS
from tests.desk.support import Pilot, desk_of, drive, press, settled, shown, status, write
from tests.support.program import Program
from tests.support.tables import tables


def test_what_another_shell_does_is_seen(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        sample.ok("done 497")
        await pilot.pause(0.9)
        await settled(pilot)
        assert "12 to do" in shown(pilot)[0]

    drive(sample, does)


def test_what_another_shell_closed_is_said(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "j")
        sample.ok("skip 497")
        await pilot.pause(0.9)
        await settled(pilot)
        assert status(pilot) == "! left out elsewhere: Put things right with Victor Hale"
        # The key that was meant for it falls on nothing else.
        await press(pilot, "d")
        assert status(pilot).startswith("! nothing that is due is chosen")

    drive(sample, does)
    assert len(sample.ok("history --json").json) == 2


# By the turn: the key, the line that it asks for, and the same as a command.
IN_TURN: tuple[tuple[int, str, list[str], list[str]], ...] = (
    (9, "t", [], ["tried", "{}"]),
    (7, "s", ["3"], ["snooze", "{}", "in 3 days"]),
    (11, "S", ["all is well"], ["skip", "{}", "--because", "all is well"]),
)


def keys_for(item: DueItem, turn: int) -> tuple[str, list[str], list[str]]:
    """The key for what is due, the lines that it asks for, and the same as a command."""
    number = str(item.id)
    for every, key, lines, typed in IN_TURN:
        if turn % every == every - 1:
            return key, lines, [part.format(number) for part in typed]
    return answer_for(item, number, YES if turn % 2 else NO)


def answer_for(item: DueItem, number: str, answer: str) -> tuple[str, list[str], list[str]]:
    line = ["done", number, "--answer", answer]
    if answer in answers_of(item):
        key = "y" if answer == YES else "n"
        if answer == YES and can_be_won(item):
            return key, ["900"], ["intro", "won", str(item.intro), "--value", "900"]
        is_asked = answer == NO and can_be_lost(item)
        return (key, ["no"], [*line, "--note", "no"]) if is_asked else (key, [], line)
    if KINDS[item.kind].needs_note:
        return "d", ["a good book"], ["done", number, "--note", "a good book"]
    return "d", [], ["done", number]


def test_a_month_at_the_desk_comes_out_as_the_same_month_in_commands(
    sample: Program, tmp_path: Path
) -> None:
    """Each morning all that is due is answered from the top, in every way that there is."""
    other = Program(tmp_path / "other.db")
    other.store.write_bytes(sample.store.read_bytes())
    first, used = dt.date(2026, 11, 20), set()
    for days in range(31):
        sample.today = other.today = (first + dt.timedelta(days)).isoformat()

        async def does(pilot: Pilot, days: int = days) -> None:
            for turn in range(days, days + 30):
                item = pilot.app._item
                if item is None or item.days_late < 0:
                    return
                keys, lines, typed = keys_for(item, turn)
                used.add((item.kind, keys))
                await press(pilot, keys)
                if len(pilot.app.screen_stack) > 1 and not lines:
                    await press(pilot, "enter")
                for line in lines:
                    await write(pilot, line)
                assert not status(pilot).startswith("!"), (item.line, status(pilot))
                other.ok(typed)

        drive(sample, does)
        assert sample.ok("due --within 90 --json").json == other.ok("due --within 90 --json").json
    assert tables(sample.store) == tables(other.store)
    assert {key for _, key in used} == {"d", "y", "n", "t", "s", "S"}
    assert len({kind for kind, _ in used}) > 12


def test_a_resize_while_a_question_is_open(sample: Program) -> None:
    async def does(pilot: Pilot) -> None:
        await press(pilot, "l")
        await pilot.press(*"lunch", "space", *"with", "space", *"priya")
        for size in ((80, 24), (40, 10), (200, 50)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
        await press(pilot, "enter")
        assert status(pilot).startswith("logged Priya Nair")

    drive(sample, does, size=(120, 40))


def test_two_desks_on_one_store(sample: Program) -> None:
    """What one does is seen at the other, and neither undoes what it has not seen."""

    async def one(pilot: Pilot) -> None:
        async def two(other: Pilot) -> None:
            await press(other, "j")
            await press(other, "d")
            await pilot.pause(0.9)
            await settled(pilot)
            assert "12 to do" in shown(pilot)[0]
            await press(pilot, "u")
            assert any("It was not done at this desk" in line for line in shown(pilot))
            await press(pilot, "y")
            await other.pause(0.9)
            await settled(other)
            assert "13 to do" in shown(other)[0]

        async with desk_of(sample).run_test(size=(80, 24)) as second:
            await settled(second)
            await two(second)

    drive(sample, one)
    assert "13 to do" in sample.ok("due").out
