"""Each draft that falls due in three months of three practices, with a sender's verdict on it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.months.diary import PRACTICES, three_months
from tests.support.program import Program

_FOLDER = Path(__file__).parent


class Fallen(NamedTuple):
    """A draft on the first morning that its follow-up is due."""

    number: int
    head: str
    text: str


def _drafts(program: Program, practice: str) -> Iterator[Fallen]:
    seen = set[int]()
    for day in three_months(practice):
        today = day.on.isoformat()
        for item in program.ok("due --json", today=today).json:
            number, kind, name = item["id"], item["kind"], item["contact"]["name"]
            if number in seen or (item["kind"] == "date" and item["on"] and item["on"] > today):
                continue
            seen.add(number)
            tried = program(f"write @{item['contact']['id']} --about {number}", today=today)
            said = tried.out if tried.code == 0 else f"({tried.err.strip().splitlines()[0]})\n"
            yield Fallen(number, f"{day.on:%a} {day.on.day} {day.on:%b}: {kind}, {name}", said)
        for line in day.lines:
            program.ok(line, today=today)


def _verdicts(practice: str) -> dict[int, str]:
    text = (_FOLDER / f"{practice}.sent").read_text(encoding="utf-8")
    found = [line.split(None, 1) for line in text.splitlines() if line[:1].isdigit()]
    return {int(number): verdict for number, verdict in found}


@pytest.mark.parametrize("practice", PRACTICES)
def test_each_draft_of_three_months(
    practice: str, refcli: Program, request: pytest.FixtureRequest
) -> None:
    fallen = list(_drafts(refcli, practice))
    verdicts = _verdicts(practice)
    made = "\n".join(
        f"{draft.number} {draft.head}\n{draft.text}> {verdicts.get(draft.number, 'no verdict')}\n"
        for draft in fallen
    )
    path = _FOLDER / f"{practice}.drafts"
    if request.config.getoption("--update"):
        path.write_text(made, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == made
    assert {draft.number for draft in fallen} == set(verdicts)
