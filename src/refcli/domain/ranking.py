"""A place in the ranking of whom to ask."""

from typing import NamedTuple

from refcli.domain.chance import Chance
from refcli.domain.readiness import Blocker
from refcli.domain.scoring import Score
from refcli.domain.standing import Standing


class Ranked(NamedTuple):
    """One contact with score and closed gates; `rank` is None where a gate is closed."""

    rank: int | None
    who: Standing
    score: Score
    blockers: tuple[Blocker, ...]
    chance: Chance | None = None

    @property
    def is_ready(self) -> bool:
        """Whether they may be asked now."""
        return not self.blockers
