"""The shape of a rule: what an event closes and opens, and for whom; and the rules' numbers."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.kinds import Kind


class Party(StrEnum):
    """Whom a follow-up is about: a part that contacts play in an event."""

    SOURCE = "source"
    PROSPECT = "prospect"
    PARTNER = "partner"
    CONTACT = "contact"


class Scope(StrEnum):
    """Which open follow-ups an event closes."""

    OF_PARTY = "of the party, whatever its origin"
    OF_ORIGIN = "of the event's introduction, ask or work, whoever it is about"
    OF_ASK = "of the ask that led the party to the introduction"


class Closes(NamedTuple):
    """Open follow-ups that an event satisfies, or makes needless: nobody did what they ask."""

    kinds: frozenset[Kind]
    scope: Scope
    party: Party = Party.CONTACT
    is_needless: bool = False


class Opens(NamedTuple):
    """A follow-up that an event makes; `days` None means on the day that was told, if any.

    `action` is the sentence to do, with `{contact}` and `{other}` in it, `{thank}` and
    `{thank_and}` for how the contact likes to be thanked, and `{won}` for what it became.
    """

    kind: Kind
    party: Party
    days: int | None
    action: str


class Rule(NamedTuple):
    """One line of the playbook.

    Every event of the rule has one of `about` (an intro, ask or engagement), none where it is about
    a contact alone. A kind that needs an origin is opened only by rules that surely bring it.
    `replaces_thanks` ones put their thanks in the place of those for an earlier step.
    """

    name: str
    when: str
    about: tuple[str, ...] = ()
    closes: tuple[Closes, ...] = ()
    opens: tuple[Opens, ...] = ()
    replaces_thanks: bool = False


class Numbers(NamedTuple):
    """Days by the playbook's names, the rhythm by tier, and what the gates with a date know."""

    days: Mapping[str, int]
    cadence: Mapping[str, int]
    late_days: int = 60
    lapse_days: int = 60
    promise_thanked_days: int = 14
    praised_days: int = 365
    delighted_rating: int = 9
    poor_rating: int = 6
    after_intro_days: int = 90
    after_partner_days: int = 30
    after_no_days: int = 60
    said_no_days: int = 365

    def after(self, on: dt.date, name: str) -> dt.date:
        """The day that lies a rule's number of days after another."""
        return on + dt.timedelta(days=self.days[name])
