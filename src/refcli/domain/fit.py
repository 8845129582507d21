"""How likely a contact knows the people that a target describes."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from refcli.domain.asks import Target
from refcli.domain.scoring import TargetFit
from refcli.domain.text import fold

_STOP = frozenset(
    {"a", "an", "and", "any", "are", "at", "by", "for", "from", "has", "have", "he", "her", "his"}
    | {"in", "is", "it", "its", "looking", "more", "new", "of", "on", "or", "our", "own", "she"}
    | {"owner", "owners", "people", "business", "businesses", "company", "companies"}
    | {"small", "that", "the", "their", "them", "they", "to", "want", "we", "who", "with", "you"}
)
_ENDINGS = (
    "istry",
    "ists",
    "ist",
    "als",
    "al",
    "ies",
    "ers",
    "ing",
    "es",
    "er",
    "ry",
    "s",
    "y",
    "e",
)
_SHORTEST = 3
_OWN, _REFERRED, _HEARD = 0.5, 0.3, 0.2


class Background(NamedTuple):
    """What is known about where a contact moves: their own work, whom they introduced, talk."""

    own: tuple[str, ...]
    referred: tuple[str, ...]
    heard: tuple[str, ...]


def target_fit(target: Target, background: Background) -> TargetFit:
    """Their own field counts most, then whom they introduced, then what they say they hear."""
    wanted = stems((target.industry or "", target.listen_for or "", target.looking_for or ""))
    field = stems((target.industry or "",)) or wanted
    reasons, share = [], 0.0
    if field & stems(background.own):
        share += _OWN
        reasons.append("works in that field")
    if field & stems(background.referred):
        share += _REFERRED
        reasons.append("introduced such people before")
    heard = wanted & stems(background.heard)
    if heard:
        share += _HEARD
        reasons.append("moves among them")
    text = ", ".join(reasons) or "nothing points to them knowing such people"
    return TargetFit(min(1.0, share), f"{target.name}: {text}")


def stems(texts: Iterable[str]) -> frozenset[str]:
    """The words that carry meaning, cut to what their forms share."""
    words = (word for text in texts for word in re.findall(r"[^\W\d_]+", fold(text)))
    return frozenset(_stem(word) for word in words if word not in _STOP and len(word) >= _SHORTEST)


def matched_words(wanted: frozenset[str], texts: Iterable[str]) -> tuple[str, ...]:
    """The words of the texts, as they stand there, whose stems are wanted."""
    words = (word for text in texts for word in re.findall(r"[^\W\d_]+", text))
    return tuple(dict.fromkeys(word.lower() for word in words if stems((word,)) & wanted))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
