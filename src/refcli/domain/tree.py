"""Who led to whom over generations, with what each branch brought."""

from collections.abc import Iterable
from typing import NamedTuple

from refcli.domain.contacts import Person


class Link(NamedTuple):
    """One received introduction as an edge of the tree."""

    source: Person
    prospect: Person
    state: str
    value_cents: int


class Branch(NamedTuple):
    """A person with the introduction that brought them, and those they brought."""

    person: Person
    state: str
    value_cents: int
    branches: tuple["Branch", ...]

    @property
    def total_cents(self) -> int:
        """Everything won here and further down."""
        return self.value_cents + sum(branch.total_cents for branch in self.branches)


def referral_tree(links: Iterable[Link], root: int | None = None) -> tuple[Branch, ...]:
    """The trees, most won first; from one person on if given. A loop is cut where it closes."""
    by_source: dict[int, list[Link]] = {}
    people: dict[int, Person] = {}
    introduced = set()
    for link in links:
        by_source.setdefault(link.source.id, []).append(link)
        people |= {link.source.id: link.source, link.prospect.id: link.prospect}
        introduced.add(link.prospect.id)
    if root is not None:
        roots = [root] if root in people else []
    else:
        roots = [person for person in by_source if person not in introduced]
        reached = {p for r in roots for p in _below(r, by_source)}
        roots += [person for person in by_source if person not in reached][:1]
    trees = (Branch(people[r], "", 0, _branches(r, by_source, frozenset({r}))) for r in roots)
    return tuple(sorted(trees, key=lambda b: (-b.total_cents, b.person.name)))


def _below(person: int, by_source: dict[int, list[Link]]) -> set[int]:
    found, waiting = {person}, [person]
    while waiting:
        for link in by_source.get(waiting.pop(), ()):
            if link.prospect.id not in found:
                found.add(link.prospect.id)
                waiting.append(link.prospect.id)
    return found


def _branches(
    person: int, by_source: dict[int, list[Link]], above: frozenset[int]
) -> tuple[Branch, ...]:
    return tuple(
        Branch(
            link.prospect,
            link.state,
            link.value_cents,
            _branches(link.prospect.id, by_source, above | {link.prospect.id}),
        )
        for link in by_source.get(person, ())
        if link.prospect.id not in above
    )


def path_to(person: int, links: Iterable[Link]) -> tuple[Person, ...]:
    """The people who led to somebody, the root first; empty for a root."""
    sources = {link.prospect.id: link.source for link in links}
    path: list[Person] = []
    seen = {person}
    while (source := sources.get(person)) is not None and source.id not in seen:
        path.insert(0, source)
        seen.add(source.id)
        person = source.id
    return tuple(path)
