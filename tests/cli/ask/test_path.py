"""Who could lead to a goal: evidence in each line, the ask at its end, nothing recorded."""

from typing import Any

import pytest

from tests.support.program import Program


@pytest.fixture
def network(refcli: Program) -> Program:
    for name, more in (
        ("Anna Weiss", "--basis friend"),
        ("Eva Lund", "--industry dentistry --org 'Lund Clinic'"),
        ("Tom Roth", "--basis client --since 2019-01-01 --industry dentistry"),
        ("Ines Falk", "--basis family"),
    ):
        refcli.ok(f'contact add "{name}" {more}')
    refcli.ok("contact tie anna eva --as sibling")
    refcli.ok("log lunch with anna")
    return refcli


def ways(program: Program, goal: str) -> list[list[str]]:
    rows: list[Any] = program.ok(["path", goal, "--json"]).json
    return [[link["contact"]["name"] for link in row["chain"]] for row in rows]


def test_directly_and_through_somebody(network: Program) -> None:
    before = network.ok("history --json").json
    assert sorted(ways(network, "dental")) == [["Anna Weiss", "Eva Lund"], ["Tom Roth"]]
    rows = {
        row["chain"][0]["contact"]["name"]: row for row in network.ok("path dental --json").json
    }
    assert [link["link"] for link in rows["Anna Weiss"]["chain"]] == [
        "tied to them: sibling",
        "works in dentistry",
    ]
    assert rows["Tom Roth"]["command"] == 'refcli ask "Tom Roth" --in dental'
    assert "Anna Weiss (tied to them: sibling) → Eva Lund" in network.ok("path dental").out
    assert network.ok("history --json").json == before


def test_a_target_a_firm_and_a_name(network: Program) -> None:
    network.ok("kit target Dentists --in dentistry --looking-for retire")
    [first, *_] = network.ok("path dentists --json").json
    assert first["command"].endswith("--target Dentists")
    assert ways(network, "Lund Clinic") == [["Anna Weiss", "Eva Lund"]]
    assert ways(network, "Eva Lund") == [["Anna Weiss", "Eva Lund"]]


def test_the_ask_for_one_person_names_them_and_can_be_typed(network: Program) -> None:
    [row] = network.ok("path eva --json").json
    assert [link["contact"]["name"] for link in row["chain"]] == ["Anna Weiss", "Eva Lund"]
    asked = 'refcli ask "Anna Weiss" --words "Would you introduce me to Eva Lund?" --anyway'
    assert row["command"] == asked
    network.ok(asked.removeprefix("refcli "))
    assert network.ok("ask show 1 --json").json["words"] == "Would you introduce me to Eva Lund?"


def test_who_is_meant_and_ready_is_asked_themselves(network: Program) -> None:
    [row] = network.ok(["path", "Tom Roth", "--json"]).json
    assert row["command"] == 'refcli ask "Tom Roth"'


def test_a_tie_of_ones_own_is_seen_from_who_is_asked(network: Program) -> None:
    network.ok("contact tie ines eva --as sister")
    assert "Ines Falk (tied to them: their sister) → Eva Lund" in network.ok("path eva").out


def test_who_introduced_such_people(network: Program) -> None:
    network.ok('intro ines "Paul Beck" --on 2026-01-10 --history')
    network.ok("contact edit paul --industry brewing")
    assert ["Ines Falk"] in ways(network, "brewery") or ways(network, "brewing") == [["Ines Falk"]]


def test_nobody_who_may_not_be_asked(network: Program) -> None:
    network.ok("contact rest anna --until 2027-01-01")
    assert ways(network, "dental") == [["Tom Roth"]]


@pytest.mark.parametrize("goal", ["astronauts", "a group of firms", "--", "%"])
def test_nothing_matches(network: Program, goal: str) -> None:
    found = network(["path", "--", goal])
    assert (found.code, "looked through: industries" in found.out) == (0, True)
