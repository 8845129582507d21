"""Who was tried in vain was not spoken with."""

from tests.support.program import Program


def test_an_attempt_is_no_exchange(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott"')
    ready = [r["contact"]["name"] for r in anna.ok("ask who --json", today="2026-11-22").json]
    before = anna.ok("contact show ben --json", today="2026-11-22").json
    anna.ok("tried ben", today="2026-11-21")
    after = anna.ok("contact show ben --json", today="2026-11-22").json
    assert after["last_interaction"] == before["last_interaction"]
    assert after["rapport"] == before["rapport"]
    now = [r["contact"]["name"] for r in anna.ok("ask who --json", today="2026-11-22").json]
    assert now == ready
    told = anna.ok("log list --json").json[0]
    assert (told["direction"], told["attempt"]) == ("out", True)
    assert "tried Ben Ott" in anna.ok("log list").out
    assert "rapport and search agree with the log" in anna.ok("doctor").out


def test_what_goes_on_after_an_attempt_is_not_called_done(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott"')
    anna.ok("intro bad ben --what late")
    said = anna.ok(["tried", anna.number("repair", "Anna")], today="2026-11-21").out
    assert "\n  done: " not in said
    assert "Apologise to Anna Weiss" in said


def test_a_note_holds_no_signs_that_draw(anna: Program) -> None:
    anna.ok('contact add "Tom Roth"')
    anna.ok("intro give anna tom --consent yes")
    anna.ok(["done", anna.number("check"), "--note", "\u202eabc\x1b[31m"])
    notes = {item["note"] for item in anna.ok("followup list --closed --json").json}
    assert "abc[31m" in notes
    assert notes <= {"abc[31m", None}
