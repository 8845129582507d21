"""What the tests of sentences share: five people, known by name, on a Tuesday."""

import pytest

from tests.support.program import Program

TODAY = "2026-03-10"


@pytest.fixture
def five(refcli: Program) -> Program:
    """A store with Anna, Tom, Eva, Maria and Ben."""
    refcli.today = TODAY
    refcli.ok("contact add -", stdin="Anna Weiss\nTom Berg\nEva Roth\nMaria Lopez\nBen Okoye\n")
    return refcli
