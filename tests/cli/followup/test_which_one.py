"""Follow-ups by hand, which one is meant, and how they are told."""

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

import pytest

from refcli.cli.frame.main import Streams, main
from refcli.prompt.protocol import Choice
from tests.support.program import FakeTerminal, Program
from tests.support.prompter import ScriptedPrompter


class TakesTheFirst(ScriptedPrompter):
    """Chooses the first of what is offered, and remembers all of it."""

    def __init__(self) -> None:
        super().__init__([])
        self.asked: list[tuple[str, list[str]]] = []

    def choose(self, question: str, choices: Sequence[Choice], *, default: str = "") -> str:
        self.asked.append((question, [choice.label for choice in choices]))
        return choices[0].value


def offered(program: Program, line: str) -> list[tuple[str, list[str]]]:
    """The questions of one command on a terminal, each with what there is to choose from."""
    prompter = TakesTheFirst()
    code = main(
        line.split(),
        {"REFCLI_STORE": str(program.store), "TERM": "xterm", "COLUMNS": "80"},
        Streams(io.StringIO(), FakeTerminal(), io.StringIO()),
        now=dt.datetime.fromisoformat(f"{program.today}T12:00:00+00:00"),
        prompter=prompter,
    )
    assert code == 0
    return prompter.asked


def open_actions(program: Program) -> list[str]:
    return [item["action"] for item in program.ok("followup list --all --json").json]


@pytest.mark.parametrize("text", ["", "  ", "\t", "\u200b", "\x07", "\u200b \x00 \u2060"])
def test_a_follow_up_says_what_is_to_be_done(anna: Program, text: str) -> None:
    refused = anna(["followup", "anna", text, "--due", "friday"])
    assert (refused.code, refused.out) == (2, "")
    assert open_actions(anna) == []


def test_what_is_not_said_is_asked_for(anna: Program) -> None:
    left = anna("followup anna --due friday", terminal=80, answers=[("What is to be done?", " ")])
    assert left.code == 2
    told = anna(
        "followup",
        terminal=80,
        answers=[("Whom", "anna"), ("What is to be done?", "call"), ("When?", "friday")],
    )
    assert told.code == 0
    assert open_actions(anna) == ["call"]


@pytest.mark.parametrize(
    ("until", "code"), [("2026-11-19", 2), ("2026-11-20", 0), ("2026-11-21", 0)]
)
def test_it_is_put_off_to_a_day_to_come(anna: Program, until: str, code: int) -> None:
    anna.ok("followup anna call --due 2026-11-25")
    assert anna(["snooze", "1", until]).code == code
    wanted = until if code == 0 else "2026-11-25"
    assert anna.due() == {("custom", "Anna Weiss"): wanted}


@pytest.mark.parametrize("verb", ["done", "skip", "followup done", "followup skip"])
def test_without_a_number_what_is_due_is_offered(anna: Program, verb: str) -> None:
    for text, due in (("later", "2026-11-21"), ("now", "2026-11-20"), ("soon", "2026-11-20")):
        anna.ok(f"followup anna {text} --due {due}")
    assert offered(anna, verb) == [("Which one?", ["2  Anna Weiss: now", "3  Anna Weiss: soon"])]
    assert open_actions(anna) == ["soon", "later"]


def test_when_nothing_is_due_what_is_open_is_offered(anna: Program) -> None:
    for text, due in (("third", "2026-11-23"), ("first", "2026-11-21"), ("second", "2026-11-22")):
        anna.ok(f"followup anna {text} --due {due}")
    listed = ["2  Anna Weiss: first", "3  Anna Weiss: second", "1  Anna Weiss: third"]
    assert offered(anna, "done") == [("Which one?", listed)]
    assert open_actions(anna) == ["second", "third"]


@pytest.mark.parametrize(("count", "shown"), [(19, 19), (20, 20), (21, 20), (25, 20)])
def test_no_more_than_twenty_are_offered(anna: Program, count: int, shown: int) -> None:
    for number in range(count):
        anna.ok(f"followup anna thing{number} --due 2026-12-01")
    [(_, choices)] = offered(anna, "skip")
    assert choices == [f"{n + 1}  Anna Weiss: thing{n}" for n in range(shown)]


