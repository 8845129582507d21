"""docs/follow-ups.md is the table of kinds and the playbook."""

from pathlib import Path

import pytest

from tests.support.follow_ups_page import follow_ups_page

PAGE = Path(__file__).parents[2] / "docs" / "follow-ups.md"


def test_the_page_is_current(request: pytest.FixtureRequest) -> None:
    made = follow_ups_page()
    if request.config.getoption("--update"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made
