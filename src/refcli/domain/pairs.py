"""Whom to bring together: whose need or field the services or the wish of another fit."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.fit import matched_words, stems

_PERCENT = 100


class Party(NamedTuple):
    """Somebody for whom a match is sought.

    `needs` is what they work on or were introduced for, `field` where they work, `offers` their
    services and `wants` what a good referral is for them.
    """

    person: Person
    needs: str = ""
    field: str = ""
    offers: str = ""
    wants: str = ""


class Match(NamedTuple):
    """An introduction to make: who is passed on, to whom, and the words that matched."""

    prospect: Person
    partner: Person
    words: tuple[str, ...]
    score: int


def matches(
    parties: Sequence[Party], known: Iterable[frozenset[int]], most: int
) -> tuple[Match, ...]:
    """The best introductions to make, each person in one of them at most.

    `known` are pairs who were introduced before. The score is the share, in percent, of what one
    seeks that the other has. Two whose services are alike compete, and are never brought together.
    """
    apart = set(known)
    found = [
        *_sought(parties, lambda p: p.needs, lambda p: p.offers, apart, is_seeker_passed=True),
        *_sought(parties, lambda p: p.wants, lambda p: p.field, apart, is_seeker_passed=False),
    ]
    found.sort(key=lambda m: (-m.score, -len(m.words), m.prospect.id, m.partner.id))
    kept: list[Match] = []
    taken: set[int] = set()
    for match in found:
        if not {match.prospect.id, match.partner.id} & taken:
            kept.append(match)
            taken |= {match.prospect.id, match.partner.id}
    return tuple(kept[:most])


def _sought(
    parties: Sequence[Party],
    seeks: Callable[[Party], str],
    has: Callable[[Party], str],
    apart: set[frozenset[int]],
    *,
    is_seeker_passed: bool,
) -> Iterator[Match]:
    """Each who seeks with each who has some of it; `is_seeker_passed`: the seeker is passed on."""
    by_stem: dict[str, list[Party]] = {}
    for party in parties:
        for stem in stems((has(party),)):
            by_stem.setdefault(stem, []).append(party)
    for seeker in parties:
        sought = stems((seeks(seeker),))
        fitting = {p.person.id: p for stem in sought for p in by_stem.get(stem, ())}
        for other in fitting.values():
            if not _may_meet(seeker, other, apart):
                continue
            words = matched_words(sought, (has(other),))
            score = round(_PERCENT * len(stems(words) & sought) / len(sought))
            pair = (seeker.person, other.person)
            prospect, partner = pair if is_seeker_passed else pair[::-1]
            yield Match(prospect, partner, words, score)


def _may_meet(one: Party, other: Party, apart: set[frozenset[int]]) -> bool:
    ids = frozenset({one.person.id, other.person.id})
    are_alike = stems((one.offers,)) & stems((other.offers,))
    return len(ids) > 1 and ids not in apart and not are_alike
