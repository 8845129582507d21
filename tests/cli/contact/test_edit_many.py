"""Several contacts at once: by name, by ids on stdin, or all that a filter finds, in one undo."""

import pytest

from tests.support.program import Program


@pytest.fixture
def three(refcli: Program) -> Program:
    refcli.ok("contact add Anna --tag golf --role owner")
    refcli.ok("contact add Bob --tag golf --role clerk")
    refcli.ok("contact add Cid --role Owner")
    return refcli


def tiers(program: Program) -> dict[str, str | None]:
    return {c["name"]: c["tier"] for c in program.ok("contact list --json").json}


@pytest.mark.parametrize(
    ("options", "changed"),
    [
        ("--all-tag golf", {"Anna", "Bob"}),
        ("--all-where role=owner", {"Anna", "Cid"}),
        ("--all-tag golf --all-where role=owner", {"Anna"}),
        ("anna cid", {"Anna", "Cid"}),
        ("anna,cid", {"Anna", "Cid"}),
        ("'anna, cid'", {"Anna", "Cid"}),
    ],
)
def test_all_that_are_found_are_changed_at_once(
    three: Program, options: str, changed: set[str]
) -> None:
    three.ok(f"contact edit {options} --tier B")
    assert {name for name, tier in tiers(three).items() if tier == "B"} == changed
    three.ok("undo")
    assert set(tiers(three).values()) == {None}


def test_ids_come_on_stdin(three: Program) -> None:
    three.ok("contact edit - --tier A", stdin="1\n@3\n")
    assert tiers(three) == {"Anna": "A", "Bob": None, "Cid": "A"}


def test_on_a_terminal_they_are_shown_first(three: Program) -> None:
    question = "Change 2 contacts?"
    left = three.ok("contact edit --all-tag golf --tier B", answers=[(question, False)]).out
    assert "Anna (@1)" in left
    assert "nothing was changed" in left
    assert set(tiers(three).values()) == {None}
    three.ok("contact edit --all-tag golf --tier B", answers=[(question, True)])
    assert tiers(three)["Bob"] == "B"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("contact edit anna --all-tag golf --tier B", 2),
        ("contact edit --all-tag chess --tier B", 3),
        ("contact edit --all-where shoe=43 --tier B", 2),
        ("contact edit --all-where role --tier B", 2),
        ("contact edit --all-tag golf --name Zoe", 2),
        ("contact edit - --tier B", 2),
    ],
)
def test_what_is_refused_changes_nobody(three: Program, line: str, code: int) -> None:
    result = three(line, stdin="")
    assert (result.code, result.out) == (code, "")
    assert set(tiers(three).values()) == {None}


def test_a_list_is_narrowed_by_fields(three: Program) -> None:
    names = [c["name"] for c in three.ok("contact list --where role=OWNER --json").json]
    assert sorted(names) == ["Anna", "Cid"]


def test_a_timeline_begins_when_it_is_told_to(three: Program) -> None:
    three.ok("log met anna --on 2026-11-01")
    three.ok("log met anna")
    assert len(three.ok("contact timeline anna --json").json) == 2
    assert len(three.ok("contact timeline anna --since 2026-11-10 --json").json) == 1
