"""`refcli due`, `done`, `snooze`, `skip`, and `refcli followup …`."""

import pytest

from tests.support.program import Program

KEYS = [
    "id", "due", "days_late", "kind", "contact", "action", "rule", "ask", "intro", "urgency",
    "time", "until", "place", "answers", "default", "others", "repeats", "on",
]  # fmt: skip


def test_due_in_a_pipe_and_as_json(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --phone 12345', today="2026-11-17")
    anna.ok("followup anna send the slides --due tomorrow")
    assert anna.ok("due").out == (
        "Fri 20 Nov: 2 to do, 2 late\n"
        "  5  Reach Ben Okoye: Anna Weiss sent you (12345)        2 days late\n"
        "  1  Thank Anna Weiss for the introduction to Ben Okoye  2 days late\n"
    )
    first = anna.ok("due --json").json[0]
    assert list(first) == KEYS
    assert first == {
        "id": 5,
        "due": "2026-11-18",
        "days_late": 2,
        "kind": "reach",
        "contact": {"id": 2, "name": "Ben Okoye"},
        "action": "Reach Ben Okoye: Anna Weiss sent you",
        "rule": "intro-made",
        "ask": None,
        "intro": 1,
        "urgency": 9.714,
        "time": None,
        "until": None,
        "place": None,
        "answers": ["yes", "no-reply"],
        "default": "done",
        "others": [{"id": 1, "name": "Anna Weiss"}],
        "repeats": None,
        "on": None,
    }
    assert anna.ok("due --count").out == "2\n"
    assert anna.ok("due --within 1 --count").out == "3\n"
    assert anna("due --exit-code").code == 1
    assert anna.ok("due --exit-code", today="2026-11-17").out.startswith("nothing is due; next")
    kinds = anna.ok("due --within 10 --kind status --kind custom --json").json
    assert {item["kind"] for item in kinds} == {"status", "custom"}
    assert anna.ok("due --contact ben --json").json == [first]


def test_a_contacts_items_stand_together(anna: Program) -> None:
    anna.ok("contact add Carla --basis friend")
    anna.ok("followup anna b --due 2026-11-19")
    anna.ok("followup carla c --due 2026-11-18")
    anna.ok("followup anna a --due 2026-11-17")
    actions = [item["action"] for item in anna.ok("due --json").json]
    assert actions == ["a", "b", "c"]


def test_a_terminal_shows_seven(anna: Program) -> None:
    for number in range(9):
        anna.ok(f"followup anna thing {number} --due today")
    seen = anna.ok("due", terminal=80).out
    assert "and 2 more: refcli due --all" in seen
    assert seen.count("thing") == 7
    assert anna.ok("due --all", terminal=80).out.count("thing") == 9
    assert anna.ok("due").out.count("thing") == 9


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_line_is_wider_than_the_terminal(sample: Program, width: int) -> None:
    for line in ("due --all", "contact list", "intro list", "ask list", "contact anna", ""):
        out = sample.ok(line, terminal=width, env={"NO_COLOR": "1"}).out
        assert max(len(text) for text in out.splitlines()) <= width, line


def test_colour_only_where_it_is_wanted(sample: Program) -> None:
    assert "\x1b[" in sample.ok("due", terminal=80).out
    assert "\x1b[" in sample.ok("due", env={"FORCE_COLOR": "1"}).out
    assert "\x1b[" not in sample.ok("due").out
    assert "\x1b[" not in sample.ok("due", terminal=80, env={"NO_COLOR": "1"}).out
    assert "\x1b[" not in sample.ok("due", terminal=80, env={"TERM": "dumb"}).out


def test_by_hand(anna: Program) -> None:
    result = anna.ok("followup anna send the article --due friday")
    assert "due in 7 days: Anna Weiss: send the article (1)" in result.out
    anna.ok("followup anna send the article --due friday")
    assert len(anna.ok("followup list --all --json").json) == 2
    assert anna("followup anna x").code == 2
    assert anna("followup anna --due friday").code == 2
    assert anna("followup anna x --due 2040-01-01").code == 2
    anna.ok("done 1 --note 'by post' --again +30d")
    [closed] = anna.ok("followup list --closed --json").json
    assert (closed["closing"], closed["note"]) == ("done", "by post")
    assert ("custom", "Anna Weiss") in anna.due()
    assert anna.due()[("custom", "Anna Weiss")] == "2026-12-20"


def test_snooze_and_skip(anna: Program) -> None:
    anna.ok("followup anna a --due today")
    anna.ok("followup anna b --due today")
    anna.ok("snooze 1 2 monday")
    assert anna.due() == {("custom", "Anna Weiss"): "2026-11-23"}
    assert anna("snooze 1 2020-01-01").code == 2
    assert anna("snooze 1").code == 2
    assert anna("snooze 1 9 friday").code == 3
    anna.ok("skip 1 --because 'no longer needed'")
    assert anna("skip 1").code == 1
    assert anna("done 1").code == 1
    assert anna("done 99").code == 3
    assert [i["id"] for i in anna.ok("followup list --all --json").json] == [2]


def test_several_or_none(anna: Program) -> None:
    anna.ok("followup anna a --due today")
    anna.ok("followup anna b --due today")
    assert anna("done 1 99").code == 3
    assert anna("done 1 2 --how note").code == 2
    assert len(anna.ok("due --json").json) == 2
    anna.ok("done 1 2 1")
    assert anna.ok("due --json").json == []


def test_a_name_with_exactly_one_due(anna: Program) -> None:
    later = anna("done anna")
    assert later.code == 3
    anna.ok("followup anna a --due today")
    anna.ok("followup anna b --due tomorrow")
    anna.ok("done anna")
    assert "to come: 2 b" in anna("done anna").err
    anna.ok("followup anna c --due today")
    both = anna("done anna", today="2026-11-21")
    assert both.code == 3
    assert "3 c; 2 b" in both.err


DONE_AS_TYPED = [
    ("thank", "done {id} --how call", "thank anna --how call"),
    ("reach", "done {id} --how video --note hello", "intro reached ben --how video --note hello"),
]


@pytest.mark.parametrize(("kind", "done", "typed"), DONE_AS_TYPED)
def test_done_is_the_command_itself(refcli: Program, kind: str, done: str, typed: str) -> None:
    states = []
    for name, line in (("one", done), ("two", typed)):
        program = Program(refcli.store.parent / f"{name}.db")
        program.ok("contact add Anna Weiss --basis friend --tier A")
        program.ok('intro anna "Ben Okoye"')
        program.ok(line.format(id=program.number(kind)), today="2026-11-22")
        shown = [
            program.ok(view, today="2026-11-22").json
            for view in ("due --within 400 --json", "intro list --json", "thank list --json")
        ]
        talks = program.ok("log list --json").json
        states.append([*shown, [(t["on"], t["how"], t["contacts"], t["text"]) for t in talks]])
    assert states[0] == states[1]


def test_done_by_kind(anna: Program) -> None:
    anna.ok("contact edit anna --tier A")
    anna.ok('intro anna "Ben Okoye"')
    anna.ok(["done", anna.number("status"), "--how", "call"])
    assert anna.ok("log list --json").json[0]["how"] == "call"
    anna.ok(["done", anna.number("educate")])
    assert anna.ok("contact show anna --json").json["taught_on"] == "2026-11-20"
    anna.ok(["done", anna.number("reach")])
    anna.ok(["done", anna.number("check")], today="2026-12-11")
    assert anna.due()[("check", "Ben Okoye")] == "2027-01-22"
    anna.ok("intro won ben", today="2026-12-12")
    reciprocate = anna.number("reciprocate")
    assert anna(["done", reciprocate]).code == 2
    note = ["--note", "sent a client", "--how", "share"]
    anna.ok(["done", reciprocate, *note], today="2026-12-12")
    anna.ok(["done", anna.number("keep-in-touch")], today="2026-12-30")
    assert anna.due()[("keep-in-touch", "Anna Weiss")] == "2027-01-29"
    anna.ok(["done", anna.number("re-ask")])
    assert {kind for kind, _ in anna.due()} == {"thank", "keep-in-touch"}


def test_how_is_read_by_the_kind(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    assert anna(["done", anna.number("thank"), "--how", "video"]).code == 2
    assert anna(["done", anna.number("reach"), "--how", "gift"]).code == 2
    assert anna(["done", anna.number("re-ask"), "--how", "call"]).code == 2


def test_catchup(anna: Program) -> None:
    for name in "abc":
        anna.ok(f"followup anna {name} --due today")
    anna.ok("contact edit anna --tier A")
    anna.ok(
        "followup catchup",
        today="2026-12-20",
        answers=[
            ("follow-ups: custom", "each"),
            ("a", "keep"),
            ("b", "snooze"),
            ("c", "skip"),
            ("1 follow-up: keep in touch", "snooze"),
        ],
    )
    items = anna.ok("followup list --all --json").json
    assert sorted((i["action"], i["due"]) for i in items) == [
        ("Get in touch with Anna Weiss", "2026-12-27"),
        ("a", "2026-11-20"),
        ("b", "2026-12-27"),
    ]
    assert anna("followup catchup").code == 2


def test_followup_has_the_same_verbs(anna: Program) -> None:
    anna.ok("followup anna a --due today")
    anna.ok("followup snooze 1 tomorrow")
    anna.ok("followup skip 1")
    anna.ok("followup anna b --due today")
    assert "b" in anna.ok("followup list").out
    anna.ok("followup done 2")
    assert anna.ok("followup list --closed").out.count("\n") == 3


def test_weights_are_settings(anna: Program) -> None:
    anna.ok("contact add Carla --basis friend")
    anna.ok('intro anna "Ben Okoye"')
    anna.ok("followup carla x --due tomorrow")
    assert anna.ok("due --within 1 --json").json[0]["kind"] == "reach"
    anna.ok("config set weight.custom 90")
    assert anna.ok("due --within 1 --json").json[0]["kind"] == "custom"
