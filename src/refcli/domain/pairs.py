"""Whom to bring together: whose need or field the services or the wish of another fit."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.fit import matched_words, stems

_PERCENT = 100
_Words = frozenset[str]
_People = Mapping[_Words, Sequence["Party"]]


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


class _Way(NamedTuple):
    """What is sought and what has it; `is_seeker_passed`: the seeker is passed on."""

    seeks: Callable[[Party], str]
    has: Callable[[Party], str]
    is_seeker_passed: bool


_WAYS = (
    _Way(lambda party: party.needs, lambda party: party.offers, is_seeker_passed=True),
    _Way(lambda party: party.wants, lambda party: party.field, is_seeker_passed=False),
)


class _Fit(NamedTuple):
    """All who seek the same and all who have the same of it: they match alike."""

    score: int
    way: _Way
    sought: _Words
    prospects: Sequence[Party]
    partners: Sequence[Party]


def matches(
    parties: Sequence[Party], known: Iterable[frozenset[int]], most: int
) -> tuple[Match, ...]:
    """The best introductions to make, each person in one of them at most.

    `known` are pairs who were introduced before. The score is the share, in percent, of what one
    seeks that the other has. Two whose services are alike compete, and are never brought together.
    """
    apart = set(known)
    kept: list[Match] = []
    taken: set[int] = set()
    for alike in _best_first([_Side.of(parties, way) for way in _WAYS]):
        for prospect, partner, fit in _pairs_of(alike, apart, taken):
            taken |= {prospect.person.id, partner.person.id}
            kept.append(_match(prospect, partner, fit))
            if len(kept) == most:
                return tuple(kept)
    return tuple(kept)


class _Side(NamedTuple):
    """One way to match, by the words and not by the people: they are far fewer."""

    way: _Way
    seekers: Mapping[int, Sequence[_Words]]
    people: tuple[_People, _People]
    having: Mapping[str, Sequence[_Words]]

    @classmethod
    def of(cls, parties: Sequence[Party], way: _Way) -> "_Side":
        """`seekers` by how many words they seek, `having` what has a word."""
        seeking, havers = _by_words(parties, way.seeks), _by_words(parties, way.has)
        seekers: dict[int, list[_Words]] = defaultdict(list)
        having: dict[str, list[_Words]] = defaultdict(list)
        for words in havers:
            for word in words:
                having[word].append(words)
        for sought in seeking:
            seekers[len(sought)].append(sought)
        return cls(way, seekers, (seeking, havers), having)

    def fits(self, wanted: int, shared: int) -> Iterator[_Fit]:
        """Who seeks so many words, with whoever has exactly so many of them.

        Whoever has them has one at least of the rarest, however many else are looked for
        (prefix filtering, as in joins of sets by likeness).
        """
        seeking, havers = self.people
        for sought in self.seekers.get(wanted, ()):
            rarest = sorted(sought, key=lambda word: (len(self.having.get(word, ())), word))
            found = {w for word in rarest[: wanted - shared + 1] for w in self.having.get(word, ())}
            for words in found:
                if len(words & sought) == shared:
                    pair = (seeking[sought], havers[words])
                    prospects, partners = pair if self.way.is_seeker_passed else pair[::-1]
                    score = _score(shared, wanted)
                    yield _Fit(score, self.way, sought, prospects, partners)


def _score(shared: int, wanted: int) -> int:
    return round(_PERCENT * shared / wanted)


def _best_first(sides: Sequence[_Side]) -> Iterator[list[_Fit]]:
    """Fits that are equally good together, looked for only when the better ones are used up."""
    sizes = sorted({size for side in sides for size in side.seekers})
    levels = [(-_score(n, size), -n, size) for size in sizes for n in range(1, size + 1)]
    for _, alike in groupby(sorted(levels), key=lambda level: level[:2]):
        yield [fit for _, n, size in alike for side in sides for fit in side.fits(size, -n)]


def _by_words(parties: Sequence[Party], text: Callable[[Party], str]) -> _People:
    """Who says the same, in the order of their ids; who says nothing is left out."""
    found: dict[_Words, list[Party]] = defaultdict(list)
    for party in parties:
        said = text(party)
        if said.strip():
            found[_stems(said)].append(party)
    found.pop(frozenset(), None)
    return found


@lru_cache(maxsize=50_000)
def _stems(text: str) -> _Words:
    return stems((text,))


def _pairs_of(
    fits: Iterable[_Fit], apart: set[frozenset[int]], taken: set[int]
) -> Iterator[tuple[Party, Party, _Fit]]:
    """The pairs of fits that are equally good, by the ids of who is passed on and of the other.

    Whoever is taken meanwhile is in none of those that follow.
    """
    rows = [_row(fit, apart, taken) for fit in fits]
    for *_, prospect, partner, fit in heapq.merge(*rows, key=lambda row: row[:2]):
        if not {prospect.person.id, partner.person.id} & taken:
            yield prospect, partner, fit


def _row(
    fit: _Fit, apart: set[frozenset[int]], taken: set[int]
) -> Iterator[tuple[int, int, Party, Party, _Fit]]:
    for prospect in fit.prospects:
        for partner in fit.partners:
            if prospect.person.id in taken:
                break
            if partner.person.id not in taken and _may_meet(prospect, partner, apart):
                yield prospect.person.id, partner.person.id, prospect, partner, fit


def _may_meet(one: Party, other: Party, apart: set[frozenset[int]]) -> bool:
    ids = frozenset({one.person.id, other.person.id})
    return len(ids) > 1 and ids not in apart and not _stems(one.offers) & _stems(other.offers)


def _match(prospect: Party, partner: Party, fit: _Fit) -> Match:
    haver = partner if fit.way.is_seeker_passed else prospect
    words = matched_words(fit.sought, (fit.way.has(haver),))
    return Match(prospect.person, partner.person, words, fit.score)
