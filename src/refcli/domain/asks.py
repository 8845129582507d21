"""Requests for an introduction: their answers, and whether they are narrow."""

import datetime as dt
import re
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.interactions import Channel


class AskState(StrEnum):
    """Where an ask stands; `lapsed` is derived when read, never stored."""

    PLANNED = "planned"
    PENDING = "pending"
    PROMISED = "promised"
    INTRODUCED = "introduced"
    DECLINED = "declined"
    LATER = "later"
    LAPSED = "lapsed"


class Answer(StrEnum):
    """What the contact said."""

    PENDING = "pending"
    PROMISED = "promised"
    DECLINED = "declined"
    LATER = "later"


class TargetKind(StrEnum):
    """What kind of referral is wanted."""

    CLIENT = "client"
    SPEAKING = "speaking"
    PARTNER = "partner"
    SUPPLIER = "supplier"
    EMPLOYER = "employer"
    OTHER = "other"

    @property
    def won(self) -> str:
        """What a prospect of this kind did when it came about: `led to a talk`."""
        return _WON[self]


_WON = {
    TargetKind.CLIENT: "became a client",
    TargetKind.SPEAKING: "led to a talk",
    TargetKind.PARTNER: "became a partner",
    TargetKind.SUPPLIER: "became a supplier of yours",
    TargetKind.EMPLOYER: "led to a job",
    TargetKind.OTHER: "led to what you hoped for",
}


OPEN_STATES = frozenset({AskState.PENDING, AskState.PROMISED})
_S = AskState
ASK_STEPS: dict[AskState, frozenset[AskState]] = {
    _S.PLANNED: frozenset({_S.PENDING, _S.PROMISED, _S.DECLINED, _S.LATER}),
    _S.PENDING: frozenset({_S.PROMISED, _S.DECLINED, _S.LATER, _S.INTRODUCED}),
    _S.PROMISED: frozenset({_S.PROMISED, _S.DECLINED, _S.LATER, _S.INTRODUCED}),
    _S.DECLINED: frozenset({_S.PROMISED, _S.INTRODUCED}),
    _S.LATER: frozenset({_S.PROMISED, _S.INTRODUCED}),
    _S.LAPSED: frozenset({_S.PROMISED, _S.INTRODUCED}),
    _S.INTRODUCED: frozenset(),
}


class Target(NamedTuple):
    """A kind of referral that I want."""

    id: int
    name: str
    kind: TargetKind
    industry: str | None
    looking_for: str | None
    qualities: str | None
    listen_for: str | None
    unwanted: str | None


class Narrow(NamedTuple):
    """Whether an ask is narrow enough to answer, and which parts are missing."""

    ok: bool
    missing: tuple[str, ...]


class Answered(NamedTuple):
    """How one ask stands, and since when."""

    state: AskState
    basis: str
    answered_on: dt.date
    until: dt.date | None


class Ask(NamedTuple):
    """One request to one contact, in its exact words."""

    id: int
    contact: Person
    on: dt.date
    kind: TargetKind
    industry: str | None
    looking_for: str | None
    qualities: str | None
    words: str
    how: Channel
    state: AskState
    confirm_by: dt.date | None
    until: dt.date | None
    campaign: str | None
    answered_on: dt.date | None
    was_promised: bool
    target: str | None

    @property
    def narrow(self) -> Narrow:
        """Whether it names a group of people and what they are looking for."""
        return narrowness(self.industry, self.looking_for)


def ask_may(state: AskState, step: AskState) -> bool:
    """Whether an ask in `state` may take that step."""
    return step in ASK_STEPS[state]


def ask_state_on(
    stored: AskState,
    today: dt.date,
    *,
    on: dt.date,
    confirm_by: dt.date | None,
    confirm_skipped: bool,
    lapse_days: int,
) -> AskState:
    """The state as read: an open ask without an answer for so many days has lapsed."""
    if stored not in OPEN_STATES:
        return stored
    since = confirm_by if stored is AskState.PROMISED and confirm_by is not None else on
    if confirm_skipped or (today - since).days >= lapse_days:
        return AskState.LAPSED
    return stored


_BROAD = (
    r"(?i)(any|every|some)(one|body)( (who|that|at all|else|in business|with a pulse)\b.*)?"
    r"|who(so)?ever( .*)?"
    r"|((any|every|all|some|most|more)( (kinds?|sorts?|types?) of)? )?"
    r"(people|persons?|folks|business(es)?|compan(y|ies)|firms?|clients?|customers?|sales|help)"
    r"|(all|any|every)( (kinds?|sorts?|types?) of .*)?"
    r"|everything|anything|something"
)


def _names_something(text: str | None) -> bool:
    return bool(text and text.strip()) and not re.fullmatch(_BROAD, " ".join((text or "").split()))


def narrowness(industry: str | None, looking_for: str | None) -> Narrow:
    """A narrow ask has an industry or group of people, and what they are looking for."""
    missing = []
    if not _names_something(industry):
        missing.append("industry")
    if not _names_something(looking_for):
        missing.append("looking_for")
    return Narrow(ok=not missing, missing=tuple(missing))
