"""`refcli reciprocate`, `testimonial`, `partner`, `campaign`."""

import json
from pathlib import Path

import pytest

from tests.support.program import Program

# --- favors ---------------------------------------------------------------------------------------


def test_favors_and_their_balance(anna: Program) -> None:
    anna.ok("contact add Ben Okoye --basis friend")
    anna.ok("reciprocate anna shared her article --how share --on 2026-10-01")
    anna.ok("reciprocate ben lent me his van --received")
    anna.ok('intro anna "Zoe Quist"')
    found = anna.ok("reciprocate balance --json").json
    assert found == [
        {
            "contact": {"id": 2, "name": "Ben Okoye"},
            "given": 0,
            "received": 1,
            "net": -1,
            "last": "2026-11-20",
        },
        {
            "contact": {"id": 1, "name": "Anna Weiss"},
            "given": 1,
            "received": 1,
            "net": 0,
            "last": "2026-11-20",
        },
    ]
    assert "you owe 1 favor" in anna.ok("reciprocate balance").out
    assert anna("reciprocate anna").code == 2
    assert anna("reciprocate anna x --how money").code == 2


def test_a_favor_closes_the_oldest_that_is_owed(anna: Program) -> None:
    anna.ok('intro anna "Zoe Quist"')
    anna.ok("intro won zoe")
    result = anna.ok("reciprocate anna sent her a client")
    assert "done: Give something back to Anna Weiss" in result.out
    assert ("reciprocate", "Anna Weiss") not in anna.due()


def test_who_only_takes(anna: Program) -> None:
    for _ in range(3):
        assert "[taker]" not in anna.ok("reciprocate anna a favor").err
    assert "[taker]" in anna.ok("reciprocate anna a favor").err
    assert "only takes" in anna.ok("reciprocate balance").out
    assert "[taker]" in anna("ask anna --in dentists --looking-for retire").err
    anna.ok("contact restore anna")
    anna.ok("ask anna --in dentists --looking-for retire")


def test_ideas(anna: Program) -> None:
    anna.ok("contact edit anna --focus 'finding a hygienist'")
    anna.ok("contact add Hilda Kron --role hygienist")
    anna.ok("reciprocate anna shared --how share")
    found = anna.ok("reciprocate ideas anna --json").json
    assert found["introduce"] == [
        {"contact": {"id": 2, "name": "Hilda Kron"}, "matches": ["hygienist"]}
    ]
    assert found["help"][-1]["how"] == "share"
    text = anna.ok("reciprocate ideas anna").out
    assert 'refcli intro give "Hilda Kron" "Anna Weiss"' in text
    anna.ok("contact add Nina Roe --note 'was a hygienist once'")
    anna.ok("contact add Tess Coe --tag hygienists")
    names = {
        i["contact"]["name"] for i in anna.ok("reciprocate ideas anna --json").json["introduce"]
    }
    assert names == {"Hilda Kron", "Nina Roe", "Tess Coe"}


# --- testimonials ---------------------------------------------------------------------------------

WORDS = 'Sie sagte: "großartig" – <b>wirklich</b>\nund blieb.'


def test_exact_words(anna: Program) -> None:
    anna.ok("engagement anna accounts --rating 10")
    assert ("testimonial", "Anna Weiss") in anna.due()
    anna.ok(["testimonial", "anna", WORDS, "--publish"])
    assert ("testimonial", "Anna Weiss") not in anna.due()
    assert anna.ok("testimonial list --json").json == [
        {
            "id": 1,
            "contact": {"id": 1, "name": "Anna Weiss"},
            "words": WORDS,
            "on": "2026-11-20",
            "publish": True,
        }
    ]
    anna.ok("testimonial anna fine work")
    assert len(anna.ok("testimonial list --publishable --json").json) == 1
    assert "großartig" in anna.ok("testimonial list").out
    assert "kind words" in anna.ok("ask draft anna --in x --looking-for y").out


@pytest.mark.parametrize("ending", ["md", "html", "json"])
def test_for_a_website(anna: Program, tmp_path: Path, ending: str) -> None:
    anna.ok(["testimonial", "anna", WORDS, "--publish"])
    anna.ok("testimonial anna keep this to yourself")
    file = tmp_path / f"praise.{ending}"
    anna.ok(["testimonial", "export", str(file)])
    text = file.read_text(encoding="utf-8")
    assert "keep this" not in text
    assert "Anna Weiss, Weiss Dental" in text
    if ending == "json":
        assert json.loads(text)[0]["words"] == WORDS
    else:
        assert "<b>" not in text.replace("\\<b\\>", "")
    assert anna(["testimonial", "export", str(file)]).code == 73
    assert anna("testimonial export praise.doc").code == 2


# --- partners -------------------------------------------------------------------------------------


def test_the_funnel(anna: Program) -> None:
    anna.ok("contact add Carla Mendes --basis partner")

    def stage() -> str:
        [found] = anna.ok("partner list --json").json
        return str(found["stage"])

    assert stage() == "candidate"
    anna.ok("log coffee with Carla")
    assert stage() == "met"
    anna.ok("kit share carla")
    assert stage() == "taught"
    anna.ok('intro carla "Zoe One" --on 2026-11-01')
    assert stage() == "active"
    anna.ok('intro carla "Zoe Two" --on 2026-11-02')
    anna.ok('intro carla "Zoe Three" --on 2026-11-03')
    assert stage() == "champion"
    anna.ok("partner carla --stage met")
    assert stage() == "met"
    assert anna.ok("partner list --stage champion --json").json == []
    assert "1 met" in anna.ok("partner list").out


