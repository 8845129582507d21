"""What `refcli undo` and `redo` refuse, with the entries that stand in the way."""

import contextlib
import re
import sqlite3

import pytest

from tests.support.program import Program
from tests.support.tables import tables

ANNA = 'contact add "Anna Weiss" --basis client --since 2024-01-10'


def told(program: Program, *lines: str) -> list[int]:
    """The number of each line's entry in the history."""
    numbers = []
    for line in lines:
        program.ok(line)
        numbers.append(int(program.ok("history --json").json[0]["id"]))
    return numbers


def refused(program: Program, line: str) -> tuple[str, str]:
    """What a refused command says, and its hint; nothing is changed by it."""
    before = tables(program.store)
    result = program(line)
    assert (result.code, result.out) == (1, ""), result
    assert tables(program.store) == before
    said, _, hint = result.err.strip().partition("\nhint: ")
    return said.removeprefix("refcli: "), hint


def entries(said: str) -> list[int]:
    found = re.search(r"since entries ([\d, ]+)", said)
    assert found, said
    return [int(number) for number in re.findall(r"\d+", found[1])]


TOM = 'contact add "Tom Brandt" --basis friend'
# What is taken back, and what came later and points to what would be gone.
BUILT = {
    "an exchange": (TOM, ('log "lunch with Tom"',)),
    "an ask": (TOM, ("ask tom --in law --looking-for sell",)),
    "a follow-up": (TOM, ("followup tom call --due friday",)),
    "work": (TOM, ('engagement tom "tax return"',)),
    "praise": (TOM, ('testimonial tom "so good"',)),
    "a favor": (TOM, ("reciprocate tom a book",)),
    "thanks": (TOM, ("thank tom --how gift",)),
    "a profile": (TOM, ("partner tom --services tax",)),
    "somebody met through them": (TOM, ('contact add "Zoe Zed" --through tom',)),
    "somebody they admire": (TOM, ('contact add "Zoe Zed" --admired-by tom',)),
    "an introduction from them": (TOM, ('intro tom "Ben Okoye"',)),
    "an introduction to them": (TOM, ("intro anna tom",)),
    "an address": (TOM, ("contact edit tom --email t@b.example",)),
    "a phone": (TOM, ("contact edit tom --phone +49301",)),
    "a nickname": (TOM, ("contact edit tom --nick Tommy",)),
    "a tag": (TOM, ("contact edit tom --tag golf",)),
    "an introduction from an ask": (
        "ask anna --in law --looking-for sell",
        ('intro anna "Ben Okoye"',),
    ),
    "a step of an introduction": ('intro anna "Ben Okoye"', ("intro reached ben",)),
    "thanks for an introduction": ('intro anna "Ben Okoye"', ("thank anna --intro 1",)),
    "an ask for a target": (
        "kit target Dentists --in dentistry --looking-for sell",
        ("ask anna --target Dentists",),
    ),
    "an ask in a campaign": (
        "campaign start Spring --until 2027-03-01",
        ("ask anna --in law --looking-for sell",),
    ),
}


@pytest.mark.parametrize("case", BUILT)
def test_what_something_later_builds_on(refcli: Program, case: str) -> None:
    first, later = BUILT[case]
    told(refcli, ANNA)
    [number] = told(refcli, first)
    numbers = told(refcli, *later)
    said, hint = refused(refcli, f"undo {number}")
    assert said.startswith(f"entry {number} (")
    assert said.endswith("later changed the same things or build on them")
    assert entries(said) == sorted(numbers, reverse=True)
    assert hint == f"undo first: refcli undo {max(numbers)}"
    for later_number in reversed(numbers):
        refcli.ok(f"undo {later_number}")
    refcli.ok(f"undo {number}")


def test_only_what_stands_in_the_way_is_named(refcli: Program) -> None:
    told(refcli, ANNA)
    [number] = told(refcli, TOM)
    told(refcli, "contact edit anna --role boss")
    [one] = told(refcli, "followup tom call --due friday")
    told(refcli, "contact add Zoe Zed")
    [two] = told(refcli, 'testimonial tom "so good"')
    said, hint = refused(refcli, f"undo {number}")
    assert entries(said) == [two, one]
    assert hint == f"undo first: refcli undo {two}"
    refcli.ok(f"undo {two}")
    assert entries(refused(refcli, f"undo {number}")[0]) == [one]


