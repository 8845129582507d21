"""An ask told behind an introduction of the same day says what it is taken for."""

from tests.support.program import Program


def test_it_says_that_the_introduction_is_its_answer(anna: Program) -> None:
    anna.ok("ask anna --in law --looking-for sell --planned tomorrow --anyway")
    anna.today = "2026-11-21"
    anna.ok('intro anna "Max Frei" --how met')
    said = anna.ok(["done", anna.number("ask")]).err
    assert "the introduction of that day is taken for its answer" in said
    assert "refcli ask edit 1 --on WHEN" in said
    assert anna.ok("ask list --json").json[0]["state"] == "introduced"
    anna.today = "2026-12-01"
    assert "is taken for" not in anna.ok("ask anna --in tax --looking-for buy --anyway").err
