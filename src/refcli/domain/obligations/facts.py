"""What a person tells: facts, each with its own day and the day on which it was recorded.

Everything owed follows from these, and from what was decided about a follow-up. Ids are those of
the rows that hold them; among facts of one kind their order is the order of telling.
"""

import datetime as dt
from typing import NamedTuple

from refcli.domain.asks import Answer, TargetKind
from refcli.domain.contacts import Tier
from refcli.domain.interactions import Channel, Direction
from refcli.domain.intros import Fault, IntroDirection, IntroState, Rung
from refcli.domain.thanks import ThanksHow

# What a follow-up is about: an introduction, ask, engagement, appointment, hand-made follow-up,
# change of job, or the contact, and its id.
Origin = tuple[str, int]


class Base(NamedTuple):
    """A follow-up without its round: what a decision names."""

    origin: Origin
    rule: str
    kind: str
    party: int


class Person(NamedTuple):
    """What is known of a contact whatever the day."""

    id: int
    thanks_by: ThanksHow | None = None
    is_partner: bool = False
    is_close: bool = False  # has a tier or a basis but `other`: a change of job is worth a wish


class Tiered(NamedTuple):
    """A tier was set, or removed."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date
    tier: Tier | None


class Rested(NamedTuple):
    """Nothing is to be asked of a contact until a day."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date
    until: dt.date


class Returned(NamedTuple):
    """A contact who rested or was dropped is back."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date


class Dropped(NamedTuple):
    """A contact left the referral network, or died."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date
    has_died: bool = False


class Taught(NamedTuple):
    """The kit was shared with a contact."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date


class Worked(NamedTuple):
    """Work was delivered, rated 0 to 10 or not."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date
    rating: int | None = None


class Asked(NamedTuple):
    """An ask, made on its day or planned on it for a later one."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date
    planned_for: dt.date | None = None


class Answered(NamedTuple):
    """What became of an ask: `pending` makes a planned one; `until` is `--by` or `--until`."""

    id: int
    ask: int
    on: dt.date
    recorded_on: dt.date
    answer: Answer
    until: dt.date | None = None


class Introduced(NamedTuple):
    """An introduction, received or given; `ask` fixes the ask that it belongs to.

    A quiet one (`--history`, an import) opens nothing. `meeting` is the day that was arranged.
    """

    id: int
    on: dt.date
    recorded_on: dt.date
    direction: IntroDirection
    rung: Rung
    sources: tuple[int, ...] = ()
    prospects: tuple[int, ...] = ()
    receiver: int | None = None
    ask: int | None = None
    kind: TargetKind = TargetKind.CLIENT
    is_quiet: bool = False
    meeting: dt.date | None = None

    @property
    def receivers(self) -> tuple[int, ...]:
        """Whom I gave it to, where I gave it."""
        return () if self.receiver is None else (self.receiver,)


class Joined(NamedTuple):
    """A further source joined an open introduction."""

    id: int
    intro: int
    contact: int
    on: dt.date
    recorded_on: dt.date
    ask: int | None = None
    is_quiet: bool = False


class Stepped(NamedTuple):
    """A step of an introduction; `fault` is of a bad one, `is_well` of a repaired one."""

    id: int
    intro: int
    on: dt.date
    recorded_on: dt.date
    step: IntroState
    fault: Fault = Fault.ME
    is_well: bool = False
    is_passed: bool = False
    is_quiet: bool = False
    meeting: dt.date | None = None


class Exchanged(NamedTuple):
    """An exchange, or an attempt at one; `next_on` is when to meet again, `at` its hour if told.

    `call` is what was noted of a call: one that only arranges a meeting is not that meeting.
    """

    id: int
    contacts: tuple[int, ...]
    on: dt.date
    recorded_on: dt.date
    channel: Channel
    direction: Direction = Direction.BOTH
    is_attempt: bool = False
    next_on: dt.date | None = None
    at: str | None = None
    call: str | None = None


class Appointed(NamedTuple):
    """An appointment with a contact; `on` is when it was made, `day` and `at` when it is."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date
    day: dt.date
    at: str | None = None


class Noted(NamedTuple):
    """A follow-up made by hand; `every` is how long after it is done it comes again: `3 months`."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date
    due: dt.date
    text: str
    every: str | None = None


class JobChanged(NamedTuple):
    """A contact has a new employer or role."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date


class Favored(NamedTuple):
    """A favor, done by me or received."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date
    given: bool = True


class Praised(NamedTuple):
    """A testimonial."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date


class Thanked(NamedTuple):
    """Thanks that I gave; for one introduction, or for all that was due and what `done` named."""

    id: int
    contact: int
    on: dt.date
    recorded_on: dt.date
    how: ThanksHow | None = None
    intro: int | None = None
    about: frozenset[Base] = frozenset()


class Decided(NamedTuple):
    """What was said of a follow-up: an answer, `snooze`, `skip` or `tried`.

    `about` is all that the follow-up stood for then; `until` the day of a snooze.
    """

    id: int
    on: dt.date
    recorded_on: dt.date
    answer: str
    about: frozenset[Base]
    until: dt.date | None = None
    note: str | None = None


Fact = (
    Tiered
    | Rested
    | Returned
    | Dropped
    | Taught
    | Worked
    | Asked
    | Answered
    | Introduced
    | Joined
    | Stepped
    | Exchanged
    | Appointed
    | Noted
    | JobChanged
    | Favored
    | Praised
    | Thanked
    | Decided
)


class Life(NamedTuple):
    """One contact's facts, and who they and the other parties of their introductions are."""

    contact: int
    facts: tuple[Fact, ...]
    people: tuple[Person, ...] = ()
