"""How likely a contact knows the people that a target describes."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from refcli.domain.asks import Target
from refcli.domain.scoring import TargetFit
from refcli.domain.text import fold

_STOP = frozenset(
    {"a", "an", "and", "any", "are", "at", "by", "for", "from", "has", "have", "he", "her", "his"}
    | {"in", "is", "it", "its", "looking", "more", "new", "of", "on", "or", "our", "own", "she"}
    | {"people", "small", "that", "the", "their", "them", "they", "to", "want", "we", "who", "with"}
    | {"you"}
)
# Words that name any business say nothing of which.
_GENERIC = frozenset(
    {"agency", "association", "branch", "business", "chain", "client", "company", "corporation"}
    | {"customer", "enterprise", "establishment", "firm", "group", "industry", "office"}
    | {"operator", "organisation", "organization", "owner", "partnership", "practice"}
    | {"professional", "provider", "sector", "service", "shop", "solution", "store", "team"}
    | {"trade", "venture"}
)
# What forms of a word differ by; it is taken off where four letters stay.
_ENDINGS = (
    *("istry", "ancy", "ency", "ment", "ist", "ant", "ent", "ion", "ing", "er", "or", "al", "ry"),
    *("y", "e"),
)
_SHORTEST, _STEM = 3, 4
_HISSING = ("s", "x", "z", "ch", "sh")
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
    kept = (_stem(word) for word in words if word not in _STOP and len(word) >= _SHORTEST)
    return frozenset(stem for stem in kept if stem not in _generic_stems())


def words_in(text: str) -> list[str]:
    """The words of a text as they stand there; an accent that is a sign of its own stays in one."""
    in_words = "".join(c if c.isalpha() or unicodedata.combining(c) else " " for c in text)
    return in_words.split()


def matched_words(wanted: frozenset[str], texts: Iterable[str]) -> tuple[str, ...]:
    """The words of the texts, as they stand there, whose stems are wanted."""
    words = (word for text in texts for word in words_in(text))
    return tuple(dict.fromkeys(word.lower() for word in words if stems((word,)) & wanted))


@cache
def _generic_stems() -> frozenset[str]:
    return frozenset(_stem(word) for word in _GENERIC)


@lru_cache(maxsize=32_768)
def _stem(word: str) -> str:
    """`dentists`, `dental` and `dentistry` are `dent`."""
    one = _singular(word)
    for ending in _ENDINGS:
        if one.endswith(ending) and len(one) - len(ending) >= _STEM:
            return one[: -len(ending)]
    return one


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _STEM:
        return f"{word[:-3]}y"
    if word.endswith("es") and word[:-2].endswith(_HISSING):
        return word[:-2]
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural and len(word) > _SHORTEST else word
