"""Whom to bring together: the same as trying everybody with everybody, and quick all the same."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.contacts import Person
from refcli.domain.fit import stems
from refcli.domain.pairs import Match, Party, matches

WORDS = ("bakery", "bookkeeping", "websites", "lawyer", "lease", "tax", "garden", "insurance")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=4, unique=True).map(" ".join)
PARTIES = st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), max_size=7).map(
    lambda rows: [Party(Person(i, f"P{i}"), *row) for i, row in enumerate(rows, start=1)]
)
KNOWN = st.lists(st.frozensets(st.integers(1, 7), min_size=2, max_size=2), max_size=4)


def tried_one_by_one(
    parties: Sequence[Party], known: Sequence[frozenset[int]], most: int
) -> list[tuple[int, int, int]]:
    """The same by definition: every pair judged, the best first, nobody in two."""
    found = []
    for one in parties:
        for other in parties:
            ids = frozenset({one.person.id, other.person.id})
            if len(ids) < 2 or ids in known or stems((one.offers,)) & stems((other.offers,)):
                continue
            for sought, has in ((one.needs, other.offers), (other.wants, one.field)):
                shared, wanted = len(stems((sought,)) & stems((has,))), len(stems((sought,)))
                if shared:
                    score = round(100 * shared / wanted)
                    found.append((-score, -shared, one.person.id, other.person.id))
    kept: list[tuple[int, int, int]] = []
    taken: set[int] = set()
    for score, _, one_id, other_id in sorted(found):
        if not {one_id, other_id} & taken and len(kept) < most:
            kept.append((one_id, other_id, -score))
            taken |= {one_id, other_id}
    return kept


def short(match: Match) -> tuple[int, int, int]:
    return match.prospect.id, match.partner.id, match.score


@given(PARTIES, KNOWN, st.integers(1, 4))
def test_the_best_are_found_without_trying_everybody(
    parties: list[Party], known: list[frozenset[int]], most: int
) -> None:
    found = matches(parties, known, most)
    assert [short(match) for match in found] == tried_one_by_one(parties, known, most)
    assert all(match.words for match in found)


def test_the_words_are_those_of_whoever_has_them() -> None:
    baker = Party(Person(1, "Ines"), needs="a new website for the bakery", field="Bakeries")
    builder = Party(Person(2, "Udo"), offers="Websites and shops", wants="bakery owners")
    [match] = matches([baker, builder], [], 5)
    assert (match.prospect.name, match.partner.name) == ("Ines", "Udo")
    assert (match.words, match.score) == (("bakeries",), 100)
