"""Thank-yous in words: what the person did, what came of it, and never an ask."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.asks import TargetKind
from refcli.domain.drafts.days import spoken_day
from refcli.domain.english.names import Addressee, Party
from refcli.domain.english.phrase import tidy
from refcli.domain.english.wins import told_won


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

    `was_spoken` is whether we spoke, which messages are not; `note` is what the user wrote of the
    last step, in their own words; `has_own_reason` whether it came to nothing for a reason of its
    own; `meeting` when we are to meet, `was_thanked` whether they were thanked for an earlier step,
    `was_tried` whether I tried to reach the prospect, `made_on` the day of the introduction,
    `is_gone` whether they are out of the network, or died (`has_died`), so that nothing is to come,
    and of a promise whether it was taken back.
    """

    came: Came
    prospect: Addressee | None
    was_made: bool = True
    was_spoken: bool = True
    kind: TargetKind = TargetKind.CLIENT
    note: str | None = None
    has_own_reason: bool = False
    meeting: dt.date | None = None
    was_thanked: bool = False
    was_tried: bool = False
    made_on: dt.date | None = None
    is_gone: bool = False
    has_died: bool = False


# Who was introduced so long ago is nobody to be called at once.
_LONG_AGO_DAYS = 60
_WHAT_CAME = {
    Came.NAMED: "I will be glad to speak with {short} as soon as you have had a word with {them}.",
    Came.MADE: "I will be in touch{with_short} at once, and will tell you how it goes.",
    Came.REACHED: "We have spoken, and I will tell you what comes of it.",
    Came.BAD: "",
    Came.REPAIRED: "It did not go well at first, and is put right now.",
    Came.NOT_INTERESTED: "It is not what {they} {need} just now, but I am glad that we spoke.",
    Came.UNREACHABLE: "I have not been able to reach {short}.",
    Came.NOT_A_FIT: "It turned out that I am not the right person for {short}, but I am glad that"
    " we spoke.",
}
_TRIED = "I have tried to reach {short}, without luck so far, and will try again."
_UNSPOKEN = {
    Came.REACHED: "We are in touch, and I will tell you what comes of it.",
    Came.NOT_INTERESTED: "It is not what {they} {need} just now.",
    Came.NOT_A_FIT: "It turned out that I am not the right person for {short}.",
}
_WON = {
    TargetKind.SPEAKING: "{It} led to a talk",
    TargetKind.PARTNER: "{They} {be} now {a}partner{s} of mine",
    TargetKind.SUPPLIER: "{They} {be} now {a}supplier{s} of mine",
    TargetKind.EMPLOYER: "{It} led to a job",
    TargetKind.OTHER: "{It} led to what I was looking for",
}
# Of which something is to come still.
TO_COME = frozenset({Came.NAMED, Came.MADE, Came.REACHED, Came.BAD, Came.REPAIRED})
_AGAIN = frozenset({Came.REACHED, Came.WON})
_LOST = frozenset({Came.NOT_INTERESTED, Came.NOT_A_FIT})
_BECAME = {Party.PERSON: "a client", Party.COUPLE: "clients", Party.FIRM: "a client"}
_GONE_WRONG = "It did not go as I had hoped, and I am seeing to it."
_TAKEN_BACK = "It is quite all right that it does not fit just now, and I appreciate the thought."
_NOTHING_CAME = "Nothing came of it this time."
_OF_GONE = {Came.WON: "It led to work, thanks to you."}
_PLAIN_CLOSING = "It means a lot to me that you thought of me."
_CLOSINGS = {
    Came.WON: "I appreciate that you put in a word for me, and I will look after {them} well.",
    Came.PROMISED: "I appreciate it, and I will take good care of whoever it is.",
}


def drafted_thanks(to: Addressee, fate: Fate, today: dt.date | None = None) -> str:
    """A thank-you that names what the person did and what came of it, and asks for nothing.

    It claims neither an introduction that was not made nor a talk that did not take place, and says
    nothing of what went wrong.
    """
    came, prospect = fate.came, fate.prospect
    if came is Came.PROMISED or prospect is None:
        closing = _CLOSINGS[Came.PROMISED] if fate.kind is TargetKind.CLIENT else "I appreciate it."
        closing = _TAKEN_BACK if fate.is_gone else closing
        return tidy(f"{to.greeting}, thank you for offering to introduce me. {closing}")
    is_made = fate.was_made and came is not Came.NAMED
    if fate.was_thanked and is_made and came in _AGAIN and not fate.is_gone:
        return _thanked_again(to, fate, prospect)
    did = "introducing me to" if is_made else "passing on the name of"
    is_client = fate.kind is TargetKind.CLIENT
    is_praised = came is Came.WON and is_client and fate.was_made and not fate.is_gone
    closing = _CLOSINGS[Came.WON] if is_praised else _PLAIN_CLOSING
    closing = closing.format(them=prospect.them_or_name)
    went = "" if _is_long_ago(fate, today) else _to_meet(fate, prospect, today) or what_came(fate)
    return tidy(f"{to.greeting}, thank you for {did} {prospect.name}. {went} {closing}")


