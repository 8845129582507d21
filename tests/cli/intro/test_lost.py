"""Why an introduction came to nothing, in one of three words or in one's own."""

import pytest

from tests.support.program import Program


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("not-interested", "not-interested"),
        ("Not a fit", "not-a-fit"),
        (" UNREACHABLE ", "unreachable"),
        ("went with her brother", "not-interested"),
    ],
)
def test_the_reason(anna: Program, told: str, state: str) -> None:
    anna.ok('intro anna "Ben Ott" --reached')
    anna.ok(["intro", "lost", "ben", "--because", told])
    assert anna.ok("intro show ben --json").json["state"] == state


def test_words_of_ones_own_are_kept_with_the_note(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott" --reached')
    anna.ok(["intro", "lost", "ben", "--because", "too dear", "--note", "ask in May"])
    assert "too dear; ask in May" in anna.ok("intro show ben").out


@pytest.mark.parametrize("told", ["unreachabel", "not intrested", "not-a-fitt"])
def test_a_reason_that_was_mistyped_is_no_reason_of_ones_own(anna: Program, told: str) -> None:
    anna.ok('intro anna "Ben Ott" --reached')
    refused = anna(["intro", "lost", "ben", "--because", told])
    assert refused.code == 2
    assert f"is {told} meant to be " in refused.err
    assert anna.ok("intro show ben --json").json["state"] == "reached"


@pytest.mark.parametrize("told", ["", "  "])
def test_no_reason(anna: Program, told: str) -> None:
    anna.ok('intro anna "Ben Ott" --reached')
    refused = anna(["intro", "lost", "ben", "--because", told])
    assert (refused.code, "--because" in refused.err) == (2, True)
    assert anna("intro lost ben").code == 2


def test_who_takes_a_name_back_is_not_told_what_came_of_it(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott" --how name')
    said = anna.ok(["done", anna.number("confirm"), "--answer", "no"], today="2026-11-22").out
    assert "Thank Anna Weiss for thinking of Ben Ott" in said
    draft = anna.ok("thank draft anna", today="2026-11-23").out
    assert "passing on the name of Ben Ott" in draft
    assert "need" not in draft
