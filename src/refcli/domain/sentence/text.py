"""The sentence cut into words that know where they stand."""

import re
from collections.abc import Callable
from typing import NamedTuple

# Whoever types more before the subject matter types no sentence.
_MOST_WORDS = 150
_LEFT = "([{\"“‘'"
_RIGHT = ',;:.!?)]}"”'
_BRACKETS = re.compile(r"(?<!\S)\(([^()]*)(?:\)\W*$|(\))|$)")
_TAG = r"(?<!\S)[#+]([^\W\d_][\w-]*)"


class Word(NamedTuple):
    """A word without the punctuation around it: `tail` is what stands behind it."""

    raw: str
    low: str
    start: int
    end: int
    tail: str

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.raw[:1].isupper()


class Text(NamedTuple):
    """A sentence: as typed, in lower case sign by sign, its words and its tags.

    `asides` is what stands in brackets and is said in passing: `(plumber)`; blank in all else.
    """

    raw: str
    low: str
    words: tuple[Word, ...]
    tags: tuple[str, ...]
    asides: tuple[str, ...] = ()

    def at(self, index: int) -> str:
        """The word at a place in lower case, or nothing."""
        return self.words[index].low if 0 <= index < len(self.words) else ""


def _in_passing(_aside: str, _before: str) -> bool:
    return False


def read_text(raw: str, is_told: Callable[[str, str], bool] = _in_passing) -> Text:
    """Tags stand for themselves and are no part of the sentence.

    `is_told` is whether what stands in brackets, behind what stands before it, tells of the
    exchange: then they are commas.
    """
    plain = raw.replace("’", "'").replace("‘", "'")
    tags = tuple(dict.fromkeys(re.findall(_TAG, plain)))
    bare = re.sub(_TAG, lambda match: " " * len(match[0]), plain)
    asides: list[str] = []

    def without(match: re.Match[str]) -> str:
        if is_told(match[1].strip(), bare[: match.start()]):
            return f",{match[1]}{',' if match[2] else ''}".ljust(len(match[0]))
        asides.append(match[1].strip())
        return " " * len(match[0])

    bare = _BRACKETS.sub(without, bare)
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in bare)
    return Text(bare, low, tuple(_words(bare, low)), tags, tuple(filter(None, asides)))


def _words(bare: str, low: str) -> list[Word]:
    found = []
    # A comma, an ampersand or a plus may stand between two names without a blank.
    for match in re.finditer(r"w/(?=[^\W\d])|[^\s,&—]+(?:,(?=\d)[^\s,&—]+)*,?|[&,—]", bare):
        piece = match[0]
        left = len(piece) - len(piece.lstrip(_LEFT))
        core = piece.strip(_LEFT).rstrip(_RIGHT)
        if not core:
            core, left = piece, 0
        start = match.start() + left
        end = start + len(core)
        tail = bare[end : match.end()]
        found.append(Word(core, low[start:end], start, end, tail))
        if len(found) == _MOST_WORDS:
            break
    return found
