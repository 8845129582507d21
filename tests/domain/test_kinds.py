"""The table of kinds is whole, and the playbook keeps to it."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from refcli.domain import kinds
from refcli.domain.kinds import ASK_MADE, ENGAGEMENT, INTRO, KINDS, Kind, lateness
from refcli.domain.playbook import PLAYBOOK
from refcli.domain.rule import Opens, Party, Rule
from refcli.write.done import DOERS, HOWS

SOURCE = Path(__file__).parents[2] / "src" / "refcli"
DECLARED = [kind for kind in vars(kinds).values() if isinstance(kind, Kind)]


def baseless(rules: Iterable[Rule]) -> list[str]:
    """Openings whose kind needs an origin that an event of their rule may lack, in words."""
    return [
        f"{rule.name} opens {opening.kind}, which needs {' or '.join(opening.kind.origins)}"
        for rule in rules
        for opening in rule.opens
        if opening.kind.origins
        and not (rule.about and set(rule.about) <= set(opening.kind.origins))
    ]


def test_every_kind_is_in_the_table_the_most_urgent_first() -> None:
    assert sorted(DECLARED) == sorted(KINDS)
    assert [k.weight for k in KINDS.values()] == sorted((k.weight for k in DECLARED), reverse=True)


@pytest.mark.parametrize("kind", DECLARED, ids=str)
def test_a_kind_is_whole(kind: Kind) -> None:
    assert kind.doer in DOERS
    assert kind.hows in HOWS
    assert kind.weight > 0
    assert kind.words
    assert kind.done
    assert set(kind.origins) <= {INTRO, ASK_MADE, ENGAGEMENT}
    assert kind.stays in {kinds.EARLIER, kinds.LATER, kinds.TOLD_LAST, kinds.BOTH}


def test_every_doer_and_every_list_of_hows_has_a_kind() -> None:
    assert {kind.doer for kind in DECLARED} == set(DOERS)
    assert {kind.hows for kind in DECLARED} == set(HOWS)


def test_every_kind_is_opened_by_a_rule() -> None:
    opened = {opening.kind for rule in PLAYBOOK.values() for opening in rule.opens}
    yearly = {kinds.DATE}  # yearly dates are read by their day, no rule makes rows of them
    assert opened == set(KINDS) - yearly


def test_no_rule_opens_a_kind_whose_origin_its_event_may_lack() -> None:
    assert baseless(PLAYBOOK.values()) == []


@pytest.mark.parametrize(
    ("about", "kind", "found"),
    [
        ((), kinds.CHECK, ["planted opens check, which needs intro or engagement"]),
        ((ASK_MADE,), kinds.CHECK, ["planted opens check, which needs intro or engagement"]),
        ((ASK_MADE, INTRO), kinds.CHECK, ["planted opens check, which needs intro or engagement"]),
        ((ENGAGEMENT,), kinds.CONFIRM, ["planted opens confirm, which needs intro or ask"]),
        ((INTRO,), kinds.CHECK, []),
        ((ASK_MADE, INTRO), kinds.CONFIRM, []),
        ((), kinds.EDUCATE, []),
    ],
)
def test_a_planted_rule_is_named(about: tuple[str, ...], kind: Kind, found: list[str]) -> None:
    opens = (Opens(kind, Party.CONTACT, 1, "Look into it with {contact}"),)
    assert baseless([Rule("planted", "something happened", about=about, opens=opens)]) == found


def test_no_list_of_kinds_stands_elsewhere() -> None:
    """Two kinds as text in one line are a list; one kind is a fact about that kind."""
    quoted = re.compile(rf"""(?<!= )['"]({"|".join(map(re.escape, KINDS))})['"]""")
    # These name tables, columns and commands too.
    words = {"ask", "thank", "reciprocate", "testimonial", "status"}
    found = [
        f"{path.relative_to(SOURCE)}: {line.strip()}"
        for path in sorted(SOURCE.rglob("*.py"))
        if path.name != "kinds.py"
        for line in path.read_text("utf-8").splitlines()
        if len({*quoted.findall(line)}) > 1 and not {*quoted.findall(line)} <= words
    ]
    assert found == []


@pytest.mark.parametrize(
    ("days_late", "share"), [(-99, 0.2), (-14, 0.2), (-7, 0.4667), (0, 0.7333), (7, 1.0), (99, 1.0)]
)
def test_lateness_rises_and_stays_within_bounds(days_late: int, share: float) -> None:
    assert lateness(days_late) == pytest.approx(share, abs=1e-4)
