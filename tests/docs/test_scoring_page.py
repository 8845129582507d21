"""The worked example of docs/scoring.md is what the program computes."""

import datetime as dt
from pathlib import Path

from refcli.domain.contacts import Basis, ContactStatus, Rapport
from refcli.domain.readiness import GateNumbers
from refcli.domain.scoring import DEFAULT_POINTS, score
from refcli.domain.standing import Standing

PAGE = Path(__file__).parents[2] / "docs" / "scoring.md"
TODAY = dt.date(2026, 11, 20)


def test_the_example() -> None:
    anna = Standing(
        name="Anna",
        bases=(Basis.CLIENT,),
        status=ContactStatus.ACTIVE,
        status_until=None,
        rapport=Rapport(20, "close"),
        last_interaction=TODAY,
        deliveries=((dt.date(2025, 6, 1), 9), (dt.date(2026, 6, 1), 10)),
        outcomes=((TODAY, True, True),),
        praised_on=dt.date(2026, 10, 1),
    )
    found = score(anna, TODAY, points=DEFAULT_POINTS, numbers=GateNumbers())
    lines = [f"    {term.code:<14} {term.points:+5.1f}  {term.text}" for term in found.terms]
    lines.append(f"    {'':<14} {found.total:5.1f}")
    shown = PAGE.read_text(encoding="utf-8")
    for line in lines:
        assert f"{line}\n" in shown, line
