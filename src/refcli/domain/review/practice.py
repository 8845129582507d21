"""Everything that the figures are made of, as it stands on one day."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from refcli.domain.asks import Ask
from refcli.domain.contacts import Basis, ContactStatus, Person, Tier
from refcli.domain.intros import Intro, IntroDirection
from refcli.domain.readiness import GateNumbers
from refcli.domain.thanks import ThanksHow


class Gesture(StrEnum):
    """A way to show somebody that I value them."""

    MEAL = "meal"
    INTRODUCTION = "introduction"
    PUBLIC_WORD = "public-word"
    NOTE = "note"


_NONE: Mapping[Gesture, dt.date] = MappingProxyType({})


class Acquaintance(NamedTuple):
    """A contact, as far as the figures need to know them.

    `given` counts what I did for them, `gestures` has the last day of each.
    """

    person: Person
    basis: Basis
    known_since: dt.date
    industry: str | None = None
    tags: tuple[str, ...] = ()
    tier: Tier | None = None
    is_through: bool = False
    last_interaction: dt.date | None = None
    taught_on: dt.date | None = None
    last_thanked: dt.date | None = None
    status: ContactStatus = ContactStatus.ACTIVE
    best_rating: int | None = None
    was_asked_for_words: bool = False
    given: int = 0
    is_interviewed: bool = False
    thanks_by: ThanksHow | None = None
    gestures: Mapping[Gesture, dt.date] = _NONE


class Overdue(NamedTuple):
    """A follow-up that is late."""

    kind: str
    contact: Person
    days_late: int


class Practice(NamedTuple):
    """A practice on the day `today`: asks, introductions, people, and the state of the desk.

    `numbers` are those of the gates that are in force.
    """

    today: dt.date
    numbers: GateNumbers
    asks: tuple[Ask, ...] = ()
    intros: tuple[Intro, ...] = ()
    people: tuple[Acquaintance, ...] = ()
    overdue: tuple[Overdue, ...] = ()
    ready: tuple[Person, ...] = ()
    targets: int = 0
    is_kit_filled: bool = False
    unsorted: int = 0
    last_review: dt.date | None = None
    begun: dt.date | None = None
    profession: str = ""

    def named(self, person: Person) -> Person | str:
        """Whom a command names: the person, or an id where the name means several."""
        is_only = sum(who.person.name == person.name for who in self.people) == 1
        return person if is_only else f"@{person.id}"

    @property
    def received(self) -> tuple[Intro, ...]:
        """The introductions that were brought to me."""
        return tuple(i for i in self.intros if i.direction is IntroDirection.RECEIVED)

    @property
    def given(self) -> tuple[Intro, ...]:
        """The introductions that I gave."""
        return tuple(i for i in self.intros if i.direction is IntroDirection.GIVEN)
