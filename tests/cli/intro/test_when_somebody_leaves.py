"""What is due and what is said once somebody in an introduction left, died or took a word back."""

import pytest

from tests.support.program import Program


@pytest.fixture
def three(refcli: Program) -> Program:
    refcli.ok('contact add "Dora Klein" --basis friend --since 2020')
    refcli.ok('contact add "Finn Roe" --basis partner --since 2020')
    refcli.ok('contact add "Eve Stone" --basis client --since 2020')
    return refcli


def test_with_one_of_a_couple_gone_the_other_is_reached_by_the_source(three: Program) -> None:
    both = three.ok('intro dora "Gus Hill,Ida Hill"').out
    assert "Tell Dora Klein where it stands with Gus Hill and Ida Hill" in both
    told = three.ok('contact drop "Gus Hill" --because died').out
    assert "dropped: Reach Gus Hill" in told
    assert "Reach Ida Hill: Dora Klein sent you" in told
    due = three.ok("followup list --all").out
    assert "Tell Dora Klein where it stands with Ida Hill" in due
    assert "Gus" not in due
    three.ok('intro reached "Ida Hill"')
    [row] = three.ok("log list --json").json
    assert [person["name"] for person in row["contacts"]] == ["Ida Hill"]
    assert "the follow-ups are those of the playbook" in three.ok("doctor").out


@pytest.mark.parametrize("because", ["died", "too far away"])
def test_who_comes_back_is_reached_again(three: Program, because: str) -> None:
    three.ok('intro dora "Gus Hill"')
    three.ok(["contact", "drop", "gus", "--because", because])
    assert "Reach" not in three.ok("followup list --all").out
    back = three.ok("contact restore gus", today="2026-11-25").out
    assert "Reach Gus Hill: Dora Klein sent you" in back
    assert "the follow-ups are those of the playbook" in three.ok("doctor").out


@pytest.mark.parametrize("because", ["died", "lazy"])
def test_nobody_is_passed_on_to_a_partner_who_left(three: Program, because: str) -> None:
    three.ok('intro give eve finn --for "a roof"')
    told = three.ok(["contact", "drop", "finn", "--because", because]).out
    assert "dropped: Ask Eve Stone whether you may pass them on to Finn Roe" in told
    assert "Finn" not in three.ok("write eve", today="2026-11-21").out
    for line in ("write eve --form consent", "intro consent 1 yes"):
        assert three(line).code == 1
    assert three.ok("intro show 1 --json").json["state"] == "proposed"


def test_nobody_is_asked_to_introduce_me_to_whom_i_dropped(three: Program) -> None:
    three.ok('intro dora "Gus Hill" --how name')
    assert "Ask Dora Klein to introduce you" in three.ok("followup list --all").out
    three.ok("contact drop gus --because rude")
    assert "Ask Dora Klein to introduce you" not in three.ok("followup list --all").out


@pytest.mark.parametrize("then", ["intro consent 2 no", "intro lost 2 --because unreachable"])
def test_of_whom_i_could_not_pass_on_nobody_looks_after_them(three: Program, then: str) -> None:
    three.ok('intro dora "Gus Hill" --for "a roof"')
    three.ok("intro pass gus finn")
    if "lost" in then:
        three.ok("intro consent 2 yes")
    three.ok(then)
    words = three.ok("write dora", today="2026-11-21").out
    assert "wanted to put Gus in touch with Finn Roe, but nothing came of it" in words
    assert "looking after" not in words
    assert "asking whether" not in words


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("won gus", "It led to work, thanks to you."),
        ("lost gus --because not-interested", "Nothing came of it this time."),
    ],
)
def test_of_the_dead_nothing_is_told_as_if_they_lived(three: Program, step: str, said: str) -> None:
    three.ok('intro dora "Gus Hill"')
    three.ok(f"intro {step}")
    three.ok("contact drop gus --because died")
    words = three.ok("write dora", today="2026-11-21").out
    assert said in words
    assert "look after" not in words
    assert "just now" not in words


def test_with_the_dead_nothing_is_put_right(three: Program) -> None:
    three.ok('intro give eve finn --for "a roof" --consent yes')
    three.ok("intro bad 1 --fault partner --what 'he never came'")
    three.ok("contact drop finn --because died")
    words = three.ok("write eve", today="2026-11-21").out
    assert "I am sorry about how it went with Finn Roe." in words
    assert "take it up" not in words


def test_a_promise_that_was_taken_back_is_thanked_for_as_such(three: Program) -> None:
    three.ok('ask dora --in law --looking-for "sell" --answer promised --anyway')
    three.ok("ask answer dora declined")
    words = three.ok("write dora", today="2026-11-21").out
    assert "It is quite all right that it does not fit just now" in words
    assert "whoever it is" not in words


def test_nobody_is_thanked_twice_for_one_thing_in_one_message(three: Program) -> None:
    three.ok('intro dora "Gus Hill"', today="2026-11-19")
    three.ok('intro dora "Max Roth"')
    words = three.ok("write dora --all").out
    assert words.count("Gus") == 1
    assert words.lower().count("thank you") == 1


def test_an_apology_stands_alone_and_first(three: Program) -> None:
    three.ok('intro dora "Gus Hill"')
    three.ok("intro bad gus --what 'I forgot the meeting' --fault me", today="2026-11-20")
    for line in ("write dora", "write dora --all"):
        words = three.ok(line, today="2026-11-22").out
        assert "I am sorry" in words
        assert "thank you" not in words.lower()


def test_consent_by_done_says_how_to_hand_over(three: Program) -> None:
    three.ok('intro give eve finn --for "a roof"')
    number = three.number("consent", "Eve Stone")
    told = three.ok(f"done {number} --answer yes")
    assert 'now tell them both: refcli write "Finn Roe" --form handover' in told.err + told.out
    assert "Eve" in three.ok('write "Finn Roe" --form handover').out


def test_a_step_is_told_of_the_prospect_who_was_named(three: Program) -> None:
    three.ok('intro dora "Cara Dunn,Dan Poe"')
    assert "reached Dan Poe" in three.ok('intro reached "Dan Poe"').out
    [row] = three.ok("log list --json").json
    assert [person["name"] for person in row["contacts"]] == ["Dan Poe"]
    assert "won Dan Poe" in three.ok('intro won "Dan Poe"').out
    words = three.ok("write dora", today="2026-11-21").out
    assert "Cara Dunn and Dan Poe" in words
    assert "are now clients" in words


def test_whoever_failed_is_not_apologised_to_once_the_other_died(three: Program) -> None:
    three.ok('intro give eve finn --for "a roof" --consent yes')
    three.ok("intro bad 1 --fault partner --what 'he never came'")
    three.ok("contact drop eve --because died")
    words = three.ok("write finn", today="2026-11-21").out
    assert "I would like to hear from you what happened." in words
    assert "sorry" not in words
    assert "put it right" not in words
