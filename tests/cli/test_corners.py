"""Corners where rules meet: each of these once went wrong, or could."""

import pytest

from tests.support.program import Program

NARROW = '--in dentistry --looking-for "sell their practice"'


def test_two_introductions_from_one_ask_keep_their_own_follow_ups(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --answer promised")
    anna.ok('intro anna "Ben Okoye" --how name')
    anna.ok('intro anna "Carl Zed" --how card')
    confirms = [i for i in anna.ok("due --within 9 --json").json if i["kind"] == "confirm"]
    assert [i["intro"] for i in confirms] == [1, 2]
    anna.ok("intro made ben")
    anna.ok("intro made carl")
    thanks = [i for i in anna.ok("due --within 9 --json").json if i["kind"] == "thank"]
    assert [i["intro"] for i in thanks] == [1, 2]
    anna.ok("intro reached carl")
    owed = {i["intro"]: i["rule"] for i in anna.ok("thank list --owed --json").json}
    assert owed == {1: "intro-made", 2: "intro-reached"}


def test_a_sentence_about_several(refcli: Program) -> None:
    for name in ("Ben", "Carl", "Al"):
        refcli.ok(["contact", "add", name])
    for text in ("met Ben & Carl & Al", "lunch with Ben &Carl, Al", "coffee with Ben,Carl & Al"):
        refcli.ok(["log", text])
        people = refcli.ok("log list --json").json[0]["contacts"]
        assert [p["name"] for p in people] == ["Ben", "Carl", "Al"], text


@pytest.mark.parametrize("when", ["tomorrow", "in 2 weeks", "next friday", "2040-01-01"])
def test_what_happened_cannot_be_to_come(anna: Program, when: str) -> None:
    assert anna(f'log "{when}: met anna"').code == 2
    assert anna(f'log "met anna {when}"').code == 2


def test_another_surname_is_another_person(anna: Program) -> None:
    wrong = anna('log "lunch with Anna Schmidt"')
    assert wrong.code == 3
    anna.ok('log "lunch with Anna Tuesday"')
    anna.ok('log "lunch with Anna Weiss CEO"')


def test_history_stays_quiet_when_reached(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --history --reached')
    assert anna.due() == {}
    assert anna.ok("intro show ben --json").json["state"] == "reached"


def test_a_plan_keeps_its_words_and_channel(anna: Program) -> None:
    anna.ok(f'ask anna {NARROW} --words "Mine" --how call --planned +3d')
    moved = anna.ok("ask anna --planned +4d --json").json
    assert (moved["words"], moved["how"]) == ("Mine", "call")


def test_an_old_ask_leaves_the_plan_alone(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --planned +7d")
    anna.ok(f"ask anna {NARROW} --on 2025-01-01 --answer declined")
    assert anna.due() == {("ask", "Anna Weiss"): "2026-11-27"}
    assert [a["state"] for a in anna.ok("ask list --json").json] == ["planned", "declined"]


def test_once_more_never_doubles(anna: Program) -> None:
    anna.ok("contact edit anna --tier A")
    anna.ok(["done", anna.number("keep-in-touch"), "--again", "+5d"])
    assert anna.due() == {("keep-in-touch", "Anna Weiss"): "2026-11-25"}
    anna.ok('intro anna "Ben Okoye"')
    assert anna(["done", anna.number("reach"), "--again", "+3d"]).code == 2
    assert ("reach", "Ben Okoye") in anna.due()


def test_a_late_exchange_keeps_the_rhythm(refcli: Program) -> None:
    refcli.ok("contact add Anna --tier A")
    refcli.ok('log "2026-08-01: lunch with anna"')
    assert refcli.due() == {("keep-in-touch", "Anna"): "2026-08-31"}


def test_a_lost_name_asks_nothing_more(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --how name')
    anna.ok("intro lost ben --because unreachable")
    assert set(anna.due()) == {("outcome", "Anna Weiss")}


def test_dropping_or_answering_ends_the_plan(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --planned +7d")
    anna.ok("contact drop anna --because gone")
    assert anna.ok("ask list --json").json == []
    anna.ok("contact add Ben --basis friend")
    made = anna.ok(f"ask ben {NARROW} --json").json["id"]
    anna.ok(f"ask ben {NARROW} --planned +9d --anyway")
    anna.ok(f"ask answer {made} declined")
    assert [a["state"] for a in anna.ok("ask list --contact ben --json").json] == ["declined"]


def test_an_ask_linked_later_is_settled(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    anna.ok(f"ask anna {NARROW} --answer promised --on 2026-11-19")
    anna.ok("intro edit 1 --ask 1")
    kinds = sorted(kind for kind, _ in anna.due())
    assert kinds == ["educate", "re-ask", "reach", "status", "thank"]
    assert anna.ok("ask show 1 --json").json["state"] == "introduced"


def test_thanks_for_a_name_count_for_its_promise(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --answer promised")
    anna.ok('intro anna "Ben Okoye" --how name')
    anna.ok("thank anna --intro 1")
    anna.ok("intro made ben")
    assert ("thank", "Anna Weiss") not in anna.due()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("intro show 99999999999999999999", 3),
        ("ask show ²", 3),
        ("done ²", 3),
        ("done 99999999999999999999", 3),
        ("log edit 99999999999999999999 --text x", 2),
        ("thank anna --intro 99999999999999999999", 2),
        ("contact list --stale 1000000", 2),
        ("contact @99", 3),
        ("contact @9999999999999999999", 3),
    ],
)
def test_hostile_numbers(anna: Program, line: str, code: int) -> None:
    assert anna(line).code == code
    assert len(anna.ok("contact list --json").json) == 1


def test_leaving_the_second_question_saves_nothing(refcli: Program) -> None:
    refcli.ok("contact add Anna Weiss")
    left = refcli(
        'intro Zed "Weiss Anna"',
        answers=[("Add Zed", True), ("one of these", KeyboardInterrupt)],
    )
    assert left.code == 130
    assert len(refcli.ok("contact list --json").json) == 1


@pytest.mark.parametrize(
    "line", ["contact show anna", "due --contact anna", "log list --contact a", "intro show ben"]
)
def test_reading_about_somebody_before_there_is_a_store(refcli: Program, line: str) -> None:
    result = refcli(line)
    assert (result.code, result.out) == (0, "")
    assert "refcli init" in result.err
    assert refcli(f"{line} --json").out == "null\n"


def test_how_must_fit_one_of_them(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    both = [anna.number("thank"), anna.number("reach")]
    assert anna(["done", *both, "--how", "share"]).code == 2
    anna.ok(["done", *both, "--how", "note"])
    assert anna.ok("thank list --json").json[0]["how"] == "note"


def test_plans_are_judged_for_their_day(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW}")
    assert "[open-ask]" in anna(f"ask anna {NARROW} --planned +59d").err
    anna.ok(f"ask anna {NARROW} --planned +61d")


def test_the_plan_is_not_one_too_many(refcli: Program) -> None:
    for number, name in enumerate(("Ann", "Ben", "Cid")):
        refcli.ok(f"contact add {name} --basis friend")
        refcli.ok(f"ask {name} {NARROW}")
        assert number < 3
    refcli.ok("contact add Dee --basis friend")
    refcli.ok(f"ask dee {NARROW} --planned tomorrow")
    assert "[broadcast]" in refcli("ask dee").err
    refcli.ok("ask dee", today="2026-11-21")


def test_a_name_without_the_middle_one(refcli: Program) -> None:
    refcli.ok("contact add Anna Maria Meyer")
    assert refcli.ok("contact Anna Meyer --json").json["id"] == 1
    assert refcli.ok("contact show Meyer Anna --json").json["id"] == 1


def test_gates_are_settings(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --answer declined")
    assert anna(f"ask anna {NARROW}", today="2026-12-01").code == 1
    anna.ok("config set gate.after-no-days 10")
    anna.ok(f"ask anna {NARROW}", today="2026-12-01")


def test_init_reads_the_file_before_it_saves(refcli: Program) -> None:
    assert refcli("init --name Sam --import nowhere.csv").code == 66
    assert not refcli.store.exists()


def test_bare_as_json(anna: Program) -> None:
    anna.ok("followup anna x --due today")
    assert anna.ok("--json").json == anna.ok("due --json").json
