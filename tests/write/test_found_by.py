"""Whatever is told of somebody finds them, and nobody else."""

import pytest

from tests.support.program import Program


@pytest.fixture
def people(refcli: Program) -> Program:
    for line in (
        'contact add "Anna Weiss" --basis client --org Bakery --role owner --industry bread',
        'contact add "Tom Roth" --basis friend --org Dental --role dentist --industry teeth',
        "contact edit tom --nick Tommy --email tr@cod.example --tag chess",
        "contact edit tom --focus 'a cruise' --note calm",
        'contact add "Mia Kern" --basis friend --note loud',
        "contact tie tom anna --as boss",
        "log 'lunch with tom about sharks' --on 2026-11-10",
        "log 'lunch with mia about whales' --on 2026-11-10",
        "partner set tom --services 'root canals' --tell 'a gentle hand'",
    ):
        refcli.ok(line)
    return refcli


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("roth", {"Tom Roth", "Anna Weiss"}),
        ("tommy", {"Tom Roth"}),
        ("dental", {"Tom Roth"}),
        ("dentist", {"Tom Roth"}),
        ("teeth", {"Tom Roth"}),
        ("chess", {"Tom Roth"}),
        ("cruise", {"Tom Roth"}),
        ("calm", {"Tom Roth"}),
        ("sharks", {"Tom Roth"}),
        ("whales", {"Mia Kern"}),
        ("loud", {"Mia Kern"}),
        ("bakery", {"Anna Weiss"}),
        ("weiss", {"Anna Weiss", "Tom Roth"}),
        ("kern", {"Mia Kern"}),
        ("nothing", set()),
    ],
)
def test_found_by_what_was_told(people: Program, word: str, names: set[str]) -> None:
    found = people.ok(f"contact find {word} --json").json
    assert {contact["name"] for contact in found} == names


def test_found_by_what_is_told_now(people: Program) -> None:
    people.ok("contact edit tom --note rough --name 'Tim Roth'")
    people.ok("log edit 1 --text 'about rays'")
    people.ok("contact untie 'tim roth' anna")
    for word, names in {
        "calm": [],
        "rough": ["Tim Roth"],
        "sharks": [],
        "rays": ["Tim Roth"],
        "weiss": ["Anna Weiss"],
        "whales": ["Mia Kern"],
    }.items():
        found = people.ok(f"contact find {word} --json").json
        assert [contact["name"] for contact in found] == names, word


def test_a_note_keeps_its_lines_and_a_role_has_one(people: Program) -> None:
    people.ok(["contact", "edit", "tom", "--note", "one\ntwo", "--role", "first\nsecond"])
    shown = people.ok("contact show tom --json").json
    assert (shown["note"], shown["role"]) == ("one\ntwo", "first second")
