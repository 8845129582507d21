"""The sentence cut into words that know where they stand."""

import re
from typing import NamedTuple

# Whoever types more before the subject matter types no sentence.
_MOST_WORDS = 150
_LEFT = "([{\"“‘'"
_RIGHT = ',;:.!?)]}"”'
# What is said in passing: `(not Eva)`, `(2 units)`, `(Eva's brother)`; else a bracket is a comma.
_ASIDE = r"\((?:not |\d+ [a-z]|[^()\d]*'s )[^()]*\)"
_BRACKET = r"(?<=\s)\((?=\w)"
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
    """A sentence: as typed, in lower case sign by sign, its words and its tags."""

    raw: str
    low: str
    words: tuple[Word, ...]
    tags: tuple[str, ...]

    def at(self, index: int) -> str:
        """The word at a place in lower case, or nothing."""
        return self.words[index].low if 0 <= index < len(self.words) else ""


def read_text(raw: str) -> Text:
    """Tags stand for themselves and are no part of the sentence."""
    plain = raw.replace("’", "'").replace("‘", "'")
    tags = tuple(dict.fromkeys(re.findall(_TAG, plain)))
    bare = re.sub(_TAG, lambda match: " " * len(match[0]), plain)
    bare = re.sub(_ASIDE, lambda match: " " * len(match[0]), bare)
    bare = re.sub(_BRACKET, ",", bare)
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in bare)
    return Text(bare, low, tuple(_words(bare, low)), tags)


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
