"""An introduction that was noted of two contacts who are one is one introduction."""

import pytest

from tests.support.program import Program


@pytest.fixture
def anna_and_jo(refcli: Program) -> Program:
    refcli.ok('contact add "Anna Weiss" --basis client --tier A')
    refcli.ok('intro anna "Jo Brandt"')
    refcli.ok('intro anna "Joe Brandt"')
    return refcli


def test_of_two_prospects_who_are_one_there_is_one_introduction(anna_and_jo: Program) -> None:
    before = anna_and_jo.ok("due --within 100").out
    told = anna_and_jo.ok("contact merge @2 @3")
    assert told.out.splitlines()[:2] == [
        "merged Joe Brandt (@3) into Jo Brandt (@2)",
        "introduction 2 of Jo Brandt was 1 again, and is gone",
    ]
    assert [each["id"] for each in anna_and_jo.ok("intro list --json").json] == [1]
    due = anna_and_jo.ok("due --within 100").out
    assert due.count("Thank Anna Weiss") == due.count("Reach Jo Brandt") == 1
    anna_and_jo.ok("undo")
    assert anna_and_jo.ok("due --within 100").out == before


def test_of_two_sources_who_are_one_there_is_one_introduction(refcli: Program) -> None:
    refcli.ok('contact add "Anna Weiss" --basis client')
    refcli.ok('contact add "Anna Weis" --basis friend')
    refcli.ok('intro "Anna Weis" "Jo Brandt"')
    refcli.ok('intro "Anna Weiss" "Jo Brandt" --separate')
    refcli.ok("intro reached 1")
    refcli.ok("intro won 2 --value 20")
    told = refcli.ok('contact merge "Anna Weiss" "Anna Weis"').out
    assert "introduction 1 of Jo Brandt was 2 again, and is gone" in told
    [left] = refcli.ok("intro list --json").json
    assert (left["id"], left["state"], left["value"]) == (2, "won", 20)
    assert refcli.ok("doctor").code == 0


def test_what_each_says_alone_is_kept(anna_and_jo: Program) -> None:
    anna_and_jo.ok("intro reached 1")
    anna_and_jo.ok("thank anna --intro 2")
    told = anna_and_jo.ok("contact merge @2 @3")
    assert "introductions 1 and 2 are of the same people now" in told.err
    assert "take one back: refcli intro delete 2" in told.err
    assert len(anna_and_jo.ok("intro list --json").json) == 2


def test_one_that_came_long_after_is_another(refcli: Program) -> None:
    refcli.ok('contact add "Anna Weiss" --basis client')
    refcli.ok('intro anna "Jo Brandt" --on 2025-01-10')
    refcli.ok("intro lost 1 --because not-interested --on 2025-02-10")
    refcli.ok('intro anna "Joe Brandt"')
    assert refcli.ok("contact merge @2 @3").out.splitlines() == [
        "merged Joe Brandt (@3) into Jo Brandt (@2)"
    ]
    assert len(refcli.ok("intro list --json").json) == 2


def test_who_is_named_twice_is_thanked_for_once(anna_and_jo: Program) -> None:
    anna_and_jo.ok("contact merge @2 @3")
    anna_and_jo.today = "2026-11-21"
    words = anna_and_jo.ok("write anna").out
    assert words.count("Jo Brandt") == 1


def test_two_sources_of_one_prospect_are_sources_of_one_introduction(refcli: Program) -> None:
    refcli.ok('contact add "Anna Weiss" --basis client')
    refcli.ok('contact add "Tom Brandt" --basis friend')
    refcli.ok('intro anna "Jo Brandt"')
    refcli.ok('intro tom "Joe Brandt"')
    before = refcli.ok("due --within 100").out
    told = refcli.ok("contact merge @3 @4").out
    assert "introduction 2 of Jo Brandt was 1 again, and is gone" in told
    [one] = refcli.ok("intro list --json").json
    assert [each["name"] for each in one["sources"]] == ["Anna Weiss", "Tom Brandt"]
    due = refcli.ok("due --within 100").out
    assert due.count("Reach Jo Brandt") == 1
    assert "Thank Tom Brandt for the introduction to Jo Brandt" in due
    assert "never owed: Thank Tom Brandt" not in told
    number = next(line.split()[0] for line in before.splitlines() if "Thank Tom Brandt" in line)
    assert f"{number}  Thank Tom Brandt for the introduction to Jo Brandt" in due
    refcli.ok("intro reached jo")
    refcli.ok("intro won jo --value 20")
    assert "Reach Jo" not in refcli.ok("due --within 100").out
    assert "Thank Anna Weiss: Jo Brandt became a client" in refcli.ok("due --within 9").out
    assert refcli.ok("doctor").code == 0
    for _ in range(3):
        refcli.ok("undo")
    assert refcli.ok("due --within 100").out == before


def test_two_that_were_told_apart_stay_two(anna_and_jo: Program) -> None:
    """Merging somebody else into a source is no word about them."""
    anna_and_jo.ok('contact add "Tom Brandt" --basis friend')
    anna_and_jo.ok("contact add --new Anna Weis")
    anna_and_jo.ok('intro tom "Jo Brandt" --separate')
    before = anna_and_jo.ok("intro list --json").json
    anna_and_jo.ok('contact merge "Anna Weiss" "Anna Weis"')
    assert anna_and_jo.ok("intro list --json").json == before


def test_a_word_of_mine_is_kept(anna_and_jo: Program) -> None:
    anna_and_jo.ok("intro reached 1")
    anna_and_jo.ok('intro reached 2 --note "wants a quote in May"')
    told = anna_and_jo("contact merge @2 @3")
    assert told.code == 0
    assert "wants a quote in May" in anna_and_jo.ok("intro show 2").out
