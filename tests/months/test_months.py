"""What each morning says is true, can be answered, and is said once."""

from pathlib import Path

import pytest

from tests.months.diary import PRACTICES, Morning, play, verdicts
from tests.support.program import Program

_FOLDER = Path(__file__).parent


def _golden(mornings: list[Morning], said: dict[int, str]) -> str:
    """The mornings; a verdict stands under a line the first time that it is there."""
    parts, seen = [], set[int]()
    for morning in mornings:
        parts.append(f"{morning.head}\n")
        for number, line in morning.lines:
            parts.append(f"  {line}\n")
            if number not in seen:
                parts.append(f"      {said.get(number, 'no verdict')}\n")
            seen.add(number)
    return "".join(parts)


@pytest.mark.parametrize("practice", PRACTICES)
def test_each_morning_of_the_month(
    practice: str, refcli: Program, request: pytest.FixtureRequest
) -> None:
    mornings = [morning for morning in play(refcli, practice) if morning.lines]
    said = verdicts(practice)
    made = _golden(mornings, said)
    path = _FOLDER / f"{practice}.mornings"
    if request.config.getoption("--update"):
        path.write_text(made, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == made
    listed = {number for morning in mornings for number, _ in morning.lines}
    assert listed == set(said)
    for morning in mornings:
        sentences = [line for _, line in morning.lines]
        assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("practice", PRACTICES)
def test_late_wrong_and_corrected_entries_come_out_as_if_told_right(
    practice: str, refcli: Program, tmp_path: Path
) -> None:
    other = Program(tmp_path / "right.db")
    last = [list(play(p, practice, told_right=p is other))[-1].on for p in (refcli, other)]
    assert last[0] == last[1]
    assert _owed(refcli, last[0].isoformat()) == _owed(other, last[0].isoformat())
    assert "the follow-ups are those of the playbook" in refcli.ok("doctor").out


def _owed(program: Program, today: str) -> list[tuple[str, ...]]:
    items = program.ok("due --within 3650 --json", today=today).json
    kept = ("kind", "due", "rule", "action")
    return sorted(tuple(str(item[key]) for key in kept) for item in items)
