"""An id that a person can see is never given out twice."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.program import Program
from tests.support.tables import tables

# What makes one of each, and where its id is printed.
MAKERS: dict[str, tuple[str, str]] = {
    "contact": ('contact add "Zoe Zed" --json', "contact list --json"),
    "interaction": ('log "lunch with anna"', "log list --json"),
    "engagement": ("engagement anna books --rating 8", "engagement list --json"),
    "ask": ("ask anna --in law --looking-for sell --anyway", "ask list --json"),
    "intro": ('intro anna "Pia Prospect"', "intro list --json"),
    "follow_up": ("followup anna call --due +9d", "followup list --all --json"),
    "thanks": ("thank anna --how note", "thank list --json"),
    "testimonial": ("testimonial anna good", "testimonial list --json"),
    "target": ('kit target vets --in vets --looking-for "open"', "kit targets --json"),
}


def ids(program: Program, listing: str) -> set[int]:
    return {int(row["id"]) for row in program.ok(listing).json}


@pytest.mark.parametrize("table", MAKERS)
def test_not_after_an_undo(anna: Program, table: str) -> None:
    make, listing = MAKERS[table]
    before = ids(anna, listing)
    anna.ok(make)
    first = ids(anna, listing) - before
    assert first
    anna.ok("undo")
    assert ids(anna, listing) == before
    anna.ok(make)
    assert not (ids(anna, listing) - before) & first


@pytest.mark.parametrize("table", MAKERS)
def test_a_redo_brings_the_same_id_back(anna: Program, table: str) -> None:
    make, listing = MAKERS[table]
    anna.ok(make)
    first = ids(anna, listing)
    anna.ok("undo")
    anna.ok("redo")
    assert ids(anna, listing) == first


def test_not_after_a_forget(anna: Program) -> None:
    anna.ok('contact add "Zoe Zed"')
    anna.ok("log 'lunch with zoe'")
    anna.ok("contact forget zoe --yes")
    assert anna.ok('contact add "Tom Brandt" --json').json["id"] == 3
    anna.ok("log 'lunch with tom'")
    assert max(ids(anna, "log list --json")) == 3
    assert anna("contact show @2").code == 3


def test_not_after_an_import_was_undone(anna: Program, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("n\nZoe Zed\nYan Yed\n", encoding="utf-8")
    anna.ok(["import", str(file), "--map", "n=name"])
    anna.ok("undo")
    assert anna.ok('contact add "Tom Brandt" --json').json["id"] == 4


def test_not_in_a_store_made_from_an_export(anna: Program, tmp_path: Path) -> None:
    anna.ok('contact add "Zoe Zed"')
    anna.ok("contact forget zoe --yes")
    anna.ok(["export", str(tmp_path / "all.json")])
    other = Program(tmp_path / "other.db")
    other.ok(["import", str(tmp_path / "all.json")])
    assert other.ok('contact add "Tom Brandt" --json').json["id"] == 3


def test_what_was_given_before_ids_were_marked_is_known_from_the_history(tmp_path: Path) -> None:
    fixture = Path(__file__).parents[2] / "store" / "fixtures" / "schema-2.db"
    store = tmp_path / "refcli.db"
    store.write_bytes(fixture.read_bytes())
    old = Program(store)
    known = ids(old, "contact list --json")
    old.ok("undo")  # an import of the last one
    gone = known - ids(old, "contact list --json")
    assert gone
    assert old.ok('contact add "New Person" --json').json["id"] not in known


def exported(version: int, file: Path, old: dict[str, list[dict[str, Any]]]) -> None:
    head = {"format": 1, "schema": version}
    file.write_text(json.dumps({"refcli": head, "tables": old}), encoding="utf-8")


def test_an_export_of_an_older_layout_comes_in(tmp_path: Path) -> None:
    file = tmp_path / "old.json"
    person = {"name": "Anna Weiss", "name_key": "anna weiss", "created_on": "2026-01-01"}
    exported(2, file, {"contact": [{"id": 7, **person, "basis": "friend", "version": 3}]})
    program = Program(tmp_path / "refcli.db")
    program.ok(["import", str(file)])
    assert program.ok("contact show anna --json").json["basis"] == "friend"
    assert program.ok('contact add "Tom Brandt" --json').json["id"] == 8


@pytest.mark.parametrize(
    ("version", "code", "why"),
    [
        (99, 76, "newer refcli"),
        *((none, 65, "does not say which refcli wrote it") for none in (0, -1, "2", None)),
    ],
)
def test_an_export_of_a_layout_that_nobody_knows_is_refused(
    refcli: Program, tmp_path: Path, version: Any, code: int, why: str
) -> None:
    file = tmp_path / "odd.json"
    exported(version, file, {"contact": [{"id": 1}]})
    done = refcli(["import", str(file)])
    assert (done.code, why in done.err) == (code, True)
    assert not refcli.store.exists()


def test_rows_with_a_natural_key_are_the_same_rows_everywhere(
    refcli: Program, tmp_path: Path
) -> None:
    other = Program(tmp_path / "other.db")
    refcli.ok("config set cadence.A 20")
    for program in (refcli, other):
        program.ok("config set currency EUR")
        program.ok('kit edit --name "Eva Lund"')
    for table in ("setting", "kit"):
        mine, theirs = (tables(program.store)[table] for program in (refcli, other))
        assert set(theirs) <= set(mine)
