"""The page of how much is asked of a person, made from the figures."""

from collections.abc import Iterable
from math import fsum

from tests.simulation.figures import Figures
from tests.simulation.half_year import WEEKS
from tests.simulation.practices import Practice

_START = """# How much is too much

How many follow-ups refcli makes in half a year, a week and a kind: the mean of all runs, played
through the rules with arrivals spread evenly. A follow-up counts in the week in which it falls due;
appointments and second tries do not. None of the introductions given is closed by hand. How often
people answer and become clients is a guess, stated in `tests/simulation/half_year.py`.
The bounds are tests.

"""


def page(played: Iterable[tuple[Practice, Figures]], seeds: int) -> str:
    """The whole page."""
    return _START + "\n".join(_table(practice, found, seeds) for practice, found in played)


def _table(practice: Practice, found: Figures, seeds: int) -> str:
    """A practice's figures and its follow-ups by kind and week, as Markdown."""
    names = sorted({kind for week in found.by_week for kind in week})
    total = {name: fsum(week.get(name, 0) for week in found.by_week) / WEEKS for name in names}
    names.sort(key=lambda name: -total[name])
    lines = [
        f"## {practice.who[0].upper()}{practice.who[1:]}",
        "",
        _in_words(found, seeds),
        "",
        f"| week | all | {' | '.join(names)} |",
        f"| ---: | ---: |{' ---: |' * len(names)}",
    ]
    for number, week in enumerate(found.by_week, start=1):
        lines.append(_row(str(number), week, names))
    lines.append(_row("mean", total, names))
    return "\n".join(lines) + "\n"


def _in_words(found: Figures, seeds: int) -> str:
    return (
        f"Medians of {seeds} runs: {found.median:g} follow-ups in the median week,"
        f" {found.worst:g} in the worst; {found.check_share:.0%} of them checks;"
        f" {found.people:g} people to deal with in the median week."
    )


def _row(head: str, counts: dict[str, float], names: list[str]) -> str:
    cells = [f"{counts[name]:.1f}" if counts.get(name) else "" for name in names]
    return f"| {head} | {fsum(counts.values()):.1f} | {' | '.join(cells)} |"
