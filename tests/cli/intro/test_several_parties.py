"""One introduction by two sources or of two people; a second source joins, or stands apart."""

import pytest

from tests.support.program import Program

BOTH = {("thank", "Anna Weiss"), ("thank", "Tom Roth")}


@pytest.fixture
def two(anna: Program) -> Program:
    """A store with Anna and Tom, who know each other."""
    anna.ok("contact add Tom Roth --basis client")
    return anna


def _names(people: list[dict[str, object]]) -> list[object]:
    return [person["name"] for person in people]


def test_both_sources_are_thanked_and_one_call_is_made(two: Program) -> None:
    said = two.ok('intro anna,tom "Ben Ott"').out
    assert "due tomorrow: Thank Anna Weiss for the introduction to Ben Ott (1)" in said
    assert "due tomorrow: Thank Tom Roth for the introduction to Ben Ott (5)" in said
    shown = two.ok("intro show 1 --json").json
    assert shown["source"]["name"] == "Anna Weiss"
    assert _names(shown["sources"]) == ["Anna Weiss", "Tom Roth"]
    due = two.due()
    assert due.keys() >= BOTH
    assert [key for key in due if key[0] == "reach"] == [("reach", "Ben Ott")]
    two.ok("thank tom --how call")
    assert due.keys() - two.due().keys() == {("thank", "Tom Roth")}
    by = {t["contact"]["name"]: t["made"] for t in two.ok("intro show 1 --json").json["thanks_by"]}
    assert by == {"Anna Weiss": None, "Tom Roth": "2026-11-20"}
    sheet = two.ok("intro show 1").out
    assert "Thanks to Anna Weiss\n  · for the introduction: due tomorrow\n" in sheet
    assert "Thanks to Tom Roth\n  ✓ for the introduction, today\n" in sheet


def test_two_prospects_are_one_introduction(two: Program) -> None:
    two.ok('intro anna "Ben Ott, Gina Ott"')
    shown = two.ok("intro show 1 --json").json
    assert _names(shown["prospects"]) == ["Ben Ott", "Gina Ott"]
    assert two.ok("intro show 1").out.startswith("Intro 1: Ben Ott and Gina Ott\n")
    gina = two.ok("contact show gina --json").json
    assert gina["basis"] == "referred"
    assert len(two.ok("intro list --json").json) == 1


def test_a_second_source_joins_the_open_introduction(two: Program) -> None:
    two.ok('intro anna "Ben Ott"')
    said = two.ok("intro tom ben", today="2026-11-22").out
    assert said.startswith(
        "Tom Roth introduced Ben Ott too and joins introduction 1; for one of its own: --separate\n"
    )
    assert _names(two.ok("intro show 1 --json").json["sources"]) == ["Anna Weiss", "Tom Roth"]
    assert two.due()[("thank", "Tom Roth")] == "2026-11-23"
    won = two.ok("intro won ben", today="2026-11-24").out
    assert "Thank Tom Roth: Ben Ott became a client" in won
    assert "Thank Anna Weiss: Ben Ott became a client" in won
    two.ok("undo")
    two.ok("undo")
    assert _names(two.ok("intro show 1 --json").json["sources"]) == ["Anna Weiss"]
    assert ("thank", "Tom Roth") not in two.due()
    assert "the follow-ups are those of the playbook" in two.ok("doctor").out


def test_separate_is_an_introduction_of_its_own(two: Program) -> None:
    two.ok('intro anna "Ben Ott"')
    two.ok("intro tom ben --separate")
    assert len(two.ok("intro list --json").json) == 2


def test_after_the_end_a_second_source_begins_anew(two: Program) -> None:
    two.ok('intro anna "Ben Ott"')
    two.ok("intro lost ben --because not-a-fit")
    two.ok("intro tom ben")
    assert len(two.ok("intro list --json").json) == 2


@pytest.mark.parametrize(
    "names", ['anna,anna "Ben Ott"', 'anna,nobody "Ben Ott"', "anna anna", "anna ,", "anna ben,ben"]
)
def test_who_cannot_be_in_it(two: Program, names: str) -> None:
    two.ok("contact add Ben Ott")
    before = two.ok("intro list --json").json
    refused = two(f"intro {names}")
    assert refused.code in {2, 3, 4}, refused.err
    assert refused.err.startswith("refcli: ")
    assert two.ok("intro list --json").json == before


