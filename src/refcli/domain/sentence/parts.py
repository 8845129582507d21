"""What the head of a sentence is made of."""

import datetime as dt
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from refcli.domain.sentence import words as w
from refcli.domain.sentence.clock import Hours
from refcli.domain.sentence.text import Text
from refcli.errors import UsageError

# A day, or why it is none.
Reading = dt.date | UsageError


class People(Protocol):
    """Whom names mean: the ids of the contacts who bear one, or are tied to somebody so."""

    def matches(self, typed: str) -> tuple[int, ...]:
        """The contacts on the best level that a name fits."""
        ...

    def is_like(self, typed: str) -> bool:
        """Whether somebody's name is spelt nearly so."""
        ...

    def tied(self, contact: int, word: str) -> tuple[int, ...]:
        """Who is the `word` of a contact: their spouse, their boss."""
        ...


class Sort(StrEnum):
    """What a part of the head is."""

    NAME = "name"
    DAY = "day"
    HOURS = "hours"
    LENGTH = "length"
    LEAD = "lead"
    WORD = "word"


class Mention(NamedTuple):
    """Somebody named: `ids` are the contacts who bear the name, nobody, one or several."""

    typed: str
    ids: tuple[int, ...]


class Part(NamedTuple):
    """A part of the head: words `first` up to `last`.

    Of a name `ids` has who bears it (nobody, one or several) and `is_led` whether it stands where
    only a name can. Of a day `days` has how it reads, looking back and ahead; of how long it takes
    `length` has that, as `1h30`.
    """

    sort: Sort
    first: int
    last: int
    text: str
    ids: tuple[int, ...] = ()
    is_led: bool = False
    days: tuple[Reading, Reading] | None = None
    hours: Hours | None = None
    length: str = ""


class Head(NamedTuple):
    """The parts before the subject matter, and where that begins in the text."""

    text: Text
    parts: tuple[Part, ...]
    end: int


def is_how(word: str) -> bool:
    """Whether a word says over which channel."""
    classes = (*w.SURE, *w.PLAIN, *w.VAGUE)
    return word in w.EVENTS or any(word in names for _, names in classes)


def is_relation(typed: str) -> bool:
    """Whether that is what somebody is to another, and no name: `Anna's husband`, `my wife`."""
    low = typed.lower()
    owned = re.search(r"['’]s ([\w-]+)((?: [\w-]+)*)$", low)
    if owned is not None and not owned[2]:
        return True
    is_said = any(_is_relation_word(word) for word in low.split())
    is_of = owned is not None or re.match(r"[a-z-]+ of ", low) is not None
    return re.match(r"(?:her|his|their|my|our) ", low) is not None or (is_said and is_of)


def relation_in(typed: str) -> str:
    """The word that says what somebody is to another: `husband` of `Anna's husband`."""
    words = typed.lower().split()
    return next(filter(_is_relation_word, words), words[-1])


def _is_relation_word(word: str) -> bool:
    return word in w.RELATIONS or word in w.BESIDES


def are_names_only(parts: Sequence[Part]) -> bool:
    """Whether nothing but names stands there: `Tom and Ben had lunch` tells of both."""
    return all(part.sort is Sort.NAME or part.text.lower() in w.JOINERS for part in parts)


# With these begins what I said, or will do.
_I_WILL = frozenset({"i'll", "we'll", "i'd", "we'd"})
_I_SAID = frozenset({"said", "told", "mentioned", "promised", "will", "shall", "would", "must"})
_I_SAID |= {"should", "won't", "can't", "cannot", "need"}


def is_what_i_say(text: Text, at: int) -> bool:
    """Whether behind a comma what I said or will do begins: `I told her`, `I'll send it`."""
    word = text.at(at)
    is_mine = word in _I_WILL or (word in ("i", "we") and text.at(at + 1) in _I_SAID)
    return is_mine and "," in text.words[at - 1].tail


def is_plan(text: Text, parts: Sequence[Part], at: int) -> bool:
    """Whether behind what was told of no day a meeting to come is: `called anna, lunch friday`."""
    told = {part.text.split()[0] for part in parts if part.sort is Sort.LEAD} & w.PAST
    if not told or any(part.sort is Sort.DAY for part in parts):
        return False
    word, is_them = text.at(at), text.at(at + 1) in ("him", "her", "them")
    is_again = is_them and (word in ("seeing", "meeting") or word in w.BARE_VERBS)
    is_meeting = word in w.OCCASIONS | {"meeting", "session"}
    is_set = is_meeting and not w.SET_FOR.isdisjoint((text.at(at + 1), text.at(at + 2)))
    return is_again or is_set or (is_meeting and not told <= w.THERE)