@pytest.mark.parametrize(
    ("count", "more"), [(4, ""), (5, ""), (6, " and 1 more"), (11, " and 6 more")]
)
def test_no_more_than_five_are_named(refcli: Program, count: int, more: str) -> None:
    [number] = told(refcli, ANNA)
    numbers = told(refcli, *(f"followup anna thing{n} --due friday" for n in range(count)))
    said, hint = refused(refcli, f"undo {number}")
    named = ", ".join(str(n) for n in sorted(numbers, reverse=True)[:5])
    assert f"since entries {named}{more} later changed" in said
    assert hint == f"undo first: refcli undo {max(numbers)}"


def test_a_row_that_was_changed_again(refcli: Program) -> None:
    told(refcli, ANNA)
    first, second, third = told(
        refcli,
        "contact edit anna --role boss",
        "contact edit anna --industry tax",
        "contact edit anna --role owner",
    )
    said, hint = refused(refcli, f"undo {first}")
    assert entries(said) == [third, second]
    assert hint == f"undo first: refcli undo {third}"
    assert entries(refused(refcli, f"undo {second}")[0]) == [third]
    for number in (third, second, first):
        refcli.ok(f"undo {number}")
    anna = refcli.ok("contact show anna --json").json
    assert (anna["role"], anna["industry"]) == (None, None)


def test_a_row_that_is_gone_since(refcli: Program) -> None:
    told(refcli, ANNA)
    [tagged] = told(refcli, "contact edit anna --tag golf")
    [untagged] = told(refcli, "contact edit anna --no-tag golf")
    assert entries(refused(refcli, f"undo {tagged}")[0]) == [untagged]
    refcli.ok(f"undo {untagged}")
    refcli.ok(f"undo {tagged}")


def test_what_was_deleted_and_made_again(refcli: Program) -> None:
    told(refcli, ANNA, "contact edit anna --tag golf")
    [untagged] = told(refcli, "contact edit anna --no-tag golf")
    told(refcli, "contact edit anna --tag golf")
    refused(refcli, f"undo {untagged}")
    assert refcli.ok("contact show anna --json").json["tags"] == ["golf"]


def test_a_change_and_its_way_back_stand_in_nobodys_way(refcli: Program) -> None:
    told(refcli, ANNA)
    [first] = told(refcli, "contact edit anna --role boss")
    told(refcli, "contact edit anna --role owner")
    refcli.ok("undo")
    refcli.ok(f"undo {first}")
    assert refcli.ok("contact show anna --json").json["role"] is None


def test_what_was_taken_back_is_not_named(refcli: Program) -> None:
    told(refcli, ANNA)
    [first] = told(refcli, "contact edit anna --role boss")
    told(refcli, "contact edit anna --role owner")
    refcli.ok("undo")
    [last] = told(refcli, "contact edit anna --role chief")
    assert entries(refused(refcli, f"undo {first}")[0]) == [last]


def test_an_undo_is_not_undone_but_redone(refcli: Program) -> None:
    _, boss = told(refcli, ANNA, "contact edit anna --role boss")
    refcli.ok("undo")
    number = refcli.ok("history --json").json[0]["id"]
    said, hint = refused(refcli, f"undo {number}")
    assert (said, hint) == (f"entry {number} is itself an undo", "refcli redo")
    refcli.ok("redo")
    redo = refcli.ok("history --json").json[0]["id"]
    instead = f"refcli undo {boss}"
    assert refused(refcli, f"undo {redo}") == (f"entry {redo} is itself a redo", instead)
    assert refused(refcli, f"undo {number}") == (f"entry {number} is itself an undo", instead)
    refcli.ok(instead.removeprefix("refcli "))
    assert refcli.ok("contact show anna --json").json["role"] is None
    assert refused(refcli, f"undo {redo}")[1] == "refcli redo"
    refcli.ok("redo")
    assert refcli.ok("contact show anna --json").json["role"] == "boss"


