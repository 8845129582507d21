"""Whom the program would ask on ten mornings of each month, with a verdict on each."""

from pathlib import Path

import pytest

from tests.months.diary import PRACTICES, days
from tests.support.program import Program

_FOLDER = Path(__file__).parent
_MORNINGS = 10


def _verdicts(practice: str) -> dict[str, str]:
    """By name, whether somebody of the trade would ask them, and why."""
    lines = (_FOLDER / f"{practice}.judgement").read_text(encoding="utf-8").splitlines()
    said = [line.partition(": ") for line in lines if line and not line.startswith("#")]
    return {name: verdict for name, _, verdict in said}


@pytest.mark.parametrize("practice", PRACTICES)
def test_the_five_best(practice: str, refcli: Program, request: pytest.FixtureRequest) -> None:
    diary = list(days(practice))
    chosen = diary[1::2][:_MORNINGS]
    verdicts = _verdicts(practice)
    parts, seen = [], set[str]()
    for day in diary:
        today = day.on.isoformat()
        if day in chosen:
            parts.append(f"{day.on:%a} {day.on.day} {day.on:%b}\n")
            for place in refcli.ok("ask who --json", today=today).json:
                name = place["contact"]["name"]
                reasons = "; ".join(r["text"] for r in place["reasons"] if r["points"])
                parts.append(f"  {place['score']:5.1f}  {name}: {reasons}\n")
                if name not in seen:
                    parts.append(f"         {verdicts.get(name, 'no verdict')}\n")
                seen.add(name)
        for line in day.lines:
            refcli.ok(line, today=today)
    assert len(chosen) == _MORNINGS
    made = "".join(parts)
    path = _FOLDER / f"{practice}.whom"
    if request.config.getoption("--update"):
        path.write_text(made, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == made
    assert seen == set(verdicts)


@pytest.mark.parametrize("practice", PRACTICES)
def test_what_blocks_says_what_opens_it(practice: str, refcli: Program) -> None:
    diary = list(days(practice))
    for day in diary:
        for line in day.lines:
            refcli.ok(line, today=day.on.isoformat())
    for place in refcli.ok("ask who --all --json", today=diary[-1].on.isoformat()).json:
        assert place["ready"] == (place["blockers"] == [])
        for blocker in place["blockers"]:
            assert blocker["text"]
            assert blocker["fix"].startswith("refcli ")
            assert "--basis" not in blocker["fix"]
