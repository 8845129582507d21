"""Whatever is told with an id can be taken back or corrected, and what follows from it follows."""

import pytest

from tests.support.program import Program
from tests.support.tables import tables

INTRO = 'intro anna "Ben Okoye"'
NARROW = "--in dentistry --looking-for sell"
# By what is told, the command that takes it back.
TOLD = {
    "log lunch with anna --next 2026-12-01": "log delete 2",
    f"ask anna {NARROW} --answer promised": "ask delete 1",
    "thank anna --how call": "thank delete 1",
    "reciprocate anna a book": "reciprocate delete 1",
    'testimonial anna "so good"': "testimonial delete 1",
    "engagement anna books --rating 2": "engagement delete 1",
    "followup anna call --due +4d": "followup delete 1",
}


@pytest.mark.parametrize("line", TOLD)
def test_what_is_deleted_was_never_told(anna: Program, line: str) -> None:
    anna.ok("contact edit anna --tier A --basis client")
    before = tables(anna.store)
    anna.ok(line)
    number = str(max(i["id"] for i in anna.ok("followup list --all --json").json))
    delete = f"followup delete {number}" if line.startswith("followup") else TOLD[line]
    anna.ok(delete)
    assert tables(anna.store) == before
    anna.ok("undo")
    assert tables(anna.store) != before
    anna.ok("redo")
    assert tables(anna.store) == before
    assert "the follow-ups are those of the playbook" in anna.ok("doctor").out


def test_an_introduction_goes_with_its_steps_and_thanks(anna: Program) -> None:
    for line in (INTRO, "intro reached ben", "thank anna --intro 1 --how call"):
        anna.ok(line)
    said = anna.ok("intro delete 1").out
    assert "deleted introduction 1 (Ben Okoye), and with it " in said
    assert "2 steps" in said
    assert "1 thanks" in said
    assert anna.ok("intro list --json").json == []
    assert anna.ok("thank list --json").json == []
    assert anna.due() == {}
    assert anna.ok("contact show ben --json").json["basis"] == "other"
    anna.ok("undo")
    assert anna.ok("intro show 1 --json").json["state"] == "reached"
    assert anna.ok("contact show ben --json").json["basis"] == "referred"