def _is_long_ago(fate: Fate, today: dt.date | None) -> bool:
    """Whether it was made so long ago, and nothing is known of it, that a promise would be odd."""
    if fate.came is not Came.MADE or fate.made_on is None or today is None:
        return False
    return (today - fate.made_on).days > _LONG_AGO_DAYS


def _to_meet(fate: Fate, prospect: Addressee, today: dt.date | None) -> str:
    """That we are to meet, where that was arranged and is still to come."""
    if fate.is_gone:
        return ""
    if fate.came is not Came.MADE or fate.meeting is None or today is None or fate.meeting < today:
        return ""
    on = spoken_day(fate.meeting, today)
    return f"I look forward to meeting {prospect.short} {on}, and will tell you how it goes."


def _thanked_again(to: Addressee, fate: Fate, prospect: Addressee) -> str:
    """News to a source who was thanked for the introduction already."""
    if fate.came is Came.WON:
        closing = _CLOSINGS[Came.WON].format(them=prospect.them_or_name)
        is_client = fate.kind is TargetKind.CLIENT
        news = what_came(fate, is_named=False)
        return tidy(f"{to.greeting}, good news: {news} {closing if is_client else ''}")
    said = "we have spoken" if fate.was_spoken else "we are in touch"
    return tidy(
        f"{to.greeting}, a word on {prospect.name}: {said}, and I will tell you what comes of it."
        " Thank you again for bringing us together."
    )


def drafted_outcome(to: Addressee, fate: Fate) -> str:
    """What became of it, whatever it was, and thanks."""
    prospect = fate.prospect
    if prospect is None or fate.came in (Came.PROMISED, Came.NAMED, Came.MADE, Came.REACHED):
        return drafted_thanks(to, fate)
    did = "introduced me to" if fate.was_made else "gave me the name of"
    went = what_came(fate) or (_GONE_WRONG if fate.came is Came.BAD else _NOTHING_CAME)
    if not fate.was_made and not fate.was_spoken and fate.came in _LOST:
        thought = f"{to.greeting}, thank you for thinking of {prospect.name} for me."
        return tidy(f"{thought} Nothing came of it this time, and that is quite all right.")
    return tidy(f"{to.greeting}, you {did} {prospect.name}. {went} Thank you for thinking of me.")


def what_came(fate: Fate, *, is_named: bool = True) -> str:
    """What came of an introduction, in a sentence; nothing where they know it themselves.

    Where the prospect was not named before (`is_named`), the sentence names them.
    """
    prospect, came = fate.prospect, fate.came
    if prospect is None or (not fate.was_made and came is Came.NOT_INTERESTED):
        return ""
    if fate.is_gone:
        # Of who is there no more nothing is told as if they were.
        return _OF_GONE.get(came, "" if came in TO_COME else _NOTHING_CAME)
    subject, is_plural = prospect.subject
    if not is_named:
        subject, is_plural = prospect.name, prospect.party is Party.COUPLE
    words = {
        "short": prospect.short,
        "with_short": f" with {prospect.short}" if prospect.short != prospect.name else "",
        "them": prospect.them,
        "It": "It" if is_named else f"the introduction to {prospect.name}",
        "They": subject,
        "they": subject if not is_plural else "they",
        "be": "are" if is_plural else "is",
        "need": "need" if is_plural else "needs",
        "a": "" if prospect.party is Party.COUPLE else "a ",
        "s": "s" if prospect.party is Party.COUPLE else "",
    }
    if came is Came.WON:
        became = f"{{be}} now {_BECAME[prospect.party]}".format(**words)
        led_to = _WON.get(fate.kind, "").format(**words)
        return told_won(subject, became, led_to, fate.note)
    if came in _LOST and (fate.kind is not TargetKind.CLIENT or fate.has_own_reason):
        said = _NOTHING_CAME
    elif came is Came.MADE and fate.was_tried:
        said = _TRIED
    elif fate.was_spoken:
        said = _WHAT_CAME[came]
    else:
        said = _UNSPOKEN.get(came, _WHAT_CAME[came])
    return said.format(**words)  # a note on a talk is for oneself; what a win came to is told


def drafted_plain_thanks(to: Addressee) -> str:
    """A thank-you where no introduction or promise is known."""
    return f"{to.greeting}, thank you. It means a lot to me that you think of me."
