"""Acts of gratitude, given or received."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from refcli.domain.interactions import Channel


class ThanksHow(StrEnum):
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


# A thank-you in one of these forms is also an exchange with the person.
CHANNEL_OF_THANKS = {
    ThanksHow.NOTE: Channel.LETTER,
    ThanksHow.CALL: Channel.CALL,
    ThanksHow.IN_PERSON: Channel.IN_PERSON,
    ThanksHow.EMAIL: Channel.EMAIL,
    ThanksHow.MESSAGE: Channel.MESSAGE,
    ThanksHow.MEAL: Channel.IN_PERSON,
}

THANKS_WORDS = {
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


@dataclass(frozen=True, slots=True)
class Thanks:
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