def test_an_undo_that_a_new_command_followed(refcli: Program) -> None:
    told(refcli, ANNA, "contact edit anna --role boss")
    refcli.ok("undo")
    number = refcli.ok("history --json").json[0]["id"]
    refcli.ok("contact edit anna --role owner")
    assert refcli("redo").code == 1
    assert refused(refcli, f"undo {number}")[1] == "see: refcli history"


def test_no_undo_takes_itself_back(refcli: Program) -> None:
    [number] = told(refcli, ANNA)
    own = number + 1
    before = tables(refcli.store)
    result = refcli(f"undo {own}")
    assert (result.code, f"the history has no entry {own}\n" in result.err) == (3, True)
    assert tables(refcli.store) == before


def test_an_undo_that_an_earlier_version_let_take_itself_back(refcli: Program) -> None:
    told(refcli, ANNA)
    refcli.ok("undo")
    number = refcli.ok("history --json").json[0]["id"]
    with contextlib.closing(sqlite3.connect(refcli.store)) as connection, connection:
        connection.execute("update history set undoes = id, undone_by = id where id = ?", [number])
    assert refused(refcli, f"undo {number}") == (
        f"entry {number} is itself an undo",
        "see: refcli history",
    )


def test_nothing_is_undone_twice(refcli: Program) -> None:
    told(refcli, ANNA)
    [number] = told(refcli, "contact edit anna --role boss")
    refcli.ok(f"undo {number}")
    said, hint = refused(refcli, f"undo {number}")
    assert said == f"entry {number} is undone already"
    assert hint == "take that back: refcli redo"
    refcli.ok("redo")
    refcli.ok(f"undo {number}")


def test_what_a_forgotten_person_had_does_not_come_back(refcli: Program) -> None:
    told(refcli, ANNA)
    [number] = told(refcli, TOM)
    refcli.ok("contact forget tom --yes")
    said, hint = refused(refcli, f"undo {number}")
    assert "held something of a person who was forgotten, or follow-ups alone" in said
    assert hint == "see: refcli history"


def test_nothing_is_left_to_undo(refcli: Program) -> None:
    told(refcli, ANNA)
    refcli.ok("undo")
    said, hint = refused(refcli, "undo")
    assert (said, hint) == ("there is nothing to undo", "see: refcli history")


@pytest.mark.parametrize("between", [(), ("contact add Zoe Zed",)])
def test_a_redo_needs_an_undo_just_before(refcli: Program, between: tuple[str, ...]) -> None:
    told(refcli, ANNA)
    if between:
        told(refcli, "contact edit anna --role boss")
        refcli.ok("undo")
        told(refcli, *between)
    said, _ = refused(refcli, "redo")
    assert said == "there is no undo to take back; a new command ends the chain"


def test_two_undos_are_taken_back_one_after_the_other(refcli: Program) -> None:
    first, second = told(refcli, ANNA, "contact edit anna --role boss")
    whole = tables(refcli.store)
    refcli.ok("undo")
    refcli.ok("undo")
    assert f"did {first} (contact add) again" in refcli.ok("redo").out
    assert f"did {second} (contact edit) again" in refcli.ok("redo").out
    assert tables(refcli.store) == whole
    refused(refcli, "redo")
    assert f"undid {second}" in refcli.ok("undo").out


def test_the_newest_that_stands_is_meant(refcli: Program) -> None:
    first, second, third = told(refcli, ANNA, "contact add Tom Brandt", "contact add Zoe Zed")
    assert f"undid {third} " in refcli.ok("undo").out
    assert f"undid {second} " in refcli.ok("undo").out
    assert f"undid {first} " in refcli.ok("undo").out


def test_what_is_looked_up_follows(refcli: Program) -> None:
    told(refcli, ANNA)
    [number] = told(refcli, 'contact add "Tom Brandt" --nick Tommy --note "met in Rome"')
    refcli.ok(f"undo {number}")
    assert refcli("contact show tommy").code == 3
    assert refcli.ok("contact find rome --json").json == []
    assert {f["severity"] for f in refcli("doctor --json").json} <= {"ok", "note"}
    refcli.ok("redo")
    assert refcli.ok("contact show tommy --json").json["name"] == "Tom Brandt"
    assert len(refcli.ok("contact find rome --json").json) == 1
