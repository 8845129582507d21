"""Three people of whom the same is told: a command to the second changes what it says, no more."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.support.program import TODAY, Program

PEOPLE = ("Anna Weiss", "Tom Roth", "Mia Kern")
# What follows from the facts, and which ids were given out.
_FOLLOWS = ("follow_up", "follow_up_id", "id_mark")
Rows = dict[tuple[str, int], dict[str, Any]]

# By command, after others that go before it: the exit code unless it is 0, what it says (>) and
# hints at (!), the rows that it changes, and whose follow-ups are others then.
GOLDEN = Path(__file__).parent / "only_what_is_meant.txt"
MEANT = {
    line: [row.strip() for row in rows]
    for line, *rows in (
        block.splitlines() for block in GOLDEN.read_text("utf-8").strip().split("\n\n")
    )
}


def told_of(program: Program, name: str, number: int) -> None:
    """Everything that may be told of a contact, the same of each; but a month apart."""
    who = name.split(maxsplit=1)[0].lower()
    day = f"2026-0{number + 5}-10"
    for line in (
        f'contact add "{name}" --basis friend --basis client --tier B --nick Old{who}',
        f"contact edit {who} --tag bees --tag chess --tag vip",
        f"contact edit {who} --email {who}@x.de --phone '0171 55{number}'",
        f"log lunch with {who}",
        f"engagement {who} books --rating 4 --value 500",
        f"ask {who} --in dentistry --looking-for retire --anyway --answer later",
        f'intro {who} "Ben{who} Ott"',
        f"intro reached {number}",
        f"thank {who} --intro {number} --how call",
        f"thank received {who} --words thanks",
        f"reciprocate {who} 'a book'",
        f"testimonial {who} 'so good'",
        f"followup {who} call --due 2026-12-01",
        f"kit target Target{number} --in dentistry --looking-for retire",
        f"partner set {who} --tell 'a story'",
        f"contact tie {who} Ben{who} --as friend",
    ):
        program.ok(line, today=day)
    if number != 2:
        program.ok(
            f"contact edit {who} --tag golf --nick Ace --email a@x.de --phone '0171 9'"
            " --basis family",
            today=day,
        )


@pytest.fixture(scope="module")
def _three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    program = Program(tmp_path_factory.mktemp("three") / "three.db")
    for number, name in enumerate(PEOPLE, 1):
        told_of(program, name, number)
    return program.store


@pytest.fixture
def three(_three: Path, tmp_path: Path) -> Program:
    store = tmp_path / "three.db"
    shutil.copyfile(_three, store)
    return Program(store)


def facts(program: Program) -> Rows:
    found = program.ok("export -").json["tables"]
    return {
        (table, row["id"]): row
        for table, rows in found.items()
        if table not in _FOLLOWS
        for row in rows
    }


def owed(program: Program) -> dict[str, list[str]]:
    """What is owed, closed included, by who owes it."""
    found: dict[str, list[str]] = {}
    for item in program.ok("followup list --all --json").json:
        found.setdefault(item["contact"]["name"], []).append(str(item))
    return found


def changed(before: Rows, after: Rows) -> list[str]:
    """Each row that is new, gone or another, with what is told now; of a new one what it says."""
    found = []
    for key in sorted(before.keys() | after.keys()):
        was, now = before.get(key, {}), after.get(key)
        if was == now:
            continue
        told = [
            f"{column}={str(value)[:40]}".replace("\n", " / ")
            for column, value in (now or {}).items()
            if (value != was.get(column) if was else value not in (None, "", 0, TODAY))
            and column not in ("id", "recorded_on")
        ]
        found.append(f"{key[0]} {key[1]}: {', '.join(told) if now else 'gone'}")
    return found


def is_undone(line: str) -> bool:
    """Whether a row is changed, and not for good."""
    rows = [text for text in MEANT[line] if not text.startswith((">", "!", "owed", "exit"))]
    return bool(rows) and "contact forget" not in line


@pytest.mark.parametrize("line", MEANT)
def test_a_command_changes_what_it_is_about(
    three: Program, line: str, request: pytest.FixtureRequest
) -> None:
    *first, last = line.split(" && ")
    for command in first:
        three.ok(command)
    before, owed_before = facts(three), owed(three)
    result = three(last)
    owed_after = owed(three)
    people = sorted(owed_before.keys() | owed_after.keys())
    others = [name for name in people if owed_before.get(name) != owed_after.get(name)]
    said = [
        *([f"exit {result.code}"] if result.code else []),
        *(f"> {text.strip()}" for text in result.lines if text.strip()),
        *(f"! {text.strip()}" for text in result.err.splitlines()),
        *changed(before, facts(three)),
        f"owed otherwise: {', '.join(others) or 'nobody'}",
    ]
    if request.config.getoption("--update"):
        MEANT[line] = said
        blocks = ("\n  ".join([line, *rows]) for line, rows in MEANT.items())
        GOLDEN.write_text("\n\n".join(blocks) + "\n", "utf-8")
    assert said == MEANT[line]


@pytest.mark.parametrize("line", [line for line in MEANT if is_undone(line)])
def test_undo_brings_back_what_was(three: Program, line: str) -> None:
    *first, last = line.split(" && ")
    for command in first:
        three.ok(command)
    before, owed_before = facts(three), owed(three)
    three.ok(last)
    three.ok("undo")
    assert (facts(three), owed(three)) == (before, owed_before)