def test_profile_and_card(anna: Program) -> None:
    anna.ok("contact add Carla Mendes")
    anna.ok("partner carla --services law --good-referral 'owners who sell' --no-competitor")
    assert anna.ok("contact show carla --json").json["basis"] == "partner"
    card = anna.ok("partner card carla").out
    assert "owners who sell" in card
    assert 'ask them: refcli partner interview "Carla Mendes"' in card
    assert anna.ok("partner carla").out == card
    assert "## A good referral" in anna.ok("partner card carla --format md").out
    assert "<h2>A good referral</h2>" in anna.ok("partner card carla --format html").out
    found = anna.ok("partner list --json").json[0]
    assert (found["services"], found["good_referral"], found["story"]) == (
        "law",
        "owners who sell",
        None,
    )


def test_an_interview_goes_on_where_it_was_left(anna: Program) -> None:
    anna.ok("contact add Carla Mendes --basis partner")
    left = anna(
        "partner interview carla",
        answers=[
            ("1/7 What do you do", "law"),
            ("2/7 What sets you apart", ""),
            ("3/7", KeyboardInterrupt),
        ],
    )
    assert left.code == 130
    assert anna.ok("partner list --json").json[0]["services"] == "law"
    rest = ["1/6", "2/6", "3/6", "4/6", "5/6", "6/6"]
    done = anna.ok("partner interview carla", answers=[(q, "an answer") for q in rest])
    assert "everything is answered" in done.out
    assert "everything is answered" in anna.ok("partner interview carla", answers=[]).out
    assert anna("partner interview carla").code == 2


def test_suggestions(anna: Program) -> None:
    anna.ok('contact add "Kron Labs" --admired-by anna')
    anna.ok('contact add "Rival" --admired-by anna')
    anna.ok("partner rival --competitor")
    [found] = anna.ok("partner suggest --json").json
    assert found == {
        "contact": {"id": 2, "name": "Kron Labs"},
        "reason": "Anna Weiss admires them",
    }
    assert 'refcli partner interview "Kron Labs"' in anna.ok("partner suggest").out
    anna.ok("contact add Carla --basis partner --industry law")
    anna.ok("contact add Lena --industry law")
    anna.ok("contact add Sid --basis friend")
    anna.ok('intro sid "Zoe Quist"')
    reasons = {s["contact"]["name"]: s["reason"] for s in anna.ok("partner suggest --json").json}
    assert reasons["Lena"] == "works in law, as your partner Carla does"
    assert reasons["Sid"].startswith("introduced 1 to you")
    assert "Carla" not in reasons


# --- campaigns ------------------------------------------------------------------------------------


def test_a_campaign_and_what_it_brought(anna: Program) -> None:
    anna.ok('campaign start "Spring of practices" --until 2026-12-31 --goal 4 --theme growth')
    assert anna("campaign start Another --until 2026-12-31").code == 1
    anna.ok("ask anna --in dentists --looking-for retire --answer promised")
    assert anna.ok("ask show 1 --json").json["campaign"] == "Spring of practices"
    anna.ok('intro anna "Zoe Quist"')
    anna.ok("intro won zoe --value 500")
    found = anna.ok("campaign --json").json
    assert (found["asks"], found["promised"], found["introduced"], found["won"]) == (1, 1, 1, 1)
    assert (found["value"], found["running"], found["goal"]) == (500.0, True, 4)
    assert "█████░░░░░░░░░░░░░░░ 25%" in anna.ok("campaign").out
    ended = anna.ok("campaign end", today="2026-12-01").out
    assert "has ended" in ended
    assert "1 won, 500" in ended
    assert anna("campaign end", today="2026-12-01").code == 1
    later = anna.ok("ask anna --in x --looking-for y --anyway --json", today="2026-12-02").json
    assert later["campaign"] is None


def test_it_ends_by_itself(anna: Program) -> None:
    anna.ok("campaign start Autumn --until +10d")
    assert anna.ok("campaign --json", today="2026-11-30").json["running"] is True
    assert anna.ok("campaign --json", today="2026-12-01").json["running"] is False
    anna.ok("campaign start Winter --until +10d", today="2026-12-01")
    names = [c["name"] for c in anna.ok("campaign list --json").json]
    assert names == ["Winter", "Autumn"]
    assert "Winter" in anna.ok("campaign list").out


def test_bad_campaigns(anna: Program) -> None:
    assert anna("campaign start X --until yesterday").code == 2
    assert anna("campaign start X").code == 2
    assert anna("campaign start --until +3d").code == 2
    assert "no campaigns yet" in anna.ok("campaign").out
    assert anna.ok("campaign --json").json is None


def test_the_campaigns_last_target_is_meant(anna: Program) -> None:
    anna.ok("kit target a --in dentists --looking-for retire")
    anna.ok("kit target b --in bakers --looking-for grow")
    anna.ok("campaign start C --until +20d")
    anna.ok("contact add Ben --basis friend")
    anna.ok("ask ben --target b")
    assert anna.ok("ask anna --json").json["industry"] == "bakers"
