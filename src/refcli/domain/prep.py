"""What to know before a meeting, on one screen."""

from dataclasses import dataclass

from refcli.domain.contacts import Contact
from refcli.domain.due import DueItem
from refcli.domain.interactions import Interaction
from refcli.domain.readiness import Blocker


@dataclass(frozen=True, slots=True)
class Helper:
    """A contact whom I could introduce, with the words that matched."""

    id: int
    name: str
    about: str
    matches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prep:
    """One screen before the coffee; `draft` is empty while nothing narrows the ask."""

    contact: Contact
    interactions: tuple[Interaction, ...]
    open_items: tuple[DueItem, ...]
    helpers: tuple[Helper, ...]
    blockers: tuple[Blocker, ...]
    draft: str
