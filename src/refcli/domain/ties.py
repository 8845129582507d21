"""Ties: how two contacts belong together, seen from either side."""

from refcli.domain.text import clean_line, fold
from refcli.errors import UsageError

_KNOWS = "knows"
# What the one is to the other, and the other to the one; any other word is one of the user's own.
_SEEN_BACK = {
    "spouse": "spouse",
    "partner": "partner",
    "parent": "child",
    "child": "parent",
    "sibling": "sibling",
    "relative": "relative",
    "friend": "friend",
    "colleague": "colleague",
    "boss": "report",
    "report": "boss",
    "neighbour": "neighbour",
    _KNOWS: _KNOWS,
}
WORDS = (*_SEEN_BACK, "member")
_OF = " of"


def tie_word(text: str) -> str:
    """The word as it is kept; raises UsageError where there is none."""
    word = fold(clean_line(text)).replace("neighbor", "neighbour")
    if not word:
        raise UsageError("say how they belong together", f"--as: {', '.join(WORDS)}, or a word")
    return word


def tied_words(one: str, other: str, word: str) -> str:
    """`Eva Lund is Anna Weiss's child`, with two names."""
    if word == _KNOWS:
        return f"{one} and {other} know each other"
    return f"{other} is {one}'s {word}"


def from_them(word: str) -> str:
    """A word of one's own as whoever is tied would say it: who is `sister of` is `their sister`."""
    return f"their {word.removesuffix(_OF)}" if word.endswith(_OF) else word


def seen_back(word: str) -> str:
    """`child` is `parent` from the other side; a word of one's own becomes `mentor of`."""
    if word.endswith(_OF):
        return word.removesuffix(_OF)
    return _SEEN_BACK.get(word, f"{word}{_OF}")
