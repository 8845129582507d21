"""How the desk stands on terminals of three sizes; `--update` writes the screens anew."""

from pathlib import Path

import pytest

from tests.desk.support import SIZES, Pilot, drive, press, shown
from tests.support.program import Program

SCREENS = Path(__file__).parent / "screens"
PLACES = {"list": (), "person": ("j", "j", "enter"), "words": ("j", "j", "j", "w")}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("place", PLACES)
def test_a_screen(
    request: pytest.FixtureRequest, sample: Program, size: tuple[int, int], place: str
) -> None:
    drawn: dict[str, list[str]] = {}
    for look, env in (("dark", {}), ("light", {"COLORFGBG": "0;15"}), ("plain", {"NO_COLOR": "1"})):

        async def does(pilot: Pilot, look: str = look) -> None:
            await press(pilot, *PLACES[place])
            drawn[look] = shown(pilot)

        drive(sample, does, size=size, **env)
    assert drawn["dark"] == drawn["light"] == drawn["plain"]
    assert max(len(line) for line in drawn["dark"]) <= size[0]
    file = SCREENS / f"{place}-{size[0]}x{size[1]}.txt"
    text = "\n".join(drawn["dark"]) + "\n"
    if request.config.getoption("--update"):
        SCREENS.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("size", [(59, 40), (100, 15), (20, 3)])
def test_too_small_a_terminal_is_said(sample: Program, size: tuple[int, int]) -> None:
    async def does(pilot: Pilot) -> None:
        assert "The desk needs" in " ".join(shown(pilot))
        await pilot.resize_terminal(120, 40)
        await press(pilot, "j")
        assert "13 to do" in shown(pilot)[0]

    drive(sample, does, size=size)
