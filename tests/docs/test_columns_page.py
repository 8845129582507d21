"""The page of columns is made from the program, and each list has the columns that it names."""

import csv
import io
import json
from typing import Any

import pytest

from refcli.cli.frame.lists import LISTS
from refcli.cli.frame.registry import COMMANDS
from tests.support.pages import DOCS
from tests.support.program import Program

PAGE = DOCS / "columns.md"
START = "## The columns\n\n"
MORE = {
    "contact find": ["a"],
    "contact timeline": ["maya"],
    "due": ["--within", "300"],
    "followup list": ["--closed"],
    "ask who": ["--all"],
}
# Whose values are named by the user, or which are columns of several objects.
OPEN = ("fields", "answers")


def table() -> str:
    rows = [f"| `{name}` | {', '.join(columns)} |" for name, columns in sorted(LISTS.items())]
    return "\n".join(["| list | columns |", "| --- | --- |", *rows]) + "\n"


def test_the_page_has_every_list(request: pytest.FixtureRequest) -> None:
    before = PAGE.read_text(encoding="utf-8").partition(START)[0]
    made = f"{before}{START}{table()}"
    if request.config.getoption("--update"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made
    assert {" ".join(spec.path) for spec in COMMANDS if spec.is_list} == set(LISTS)


def keys(record: dict[str, Any], columns: tuple[str, ...], before: str = "") -> list[str]:
    """The keys of a record, those of an object dotted where the list has them so."""
    found = []
    for key, value in record.items():
        name = f"{before}{key}"
        if isinstance(value, dict) and name not in columns:
            found += keys(value, columns, f"{name}.")
        elif value is not None or name in columns:
            found.append(name)
    return found


@pytest.mark.parametrize("name", LISTS)
def test_every_form_says_the_same(sample: Program, name: str) -> None:
    line = [*name.split(), *MORE.get(name, [])]
    records = sample.ok([*line, "--json"]).json
    columns = LISTS[name]
    assert records
    for record in records:
        assert [key for key in keys(record, columns) if key not in columns] == []
    assert sample.ok([*line, "--format", "json"]).json == records
    lines = sample.ok([*line, "--format", "jsonl"]).lines
    assert [json.loads(each) for each in lines] == records
    rows = list(csv.reader(io.StringIO(sample.ok([*line, "--format", "csv"]).out, newline="")))
    assert tuple(rows[0]) == columns
    assert len(rows) == len(records) + 1
    tabs = sample.ok([*line, "--format", "tsv"]).lines
    assert tabs[0].split("\t") == list(columns)
    assert {each.count("\t") for each in tabs} == {len(columns) - 1}
    has_ids = {"id", "contact.id", "source.id"} & set(columns)
    told = sample([*line, "--format", "ids"])
    assert told.code == (0 if has_ids else 2)
    assert bool(told.out) == bool(has_ids)


def test_an_empty_list_has_its_titles(refcli: Program) -> None:
    refcli.ok("contact add Anna")
    assert refcli.ok("ask list --format tsv").lines == ["\t".join(LISTS["ask list"])]
    assert refcli.ok("ask list --format jsonl").out == ""
    assert refcli.ok("ask list --format ids").out == ""


def test_no_cell_is_computed_or_breaks_its_row(refcli: Program) -> None:
    refcli.ok(["contact", "add", "=cmd|x", "--note", 'a\tb\nc,"d"', "--phone", "+49 30 5550100"])
    [titles, row] = csv.reader(io.StringIO(refcli.ok("contact list --format csv").out, newline=""))
    told = dict(zip(titles, row, strict=True))
    assert (told["name"], told["phones"]) == ("'=cmd|x", "+49 30 5550100")
    assert told["note"] == 'a\tb\nc,"d"'
    assert refcli.ok("contact list --format tsv").out.count("\n") == 2


def test_ids_are_piped_on(sample: Program) -> None:
    ids = sample.ok("due --kind meet --format ids").out
    assert ids == "506\n"
    sample.ok("done -", stdin=ids)
    assert sample.ok("due --kind meet --format ids").out == ""
    golf = sample.ok("contact list --tag golf --format ids").out
    assert golf.startswith("@")
    sample.ok("contact edit - --tag tennis", stdin=golf)
    tennis = sample.ok("contact list --tag tennis --format ids").out
    assert set(golf.split()) <= set(tennis.split())
    for line in ("tried -", "snooze - friday", "skip -"):
        sample.ok(line, stdin=sample.ok("due --kind reach --format ids").out or "498")
    refused = sample("done -", stdin="")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("refcli: no ids on stdin\n")
