"""Where the practice leaks: each rule finds its cases, says them, and names what plugs it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.review.figures import Span
from refcli.domain.review.practice import Practice
from refcli.domain.typed import typed

# More cases than this do not make a gap dearer: the list would be of one kind only.
_MOST_COUNTED = 5


class Case(NamedTuple):
    """One case of a gap: whom it concerns, and the introduction or ask, where it is about one."""

    person: Person | None = None
    number: int | None = None


class GapRule(NamedTuple):
    """One leak: `one` and `many` say it, `cost` is what a case is likely to lose, 1 to 10.

    In the texts `{n}` is the count, in the command `{0}` is whom the first case concerns, `{1}` its
    number.
    """

    code: str
    cost: int
    find: Callable[[Practice, Span], Sequence[Case]]
    one: str
    many: str
    command: str


class Gap(NamedTuple):
    """A leak that was found, with how much it matters; `person` is whom the command is about."""

    code: str
    text: str
    cases: int
    contacts: tuple[Person, ...]
    command: str
    weight: int
    person: Person | None = None


def gaps(practice: Practice, span: Span, rules: Sequence[GapRule]) -> tuple[Gap, ...]:
    """Every leak of the practice, the likely dearest first."""
    found = [
        _gap(practice, rule, cases) for rule in rules if (cases := tuple(rule.find(practice, span)))
    ]
    return tuple(sorted(found, key=lambda gap: -gap.weight))


def _gap(practice: Practice, rule: GapRule, cases: tuple[Case, ...]) -> Gap:
    first = cases[0]
    text = (rule.one if len(cases) == 1 else rule.many).format(n=len(cases))
    who = practice.named(first.person) if first.person else ""
    return Gap(
        rule.code,
        text,
        len(cases),
        tuple(dict.fromkeys(case.person for case in cases if case.person is not None)),
        typed(rule.command, who, first.number or 0),
        rule.cost * min(len(cases), _MOST_COUNTED),
        first.person if "{" in rule.command else None,
    )