def test_introductions_go_on_without_their_ask(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --answer promised")
    anna.ok(INTRO)
    anna.ok("ask delete 1")
    assert anna.ok("ask list --json").json == []
    shown = anna.ok("intro show 1 --json").json
    assert (shown["state"], shown["ask"]) == ("made", None)


def test_what_a_rule_made_is_no_fact(anna: Program) -> None:
    anna.ok(INTRO)
    number = anna.number("reach")
    for line in (["followup", "delete", number], ["followup", "edit", number, "--due", "+9d"]):
        refused = anna(line)
        assert (refused.code, refused.out) == (1, "")
        assert "follows from a fact (intro-made)" in refused.err
    assert ("reach", "Ben Okoye") in anna.due()


@pytest.mark.parametrize(
    "line",
    [
        *("log delete 9", "ask delete 9", "intro delete 9", "thank delete 9", "thank edit 9"),
        *("reciprocate delete 9", "testimonial delete 9", "engagement delete 9"),
        *("followup delete 9", "thank delete anna", "followup edit 9"),
    ],
)
def test_what_is_not_there_is_said(anna: Program, line: str) -> None:
    more = " --on yesterday" if line == "thank edit 9" else ""
    more = " --text x" if line == "followup edit 9" else more
    before = anna.store.read_bytes()
    refused = anna(line + more)
    assert (refused.code, refused.out) == (3, "")
    assert refused.err.count("\n") <= 2
    assert anna.store.read_bytes() == before


def test_several_are_deleted_in_one_command_or_none(anna: Program) -> None:
    for day in (1, 2, 3):
        anna.ok(f"log call with anna --on 2026-11-0{day}")
    assert anna("log delete 2 99").code == 3
    assert len(anna.ok("log list --json").json) == 4
    anna.ok("log delete 2 3 2")
    assert len(anna.ok("log list --json").json) == 2
    anna.ok("undo")
    assert len(anna.ok("log list --json").json) == 4


def test_thanks_corrected_close_what_they_would_have_closed(anna: Program) -> None:
    anna.ok(f"{INTRO} --on 2026-11-10")
    anna.ok("thank anna --how call --on 2026-11-18")
    assert ("thank", "Anna Weiss") not in anna.due()
    anna.ok("thank edit 1 --on 2026-11-09 --how note --words 'many thanks'")
    assert ("thank", "Anna Weiss") in anna.due()
    [row] = [i for i in anna.ok("log list --json").json if i["on"] == "2026-11-09"]
    assert row["how"] == "letter"
    anna.ok("thank edit 1 --how gift --on today")
    assert not [i for i in anna.ok("log list --json").json if i["how"] == "letter"]
    anna.ok("thank edit 1 --intro 1")
    assert anna.ok("intro show 1 --json").json["thanks"]["made"] == "2026-11-20"


def test_favors_are_listed_and_corrected(anna: Program) -> None:
    anna.ok("reciprocate anna a book --how share --on 2026-11-01")
    anna.ok("reciprocate edit 1 --what 'two books' --received --on 2026-11-02 --how advice")
    assert anna.ok("reciprocate list --json").json == [
        {
            "id": 1,
            "contact": {"id": 1, "name": "Anna Weiss"},
            "what": "two books",
            "how": "advice",
            "on": "2026-11-02",
            "received": True,
        }
    ]
    assert "two books" in anna.ok("reciprocate list").out


def test_praise_and_plans_of_one_s_own_are_corrected(anna: Program) -> None:
    anna.ok("testimonial anna so god")
    anna.ok("testimonial edit 1 --words 'so good' --publish --on 2026-11-02")
    [row] = anna.ok("testimonial list --publishable --json").json
    assert (row["words"], row["on"]) == ("so good", "2026-11-02")
    anna.ok("followup anna cal --due +4d")
    number = anna.number("custom")
    anna.ok(["followup", "edit", number, "--text", "call her", "--due", "+9d"])
    [item] = anna.ok("followup list --all --json").json
    assert (str(item["id"]), item["action"], item["due"]) == (number, "call her", "2026-11-29")


@pytest.mark.parametrize(
    "line", ["thank edit 1", "reciprocate edit 1", "testimonial edit 1", "followup edit 1"]
)
def test_nothing_to_change(anna: Program, line: str) -> None:
    refused = anna(line)
    assert (refused.code, refused.out) == (2, "")
    assert "nothing to change" in refused.err


def test_what_was_never_owed_is_named(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott"')
    said = anna.ok("intro delete 1").out
    assert "never owed: Reach Ben Ott: Anna Weiss sent you" in said
    assert "never owed: Thank Anna Weiss for the introduction to Ben Ott" in said
    back = anna.ok("undo --json").json
    assert {i["kind"] for i in back["opened"]} >= {"reach", "thank"}
    again = anna.ok("redo --json").json
    assert {i["kind"] for i in again["gone"]} == {i["kind"] for i in back["opened"]}


@pytest.mark.parametrize(
    ("told", "same", "other"),
    [
        (f"ask anna {NARROW} --words hi", "ask edit 1 --words hi", "ask edit 1 --words ho"),
        (INTRO, "intro edit 1 --on today", "intro edit 1 --on yesterday"),
        ("log lunch with anna", "log edit 2 --on today", "log edit 2 --on yesterday"),
        ("thank anna --how call", "thank edit 1 --how call", "thank edit 1 --how note"),
        (
            "engagement anna books --rating 9",
            "engagement edit 1 --rating 9",
            "engagement edit 1 --rating 8",
        ),
        (
            "reciprocate anna a book",
            "reciprocate edit 1 --on today",
            "reciprocate edit 1 --on yesterday",
        ),
    ],
)
def test_what_reads_so_already_is_not_said_to_be_changed(
    anna: Program, told: str, same: str, other: str
) -> None:
    anna.ok("contact edit anna --tier A --basis client")
    anna.ok(told)
    before = anna.ok("history --json").json
    assert anna.ok(same).out == "nothing to change: it is so already\n"
    assert anna.ok("history --json").json == before
    assert "changed" in anna.ok(other).out


def test_a_focus_of_nothing_is_no_focus(anna: Program) -> None:
    anna.ok('log "met Anna" --focus "a new library"')
    refused = anna('log "met Anna" --focus " "')
    assert (refused.code, refused.err.splitlines()[0]) == (2, "refcli: --focus says nothing")
    assert anna.ok("contact show anna --json").json["focus"] == "a new library"


def test_what_came_of_an_ask_stays_when_the_ask_goes(anna: Program) -> None:
    anna.ok("contact edit anna --tier A --basis client")
    anna.ok(f"ask anna {NARROW}")
    anna.ok(INTRO)
    assert anna.ok("intro show 1 --json").json["ask"] == 1
    anna.ok("ask delete 1")
    assert anna.ok("intro show 1 --json").json["ask"] is None
    assert "every reference holds" in anna.ok("doctor").out
    anna.ok("undo")
    assert anna.ok("intro show 1 --json").json["ask"] == 1
