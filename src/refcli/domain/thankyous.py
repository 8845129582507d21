"""Thank-yous in words: what the person did, what came of it, and never an ask."""

from enum import StrEnum

from refcli.domain.asks import TargetKind
from refcli.domain.grammar import spoken_first_name, tidy


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


_WHAT_CAME = {
    Came.NAMED: "I will be glad to speak with {first} as soon as you have had a word with them.",
    Came.MADE: "I will be in touch with {first} at once, and will tell you how it goes.",
    Came.REACHED: "We have spoken, it was a good conversation, and I will tell you what comes of"
    " it.",
    Came.WON: "{first} {won}, which I owe to you.",
    Came.BAD: "",
    Came.REPAIRED: "",
    Came.NOT_INTERESTED: "It is not what {first} needs just now, but I was glad to speak with"
    " them.",
    Came.UNREACHABLE: "I have tried several times and could not reach {first}.",
    Came.NOT_A_FIT: "It turned out that I am not the right person for {first}, but I was glad to"
    " speak with them.",
}
_UNSPOKEN = {
    Came.NOT_INTERESTED: "It is not what {first} needs just now.",
    Came.NOT_A_FIT: "It turned out that I am not the right person for {first}.",
}
_WON = {
    TargetKind.CLIENT: "is now a client",
    TargetKind.SPEAKING: "led to a talk",
    TargetKind.PARTNER: "is now a partner of mine",
    TargetKind.SUPPLIER: "is now a supplier of mine",
    TargetKind.EMPLOYER: "led to a job",
    TargetKind.OTHER: "led to what I was looking for",
}
_PLAIN_CLOSING = "It means a lot to me that you thought of me."
_CLOSINGS = {
    Came.WON: "I appreciate that you put in a word for me, and I will look after them well.",
    Came.PROMISED: "I appreciate it, and I will look after whoever it is as I would after you.",
}


def drafted_thanks(
    first_name: str,
    came: Came,
    prospect: str | None,
    *,
    was_made: bool = True,
    was_reached: bool = True,
    kind: TargetKind = TargetKind.CLIENT,
) -> str:
    """A thank-you that names what the person did and what came of it, and asks for nothing.

    It claims neither an introduction that was not made nor a talk that did not take place, and says
    nothing of what went wrong.
    """
    if came is Came.PROMISED or prospect is None:
        return tidy(
            f"{first_name}, thank you for offering to introduce me. {_CLOSINGS[Came.PROMISED]}"
        )
    first = spoken_first_name(prospect)
    did = "introducing me to" if was_made and came is not Came.NAMED else "passing on the name of"
    said = _WHAT_CAME[came] if was_reached else _UNSPOKEN.get(came, _WHAT_CAME[came])
    is_refusal = not was_made and came is Came.NOT_INTERESTED  # they know it themselves
    what = "" if is_refusal else said.format(first=first, won=_WON[kind])
    is_client = kind is TargetKind.CLIENT
    closing = _CLOSINGS[Came.WON] if came is Came.WON and is_client else _PLAIN_CLOSING
    return tidy(f"{first_name}, thank you for {did} {prospect}. {what} {closing}")


def drafted_plain_thanks(first_name: str) -> str:
    """A thank-you where no introduction or promise is known."""
    return f"{first_name}, thank you. It means a lot to me that you think of me."
