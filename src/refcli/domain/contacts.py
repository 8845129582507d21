"""A person I know: why they would trust me, how close we are, how they like to be thanked."""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.text import Worded, fold
from refcli.domain.thanks import ThanksHow

# Why somebody is dropped who died.
DIED = "died"


class Basis(StrEnum):
    """Why a contact would trust me."""

    CLIENT = "client"
    REFERRED = "referred"
    FRIEND = "friend"
    FAMILY = "family"
    PARTNER = "partner"
    COLLEAGUE = "colleague"
    OTHER = "other"


class Nature(Worded):
    """What a contact is."""

    PERSON = "person"
    COUPLE = "couple"
    FIRM = "firm"

    @property
    def words(self) -> str:
        """With its article."""
        return f"a {self}"


class Tier(StrEnum):
    """How often I want to be in touch; the days are settings."""

    A = "A"
    B = "B"
    C = "C"


DEFAULT_CADENCE_DAYS = {Tier.A: 30, Tier.B: 90, Tier.C: 365}


# In the label of a yearly date of two people together, and the whole of one.
WEDDING, ANNIVERSARY = "wedding", "anniversary"


def is_of_two(label: str) -> bool:
    """Whether a yearly date is of two people together: their wedding day."""
    return WEDDING in label.lower() or label.lower() == ANNIVERSARY


class ContactStatus(StrEnum):
    """Whether a contact may be asked at all."""

    ACTIVE = "active"
    RESTING = "resting"
    DROPPED = "dropped"
    DECEASED = "deceased"  # dropped because they died: it is never stored


class ContactStep(StrEnum):
    """What changes between me and a contact on a day."""

    TIER = "tier"
    REST = "rest"
    DROP = "drop"
    RETURN = "return"
    TAUGHT = "taught"
    JOB = "job"


class Person(NamedTuple):
    """A contact as others mention them."""

    id: int
    name: str


class Rapport(NamedTuple):
    """How alive the relationship is: as if we were in touch every `days` days."""

    days: int | None
    band: str


class YearlyDate(NamedTuple):
    """A date that comes again each year: `on` is YYYY-MM-DD, or --MM-DD without its year.

    `next` is the next time that it comes, today included.
    """

    label: str
    on: str
    next: dt.date


class OwnField(NamedTuple):
    """A field of the user's own, such as `size`, and its value."""

    name: str
    value: str


class PastJob(NamedTuple):
    """What somebody did, and where, until the day on which that was found to be over."""

    on: dt.date
    was: str


class Tie(NamedTuple):
    """Somebody whom a contact is tied to, and what they are to the contact."""

    contact: Person
    word: str


class Contact(NamedTuple):
    """Everything that is kept about a person, apart from what happened with them."""

    id: int
    name: str
    nicknames: tuple[str, ...]
    former_names: tuple[str, ...]
    call: str | None
    pronouns: str | None
    organization: str | None
    role: str | None
    industry: str | None
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    addresses: tuple[str, ...]
    basis: Basis
    bases: tuple[Basis, ...]
    is_a: Nature | None
    through: Person | None
    since: dt.date | None
    tier: Tier | None
    tags: tuple[str, ...]
    status: ContactStatus
    status_until: dt.date | None
    status_because: str | None
    thanks_by: ThanksHow | None
    focus: str | None
    admired_by: Person | None
    taught_on: dt.date | None
    last_interaction: dt.date | None
    rapport: Rapport
    known_since: dt.date | None
    url: str | None
    note: str | None
    fields: tuple[OwnField, ...] = ()
    dates: tuple[YearlyDate, ...] = ()
    ties: tuple[Tie, ...] = ()
    jobs: tuple[PastJob, ...] = ()

    @property
    def person(self) -> Person:
        """The contact as others mention them."""
        return Person(self.id, self.name)


class ContactFields(NamedTuple):
    """What a person says about a contact; None leaves as it is, an empty text clears.

    `no_values` are taken away: of which there may be several, by field, and what is written there.
    """

    name: str | None = None
    organization: str | None = None
    role: str | None = None
    industry: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()
    no_bases: tuple[Basis, ...] = ()
    is_a: Nature | None = None
    through: int | None = None
    since: dt.date | None = None
    tier: Tier | None = None
    no_tier: bool = False
    tags: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    call: str | None = None
    pronouns: str | None = None
    focus: str | None = None
    thanks_by: ThanksHow | None = None
    admired_by: int | None = None
    note: str | None = None
    fields: tuple[OwnField, ...] = ()
    no_fields: tuple[str, ...] = ()
    no_values: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return self == ContactFields()


def bases_of(first: Basis, more: Iterable[Basis], *, has_earned: bool) -> tuple[Basis, ...]:
    """All bases, as told and then as earned by work; `other` where there is none."""
    earned = (Basis.CLIENT,) if has_earned else ()
    found = dict.fromkeys((first, *more, *earned))
    return tuple(basis for basis in found if basis is not Basis.OTHER) or (Basis.OTHER,)


def is_death(because: str | None) -> bool:
    """Whether somebody was dropped because they died: as `deaths.death_told` has it."""
    told = fold(because or "")
    return told.startswith(DIED) and not told[len(DIED) : len(DIED) + 1].isalpha()


def status_on(
    status: ContactStatus, until: dt.date | None, today: dt.date, *, has_died: bool = False
) -> ContactStatus:
    """The status today: a rest ends by itself on its day."""
    if status is ContactStatus.DROPPED and has_died:
        return ContactStatus.DECEASED
    if status is ContactStatus.RESTING and until is not None and until <= today:
        return ContactStatus.ACTIVE
    return status


_LEGAL_FORMS = frozenset(
    {"ab", "ag", "as", "asa", "bv", "co", "corp", "corporation", "gbr", "gmbh", "inc"}
    | {"incorporated", "kft", "kg", "limited", "llc", "llp", "ltd", "nv", "ohg", "oy", "plc"}
    | {"sa", "sarl", "se", "spa", "srl", "ug"}
)
_HOUSES = r"(?i)(&|and) (sons?|daughters?|brothers|partners|co|company|associates)\b"
_TITLE = r"(mr|mrs|ms|dr|prof|herr|frau)\.?"
_COUPLE = (
    rf"(?i){_TITLE} (and|&) {_TITLE} \S.*"  # Mr and Mrs Ode
    r"|[^\W\d]\S*( [^\W\d]\S*)? (and|&) [^\W\d]\S* [^\W\d]\S*"  # Tom and Gina Ruiz
)


def recognised(name: str) -> Nature:
    """What a name says: `Tom and Gina Ruiz` are a couple, `Acme Ltd` and `The Lark` firms."""
    words = name.split()
    last = words[-1].strip(".,").casefold() if words else ""
    is_named_firm = len(words) > 1 and (last in _LEGAL_FORMS or words[0].casefold() == "the")
    if is_named_firm or re.search(_HOUSES, name):
        return Nature.FIRM
    return Nature.COUPLE if re.fullmatch(_COUPLE, " ".join(words)) else Nature.PERSON


def nature_of(name: str, is_a: str | None) -> Nature:
    """What somebody is, as the user said, else as the name says."""
    return Nature(is_a) if is_a else recognised(name)


def says_itself(contact: Contact, field: str) -> bool:
    """Whether a field says no more than the name or the first basis does."""
    if field == "is_a":
        return contact.is_a is recognised(contact.name)
    return field == "bases" and len(contact.bases) == 1
