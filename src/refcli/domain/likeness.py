"""How likely two contacts are one person: what speaks for it, and a score from 0 to 100."""

from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.text import fold

# How likely two contacts who share this are one person. Judgement.
_WEIGHTS = {
    "the same profile": 0.98,
    "the same e-mail": 0.9,
    "the same phone": 0.7,
    "the same name": 0.6,
    "the same organisation": 0.4,
}
_SIMILAR, _SIMILAR_WEIGHT = 86.0, 0.5
LEAST_SCORE = 50


class Trace(NamedTuple):
    """What is compared of a contact; `phones` are the last digits, alike at home and abroad."""

    person: Person
    names: tuple[str, ...]
    organization: str | None
    emails: frozenset[str]
    phones: frozenset[str]
    profile: str | None


class Pair(NamedTuple):
    """Two contacts who may be one; the older is to be kept."""

    keep: Person
    other: Person
    score: int
    why: tuple[str, ...]


def likeness(one: Trace, other: Trace) -> Pair | None:
    """The pair, None when too little speaks for it or two profiles speak against it."""
    if one.profile and other.profile and one.profile != other.profile:
        return None
    shared = {
        "the same profile": bool(one.profile and one.profile == other.profile),
        "the same e-mail": bool(one.emails & other.emails),
        "the same phone": bool(one.phones & other.phones),
        "the same name": _same_name(one, other),
        "the same organisation": bool(one.organization and other.organization)
        and fold(one.organization or "") == fold(other.organization or ""),
    }
    why = [reason for reason, holds in shared.items() if holds]
    doubts = 1.0
    for reason in why:
        doubts *= 1 - _WEIGHTS[reason]
    if not shared["the same name"] and _likest(one, other) >= _SIMILAR:
        why.append("similar names")
        doubts *= 1 - _SIMILAR_WEIGHT
    elif not shared["the same name"] and why == ["the same organisation"]:
        return None
    score = round(100 * (1 - doubts))
    return Pair(one.person, other.person, score, tuple(why)) if score >= LEAST_SCORE else None


def _same_name(one: Trace, other: Trace) -> bool:
    return bool(set(one.names) & set(other.names))


def _likest(one: Trace, other: Trace) -> float:
    """How alike their names are at best, whatever the order of words, 0 to 100."""
    from rapidfuzz.fuzz import token_sort_ratio

    return max(token_sort_ratio(a, b) for a in one.names for b in other.names)