def test_what_is_due_is_offered_whole(anna: Program) -> None:
    for number in range(22):
        anna.ok(f"followup anna thing{number} --due today")
    [(_, choices)] = offered(anna, "done")
    assert len(choices) == 22


@pytest.mark.parametrize("verb", ["done", "skip"])
def test_without_a_number_and_a_terminal(anna: Program, verb: str) -> None:
    anna.ok("followup anna call --due today")
    refused = anna(verb)
    assert (refused.code, refused.out) == (2, "")
    assert f"which follow-up is to be {'done' if verb == 'done' else 'skipped'}" in refused.err
    assert "refcli due" in refused.err


@pytest.mark.parametrize("verb", ["done", "skip"])
def test_when_nothing_is_open(anna: Program, verb: str) -> None:
    refused = anna(verb, terminal=80, answers=[])
    assert refused.code == 3
    assert "no follow-up is open" in refused.err


def test_of_several_of_one_person_one_is_chosen(anna: Program) -> None:
    anna.ok("contact add Tom Brandt")
    for who, text, due in (
        ("anna", "a", "today"),
        ("tom", "t", "today"),
        ("anna", "b", "today"),
        ("anna", "c", "tomorrow"),
    ):
        anna.ok(f"followup {who} {text} --due {due}")
    assert offered(anna, "done anna") == [("Which one for Anna Weiss?", ["1  a", "3  b"])]
    assert offered(anna, "done anna") == []
    assert open_actions(anna) == ["t", "c"]


def test_a_name_without_anything_due(anna: Program) -> None:
    nothing = anna("done anna")
    assert nothing.code == 3
    assert "nothing is due for Anna Weiss" in nothing.err
    assert "to come" not in nothing.err
    assert "refcli due --within 30" in nothing.err
    anna.ok("followup anna call --due tomorrow")
    later = anna("done anna")
    assert later.code == 3
    assert "to come: 1 call" in later.err
    assert "give the number" in later.err


@pytest.mark.parametrize("verb", ["done", "skip", "snooze"])
def test_a_number_that_is_unknown_or_closed(anna: Program, verb: str) -> None:
    anna.ok("followup anna call --due today")
    when = ["friday"] if verb == "snooze" else []
    assert "no follow-up has the id 7" in anna([verb, "7", *when]).err
    assert anna([verb, "7", *when]).code == 3
    assert anna([verb, "1", "7", *when]).code == 3
    assert open_actions(anna) == ["call"]
    anna.ok("skip 1 --because later")
    closed = anna([verb, "1", *when])
    assert closed.code == 1
    assert "follow-up 1 is closed already (skipped, 2026-11-20): call" in closed.err


def test_a_skip_keeps_its_reason(anna: Program) -> None:
    for number, because in enumerate(("no longer\nneeded", "  ", None), start=1):
        anna.ok(f"followup anna x{number} --due today")
        anna.ok(["skip", str(number), *(() if because is None else ("--because", because))])
    rows = anna.ok("followup list --closed --json").json
    assert {row["id"]: row["note"] for row in rows} == {1: "no longer needed", 2: None, 3: None}
    assert {row["closing"] for row in rows} == {"skipped"}


def test_a_skipped_plan_is_no_ask_any_more(anna: Program) -> None:
    anna.ok("ask anna --in dentistry --looking-for sell --planned +3d")
    said = anna.ok(["skip", anna.number("ask")])
    assert "the ask to Anna Weiss is no longer planned" in said.out
    assert anna.ok("ask list --json").json == []


def test_a_promise_that_is_not_waited_for_lapses(anna: Program) -> None:
    anna.ok("ask anna --in dentistry --looking-for sell --answer promised")
    said = anna.ok(["skip", anna.number("confirm")])
    assert "ask 1 to Anna Weiss has lapsed" in said.err
    assert "planned" not in said.out
    assert "lapsed" not in anna.ok(["skip", anna.number("thank")]).err
    assert anna.ok("ask show 1 --json").json["state"] == "lapsed"


KEYS = [
    *("id", "due", "days_late", "kind", "contact", "action", "rule", "ask", "intro", "urgency"),
    *("time", "until", "place", "answers", "default", "others", "repeats", "on"),
]


