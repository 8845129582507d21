"""`refcli undo`, `redo` and `history`: whole commands, and nothing overwritten silently."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.program import Program
from tests.support.tables import tables

CSV = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
COMMANDS = (
    "contact add New Person --email n@x.example --phone +491 --nick N --tag a --tier A",
    'contact edit "Anna Weiss" --role boss --tag new --tier C',
    'contact edit "Anna Weiss" "Tom Brandt" --industry tax',
    'contact rest "Anna Weiss" --until 2027-02-01',
    'contact drop "Carla Mendes" --because "never gives"',
    'contact restore "Ray Sutton"',
    'contact merge "Anna Weiss" "Gil Morgan"',
    'log "lunch with Anna Weiss about her move #golf" --focus move --next 2026-12-05',
    "log edit 3 --text other --on 2025-01-01",
    'ask "Helen Park" --in dentistry --looking-for sell --answer promised',
    'ask "Helen Park" --in dentistry --looking-for sell --planned 2026-12-01',
    "ask answer 15 promised",
    "ask edit 15 --in tax",
    'intro "Anna Weiss" "New Prospect" --how written --reached',
    "intro reached 19",
    "intro won 17 --value 1000",
    "intro lost 17 --because not-a-fit",
    "intro bad 17 --what late",
    'intro pass 17 "Peter Vogel"',
    'intro give "Anna Weiss" "Peter Vogel" --consent asked',
    "intro made 20",
    "intro edit 17 --for tax",
    'thank "Maya Stern" --how note',
    'thank received "Maya Stern"',
    'reciprocate "Anna Weiss" "a book" --how advice',
    'testimonial "Anna Weiss" "so good" --publish',
    "kit edit --message hello --say this",
    "kit target Dentists --in dentistry --looking-for sell",
    'kit share "Anna Weiss"',
    'partner "Peter Vogel" --services tax --story long',
    'engagement "Anna Weiss" books --rating 10 --value 100',
    'engagement "Anna Weiss" books --rating 2',
    "engagement edit 1 --rating 3",
    "campaign end",
    'followup "Anna Weiss" call --due 2026-12-01',
    "config set currency USD",
    "init --name Other",
    'snooze "Maya Stern" 2026-12-09',
    'skip "Victor Hale" --because no',
    'done "Helen Park"',
    "import FILE",
)


@pytest.mark.parametrize("line", COMMANDS)
def test_undo_takes_back_and_redo_brings_back(sample: Program, tmp_path: Path, line: str) -> None:
    file = tmp_path / "Connections.csv"
    file.write_text(CSV + "Zoe,New,https://linkedin.com/in/zoe,anna.weiss@example.com,A,B,\n")
    sample.ok('contact add "Peter Two"')
    before = tables(sample.store)
    sample.ok(line.replace("FILE", str(file)))
    after = tables(sample.store)
    assert after != before
    said = sample.ok("undo").out
    assert "undid" in said
    assert tables(sample.store) == before
    sample.ok("redo")
    assert tables(sample.store) == after
    sample.ok("undo")
    assert tables(sample.store) == before
    connection = sqlite3.connect(sample.store)
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    connection.close()


STEPS = (
    'contact add "Person {n}" --basis friend --tier B',
    'log "call with Anna" --on 2026-11-{d:02}',
    "contact edit Anna --tier {t}",
    "ask Anna --in x{n} --looking-for y --on 2026-10-{d:02} --answer promised",
    'intro Anna "Prospect {n}" --on 2026-11-{d:02}',
    "intro reached 1",
    "intro won 1 --value {n}",
    "thank Anna",
    "engagement Anna work --rating {d}",
    "kit share Anna",
    'meet "Anna {d} dec 10:00"',
    "meet move 1 friday at 11",
    "meet cancel 1",
    'followup Anna "call {n}" --due +{d}d --at 10:00',
    "undo",
    "redo",
)


@settings(max_examples=25)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(STEPS), st.integers(1, 99), st.integers(1, 10)), max_size=7
    )
)
def test_from_any_state_undo_is_the_way_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    program = Program(tmp_path_factory.mktemp("undo") / "x.db")
    program.ok("contact add Anna Weiss --basis client --since 2024-01-10")
    states = []
    for step, n, d in steps:
        before = tables(program.store)
        done = program(step.format(n=n, d=d, t="ABC"[d % 3]))
        assert done.code in (0, 1, 3)
        if step not in ("undo", "redo") and tables(program.store) != before:
            states.append(before)
            after = tables(program.store)
            program.ok("undo")
            assert tables(program.store) == before
            program.ok("redo")
            assert tables(program.store) == after


def test_one_after_the_other_to_the_beginning(refcli: Program) -> None:
    lines = (
        "contact add Anna Weiss --basis client --since 2024-01-10 --tier A",
        'log "lunch with Anna"',
        'intro Anna "Pia One"',
        "intro won Pia --value 100",
        "thank Anna",
    )
    states = []
    for line in lines:
        refcli.ok(line)
        states.append(tables(refcli.store))
    for state in reversed(states[:-1]):
        refcli.ok("undo")
        assert tables(refcli.store) == state
    refcli.ok("undo")
    assert not any(tables(refcli.store).values())
    assert refcli("undo").code == 1
    for state in states:
        refcli.ok("redo")
        assert tables(refcli.store) == state
    assert refcli("redo").code == 1


def test_a_later_change_is_not_overwritten(anna: Program) -> None:
    anna.ok("contact edit anna --role boss")
    anna.ok("contact edit anna --industry tax")
    entries = anna.ok("history --json").json
    refused = anna(f"undo {entries[1]['id']}")
    assert refused.code == 1
    assert f"entries {entries[0]['id']}" in refused.err
    assert f"refcli undo {entries[0]['id']}" in refused.err
    assert anna.ok("contact show anna --json").json["role"] == "boss"
    anna.ok("undo")
    anna.ok(f"undo {entries[1]['id']}")
    assert anna.ok("contact show anna --json").json["role"] is None


def test_what_others_build_on_stays(anna: Program) -> None:
    first = anna.ok("history --json").json[-1]["id"]
    refused = anna(f"undo {first}")
    assert refused.code == 1
    assert anna.ok("contact list --json").json


def test_an_older_entry_alone(anna: Program) -> None:
    anna.ok("contact add Tom Brandt")
    number = anna.ok("history --json").json[0]["id"]
    anna.ok("contact edit anna --role boss")
    anna.ok(f"undo {number}")
    assert [c["name"] for c in anna.ok("contact list --json").json] == ["Anna Weiss"]
    assert anna.ok("contact show anna --json").json["role"] == "boss"


def test_a_new_command_ends_the_chain(anna: Program) -> None:
    anna.ok("contact edit anna --role boss")
    anna.ok("undo")
    anna.ok("contact add Tom Brandt")
    refused = anna("redo")
    assert (refused.code, "ends the chain" in refused.err) == (1, True)


def test_history_in_words(anna: Program) -> None:
    anna.ok('intro anna "Pia One"')
    newest = anna.ok("history --json").json[0]
    assert newest["command"] == "intro"
    assert "Anna Weiss introduced Pia One" in newest["did"]
    assert newest["undoing"].startswith("takes away 1 contact")
    assert newest["can_undo"] is True
    anna.ok("undo")
    undo, undone = anna.ok("history --json").json[:2]
    assert (undo["undoes"], undone["undone_by"]) == (undone["id"], undo["id"])
    assert len(anna.ok("history --top 1 --json").json) == 1
    assert f"undone by {undo['id']}" in anna.ok("history").out


@pytest.mark.parametrize(("line", "code"), [("undo 999", 3), ("undo x", 2), ("undo 1 2", 2)])
def test_what_cannot_be_meant(anna: Program, line: str, code: int) -> None:
    assert anna(line).code == code


def test_what_was_forgotten_cannot_come_back(anna: Program) -> None:
    anna.ok("contact add Tom Brandt")
    number = anna.ok("history --json").json[0]["id"]
    anna.ok("contact forget Tom --yes")
    assert anna("undo").code == 1
    refused = anna(f"undo {number}")
    assert (refused.code, "forgotten" in refused.err) == (1, True)
    assert anna.ok("history --json").json[0]["can_undo"] is False


def test_nothing_yet(refcli: Program) -> None:
    assert refcli("undo").code == 1
    assert refcli("redo").code == 1
    assert refcli.ok("history --json").json == []
    assert not refcli.store.exists()


def test_what_adds_and_takes_the_same_thing_can_be_undone(anna: Program) -> None:
    before = tables(anna.store)
    anna.ok("contact edit Anna --tag golf --no-tag golf")
    assert "undid" in anna.ok("undo").out
    assert tables(anna.store) == before
    assert "undid" in anna.ok("undo").out  # the one before it: nothing is stuck
    assert anna.ok("log list --json").json == []
    anna.ok("redo")
    anna.ok("undo")
    assert anna.ok("contact show anna --json").json["tags"] == []


def test_what_ends_as_it_began_can_be_undone(anna: Program) -> None:
    anna.ok("contact edit Anna --tag golf")
    before = tables(anna.store)
    anna.ok("contact edit Anna --no-tag golf --tag golf")
    anna.ok("undo")
    assert tables(anna.store) == before
    assert anna.ok("contact show anna --json").json["tags"] == ["golf"]
