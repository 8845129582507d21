"""The forms of a draft: what each is called, to whom it goes and what it says."""

from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """How an ask sounds."""

    WARM = "warm"
    PLAIN = "plain"
    BRIEF = "brief"


class Form(StrEnum):
    """What a draft is for."""

    ASK = "ask"
    BLURB = "blurb"
    WELCOME = "welcome"
    THANK = "thank"
    OUTCOME = "outcome"
    STATUS = "status"
    APOLOGY = "apology"
    CONSENT = "consent"
    HANDOVER = "handover"
    PASS_ON = "pass-on"  # noqa: S105  no password
    TESTIMONIAL = "testimonial"
    RECONNECT = "reconnect"
    CHECK_IN = "check-in"
    WISH = "wish"
    CONFIRM = "confirm"


class Traits(NamedTuple):
    """To whom a form goes, what it says, and its subject line."""

    to: str
    says: str
    subject: str


TRAITS = {
    Form.ASK: Traits("a contact", "the narrowed question", "A question"),
    Form.BLURB: Traits(
        "a source, to forward", "who I am, whom I help, how to reach me", "Somebody"
    ),
    Form.WELCOME: Traits("a prospect", "who sent me, what happens next, two times", "Our talk"),
    Form.THANK: Traits("a source", "what they did and what came of it", "Thank you"),
    Form.OUTCOME: Traits("a source", "what became of it", "What came of it"),
    Form.STATUS: Traits("a source", "where it stands", "Where it stands"),
    Form.APOLOGY: Traits(
        "a party to what went wrong", "whose fault, what I do about it", "I am sorry"
    ),
    Form.CONSENT: Traits("a prospect of mine", "what they need to know to say yes or no", "May I?"),
    Form.HANDOVER: Traits("both", "who each is, who writes first", "An introduction"),
    Form.PASS_ON: Traits("a source", "who looks after them now, what fits me", "Passed on"),
    Form.TESTIMONIAL: Traits("a client", "a few words, what about", "A favour"),
    Form.RECONNECT: Traits("a dormant tie", "warm and short, no ask", "How are you?"),
    Form.CHECK_IN: Traits("a contact", "how they are", "How are you?"),
    Form.WISH: Traits("a contact", "a day of theirs", "All the best"),
    Form.CONFIRM: Traits("a source", "recalls the promise", "What you offered"),
}
