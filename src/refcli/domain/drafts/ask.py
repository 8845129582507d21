"""Asks in words that a careful person would say aloud, in the first person."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import NamedTuple

from refcli.domain.asks import TargetKind
from refcli.domain.campaigns import Offer
from refcli.domain.drafts.days import spoken_day
from refcli.domain.drafts.form import Tone
from refcli.domain.english.groups import narrowed_question
from refcli.domain.english.needs import NeedSort, need_of
from refcli.domain.english.phrase import fragment, tidy
from refcli.domain.english.qualities import QualitySort, quality_of
from refcli.domain.english.work import is_doing, tells_a_deed, work_named


class Bond(NamedTuple):
    """What ties me to a contact: their praise, the work I did for them, or how we know each other.

    `basis` is a word of product.md; `work` and `praise` are None where there is none. `brings` is
    what value I bring, as the kit says it, `wants_praise` whether a few words may be asked for.
    """

    first_name: str
    basis: str
    praise: str | None = None
    work: str | None = None
    is_happy: bool = False
    brings: str = ""
    wants_praise: bool = False


class AskParts(NamedTuple):
    """What an ask is made of."""

    industry: str | None = None
    looking_for: str | None = None
    qualities: str | None = None
    kind: TargetKind = TargetKind.CLIENT
    by: dt.date | None = None


_OFFERS = {
    TargetKind.CLIENT: "I think I could help them with that.",
    TargetKind.SPEAKING: "I would be glad to speak to them.",
    TargetKind.PARTNER: "I would like to find out whether we can help each other's clients.",
    TargetKind.SUPPLIER: "I am looking for a supplier I can rely on.",
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
    return joined_ask(ask_sentences(parts, bond, today, tone, offer=offer))


def joined_ask(sentences: Mapping[str, str]) -> str:
    """The sentences of an ask as one text."""
    return tidy(" ".join(sentence for sentence in sentences.values() if sentence))


def question_with(parts: AskParts) -> str:
    """The narrowed question and what they should be like: the heart of an ask as it grows."""
    like = _qualities(parts.qualities, "", Tone.PLAIN)
    return tidy(f"{narrowed_question(parts.industry, parts.looking_for)} {like}")


def ask_sentences(
    parts: AskParts,
    bond: Bond,
    today: dt.date,
    tone: Tone,
    *,
    offer: Offer | None = None,
) -> dict[str, str]:
    """The sentences of an ask in their order, by what each says; empty where it says nothing."""
    is_brief = tone is Tone.BRIEF
    praise = f" {ASKS_FOR_PRAISE}" if tone is Tone.WARM and bond.wants_praise else ""
    return {
        "opening": _opening(bond, tone),
        "value": "" if is_brief else _value(bond.brings),
        "question": narrowed_question(parts.industry, parts.looking_for),
        "offer_of_help": "" if is_brief else _offer_of_help(parts),
        "like": _qualities(parts.qualities, bond.basis, tone),
        "action": _action(parts.by, today, tone),
        "in_return": "" if offer is None or is_brief else _in_return(offer, today),
        "way_out": f"{_EASY_WAYS_OUT[tone]}{praise}",
    }


def _offer_of_help(parts: AskParts) -> str:
    """What I would do for them; for whom nothing is looked for, a client's frame says nothing."""
    need = need_of(parts.looking_for)
    if parts.kind is not TargetKind.CLIENT:
        return _OFFERS[parts.kind]
    if need is None or need.sort in (NeedSort.CLAUSE, NeedSort.UNSURE):
        return "" if need is None else "I would like to help them if I can."
    return _OFFERS[parts.kind]


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


_LONGEST = 140
# Closes a warm ask to a client who has praised nothing for a year.
ASKS_FOR_PRAISE = (
    "One thing more: two or three sentences from you about working with me would help me a lot,"
    " whenever you have a quiet moment."
)


def _value(brings: str) -> str:
    """What value I bring, in one clause; a long text is left out."""
    clause = re.split(r"(?<=\w)[.;!?–—](?:\s|$)", " ".join(brings.split()))[0].strip(" .,")
    if not clause or len(clause) > _LONGEST:
        return ""
    if re.match(r"(?:I|We)\b", clause):
        return f"{clause}."
    return f"What I do, in a line: {clause}."


def _about_work(work: str, *, is_happy: bool) -> str:
    if tells_a_deed(work) or is_doing(work):
        return "I am glad that you are happy with my work." if is_happy else _WORKED
    if is_happy:
        return f"I am glad that you are happy with {work_named(work)}."
    return f"I enjoyed working with you on {work_named(work)}."


_WORKED = "I enjoyed working with you."
_WARM_OPENINGS = {
    "friend": "{name}, you know me well, so may I ask you something?",
    "family": "{name}, you know me better than most, so may I ask you something?",
    "partner": "{name}, I think highly of your work, and we serve the same kind of people.",
    "referred": "{name}, we met because somebody introduced us, and I was glad of it.",
    "colleague": "{name}, you know how I work, so may I ask you something?",
}


# Who is worked with, and can be praised for it.
_WORKED_WITH = frozenset({"client", "partner", "colleague"})


def _qualities(qualities: str | None, basis: str, tone: Tone) -> str:
    quality = quality_of(qualities)
    if quality is None:
        return ""
    lead = "Ideally" if tone is Tone.BRIEF else "I am thinking of"
    if quality.sort is QualitySort.WHOLE:
        return f"{lead} {quality.text}."
    if tone is Tone.BRIEF or basis not in _WORKED_WITH:
        return f"{lead} someone {quality.text}."
    return f"{lead} someone as good to work with as you are, {quality.text}."


def _in_return(offer: Offer, today: dt.date) -> str:
    """The offer, in a frame that is right whatever words it is told in."""
    return f"My offer until {_day(offer.until, today)}: {fragment(offer.text)}."


def _action(by: dt.date | None, today: dt.date, tone: Tone) -> str:
    until = f" by {_day(by, today)}" if by is not None else ""
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


def _day(day: dt.date, today: dt.date) -> str:
    return spoken_day(day, today).removeprefix("on ")
