"""Whom to bring together: evidence in each line, the command at its end, nothing recorded."""

from typing import Any

import pytest

from tests.support.program import Program


@pytest.fixture
def network(refcli: Program) -> Program:
    refcli.ok('contact add "Ines Falk" --industry bakery --focus "redesigning her website"')
    refcli.ok('contact add "Udo Frank" --basis partner')
    refcli.ok('partner udo --services "web design and websites"')
    refcli.ok('contact add "Vera Lang" --basis partner')
    refcli.ok('partner vera --services bookkeeping --good-referral "a bakery or café"')
    return refcli


def found(program: Program) -> list[tuple[str, str, list[str]]]:
    rows: list[Any] = program.ok("reciprocate pairs --json").json
    return [(*(c["name"] for c in row["contacts"]), row["words"]) for row in rows]


def test_whose_need_another_meets(network: Program) -> None:
    before = network.ok("history --json").json
    [first, *_] = network.ok("reciprocate pairs --json").json
    assert [c["name"] for c in first["contacts"]] == ["Ines Falk", "Udo Frank"]
    assert first["words"] == ["design", "websites"] or "websites" in first["words"]
    assert first["command"] == 'refcli intro give "Ines Falk" "Udo Frank"'
    assert first["command"] in network.ok("reciprocate pairs").out
    assert network.ok("history --json").json == before


def test_whose_field_another_wishes_for(network: Program) -> None:
    network.ok("contact edit ines --focus ''")
    assert found(network) == [("Ines Falk", "Vera Lang", ["bakery"])]


def test_each_is_in_one_of_them(network: Program) -> None:
    people = [name for one, other, _ in found(network) for name in (one, other)]
    assert len(people) == len(set(people)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "contact rest udo --until 2027-01-01",
        "contact drop udo --because rude",
        "partner udo --competitor",
        "intro give ines udo",
        "contact tie ines udo --as knows",
        'partner ines --services "websites for cafés"',
    ],
)
def test_who_is_not_brought_together(network: Program, line: str) -> None:
    network.ok(line)
    assert ("Ines Falk", "Udo Frank") not in {pair[:2] for pair in found(network)}


def test_nobody(refcli: Program) -> None:
    refcli.ok("contact add Anna")
    assert refcli.ok("reciprocate pairs --json").json == []
    assert "no need fits" in refcli.ok("reciprocate pairs").out
