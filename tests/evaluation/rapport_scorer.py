"""The product's own rapport as a scorer of logs, see docs/scoring.md.

`score(interactions, now)` takes objects with `alter`, `when` (seconds) and `direction` (`in`, `out`
or `both`), and gives each alter's key: higher means rather this one.
"""

from collections.abc import Iterable
from typing import Protocol

from refcli.domain.rapport import key_of_offsets

_DAY = 86_400.0


class Contacted(Protocol):
    """One row of a log."""

    alter: int
    when: float
    direction: str


def score(interactions: Iterable[Contacted], now: float) -> dict[int, float]:
    """Ln G of each alter; the days of each direction count once, at midday, measured from now."""
    ins: dict[int, set[float]] = {}
    outs: dict[int, set[float]] = {}
    for row in interactions:
        offset = row.when // _DAY + 0.5 - now / _DAY
        if row.direction != "out":
            ins.setdefault(row.alter, set()).add(offset)
        if row.direction != "in":
            outs.setdefault(row.alter, set()).add(offset)
    return {
        alter: key_of_offsets(
            ins.get(alter, ()),
            outs.get(alter, ()),
            min(ins.get(alter, set()) | outs.get(alter, set())),
        )
        for alter in ins.keys() | outs.keys()
    }
