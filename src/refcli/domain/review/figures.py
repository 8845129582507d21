"""Spans of time, and shares that never stand without their n."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.beta import beta_quantile

# Below so many cases a share is told as a count, since a percentage would pretend to be more.
FEWEST = 5
_LOW, _HIGH = 0.1, 0.9
_JEFFREYS = 0.5


class Span(NamedTuple):
    """The days from `since` to `until`, both included; None leaves that side open."""

    since: dt.date | None = None
    until: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether the day lies within."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class Share(NamedTuple):
    """So many of n."""

    part: int
    n: int

    @property
    def value(self) -> float | None:
        """The share between 0 and 1, None of nothing."""
        return self.part / self.n if self.n else None

    @property
    def is_telling(self) -> bool:
        """Whether n is large enough for a percentage."""
        return self.n >= FEWEST

    @property
    def interval(self) -> tuple[float, float]:
        """The middle 80 % of the posterior under Jeffreys' prior, Beta(1/2, 1/2)."""
        a, b = self.part + _JEFFREYS, self.n - self.part + _JEFFREYS
        return beta_quantile(_LOW, a, b), beta_quantile(_HIGH, a, b)
