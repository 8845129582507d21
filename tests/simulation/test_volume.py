"""How much is asked of a person stays within bounds, and the page says how much it is."""

from pathlib import Path

import pytest

from tests.simulation.figures import broken, figures
from tests.simulation.page import page
from tests.simulation.practices import PRACTICES

PAGE = Path(__file__).parents[2] / "docs" / "volume.md"
_SEEDS = 20


def test_no_practice_is_asked_for_more_than_its_bounds(request: pytest.FixtureRequest) -> None:
    played = [(practice, figures(practice, range(_SEEDS))) for practice in PRACTICES]
    assert [line for practice, found in played for line in broken(practice, found)] == []
    made = page(played, _SEEDS)
    if request.config.getoption("--update"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made
