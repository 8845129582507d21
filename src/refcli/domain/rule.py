"""The shape of a rule: what an event closes and opens, and for whom."""

from enum import StrEnum
from typing import NamedTuple

from refcli.domain.kinds import Kind


class Party(StrEnum):
    """The part that a contact plays in an event."""

    SOURCE = "source"
    PROSPECT = "prospect"
    PARTNER = "partner"
    CONTACT = "contact"


class Scope(StrEnum):
    """Which open follow-ups an event closes."""

    OF_PARTY = "of the party, whatever its origin"
    OF_ASK = "of the event's ask"
    OF_INTRO = "of the event's introduction"
    OF_ORIGIN = "of the event's introduction or ask, owed to the party"
    OLDEST = "the party's oldest"
    UP_TO_A_WEEK_AFTER = "of the party, due before the event or up to a week after it"


class Fact(StrEnum):
    """What is known already and makes a follow-up needless."""

    TAUGHT = "the contact was taught"
    THANKED_FOR_ASK = "the promise was thanked for"
    PRAISED = "a testimonial was given within a year, or is being asked for"


class Closes(NamedTuple):
    """Open follow-ups that an event satisfies; an old one may leave newer plans alone."""

    kinds: frozenset[Kind]
    scope: Scope
    party: Party = Party.CONTACT
    unless_late: bool = False


class Opens(NamedTuple):
    """A follow-up that an event makes; `days` None means on the day that was told, if any."""

    kind: Kind
    party: Party
    days: int | None
    action: str
    unless: Fact | None = None
    takes_over_ask: bool = False


class Rule(NamedTuple):
    """One line of the playbook.

    Every event of the rule has one of `about` (an intro, ask or engagement), none where it is about
    a contact alone. A kind that needs an origin is opened only by rules that surely bring it.
    """

    name: str
    when: str
    about: tuple[str, ...] = ()
    closes: tuple[Closes, ...] = ()
    opens: tuple[Opens, ...] = ()
    replaces_thanks: bool = False
