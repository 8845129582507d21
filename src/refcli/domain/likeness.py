"""How likely two contacts are one person: what speaks for it, and a score from 0 to 100."""

from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.name_agreement import is_kin, name_keys, names_agree, words_of_name
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
_BEGINNING = 3


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
    """The pair, None when too little speaks for it or two profiles speak against it.

    A shared address or number says nothing where the names disagree: colleagues share an office
    line, a couple a landline.
    """
    if one.profile and other.profile and one.profile != other.profile:
        return None
    is_named_alike = _is_named_alike(one, other)
    shared = {
        "the same profile": bool(one.profile and one.profile == other.profile),
        "the same e-mail": is_named_alike and bool(one.emails & other.emails),
        "the same phone": is_named_alike and bool(one.phones & other.phones),
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


def household(one: Trace, other: Trace) -> Pair | None:
    """Two who are not one and share the family name, and an address or number of their own."""
    shared = {
        "the same phone": bool(one.phones & other.phones),
        "the same e-mail": bool(one.emails & other.emails),
    }
    why = (*(reason for reason, holds in shared.items() if holds), "the same family name")
    if (
        len(why) == 1
        or _is_named_alike(one, other)
        or not is_kin(one.person.name, other.person.name)
    ):
        return None
    return Pair(one.person, other.person, 0, why)


def _is_named_alike(one: Trace, other: Trace) -> bool:
    """Whether what they are called may be one person's, who has an address or number."""
    names = [(a, b) for a in one.names for b in other.names]
    return any(
        names_agree(a, b, is_personal=True) or _begins_alike(a, b) or _looks_alike(a, b)
        for a, b in names
    )


def _begins_alike(one: str, other: str) -> bool:
    """`anni w` and `anna weiss`: a pet name, and an initial."""
    a, b = words_of_name(one), words_of_name(other)
    is_first = a[:1] and b[:1] and a[0][:_BEGINNING] == b[0][:_BEGINNING] and len(a[0]) > 1
    return bool(is_first) and a[-1][:1] == b[-1][:1]


def _looks_alike(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(one, other) >= _SIMILAR


def _same_name(one: Trace, other: Trace) -> bool:
    """Whether they are called the same, in whatever order and transcription."""
    if set(one.names) & set(other.names):
        return True
    mine = {key for name in one.names for key in name_keys(name)}
    return any(mine & name_keys(name) for name in other.names)


def _likest(one: Trace, other: Trace) -> float:
    """How alike their names are at best, whatever the order of words, 0 to 100."""
    from rapidfuzz.fuzz import token_sort_ratio

    return max(token_sort_ratio(a, b) for a in one.names for b in other.names)
