"""What many half years of a practice come to."""

import statistics
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tests.simulation.half_year import WEEKS, Half, Player
from tests.simulation.practices import Practice


class Figures(NamedTuple):
    """Medians over the runs of one practice, and the mean by week and kind."""

    median: float
    worst: float
    check_share: float
    people: float
    by_week: tuple[dict[str, float], ...]


def figures(practice: Practice, seeds: Iterable[int]) -> Figures:
    """Play a practice once a seed."""
    return figures_of([Player(practice, seed).play() for seed in seeds])


def figures_of(runs: list[Half]) -> Figures:
    """What these half years come to."""
    by_week = tuple(_mean([run.kinds[week] for run in runs]) for week in range(WEEKS))
    return Figures(
        median=statistics.median(statistics.median(run.totals) for run in runs),
        worst=statistics.median(max(run.totals) for run in runs),
        check_share=statistics.median(_check_share(run) for run in runs),
        people=statistics.median(statistics.median(run.people) for run in runs),
        by_week=by_week,
    )


def broken(practice: Practice, found: Figures) -> list[str]:
    """Each bound of the practice that does not hold."""
    bounds = (
        ("follow-ups in the median week", found.median, practice.median),
        ("follow-ups in the worst week", found.worst, practice.worst),
        ("share of checks", found.check_share, practice.check_share),
        ("people in the median week", found.people, practice.people),
    )
    return [f"{name}: {value} > {most}" for name, value, most in bounds if most and value > most]


def _check_share(run: Half) -> float:
    checks = sum(n for week in run.kinds for kind, n in week.items() if kind.startswith("check"))
    return checks / max(1, sum(run.totals))


def _mean(weeks: list[Counter[str]]) -> dict[str, float]:
    whole: Counter[str] = Counter()
    for week in weeks:
        whole.update(week)
    return {kind: count / len(weeks) for kind, count in whole.items()}
