"""What to know before a meeting, on one screen."""

from typing import NamedTuple

from refcli.domain.asks import Ask
from refcli.domain.campaigns import Offer
from refcli.domain.contacts import Contact
from refcli.domain.due import DueItem
from refcli.domain.interactions import Interaction
from refcli.domain.intros import Intro
from refcli.domain.readiness import Blocker
from refcli.domain.timeline import Moment


class Helper(NamedTuple):
    """A contact whom I could introduce, with the words that matched."""

    id: int
    name: str
    about: str
    matches: tuple[str, ...]


class Prep(NamedTuple):
    """One screen before the coffee; `draft` is empty while nothing narrows the ask.

    `given` are praise, favors and thanks to and fro, `asks` those that are still open.
    """

    contact: Contact
    interactions: tuple[Interaction, ...]
    open_items: tuple[DueItem, ...]
    helpers: tuple[Helper, ...]
    blockers: tuple[Blocker, ...]
    draft: str
    offer: Offer | None = None
    intros: tuple[Intro, ...] = ()
    given: tuple[Moment, ...] = ()
    asks: tuple[Ask, ...] = ()
    currency: str = ""
