"""docs/events.md is the table of codes."""

from pathlib import Path

import pytest

from tests.support.events_page import events_page

PAGE = Path(__file__).parents[2] / "docs" / "events.md"


def test_the_page_is_current(request: pytest.FixtureRequest) -> None:
    made = events_page()
    if request.config.getoption("--update"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made
