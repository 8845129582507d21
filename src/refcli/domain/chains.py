"""Chains: who could lead me to a goal, at most two steps away, each link with its evidence."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.fit import matched_words, stems
from refcli.domain.names import matches_part

# How sure a link is: their own field or name, whom they introduced, what they hear, what was noted.
_NAMED, _FIELD, _INTRODUCED, _HEARD, _NOTED = 1.0, 0.9, 0.7, 0.6, 0.4
_SECOND_STEP = 0.7


class Known(NamedTuple):
    """What is known of somebody, as far as it can lead to a goal; each is text as it was typed."""

    person: Person
    field: str = ""
    introduced: str = ""
    heard: str = ""
    noted: str = ""


class Link(NamedTuple):
    """One step: who, the evidence, how sure it is, 0 to 1, and whether they are the goal."""

    person: Person
    evidence: str
    sure: float
    is_meant: bool = False


class Chain(NamedTuple):
    """Whom to ask, and the way from them to the goal."""

    links: tuple[Link, ...]
    score: float

    @property
    def first(self) -> Person:
        """Whom to ask."""
        return self.links[0].person


def link_to(goal: str, known: Known) -> Link | None:
    """The best evidence that somebody leads to a goal; None where nothing says so."""
    wanted = stems((goal,))
    if matches_part(known.person.name, goal):
        return Link(known.person, "whom you mean", _NAMED, is_meant=True)
    for text, sure, words in (
        (known.field, _FIELD, "works in {}"),
        (known.introduced, _INTRODUCED, "introduced somebody in {}"),
        (known.heard, _HEARD, "hears of {}"),
        (known.noted, _NOTED, "noted: {}"),
    ):
        matched = matched_words(wanted, (text,)) if wanted else ()
        if matched and wanted <= stems((text,)):
            return Link(known.person, words.format(", ".join(matched)), sure)
    return None


def chains(
    ends: Iterable[Link],
    ties: Mapping[int, Sequence[tuple[Person, str]]],
    scores: Mapping[int, float],
) -> tuple[Chain, ...]:
    """From those who are ready to the goal, best first; of each who is asked the best chain only.

    `ties` are, by whoever leads to the goal, the people who know them and how; `scores` those of
    the people who are ready to be asked.
    """
    best: dict[int, Chain] = {}
    for end in ends:
        found = [Chain((end,), scores[end.person.id] * end.sure)] if end.person.id in scores else []
        for person, how in ties.get(end.person.id, ()):
            if person.id in scores:
                first = Link(person, how, _SECOND_STEP)
                score = scores[person.id] * end.sure * _SECOND_STEP
                found.append(Chain((first, end), score))
        for chain in found:
            known = best.get(chain.first.id)
            if known is None or chain.score > known.score:
                best[chain.first.id] = chain
    ordered = sorted(best.values(), key=lambda c: (-c.score, c.first.id))
    return tuple(chain._replace(score=round(chain.score, 1)) for chain in ordered)
