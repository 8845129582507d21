"""What other shells do meanwhile, and what a month at the desk comes to."""

from pathlib import Path

from tests.desk.support import Pilot, desk_of, drive, press, settled, shown, status
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
        assert status(pilot) == "! done elsewhere: Put things right with Victor Hale"
        # The key that was meant for it falls on nothing else.
        await press(pilot, "d")
        assert status(pilot).startswith("! nothing that is due is chosen")

    drive(sample, does)
    assert len(sample.ok("history --json").json) == 2


def test_mornings_at_the_desk_come_out_as_the_same_mornings_in_commands(
    sample: Program, tmp_path: Path
) -> None:
    """Four mornings: all that a key alone answers is done, from the top."""
    other = Program(tmp_path / "other.db")
    other.store.write_bytes(sample.store.read_bytes())
    asks = {"confirm", "check", "consent", "reciprocate"}
    for day in ("2026-11-20", "2026-11-23", "2026-11-26", "2026-11-30"):
        sample.today = other.today = day

        async def does(pilot: Pilot) -> None:
            for _ in range(40):
                item = pilot.app._item
                before = pilot.app.query_one("#due").highlighted
                if item is None or item.days_late < 0:
                    return
                if item.kind in asks:
                    await press(pilot, "j")
                    if pilot.app.query_one("#due").highlighted == before:
                        return
                    continue
                await press(pilot, "d")
                other.ok(f"done {item.id}")

        drive(sample, does)
        assert sample.ok("due --within 30 --json").json == other.ok("due --within 30 --json").json
    assert tables(sample.store) == tables(other.store)


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
            await other.pause(0.9)
            await settled(other)
            assert "13 to do" in shown(other)[0]

        async with desk_of(sample).run_test(size=(80, 24)) as second:
            await settled(second)
            await two(second)

    drive(sample, one)
    assert "13 to do" in sample.ok("due").out
