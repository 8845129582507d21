"""Facts that are told of an earlier day, or moved to one, take with them what they were too."""

from tests.support.program import Program


def test_an_ask_that_was_made_before_it_was_planned(anna: Program) -> None:
    narrow = '--in dentistry --looking-for "sell their practice"'
    anna.ok(f"ask anna {narrow} --planned 2026-12-10")
    anna.ok(f"ask anna {narrow} --on 2026-11-18")
    [ask] = anna.ok("ask list --json").json
    assert (ask["on"], ask["state"]) == ("2026-11-18", "pending")
    assert "promised" in anna.ok("ask answer 1 promised").out


def test_an_introduction_moves_with_its_exchange(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --reached --on 2026-11-18')
    anna.ok("intro edit 1 --on 2026-11-16")
    [reached] = anna.ok("log list --contact ben --json").json
    assert reached["on"] == "2026-11-16"


def test_a_follow_up_is_deleted_by_its_number(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --on 2026-11-18')
    anna.ok("followup anna 'call back' --due tomorrow")
    number = next(
        item["id"]
        for item in anna.ok("due --within 30 --json").json
        if item["action"] == "call back"
    )
    assert number > 1
    assert f"deleted follow-up {number}" in anna.ok(f"followup delete {number}").out
