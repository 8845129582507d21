"""Partners: who they are, where they stand in the funnel, and what is still to be asked."""

from enum import StrEnum
from typing import NamedTuple

from refcli.domain.contacts import Person


class Stage(StrEnum):
    """How far the partnership has come."""

    CANDIDATE = "candidate"
    MET = "met"
    TAUGHT = "taught"
    ACTIVE = "active"
    CHAMPION = "champion"


class PartnerField(StrEnum):
    """What there is to know before one refers to somebody."""

    SERVICES = "services"
    DIFFERS = "differs"
    TELL = "tell"
    GOOD_REFERRAL = "good_referral"
    LISTEN_FOR = "listen_for"
    STORY = "story"
    SERVES = "serves"


PARTNER_QUESTIONS = {
    PartnerField.SERVICES: "What do you do, in a line?",
    PartnerField.DIFFERS: "What sets you apart from others who do it?",
    PartnerField.TELL: "What should I tell people about you?",
    PartnerField.GOOD_REFERRAL: "What is a good referral for you?",
    PartnerField.LISTEN_FOR: "What might I hear somebody say who needs you?",
    PartnerField.STORY: "A story: whom did you help, and how did it end?",
    PartnerField.SERVES: "Whom do you serve?",
}
PARTNER_LABELS = {
    PartnerField.SERVICES: "What they do",
    PartnerField.DIFFERS: "What sets them apart",
    PartnerField.TELL: "What to tell people",
    PartnerField.GOOD_REFERRAL: "A good referral",
    PartnerField.LISTEN_FOR: "Listen for",
    PartnerField.STORY: "A story to tell",
    PartnerField.SERVES: "Whom they serve",
}
CHAMPION_INTROS = 3
# A partner calls whom they are sent within so many days; below so many there is no telling.
IN_TIME_DAYS, ENOUGH_GIVEN = 2, 3


class Partner(NamedTuple):
    """A partner's profile and stage; `override` says that the stage was set by hand."""

    contact: Person
    stage: Stage
    override: bool
    texts: dict[PartnerField, str]
    competitor: bool
    introductions: int
    given: int = 0
    called_in_time: int = 0
    bad: int = 0

    @property
    def unanswered(self) -> tuple[PartnerField, ...]:
        """What is still to be asked."""
        return tuple(f for f in PartnerField if not self.texts.get(f))


class Caution(NamedTuple):
    """Why one would rather not pass somebody on to a partner; it is said, and goes on."""

    code: str
    text: str


def warnings_of(partner: Partner) -> tuple[Caution, ...]:
    """What speaks against sending somebody to a partner, beside what one takes and never gives."""
    name = partner.contact.name
    found = []
    if partner.competitor:
        found.append(Caution("competitor", f"{name} is a competitor of yours"))
    if partner.bad:
        found.append(Caution("unhappy", f"an introduction to {name} went bad before"))
    if is_slow(partner):
        told = f"{partner.called_in_time} of {partner.given}"
        found.append(Caution("slow", f"{name} called within two days in {told}"))
    return tuple(found)


def is_slow(partner: Partner) -> bool:
    """Whether fewer than half of three or more were called in time."""
    return partner.given >= ENOUGH_GIVEN and 2 * partner.called_in_time < partner.given


class Suggestion(NamedTuple):
    """Somebody who could become a partner, and why."""

    contact: Person
    reason: str


def stage_of(*, met: bool, taught: bool, introduced: bool, received: int) -> Stage:
    """The stage from what happened: the farthest that was reached."""
    if received >= CHAMPION_INTROS:
        return Stage.CHAMPION
    if introduced:
        return Stage.ACTIVE
    if taught:
        return Stage.TAUGHT
    return Stage.MET if met else Stage.CANDIDATE
