"""A follow-up that was made by hand and comes again."""

import pytest

from tests.support.program import Program


@pytest.mark.parametrize(
    ("every", "words", "due"),
    [
        ("3 months", "every 3 months", "2027-03-01"),
        ("month", "every month", "2027-01-01"),
        ("every two weeks", "every 2 weeks", "2026-12-15"),
        ("a quarter", "every 3 months", "2027-03-01"),
        ("yearly", "every year", "2027-12-01"),
        ("10 days", "every 10 days", "2026-12-11"),
        ("Fortnightly", "every 2 weeks", "2026-12-15"),
    ],
)
def test_it_comes_again_when_it_is_done(anna: Program, every: str, words: str, due: str) -> None:
    said = anna.ok(["followup", "anna", "send news", "--due", "2026-11-30", "--every", every]).out
    assert said.startswith(f"added a follow-up for Anna Weiss, {words}\n")
    anna.ok(["done", anna.number("custom")], today="2026-12-01")
    assert anna.due() == {("custom", "Anna Weiss"): due}
    (item,) = anna.ok("followup list --all --json").json
    assert item["action"] == "send news"
    repeats = "1 " + words.removeprefix("every ")
    assert item["repeats"] in (repeats, repeats.removeprefix("1 "))


def test_skipping_ends_it(anna: Program) -> None:
    anna.ok("followup anna call --due tomorrow --every week")
    anna.ok(["skip", anna.number("custom")])
    assert anna.due() == {}


def test_how_often_is_corrected(anna: Program) -> None:
    anna.ok("followup anna call --due tomorrow --every week")
    number = anna.number("custom")
    anna.ok(["followup", "edit", number, "--every", "2 months"])
    anna.ok(["done", number], today="2026-11-21")
    assert anna.due() == {("custom", "Anna Weiss"): "2027-01-21"}


@pytest.mark.parametrize(
    "every", ["", "0 days", "often", "99 years", "3", "5 fortnights", "-1 day"]
)
def test_what_is_no_interval(anna: Program, every: str) -> None:
    refused = anna(["followup", "anna", "call", "--due", "tomorrow", f"--every={every}"])
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"refcli: not so often: {every}")
    assert anna.due() == {}


def test_a_series_that_is_skipped_is_over_and_says_so(refcli: Program) -> None:
    refcli.ok("contact add 'Tom Berg'")
    refcli.ok("followup tom 'send the figures' --due 2026-12-01 --every week")
    told = refcli.ok("skip tom", today="2026-12-01")
    assert "it came every week, and comes no more" in told.err
    assert refcli.due() == {}
    refcli.ok("undo")
    refcli.ok("done tom", today="2026-12-01")
    assert refcli.due()["custom", "Tom Berg"] == "2026-12-08"
    refcli.ok("followup tom 'call the bank' --due 2026-12-01")
    assert (
        "comes no more"
        not in refcli.ok(f"skip {refcli.ok('due --within 60 --json').json[0]['id']}").err
    )