def test_the_reach_waits_for_the_day_of_the_meeting(two: Program) -> None:
    two.ok('intro anna "Ben Ott" --meeting 2026-11-30')
    assert two.due()[("reach", "Ben Ott")] == "2026-11-30"
    two.ok('intro tom "Eva Lind" --how name')
    two.ok("intro made eva --meeting 2026-12-03")
    assert two.due()[("reach", "Eva Lind")] == "2026-12-03"


@pytest.mark.parametrize(
    ("kind", "said", "thanks"),
    [
        ("client", "won Ben Ott as a client, today", "became a client"),
        ("speaking", "(speaking) came about, today", "led to a talk"),
        ("partner", "(partner) came about, today", "became a partner"),
        ("employer", "(employer) came about, today", "led to a job"),
    ],
)
def test_what_was_won_is_named_for_what_it_is(
    two: Program, kind: str, said: str, thanks: str
) -> None:
    two.ok(f'intro anna "Ben Ott" --kind {kind}')
    told = two.ok("intro won ben").out
    assert said in told
    assert f"Thank Anna Weiss: Ben Ott {thanks}" in told
    assert two.ok("intro show 1 --json").json["kind"] == kind


SORRY = "Apologise to {} and find out what happened"
SORRY_FOR_IT = "Apologise to {} for how it went with {}, and ask what happened"
ASKED = "Ask {} what happened with {}"


@pytest.mark.parametrize(
    ("fault", "to_anna", "to_ben"),
    [
        ("", SORRY, SORRY),
        ("--fault me", SORRY, SORRY),
        ("--fault prospect", SORRY_FOR_IT, ASKED),
        ("--fault source", ASKED, SORRY_FOR_IT),
    ],
)
def test_the_words_fit_whose_fault_it_was(
    two: Program, fault: str, to_anna: str, to_ben: str
) -> None:
    two.ok('intro anna "Ben Ott"')
    two.ok(f"intro bad ben --what late {fault}")
    repairs = [i["action"] for i in two.ok("due --within 2 --json").json if i["kind"] == "repair"]
    assert sorted(repairs) == sorted(
        [to_anna.format("Anna Weiss", "Ben Ott"), to_ben.format("Ben Ott", "Anna Weiss")]
    )


def test_a_win_is_shared_by_its_sources(two: Program) -> None:
    two.ok('intro anna,tom "Ben Ott"')
    two.ok("intro won ben --value 100.01")
    rows = two.ok("review sources --json").json
    assert [(r["source"]["name"], r["introductions"], r["won"], r["value"]) for r in rows] == [
        ("Anna Weiss", 1, 0.5, 50.01),
        ("Tom Roth", 1, 0.5, 50.0),
    ]
    assert two.ok("review funnel --json").json["unasked"]["won"] == 1
    text = two.ok("review sources").out
    assert " 0.5 " in text
    assert "Ben Ott" in two.ok("intro tree tom").out
    assert [i["id"] for i in two.ok("intro list --source tom --json").json] == [1]
    owed = two.ok("reciprocate balance --json").json
    assert {(b["contact"]["name"], b["received"]) for b in owed} == {
        ("Anna Weiss", 1),
        ("Tom Roth", 1),
    }


def test_all_of_them_are_said_back(two: Program) -> None:
    said = two.ok('intro anna,tom "Ben Ott, Ida Ott"').out
    assert "Anna Weiss and Tom Roth introduced Ben Ott and Ida Ott, today" in said
    (row,) = [line for line in two.ok("intro list").out.splitlines() if line.startswith("1")] or [
        two.ok("intro list").out
    ]
    assert "Ben Ott and Ida Ott" in row
    assert "from Anna Weiss and Tom Roth" in row


def test_nobody_has_the_fault_who_is_not_in_it(two: Program) -> None:
    two.ok('intro anna "Ben Ott"')
    refused = two("intro bad 1 --what late --fault partner")
    assert refused.code == 2
    assert "intro 1 has no partner; it was the fault of one of me, source, prospect" in refused.err
    two.ok("intro give ben tom")
    refused = two("intro bad 2 --what late --fault source")
    assert "it was the fault of one of me, prospect, partner" in refused.err


