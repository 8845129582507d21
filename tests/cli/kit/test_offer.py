"""The offer of the campaign that runs: in the kit, in drafts, and before a meeting."""

import pytest

from tests.support.program import Program

ASK = "--in dentistry --looking-for 'sell their practice'"
SAID = "My offer until 18 December: a free second look at their figures."


@pytest.fixture
def offering(anna: Program) -> Program:
    """Anna may be asked, and a campaign with an offer runs."""
    anna.ok(
        'campaign start "Year end" --until 2026-12-18'
        ' --offer "A free second look at their figures."'
    )
    return anna


def test_the_kit_has_it_in_each_form(offering: Program) -> None:
    text = offering.ok("kit show").out
    assert "My offer until 18 Dec 2026\n  A free second look at their figures." in text
    for form in ("md", "html"):
        assert "My offer until 18 Dec 2026" in offering.ok(f"kit show --format {form}").out
    assert offering.ok("kit show --json").json["offer"] == {
        "text": "A free second look at their figures.",
        "until": "2026-12-18",
    }
    assert "My offer" in offering.ok("kit show --for Anna").out


@pytest.mark.parametrize(("tone", "is_there"), [("warm", True), ("plain", True), ("brief", False)])
def test_a_draft_says_it_where_there_is_room(offering: Program, tone: str, is_there: bool) -> None:
    words = offering.ok(f"ask draft Anna {ASK} --tone {tone} --json").json["words"]
    assert (SAID in words) is is_there


def test_the_ask_is_kept_with_it_and_the_next_one_after_the_end_without(offering: Program) -> None:
    offering.ok(f"ask Anna {ASK}")
    assert SAID in offering.ok("ask show 1 --json").json["words"]
    offering.ok("campaign end")
    assert "My offer" not in offering.ok(f"ask draft Anna {ASK}").out
    assert offering.ok("kit show --json").json["offer"] is None


def test_before_a_meeting_it_is_said_once(offering: Program) -> None:
    bare = offering.ok("prep Anna").out
    assert "your offer until Fri 18 Dec: A free second look at their figures." in bare
    offering.ok(f"kit target dentists {ASK}")
    drafted = offering.ok("prep Anna").out
    assert SAID in " ".join(drafted.split())
    assert "your offer" not in drafted


def test_a_campaign_without_an_offer_says_nothing(anna: Program) -> None:
    anna.ok("campaign start Spring --until 2026-12-18")
    assert "offer" not in anna.ok(f"ask draft Anna {ASK}").out
    assert anna.ok("prep Anna --json").json["offer"] is None
