"""Acts of gratitude, given or received."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.interactions import Channel
from refcli.domain.text import Worded


class ThanksHow(Worded):
    """The form of a thank-you."""

    NOTE = "note"
    CALL = "call"
    IN_PERSON = "in-person"
    EMAIL = "email"
    MESSAGE = "message"
    GIFT = "gift"
    MEAL = "meal"
    PUBLIC = "public"
    DISCOUNT = "discount"

    @property
    def words(self) -> str:
        """As a sentence has it."""
        return _THANKS_WORDS[self]


# A thank-you in one of these forms is also an exchange with the person.
CHANNEL_OF_THANKS = {
    ThanksHow.NOTE: Channel.LETTER,
    ThanksHow.CALL: Channel.CALL,
    ThanksHow.IN_PERSON: Channel.IN_PERSON,
    ThanksHow.EMAIL: Channel.EMAIL,
    ThanksHow.MESSAGE: Channel.MESSAGE,
    ThanksHow.MEAL: Channel.IN_PERSON,
}

_THANKS_WORDS = {
    ThanksHow.NOTE: "by a handwritten note",
    ThanksHow.CALL: "by a call",
    ThanksHow.IN_PERSON: "in person",
    ThanksHow.EMAIL: "by e-mail",
    ThanksHow.MESSAGE: "by message",
    ThanksHow.GIFT: "with a gift",
    ThanksHow.MEAL: "with a meal",
    ThanksHow.PUBLIC: "in public",
    ThanksHow.DISCOUNT: "with a discount",
}


_GIFTS = frozenset({ThanksHow.GIFT, ThanksHow.MEAL, ThanksHow.DISCOUNT})
# How the names of professions begin whose codes limit what may be given for a referral.
_REGULATED = (
    *("lawyer", "attorney", "solicitor", "barrister", "notary", "counsel"),
    *("accountant", "auditor", "tax", "bookkeeper", "cpa"),
    *("doctor", "physician", "dentist", "therap", "psycho", "pharmac", "nurse", "vet"),
    *("financial", "adviser", "advisor", "broker", "insur", "bank", "invest", "mortgage"),
    *("real estate", "estate agent", "realtor"),
)


def is_gift_regulated(how: ThanksHow | None, profession: str) -> bool:
    """Whether thanks of that form are a gift, in a profession that may have rules on gifts."""
    return how in _GIFTS and any(word in profession.lower() for word in _REGULATED)


class Thanks(NamedTuple):
    """One thank-you, `given` by me or received."""

    id: int
    contact_id: int
    contact_name: str
    given: bool
    on: dt.date
    how: ThanksHow | None
    words: str | None
    intro: int | None
    ask: int | None