def test_the_thank_you_says_what_it_became(two: Program) -> None:
    two.ok('intro anna "Ben Ott" --kind speaking')
    two.ok("intro won ben")
    words = two.ok("thank draft anna").out
    assert "It led to a talk, thanks to you." in words
    assert "client" not in words


def test_the_thank_you_says_nothing_of_what_went_wrong(two: Program) -> None:
    two.ok('intro anna "Ben Ott"')
    two.ok("intro reached ben")
    two.ok("intro bad ben --what late")
    words = " ".join(two.ok("thank draft anna").out.split())
    assert "thank you for introducing me to Ben Ott. It means a lot to me" in words
    assert "in touch" not in words


def test_every_prospect_came_through_the_source(two: Program) -> None:
    two.ok("contact add Carla")
    two.ok('intro anna "Ben Ott, Carla, Ida Ott"')
    for name in ("ben", "carla", "ida"):
        shown = two.ok(f"contact show {name} --json").json
        assert (shown["basis"], shown["through"]["name"]) == ("referred", "Anna Weiss")


def test_who_joins_brings_what_is_told_with_it(two: Program) -> None:
    two.ok('intro anna "Ben Ott"')
    two.ok('intro tom "Ben Ott, Ida Ott" --for "a payroll" --meeting 2026-12-01')
    shown = two.ok("intro show 1 --json").json
    assert _names(shown["prospects"]) == ["Ben Ott", "Ida Ott"]
    assert shown["need"] == "a payroll"
    assert two.due()[("reach", "Ben Ott")] == "2026-12-01"
    two.ok("contact add Zoe --basis friend")
    two.ok('intro zoe "Ben Ott, Ida Ott" --reached')
    assert two.ok("intro show 1 --json").json["state"] == "reached"
    assert "the follow-ups are those of the playbook" in two.ok("doctor").out


def test_nobody_introduces_one_of_two_once_more(two: Program) -> None:
    two.ok('intro anna "Ben Ott, Ida Ott"')
    refused = two("intro anna ida")
    assert refused.code == 1
    assert "by the same source already" in refused.err


def test_the_ask_of_each_source_led_to_it(anna: Program) -> None:
    anna.ok('contact add "Tom Roth" --basis partner')
    narrowed = "--in dentistry --looking-for retire --answer pending --anyway"
    anna.ok("campaign start Spring --until 2027-01-31")
    anna.ok(f"ask anna {narrowed}")
    anna.ok(f"ask tom {narrowed}")
    anna.ok('intro anna,tom "Ben Ott"')
    assert anna.ok("intro show ben --json").json["asks"] == [1, 2]
    anna.ok("intro won ben --value 900")
    total = anna.ok("review funnel --json").json["total"]
    assert (total["asks"], total["made"], total["won"]) == (2, 2, 2)
    assert total["value"] == 900
    shown = anna.ok("campaign show --json").json
    assert (shown["introduced"], shown["won"], shown["value"]) == (1, 1, 900)
    anna.ok('intro edit ben --source "Tom Roth"')
    assert anna.ok("intro show ben --json").json["asks"] == [2]
    states = {a["contact"]["name"]: a["state"] for a in anna.ok("ask list --json").json}
    assert states == {"Anna Weiss": "pending", "Tom Roth": "introduced"}


@pytest.mark.parametrize("how", ["told", "written"])
def test_who_hands_over_what_another_only_named_makes_it(two: Program, how: str) -> None:
    two.ok('intro anna "Lena Fuchs" --how name')
    told = two.ok(f'intro tom "Lena Fuchs" --how {how} --meeting friday --kind speaking').out
    assert "joins introduction 1" in told
    assert "the introduction to Lena Fuchs is made, today (intro 1)" in told
    assert "  done: Ask Anna Weiss to introduce you to Lena Fuchs (1)" in told
    assert "Reach Lena Fuchs: Tom Roth sent you" in told
    assert "thank you for introducing me to Lena" in two.ok("write tom").out
    assert "thank you for passing on the name of Lena" in two.ok("write anna").out
    due = two.due()
    assert due["reach", "Lena Fuchs"] == "2026-11-27"
    assert due["thank", "Tom Roth"] == "2026-11-21"
    [intro] = two.ok("intro list --json").json
    assert (intro["state"], intro["kind"]) == ("made", "speaking")
    two.ok("undo")
    assert two.ok("intro list --json").json[0]["state"] == "named"
    two.ok('intro tom "Lena Fuchs" --how name')
    assert two.ok("intro list --json").json[0]["state"] == "named"


