"""Of several rows of a sort the one that is meant is changed, and the others are left alone."""

from typing import Any

import pytest

from tests.support.program import Program

NARROWED = "--in dentistry --looking-for retire --anyway"


@pytest.fixture
def two(anna: Program) -> Program:
    anna.ok('contact add "Tom Roth" --basis friend')
    return anna


def shown(program: Program, line: str) -> Any:
    return program.ok(f"{line} --json").json


def test_introductions_of_one_source(two: Program) -> None:
    two.ok(f"ask anna {NARROWED}")
    two.ok('intro anna "Ben Ott"')
    two.ok(f"ask anna {NARROWED}", today="2027-06-01")
    two.ok('intro tom "Mia Kern"', today="2027-06-01")
    two.ok("intro edit 2 --source anna --ask 2", today="2027-06-02")
    assert [shown(two, f"intro show {n}")["ask"] for n in (1, 2)] == [1, 2]


def test_answers_of_two_asks_of_one_day(two: Program) -> None:
    two.ok(f"ask anna {NARROWED} --answer later")
    two.ok(f"ask tom {NARROWED} --answer declined")
    two.ok("ask edit 1 --on 2026-11-10")
    due = two.due()
    assert (due["re-ask", "Anna Weiss"], due["re-ask", "Tom Roth"]) == ("2027-01-09", "2027-01-19")


def test_the_days_of_an_introduction_and_its_steps(two: Program) -> None:
    two.ok('intro anna "Ben Ott" --on 2026-11-10')
    for day in ("2026-11-12", "2026-11-08"):
        two.ok(f"intro edit 1 --on {day}")
        assert shown(two, "intro show 1")["on"] == day
    two.ok("intro reached 1 --on 2026-11-15")
    two.ok("intro edit 1 --on 2026-11-14")
    assert two("intro edit 1 --on 2026-11-16").code == 2
    assert shown(two, "intro show 1")["on"] == "2026-11-14"


def test_a_phone_that_somebody_else_has(two: Program) -> None:
    two.ok("contact edit tom --phone '0171 555'")
    two.ok("contact edit anna --phone '0171 555'")
    two.ok("contact edit anna --phone '0171 555'")
    for name in ("anna", "tom"):
        assert shown(two, f"contact show {name}")["phones"] == ["0171 555"]
    refused = two("contact edit anna --phone abc")
    assert (refused.code, "not a phone number: abc" in refused.err) == (2, True)


def test_a_nickname_given_twice(two: Program) -> None:
    two.ok("contact edit tom --nick Tommy")
    two.ok("contact edit anna --nick Anni --nick Anni")
    two.ok("contact edit anna --nick Anni")
    assert shown(two, "contact show anna")["nicknames"] == ["Anni"]


def test_a_prospect_known_before_the_source(two: Program) -> None:
    two.ok("intro tom anna")
    assert shown(two, "contact show anna")["through"]["name"] == "Tom Roth"
    assert two("contact edit anna --through anna").code == 2


def test_who_was_there(two: Program) -> None:
    two.ok("log lunch with anna")
    two.ok("log lunch with anna")
    two.ok("log edit 2 --with tom")
    people = {e["id"]: [c["name"] for c in e["contacts"]] for e in shown(two, "log list")}
    assert (people[1], people[2]) == (["Anna Weiss"], ["Tom Roth"])


def test_the_right_follow_up_comes_again(two: Program) -> None:
    two.ok("followup anna 'send the slides' --due 2026-11-20")
    two.ok("followup anna 'send the plan' --due 2026-11-20")
    two.ok("done 1 --again 2026-12-01")
    found = {i["action"]: i["due"] for i in shown(two, "due --within 60")}
    assert found == {"send the slides": "2026-12-01", "send the plan": "2026-11-20"}


def test_a_target_is_added_and_then_changed(two: Program) -> None:
    said = [two.ok("kit target Dentists --in dentistry --looking-for retire").out for _ in "ab"]
    assert said[0] != said[1]
    assert len(shown(two, "kit targets")) == 1


def test_undo_says_what_it_took_back(two: Program) -> None:
    two.ok("log lunch with tom")
    two.ok("undo")
    [entry, *_] = shown(two, "history --top 1")
    assert "Tom Roth" in str(entry)


def test_a_source_who_joined_later_is_owed_again(two: Program) -> None:
    two.ok('intro anna "Ben Ott"')
    two.ok('intro tom "Ben Ott"', today="2026-11-22")
    owed = two.due()
    two.ok("intro edit 1 --prospect anna --source tom", today="2026-11-23")
    two.ok("undo", today="2026-11-23")
    assert two.due() == owed


def test_a_promise_that_is_declined_has_no_day(two: Program) -> None:
    two.ok(f"ask anna {NARROWED} --answer promised --by 2026-12-01")
    two.ok("ask answer 1 declined")
    assert shown(two, "ask show 1")["confirm_by"] is None


def test_two_sources_of_whom_the_first_was_asked(two: Program) -> None:
    two.ok(f"ask anna {NARROWED}")
    two.ok('intro anna,tom "Ben Ott"')
    found = shown(two, "intro show 1")
    assert (found["ask"], found["asks"]) == (1, [1])


def test_focus_has_its_day(two: Program) -> None:
    two.ok("contact edit anna --focus 'a move'")
    two.ok("contact edit tom --role owner")
    whole = two.ok("export -").json["tables"]["contact"]
    assert [row["focus_on"] for row in whole] == ["2026-11-20", None]


def test_undoing_an_import_of_many(refcli: Program) -> None:
    names = "\n".join(f"Ann{n} Lee{n}" for n in range(620))
    refcli.ok("contact add -", stdin=names)
    refcli.ok(["contact", "edit", *(f"@{n}" for n in range(1, 621)), "--tier", "C"])
    refcli.ok("undo")
    refcli.ok("undo")
    assert shown(refcli, "followup list --all") == []
    assert shown(refcli, "contact list") == []
