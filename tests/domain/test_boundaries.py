"""Where a number or a comparison decides: just before it and just after it."""

import datetime as dt

import pytest

from refcli.domain.names import MAX_NAME, checked_name
from refcli.domain.rapport import band_of
from refcli.domain.rotation import Keep, kept
from refcli.domain.scoring import rapport_points
from refcli.domain.text import clean_line, clean_text
from refcli.errors import UsageError
from tests.support.program import Program


@pytest.mark.parametrize(
    ("days", "band"),
    [(45, "close"), (46, "warm"), (180, "warm"), (181, "cooling"), (540, "cooling"), (541, "cold")],
)
def test_bands_of_rapport(days: float, band: str) -> None:
    assert band_of(days, is_recent=False) == band


def test_the_longest_name() -> None:
    assert checked_name("a" * MAX_NAME) == "a" * 200
    with pytest.raises(UsageError, match="200 characters at most"):
        checked_name("a" * (MAX_NAME + 1))


@pytest.mark.parametrize("clean", [clean_text, clean_line])
def test_letters_are_composed(clean: object) -> None:
    assert callable(clean)
    assert clean("Zoe\u0301") == "Zo\u00e9"
    assert clean(" Anna ") in ("Anna", " Anna ".strip())


def test_points_have_one_digit() -> None:
    assert rapport_points(30, 40) == 25.3


def test_one_backup_a_month_over_a_new_year() -> None:
    days = [dt.date(2025, 11, 3), dt.date(2025, 12, 4), dt.date(2026, 1, 5), dt.date(2026, 1, 6)]
    assert kept(days, Keep(1, 0, 1)) == {3}
    assert kept(days, Keep(1, 0, 2)) == {1, 3}
    assert kept(days, Keep(1, 0, 12)) == {0, 1, 3}
    year_before = [dt.date(2025, 1, 7), dt.date(2026, 1, 6)]
    assert kept(year_before, Keep(1, 0, 12)) == {1}
    assert kept(year_before, Keep(1, 0, 13)) == {0, 1}


def test_thanks_from_before_they_came_back_do_not_count_for_what_came(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott" --reached')
    anna.ok("intro lost ben --because too-early", today="2026-11-21")
    anna.ok("thank anna --how call", today="2026-11-22")
    anna.ok("intro won ben", today="2026-12-01")
    assert anna.ok("intro show ben --json").json["thanks"]["outcome"] is None
    assert anna.due()["thank", "Anna Weiss"] == "2026-12-02"


def test_won_again_with_another_value_is_thanked_once(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott" --reached')
    anna.ok("intro won ben --value 100")
    anna.ok("thank anna --how call", today="2026-11-21")
    anna.ok("intro won ben --value 900", today="2026-11-22")
    assert ("thank", "Anna Weiss") not in anna.due()


def test_a_follow_up_of_ones_own_goes_with_what_was_said_of_it(anna: Program) -> None:
    anna.ok("followup anna 'send the slides' --due 2026-11-21")
    anna.ok("snooze 1 2026-12-01")
    anna.ok("followup delete 1")
    tables = anna.ok("export -").json["tables"]
    assert (tables["custom"], tables["decision_about"]) == ([], [])
