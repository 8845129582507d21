"""Favors: one thing done for a contact, or by them for me; and the balance between us."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.contacts import Person


class FavorHow(StrEnum):
    """The form of a favor; an introduction is none, it has its own command."""

    SHARE = "share"
    COMMENT = "comment"
    GUEST_POST = "guest-post"
    SUPPLIER = "supplier"
    ADVICE = "advice"
    TESTIMONIAL = "testimonial"
    EVENT = "event"
    OTHER = "other"


FAVOR_IDEAS = {
    FavorHow.SHARE: "share something of theirs with people whom it helps",
    FavorHow.COMMENT: "comment on what they publish",
    FavorHow.GUEST_POST: "write for them, or have them write for you",
    FavorHow.SUPPLIER: "find them a supplier or somebody to hire",
    FavorHow.ADVICE: "give them an hour of what you know",
    FavorHow.TESTIMONIAL: "praise their work in words that they may show",
    FavorHow.EVENT: "take them along to an event",
}


class Favor(NamedTuple):
    """One favor, done by me or received."""

    id: int
    contact: Person
    what: str
    how: str | None
    on: dt.date
    received: bool


class Balance(NamedTuple):
    """Favors and introductions between a contact and me, and when the last one was."""

    contact: Person
    given: int
    received: int
    last: dt.date

    @property
    def net(self) -> int:
        """How many I am ahead; below nothing means that I owe."""
        return self.given - self.received
