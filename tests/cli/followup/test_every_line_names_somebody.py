"""Every line of what is due names its person, and what is due comes before what is not."""

import pytest

from tests.support.program import Program


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("send the article", "Anna Weiss: send the article"),
        ("send Anna the article", "send Anna the article"),
        ("send the article to ms weiss.", "send the article to ms weiss."),
        ("Annas Katze", "Anna Weiss: Annas Katze"),
    ],
)
def test_a_follow_up_by_hand_names_its_person(anna: Program, text: str, action: str) -> None:
    anna.ok(["followup", "anna", text, "--due", "today"])
    assert [item["action"] for item in anna.ok("due --json").json] == [text]
    assert action in anna.ok("due").out
    assert action.replace(",", "\\,") in anna.ok("export - --format ics").out


def test_once_more_is_not_named_twice(anna: Program) -> None:
    anna.ok("followup anna 'send the article' --due today")
    anna.ok("done 1 --again +3d")
    assert "Anna Weiss: send the article" in anna.ok("due --within 9").out
    assert "Anna Weiss: Anna Weiss" not in anna.ok("due --within 9").out


def test_today_comes_before_what_is_ahead(anna: Program) -> None:
    anna.ok("contact add Bob Lund")
    anna.ok("followup bob today --due today")
    anna.ok("followup anna soon --due +1d")
    for day in range(2, 12):
        anna.ok(f"intro anna 'Person No{day}' --on 2026-11-19")
    screen = anna.ok("due --within 30", terminal=80)
    ahead = [item["days_late"] < 0 for item in anna.ok("due --within 30 --json").json]
    assert ahead == sorted(ahead)
    # Who says how far to look ahead sees that far.
    assert "more:" not in screen.out
    assert "soon" in screen.out


def test_several_tags_must_all_hold(refcli: Program) -> None:
    refcli.ok("contact add Anna --tag a --tag b --org Acme")
    refcli.ok("contact add Bob --tag a")
    refcli.ok("contact tie anna bob --as sibling")

    def names(options: str) -> list[str]:
        return [c["name"] for c in refcli.ok(f"contact list --sort name {options} --json").json]

    assert names("--tag a") == ["Anna", "Bob"]
    assert names("--tag a --tag b") == ["Anna"]
    assert names("--org acme") == ["Anna"]
    assert names("--tied-to anna") == ["Bob"]
    assert refcli("contact list --tied-to zoe").code == 3
