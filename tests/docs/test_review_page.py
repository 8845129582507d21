"""docs/review.md names every gap with its cost."""

import re
from pathlib import Path

from refcli.domain.review.gap_rules import GAP_RULES

PAGE = Path(__file__).parents[2] / "docs" / "review.md"


def test_every_gap_stands_there_with_its_cost() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| .* \| (\d+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert {code: int(cost) for code, cost in rows} == {r.code: r.cost for r in GAP_RULES}
    costs = [int(cost) for _, cost in rows]
    assert costs == sorted(costs, reverse=True)
