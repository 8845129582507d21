"""Asks in words that a careful person would say aloud, in the first person."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from refcli.domain.asks import TargetKind
from refcli.domain.dates import day_text
from refcli.domain.grammar import (
    articled,
    fragment,
    goal,
    head_of,
    is_one_person,
    is_people,
    tidy,
    with_the,
)


class Tone(StrEnum):
    """How an ask sounds."""

    WARM = "warm"
    PLAIN = "plain"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties me to a contact: their praise, the work I did for them, or how we know each other.

    `basis` is a word of product.md; `work` and `praise` are None where there is none.
    """

    first_name: str
    basis: str
    praise: str | None = None
    work: str | None = None
    is_happy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskParts:
    """What an ask is made of."""

    industry: str | None = None
    looking_for: str | None = None
    qualities: str | None = None
    kind: TargetKind = TargetKind.CLIENT
    by: dt.date | None = None


def narrowed_question(industry: str | None, looking_for: str | None) -> str:
    """The heart of every ask: "Do you know anyone in X who is looking to do Y?"."""
    what = goal(looking_for) if looking_for else ""
    if industry and is_people(head_of(fragment(industry))):
        who = f" who are looking {what}" if what else ""
        return tidy(f"Do you know any {fragment(industry)}{who}?")
    where = ""
    if industry:
        phrase = fragment(industry)
        singular = is_one_person(head_of(phrase))
        if singular:
            who = f" who is looking {what}" if what else ""
            return tidy(f"Do you know {articled(phrase)}{who}?")
        where = f" in {phrase}"
    who = f" who is looking {what}" if what else ""
    return tidy(f"Do you know anyone{where}{who}?")


_OFFERS = {
    TargetKind.CLIENT: "I would like to try and help them with that.",
    TargetKind.SPEAKING: "I would be glad to speak to them.",
    TargetKind.PARTNER: "I would like to find out whether we can help each other's clients.",
    TargetKind.SUPPLIER: "I am looking for a supplier whom I can rely on.",
    TargetKind.EMPLOYER: "I would like to talk to them about working together.",
    TargetKind.OTHER: "I would like to meet them.",
}
_EASY_WAYS_OUT = {
    Tone.WARM: "And if nobody comes to mind, or you would rather not, that is quite all right.",
    Tone.PLAIN: "If nobody comes to mind, or you would rather not, that is fine.",
    Tone.BRIEF: "If not, no problem at all.",
}


def drafted_ask(parts: AskParts, tie: Tie, today: dt.date, tone: Tone = Tone.PLAIN) -> str:
    """The ask in words: tie, narrowed question, qualities, action, an easy way out."""
    sentences = [
        _opening(tie, tone),
        narrowed_question(parts.industry, parts.looking_for),
        "" if tone is Tone.BRIEF or not parts.looking_for else _OFFERS[parts.kind],
        _qualities(parts.qualities, tone),
        _action(parts.by, today, tone),
        _EASY_WAYS_OUT[tone],
    ]
    return tidy(" ".join(sentence for sentence in sentences if sentence))


def _opening(tie: Tie, tone: Tone) -> str:
    if tone is Tone.BRIEF:
        return f"{tie.first_name}, a quick question."
    if tie.praise:
        thanks = f"{tie.first_name}, thank you again for your kind words"
        about = f" about {with_the(tie.work)}" if tie.work else ""
        return f"{thanks}{about}{'.' if tone is Tone.PLAIN else '; they meant a lot to me.'}"
    if tie.work and tie.is_happy:
        return f"{tie.first_name}, I am glad that you are happy with how {with_the(tie.work)} went."
    if tie.work:
        return f"{tie.first_name}, I enjoyed working with you on {with_the(tie.work)}."
    if tone is Tone.WARM:
        return _WARM_OPENINGS.get(tie.basis, "{name}, I value your judgement.").format(
            name=tie.first_name
        )
    return f"{tie.first_name}, may I ask you something?"


_WARM_OPENINGS = {
    "friend": "{name}, you know me well, so may I ask you something?",
    "family": "{name}, you know me better than most, so may I ask you something?",
    "partner": "{name}, I think highly of your work, and we serve the same kind of people.",
    "referred": "{name}, we met because somebody introduced us, and I was glad of it.",
    "colleague": "{name}, you know how I work, so may I ask you something?",
}


def _qualities(qualities: str | None, tone: Tone) -> str:
    if not qualities or not qualities.strip():
        return ""
    phrase = fragment(qualities)
    lead = phrase.split(" ")[0].lower()
    clause = phrase if lead in ("who", "that", "with") else f"who {phrase}"
    if lead in ("someone", "somebody"):
        return f"I am thinking of {phrase}."
    if tone is Tone.BRIEF:
        return f"Ideally someone {clause}."
    comma = " " if lead == "with" else ", "
    return f"I am thinking of someone as good to work with as you are{comma}{clause}."


def _action(by: dt.date | None, today: dt.date, tone: Tone) -> str:
    until = f" by {_spoken_day(by, today)}" if by is not None else ""
    if tone is Tone.BRIEF:
        return f"Could you introduce us{until}, and tell me when you have?"
    if tone is Tone.WARM:
        return (
            "If somebody comes to mind, would you call or write to them and introduce us, and let"
            f" me know{until} when you have?"
        )
    return (
        f"Would you call or write to them and introduce us, and let me know{until} when you have?"
    )


def _spoken_day(day: dt.date, today: dt.date) -> str:
    weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    ahead = (day - today).days
    if ahead in (0, 1):
        return day_text(day, today)
    return weekdays[day.weekday()] if 0 < ahead <= 6 else day_text(day, today)[4:]  # noqa: PLR2004  within the week
