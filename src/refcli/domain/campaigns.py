"""Referral projects with a theme, a non-cash offer, and an end."""

import datetime as dt
from typing import NamedTuple


class Offer(NamedTuple):
    """What I give to whoever helps, not in cash, as long as a campaign runs; in my own words."""

    text: str
    until: dt.date


class Campaign(NamedTuple):
    """One campaign with what happened while it ran; `goal` counts asks."""

    id: int
    name: str
    theme: str | None
    offer: str | None
    goal: int | None
    begins: dt.date
    until: dt.date
    ended: dt.date | None
    asks: int
    promised: int
    introduced: int
    won: int
    won_cents: int

    def is_running(self, day: dt.date) -> bool:
        """Whether it runs on a day; it ends by itself after its last."""
        is_ended = self.ended is not None and self.ended <= day
        return self.begins <= day <= self.until and not is_ended

    @property
    def share(self) -> float | None:
        """How much of the goal is reached, at most 1; None without a goal."""
        return None if not self.goal else min(1.0, self.asks / self.goal)
