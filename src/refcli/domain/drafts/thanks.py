"""Thank-yous in words: what the person did, what came of it, and never an ask."""

from enum import StrEnum
from typing import NamedTuple

from refcli.domain.asks import TargetKind
from refcli.domain.english.names import Addressee, Party
from refcli.domain.english.phrase import tidy


class Came(StrEnum):
    """What came of an introduction, or of a promise to make one."""

    PROMISED = "promised"
    NAMED = "named"
    MADE = "made"
    REACHED = "reached"
    WON = "won"
    NOT_INTERESTED = "not-interested"
    UNREACHABLE = "unreachable"
    NOT_A_FIT = "not-a-fit"
    BAD = "bad"
    REPAIRED = "repaired"


class Fate(NamedTuple):
    """An introduction's way so far: what came of it, and what took place before.

    `note` is what the user wrote of the last step, in their own words; `has_own_reason` whether it
    came to nothing for a reason of its own.
    """

    came: Came
    prospect: Addressee | None
    was_made: bool = True
    was_reached: bool = True
    kind: TargetKind = TargetKind.CLIENT
    note: str | None = None
    has_own_reason: bool = False


_WHAT_CAME = {
    Came.NAMED: "I will be glad to speak with {short} as soon as you have had a word with {them}.",
    Came.MADE: "I will be in touch with {short} at once, and will tell you how it goes.",
    Came.REACHED: "We have spoken, and I will tell you what comes of it.",
    Came.BAD: "",
    Came.REPAIRED: "It did not go well at first, and is put right now.",
    Came.NOT_INTERESTED: "It is not what {they} {need} just now, but I was glad to speak with"
    " {them}.",
    Came.UNREACHABLE: "I have not been able to reach {short}.",
    Came.NOT_A_FIT: "It turned out that I am not the right person for {short}, but I was glad to"
    " speak with {them}.",
}
_UNSPOKEN = {
    Came.NOT_INTERESTED: "It is not what {they} {need} just now.",
    Came.NOT_A_FIT: "It turned out that I am not the right person for {short}.",
}
_WON = {
    TargetKind.SPEAKING: "It led to a talk",
    TargetKind.PARTNER: "{They} {be} now {a}partner{s} of mine",
    TargetKind.SUPPLIER: "{They} {be} now {a}supplier{s} of mine",
    TargetKind.EMPLOYER: "It led to a job",
    TargetKind.OTHER: "It led to what I was looking for",
}
_LOST = frozenset({Came.NOT_INTERESTED, Came.NOT_A_FIT})
_BECAME = {Party.PERSON: "a client", Party.COUPLE: "clients", Party.FIRM: "a client"}
_NOTHING_CAME = "Nothing came of it this time."
_PLAIN_CLOSING = "It means a lot to me that you thought of me."
_CLOSINGS = {
    Came.WON: "I appreciate that you put in a word for me, and I will look after {them} well.",
    Came.PROMISED: "I appreciate it, and I will look after whoever it is as I would after you.",
}


def drafted_thanks(to: Addressee, fate: Fate) -> str:
    """A thank-you that names what the person did and what came of it, and asks for nothing.

    It claims neither an introduction that was not made nor a talk that did not take place, and says
    nothing of what went wrong.
    """
    came, prospect = fate.came, fate.prospect
    if came is Came.PROMISED or prospect is None:
        closing = _CLOSINGS[Came.PROMISED] if fate.kind is TargetKind.CLIENT else "I appreciate it."
        return tidy(f"{to.greeting}, thank you for offering to introduce me. {closing}")
    is_made = fate.was_made and came is not Came.NAMED
    did = "introducing me to" if is_made else "passing on the name of"
    is_client = fate.kind is TargetKind.CLIENT
    is_praised = came is Came.WON and is_client and fate.was_made
    closing = _CLOSINGS[Came.WON] if is_praised else _PLAIN_CLOSING
    closing = closing.format(them=prospect.them)
    return tidy(f"{to.greeting}, thank you for {did} {prospect.name}. {what_came(fate)} {closing}")


def drafted_outcome(to: Addressee, fate: Fate) -> str:
    """What became of it, whatever it was, and thanks."""
    prospect = fate.prospect
    if prospect is None or fate.came in (Came.PROMISED, Came.NAMED, Came.MADE, Came.REACHED):
        return drafted_thanks(to, fate)
    did = "introduced me to" if fate.was_made else "gave me the name of"
    went = what_came(fate) or "It did not go as I had hoped, and I am seeing to it."
    return tidy(
        f"{to.greeting}, you {did} {prospect.name}, and I would like to tell you what came of it."
        f" {went} Thank you for thinking of me."
    )


def what_came(fate: Fate) -> str:
    """What came of an introduction, in a sentence; nothing where they know it themselves."""
    prospect, came = fate.prospect, fate.came
    if prospect is None or (not fate.was_made and came is Came.NOT_INTERESTED):
        return ""
    subject, is_plural = prospect.subject
    words = {
        "short": prospect.short,
        "them": prospect.them,
        "They": subject,
        "they": subject if not is_plural else "they",
        "be": "are" if is_plural else "is",
        "need": "need" if is_plural else "needs",
        "a": "" if prospect.party is Party.COUPLE else "a ",
        "s": "s" if prospect.party is Party.COUPLE else "",
    }
    if came is Came.WON:
        client = f"{{They}} {{be}} now {_BECAME[prospect.party]}"
        said = f"{_WON.get(fate.kind, client)}, thanks to you."
    elif came in _LOST and (fate.kind is not TargetKind.CLIENT or fate.has_own_reason):
        said = _NOTHING_CAME
    elif fate.was_reached:
        said = _WHAT_CAME[came]
    else:
        said = _UNSPOKEN.get(came, _WHAT_CAME[came])
    # A note on a talk is for oneself; what a win came to is told.
    note = f" {_noted(fate.note)}" if fate.note and came is Came.WON else ""
    return said.format(**words) + note


def _noted(note: str) -> str:
    """The user's own words of the step, in a frame that fits any."""
    return f"What came of it: {' '.join(note.split()).rstrip(' .;,')}."


def drafted_plain_thanks(to: Addressee) -> str:
    """A thank-you where no introduction or promise is known."""
    return f"{to.greeting}, thank you. It means a lot to me that you think of me."