@pytest.fixture
def busy(anna: Program) -> Program:
    """One follow-up of a second introduction that answers an ask, and one by hand."""
    for line in (
        'contact add "Tom Brandt" --basis friend',
        'intro tom "Carl Zed" --history',
        "ask anna --in dentistry --looking-for sell",
        'intro anna "Ben Okoye"',
        "followup tom call --due today",
    ):
        anna.ok(line)
    return anna


def only(rows: Sequence[dict[str, Any]], kind: str) -> dict[str, Any]:
    [found] = [row for row in rows if row["kind"] == kind]
    return found


@pytest.mark.parametrize("line", ["due --within 9", "followup list --all", "thank list --owed"])
def test_a_follow_up_names_what_it_is_about(busy: Program, line: str) -> None:
    item = only(busy.ok(f"{line} --json").json, "thank")
    assert list(item) == KEYS
    assert (item["ask"], item["intro"], item["contact"]["name"]) == (1, 2, "Anna Weiss")
    assert item["contact"] == {"id": 1, "name": "Anna Weiss"}


def test_what_is_by_hand_is_about_nothing_else(busy: Program) -> None:
    item = only(busy.ok("due --json").json, "custom")
    assert (item["ask"], item["intro"], item["rule"], item["action"]) == (None,) * 2 + (
        "by-hand",
        "call",
    )
    assert (item["due"], item["days_late"]) == ("2026-11-20", 0)
    late = only(busy.ok("due --json", today="2026-11-23").json, "custom")
    assert late["days_late"] == 3
    early = only(busy.ok("followup list --all --json", today="2026-11-18").json, "custom")
    assert early["days_late"] == -2


def test_a_closed_one_says_how_it_ended(busy: Program) -> None:
    number = busy.number("thank")
    busy.ok(["skip", number, "--because", "by post"], today="2026-11-22")
    item = only(busy.ok("followup list --closed --json").json, "thank")
    assert list(item) == [*KEYS, "closed_on", "closing", "note"]
    assert (item["ask"], item["intro"]) == (1, 2)
    ended = (item["closed_on"], item["closing"], item["note"])
    assert ended == ("2026-11-22", "skipped", "by post")


def test_a_command_tells_what_it_opened_and_closed(busy: Program) -> None:
    done = busy.ok(["skip", busy.number("custom"), "--json"]).json
    assert list(done) == ["did", "events", "opened", "closed", "gone"]
    assert done["opened"] == []
    assert [list(item) for item in done["closed"]] == [KEYS]
    added = busy.ok("followup tom write --due tomorrow --json").json
    assert added["did"] == ["added a follow-up for Tom Brandt"]
    assert [(i["action"], i["intro"], i["days_late"]) for i in added["opened"]] == [
        ("write", None, -1)
    ]


def test_a_rhythm_that_begins_anew_is_not_told_as_closed(anna: Program) -> None:
    anna.ok("contact edit anna --tier A")
    said = anna.ok("log lunch with anna").out
    assert "Get in touch with Anna Weiss" in said
    assert "done: Get in touch" not in said
    assert "dropped: Get in touch" in anna.ok("contact drop anna --because gone").out


def test_lists_as_tables(busy: Program) -> None:
    rows = busy.ok("followup list").lines
    assert rows[0].split() == ["no", "due", "kind", "what", "to", "do", "made", "by"]
    assert rows[1].split()[1:] == ["today", "custom", *["Tom", "Brandt:", "call"], "by-hand"]
    assert len(rows) == 2
    busy.ok(["skip", busy.number("custom")])
    assert busy.ok("followup list").lines == [
        "nothing is due; those to come: refcli followup list --all"
    ]
    closed = busy.ok("followup list --closed").lines
    assert closed[0].split() == ["no", "closed", "kind", "what", "to", "do", "how", "it", "ended"]
    assert "skipped" in closed[1]


def test_lists_of_nothing(anna: Program) -> None:
    assert anna.ok("followup list --all").lines == ["no follow-up is open"]
    assert anna.ok("followup list --closed").lines == ["no follow-up is closed yet"]
