"""All that was said and done with one person, each with the line that corrects it."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.day_words import yearly_text
from refcli.domain.interactions import Channel
from refcli.domain.intros import IntroState, Rung
from refcli.domain.text import Worded
from refcli.domain.thanks import ThanksHow
from refcli.domain.typed import typed

# By kind, the line that corrects it: `{}` is its id, or the person of what has none of its own.
EDITS = {
    "interaction": "refcli log edit {}",
    "ask": "refcli ask edit {}",
    "answer": "refcli ask edit {} --answer ANSWER",
    "intro": "refcli intro edit {}",
    "step": "refcli intro edit {}",
    "thanks": "refcli thank edit {}",
    "favor": "refcli reciprocate edit {}",
    "testimonial": "refcli testimonial edit {}",
    "engagement": "refcli engagement edit {}",
    "tier": "refcli contact edit {} --tier TIER",
    "rest": "refcli contact rest {} --until WHEN",
    "drop": "refcli contact restore {}",
    "return": "refcli contact drop {} --because TEXT",
    "taught": "refcli undo",
    "job": "refcli contact edit {} --org ORG --role ROLE",
    "date": "refcli meet move {} WHEN",
    "yearly": "refcli contact date {} {} WHEN",
    "wished": "refcli contact date {} {} WHEN",
}
# What has no id that a list prints is corrected by its person.
_BY_PERSON = frozenset({"tier", "rest", "drop", "return", "job"})
_BY_LABEL = frozenset({"yearly", "wished"})


class Moment(NamedTuple):
    """One thing on a day; `direction` is in, out, both, or None where there is none."""

    on: dt.date
    kind: str
    id: int
    direction: str | None
    text: str
    edit: str


class Told(NamedTuple):
    """One thing as it is kept: `word` is its state, channel or form, `text` its own words.

    `role` is the person's part in an introduction: source, prospect or receiver.
    """

    on: dt.date
    kind: str
    id: int
    direction: str | None
    word: str
    text: str
    other: str
    role: str = ""


def moment(told: Told, person: Person) -> Moment:
    """What is kept, as a line."""
    line = EDITS[told.kind]
    if told.kind in _BY_LABEL:
        edit = typed(line, person, told.text)
        return Moment(told.on, "date", told.id, told.direction, _of_date(told), edit)
    edit = typed(line, person if told.kind in _BY_PERSON else told.id) if "{}" in line else line
    return Moment(told.on, told.kind, told.id, told.direction, _text(told), edit)


def _of_date(told: Told) -> str:
    """`noted: birthday, 5 Dec 1976`, or that they were wished well in a year."""
    if told.kind == "wished":
        return f"{told.text} {told.word}: done"
    return f"noted: {told.text}, {yearly_text(told.word)}"


def _text(told: Told) -> str:
    """In words: what it was, with whom else, and what was noted."""
    template = _WORDS[told.kind]
    if told.kind == "thanks" and told.direction == "in":
        template = "they thanked you {word}"
    if told.kind == "intro":
        is_source = (told.direction, told.role) == ("in", "source")
        template = (
            _BY_RUNG[Rung(told.word)] if is_source else _OF_INTRO[told.direction or "in", told.role]
        )
    said = template.format(word=_word(told), other=told.other or "them").strip()
    return f"{said}: {told.text}" if told.text else said


def _word(told: Told) -> str:
    """The state, channel or form as people say it."""
    wording = _WORDED.get(told.kind)
    return told.word if wording is None or not told.word else wording(told.word).words


_WORDED: Mapping[str, type[Worded]] = {
    "interaction": Channel,
    "step": IntroState,
    "thanks": ThanksHow,
}
# An introduction by its source, and how they did it.
_BY_RUNG = {
    Rung.NAME: "they gave you the name of {other}",
    Rung.CARD: "they gave you the card of {other}",
    Rung.TOLD: "they told {other} that you would call",
    Rung.WRITTEN: "they introduced you to {other} in writing",
    Rung.MET: "they brought you together with {other}",
}
# An introduction by its direction and the person's part in it.
_OF_INTRO = {
    ("in", "prospect"): "introduced to you by {other}",
    ("out", "prospect"): "you offered to introduce them to {other}",
    ("out", "receiver"): "you offered to introduce {other} to them",
}


_WORDS: Mapping[str, str] = {
    "interaction": "{word}",
    "ask": "asked, {word}",
    "answer": "their answer: {word}",
    "intro": "",
    "step": "introduction ({other}): {word}",
    "thanks": "you thanked them {word}",
    "favor": "favor",
    "testimonial": "praise",
    "engagement": "work {word}",
    "tier": "tier {word}",
    "rest": "rests until {word}",
    "drop": "dropped",
    "return": "back in the network",
    "taught": "taught whom you look for",
    "job": "changed jobs",
    "date": "to meet",
}
