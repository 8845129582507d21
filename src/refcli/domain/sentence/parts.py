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
    return re.search(r"['’]s \w+$|^(?:her|his|their|my|our) ", typed.lower()) is not None


def are_names_only(parts: Sequence[Part]) -> bool:
    """Whether nothing but names stands there: `Tom and Ben had lunch` tells of both."""
    return all(part.sort is Sort.NAME or part.text.lower() in w.JOINERS for part in parts)
