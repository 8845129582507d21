"""Several bases a contact: told ones are added and taken away, earned ones follow from facts."""

import pytest

from tests.support.program import Program


def bases(program: Program, name: str = "anna") -> list[str]:
    shown = program.ok(f"contact show {name} --json").json
    assert shown["basis"] == shown["bases"][0]
    return list(shown["bases"])


@pytest.fixture
def sven(refcli: Program) -> Program:
    refcli.ok('contact add "Sven Otter" --basis client --basis friend')
    return refcli


def test_the_best_first(sven: Program) -> None:
    assert bases(sven, "sven") == ["client", "friend"]
    assert "known by       client, friend" in sven.ok("contact show sven").out


def test_one_more_and_one_less(sven: Program) -> None:
    sven.ok("contact edit sven --basis partner --basis friend")
    assert bases(sven, "sven") == ["client", "friend", "partner"]
    sven.ok("contact edit sven --no-basis client")
    assert bases(sven, "sven") == ["friend", "partner"]
    sven.ok("contact edit sven --no-basis friend --no-basis partner")
    assert bases(sven, "sven") == ["other"]
    sven.ok("undo")
    assert bases(sven, "sven") == ["friend", "partner"]


def test_any_of_them_is_found(sven: Program) -> None:
    for basis in ("client", "friend"):
        found = sven.ok(f"contact list --basis {basis} --json").json
        assert [c["name"] for c in found] == ["Sven Otter"]
    assert sven.ok("contact list --basis other --json").json == []


def test_a_won_introduction_of_a_client_earns_one(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott"')
    assert bases(anna, "ben") == ["referred"]
    anna.ok("intro won ben")
    assert bases(anna, "ben") == ["referred", "client"]
    anna.ok("undo")
    assert bases(anna, "ben") == ["referred"]


def test_a_won_talk_makes_no_client(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott" --kind speaking')
    anna.ok("intro won ben")
    assert bases(anna, "ben") == ["referred"]


def test_merged_bases_are_those_of_both(anna: Program) -> None:
    anna.ok('contact add "Anna Weis" --basis friend')
    anna.ok("contact merge @1 @2")
    assert bases(anna) == ["client", "friend"]
