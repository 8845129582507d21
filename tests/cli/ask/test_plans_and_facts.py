"""An ask that is told of an earlier day is the one that was planned, unless it was long ago."""

import pytest

from tests.support.program import Program

PARTS = "--in law --looking-for grow --anyway"


@pytest.mark.parametrize(
    ("day", "number"),
    [("2026-11-20", 1), ("2026-11-08", 1), ("2026-11-06", 1), ("2026-11-05", 2), ("2026-10-30", 2)],
)
def test_more_than_fourteen_days_back_it_is_another(anna: Program, day: str, number: int) -> None:
    anna.ok("config set late-days 14")
    anna.ok(f"ask anna {PARTS} --planned 2026-12-10", today="2026-10-01")
    anna.ok(f"ask anna {PARTS} --on {day}")
    [ask] = anna.ok("ask list --json").json
    assert (ask["id"], ask["state"]) == (number, "pending")


def test_the_plan_of_somebody_else_stays(anna: Program) -> None:
    anna.ok('contact add "Tom Roth" --basis client')
    anna.ok('contact add "Mia Kern" --basis client')
    for name in ("anna", "mia"):
        anna.ok(f"ask {name} {PARTS} --planned 2026-12-10")
    anna.ok(f"ask tom {PARTS}")
    asks = {a["contact"]["name"]: a["state"] for a in anna.ok("ask list --json").json}
    assert asks == {"Anna Weiss": "planned", "Mia Kern": "planned", "Tom Roth": "pending"}
