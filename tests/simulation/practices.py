"""The practices that are played: how much happens in each within 26 weeks."""

from typing import NamedTuple


class Practice(NamedTuple):
    """Who somebody knows and what happens in 26 weeks; `tiers` are how many are A, B and C.

    What must hold of it is in follow-ups a week (`median`, `worst`), in `people` to deal with in
    the median week, and in the share of the follow-ups that are checks; None where no bound is.
    """

    name: str
    who: str
    tiers: tuple[int, int, int]
    received: int
    given: int
    asks: int
    engagements: int
    talks_a_week: int
    median: float | None = None
    worst: float | None = None
    check_share: float | None = None
    people: float | None = None


ACCOUNTANT = Practice(
    "accountant",
    "an accountant with 40 clients",
    tiers=(4, 12, 24),
    received=20,
    given=16,
    asks=20,
    engagements=26,
    talks_a_week=3,
    median=10,
    worst=16,
    check_share=0.22,
)
AGENT = Practice(
    "agent",
    "an agent who receives 3.5 introductions a week",
    tiers=(8, 22, 30),
    received=91,
    given=10,
    asks=40,
    engagements=45,
    talks_a_week=6,
    people=20,
)
PRACTICES = (ACCOUNTANT, AGENT)
