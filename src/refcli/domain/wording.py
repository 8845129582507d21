"""Asks in words that a careful person would say aloud, in the first person."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.asks import TargetKind
from refcli.domain.campaigns import Offer
from refcli.domain.day_words import day_text
from refcli.domain.grammar import (
    articled,
    begins_with_article,
    fragment,
    goal,
    group_named,
    has_clause,
    has_determiner,
    head_of,
    is_one_person,
    is_people,
    tells_a_deed,
    tidy,
    with_the,
)


class Tone(StrEnum):
    """How an ask sounds."""

    WARM = "warm"
    PLAIN = "plain"
    BRIEF = "brief"


class Bond(NamedTuple):
    """What ties me to a contact: their praise, the work I did for them, or how we know each other.

    `basis` is a word of product.md; `work` and `praise` are None where there is none.
    """

    first_name: str
    basis: str
    praise: str | None = None
    work: str | None = None
    is_happy: bool = False


class AskParts(NamedTuple):
    """What an ask is made of."""

    industry: str | None = None
    looking_for: str | None = None
    qualities: str | None = None
    kind: TargetKind = TargetKind.CLIENT
    by: dt.date | None = None


def narrowed_question(industry: str | None, looking_for: str | None) -> str:
    """The heart of every ask: "Do you know anyone in X who is looking to do Y?"."""
    phrase = group_named(industry) if industry else ""
    head = head_of(phrase)
    if phrase and is_people(head):
        own = "of " if has_determiner(phrase) and not begins_with_article(phrase) else ""
        return tidy(f"Do you know any {own}{phrase}{_clause(phrase, looking_for, 'are')}?")
    if phrase and (is_one_person(head) or begins_with_article(phrase)):
        return tidy(f"Do you know {articled(phrase)}{_clause(phrase, looking_for, 'is')}?")
    where = f" in {phrase}" if phrase else ""
    return tidy(f"Do you know anyone{where}{_clause(phrase, looking_for, 'is')}?")


def _clause(phrase: str, looking_for: str | None, verb: str) -> str:
    """What they are looking for, as a clause; the phrase may have brought its own."""
    if not looking_for or not looking_for.strip(" .,;:!?"):
        return ""
    own = fragment(looking_for)
    first, _, rest = own.partition(" ")
    if first.lower() in ("who", "that"):
        return f" who {rest}"
    lead = "and" if has_clause(phrase) else "who"
    return f" {lead} {verb} {goal(looking_for)}"


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


def drafted_ask(
    parts: AskParts,
    bond: Bond,
    today: dt.date,
    tone: Tone = Tone.PLAIN,
    *,
    offer: Offer | None = None,
) -> str:
    """The ask in words: bond, narrowed question, qualities, action, offer, an easy way out."""
    sentences = [
        _opening(bond, tone),
        narrowed_question(parts.industry, parts.looking_for),
        "" if tone is Tone.BRIEF or not parts.looking_for else _OFFERS[parts.kind],
        _qualities(parts.qualities, tone),
        _action(parts.by, today, tone),
        "" if offer is None or tone is Tone.BRIEF else _in_return(offer, today),
        _EASY_WAYS_OUT[tone],
    ]
    return tidy(" ".join(sentence for sentence in sentences if sentence))


def _opening(bond: Bond, tone: Tone) -> str:
    if tone is Tone.BRIEF:
        return f"{bond.first_name}, a quick question."
    if bond.praise:
        thanks = f"{bond.first_name}, thank you again for your kind words"
        return f"{thanks}{'.' if tone is Tone.PLAIN else '; they meant a lot to me.'}"
    if bond.work:
        return f"{bond.first_name}, {_about_work(bond.work, is_happy=bond.is_happy)}"
    if tone is Tone.WARM:
        return _WARM_OPENINGS.get(bond.basis, "{name}, I value your judgement.").format(
            name=bond.first_name
        )
    return f"{bond.first_name}, may I ask you something?"


def _about_work(work: str, *, is_happy: bool) -> str:
    if tells_a_deed(work):
        return (
            "I am glad that you are happy with my work."
            if is_happy
            else "I enjoyed working with you."
        )
    if is_happy:
        return f"I am glad that you are happy with how {with_the(work)} went."
    return f"I enjoyed working with you on {with_the(work)}."


_WARM_OPENINGS = {
    "friend": "{name}, you know me well, so may I ask you something?",
    "family": "{name}, you know me better than most, so may I ask you something?",
    "partner": "{name}, I think highly of your work, and we serve the same kind of people.",
    "referred": "{name}, we met because somebody introduced us, and I was glad of it.",
    "colleague": "{name}, you know how I work, so may I ask you something?",
}


_BE = {"are": "is", "is": "is", "am": "is"}
_DOES = frozenset({"has", "can", "does", "will", "would", "likes", "wants", "knows", "loves"})


def _qualities(qualities: str | None, tone: Tone) -> str:
    if not qualities or not qualities.strip(" .,;:!?"):
        return ""
    phrase = fragment(qualities)
    first, _, rest = phrase.partition(" ")
    lead = first.lower()
    if lead in ("someone", "somebody") or begins_with_article(phrase) or is_people(head_of(phrase)):
        return f"I am thinking of {phrase}."
    if lead == "with":
        clause = phrase
    elif lead in ("who", "that"):
        clause = f"who {rest}"
    elif lead in _BE:
        clause = f"who {_BE[lead]} {rest}"
    elif lead in _DOES or (lead.endswith("s") and not lead.endswith(("ss", "ous"))):
        clause = f"who {lead} {rest}"
    else:
        lowered = first if first[1:2].isupper() else lead
        clause = f"who is {lowered} {rest}"
    if tone is Tone.BRIEF:
        return f"Ideally someone {clause}."
    return f"I am thinking of someone as good to work with as you are, {clause}."


def _in_return(offer: Offer, today: dt.date) -> str:
    """The offer, in a frame that is right whatever words it is told in."""
    return f"My offer until {_spoken_day(offer.until, today)}: {fragment(offer.text)}."


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
