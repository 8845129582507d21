"""Days that no practice has."""

import pytest

from tests.support.program import Program


@pytest.mark.parametrize("day", ["0001-01-01", "1776-07-04"])
def test_a_day_before_any_practice_is_refused(refcli: Program, day: str) -> None:
    refcli.ok('contact add "Ben Okoye"')
    done = refcli(f'ask add "Ben Okoye" --on {day}')
    assert (done.code, done.out) == (2, "")
    assert done.err == (f"refcli: more than 150 years ago: {day}\nhint: nothing was saved\n")
    assert refcli.ok("ask list --json").json == []
