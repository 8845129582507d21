"""What the gates and the score need to know about one contact."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.contacts import Basis, ContactStatus, Rapport


class OwnIntro(StrEnum):
    """What became of the introduction by which somebody came to me."""

    OPEN = "open"
    LOST = "lost"


class PoorWork(NamedTuple):
    """Work that disappointed: the follow-ups that are open about it, if any are."""

    repair: int | None
    check: int | None


class BadIntro(NamedTuple):
    """An introduction that went wrong, and the check after its repair that is still open."""

    intro: int
    check: int | None


class Soured(NamedTuple):
    """The last ask to somebody, which lapsed or was declined, and when."""

    on: dt.date
    has_lapsed: bool


class Standing(NamedTuple):
    """One contact's standing with me.

    `deliveries` are (day, rating) in their order, `outcomes` (day, reached, won) of each of their
    introductions; `given` and `came_back` count within the taker's span, `mine` and `theirs`
    favors, gifts and meals of two years, `behind` how many good turns I owe. `last_between` is the
    newest exchange, introduction, favor or testimonial, `said_no_on` a no that nothing followed.
    """

    name: str
    bases: tuple[Basis, ...]
    status: ContactStatus
    status_until: dt.date | None
    rapport: Rapport
    last_interaction: dt.date | None
    id: int = 0
    client_since: dt.date | None = None
    deliveries: tuple[tuple[dt.date, int | None], ...] = ()
    engagements: int = 0
    ongoing_since: dt.date | None = None
    poor_work: PoorWork | None = None
    thanks_due: dt.date | None = None
    has_open_ask: bool = False
    last_intro_made: dt.date | None = None
    last_no: dt.date | None = None
    later_on: dt.date | None = None
    later_until: dt.date | None = None
    bad_intro: BadIntro | None = None
    has_met: bool = False
    said_no_on: dt.date | None = None
    own_intro: OwnIntro | None = None
    is_competitor: bool = False
    is_partner: bool = False
    given: int = 0
    came_back: int = 0
    intros_from: int = 0
    favors_for: int = 0
    outcomes: tuple[tuple[dt.date, bool, bool], ...] = ()
    mine: int = 0
    theirs: int = 0
    behind: int = 0
    last_between: dt.date | None = None
    praised_on: dt.date | None = None
    soured: Soured | None = None

    @property
    def basis(self) -> Basis:
        """The basis that is shown first."""
        return self.bases[0]

    @property
    def last_work(self) -> dt.date | None:
        """The day of the newest work delivered."""
        return max((on for on, _ in self.deliveries), default=None)

    def has(self, *wanted: Basis) -> bool:
        """Whether one of these bases is theirs."""
        return any(basis in wanted for basis in self.bases)

    def works(self, together_days: int) -> tuple[tuple[dt.date, ...], ...]:
        """The days of their deliveries, those less than so many days apart together."""
        found: list[tuple[dt.date, ...]] = []
        for on, _ in sorted(self.deliveries, key=lambda delivery: delivery[0]):
            if found and (on - found[-1][-1]).days < together_days:
                found[-1] = (*found[-1], on)
            else:
                found.append((on,))
        return tuple(found)