@pytest.mark.parametrize("fault", ["me", "source", "prospect"])
def test_of_two_who_were_let_down_the_one_who_is_left_is_heard(two: Program, fault: str) -> None:
    two.ok('intro anna "Max Lowe,Mia Lowe"')
    two.ok(f'intro bad max --what "lost their papers" --fault {fault}')
    assert ("repair", "Max Lowe") in two.due()
    told = two.ok("contact drop max --because died").out
    assert "Mia Lowe" in told
    assert ("repair", "Mia Lowe") in two.due()
    two.ok("contact restore max")
    assert ("repair", "Max Lowe") in two.due()
    assert ("repair", "Mia Lowe") not in two.due()
    assert two("doctor").code == 0


def test_who_dies_on_the_day_of_the_repair_leaves_the_question_to_the_other(two: Program) -> None:
    two.ok('intro anna "Max Lowe,Mia Lowe"')
    two.ok('intro bad max --what "oversold" --fault source')
    two.ok("contact drop max --because died", today="2026-11-22")
    two.ok("intro repaired 1", today="2026-11-22")
    due = two.due(today="2026-11-22")
    assert ("check", "Mia Lowe") in due
    assert ("check", "Max Lowe") not in due


@pytest.mark.parametrize("name", ["Max Frei", "Lena Fuchs"])
def test_a_second_source_of_one_of_two_is_thanked_for_no_other(two: Program, name: str) -> None:
    two.ok('intro anna "Max Frei, Lena Fuchs" --how name')
    told = two.ok(f'intro tom "{name}"')
    assert "joins" not in told.out
    other = {"Max Frei": "Lena Fuchs", "Lena Fuchs": "Max Frei"}[name]
    line = f'refcli intro edit 1 --prospect "{other}"'
    said = "introduction 1 is of Max Frei and Lena Fuchs, too, and stands apart; for the others"
    assert f"{said} alone: {line}\n" in told.err
    assert f"thank you for introducing me to {name}." in two.ok("write tom").out
    two.ok(f'intro edit 1 --prospect "{other}"')
    asks = [i["action"] for i in two.ok("due --within 9 --json").json if i["kind"] == "confirm"]
    assert asks == [f"Ask Anna Weiss to introduce you to {other}"]


def test_a_second_source_of_the_other_of_two_has_one_of_their_own(two: Program) -> None:
    two.ok('intro anna "Max Frei, Lena Fuchs" --how written')
    told = two.ok('intro tom "Lena Fuchs" --how met').out
    assert "joins" not in told
    assert ("reach", "Lena Fuchs") in two.due()
    assert "Max" not in two.ok("write tom").out
    assert two("doctor").code == 0


def test_what_went_wrong_with_somebody_who_is_dropped_stays_about_them(two: Program) -> None:
    two.ok('intro anna "Max Frei, Lena Fuchs" --how written')
    two.ok('intro bad max --what "I called too late" --fault me')
    two.ok('contact drop max --because "not a fit"', today="2026-11-21")
    assert "how it went with Max Frei" in two.ok("write anna").out
    told = two.ok("intro repaired 1").out
    assert told.startswith("the introduction of Max Frei is repaired")
    due = two.due()
    assert ("check", "Anna Weiss") in due
    assert ("check", "Max Frei") not in due
    assert ("check", "Lena Fuchs") not in due
    assert "thank you for introducing me to Lena Fuchs" in two.ok("write anna").out


def test_who_is_dropped_after_a_repair_leaves_the_question_to_nobody_else(two: Program) -> None:
    two.ok('intro anna "Max Frei, Lena Fuchs" --how written')
    two.ok('intro bad max --what "I called too late" --fault me')
    two.ok("intro repaired 1")
    assert ("check", "Max Frei") in two.due()
    two.ok('contact drop max --because "not a fit"')
    due = two.due()
    assert ("check", "Max Frei") not in due
    assert ("check", "Lena Fuchs") not in due
    two.ok("thank anna")
    assert "is all well again with Max" in two.ok("write anna", today="2027-01-10").out
