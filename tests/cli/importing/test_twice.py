"""People who stand in a file more than once, near to each other or far apart."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.program import Program

COLUMNS = "Who=name,Mail=email,Tel=phone,Org=org,Role=role,Tag=tag"
FIRST = "Paul Ode,paul@t.example,,,,"
AGAIN = "Paul Ode,paul@t.example,+49 30 1112233,Acme,Boss,golf"
# Found by what only the second row knows.
THIRD = "P. Ode,,+49 30 1112233,,Chef,"
NEAR, FAR = 3, 1100


def others(count: int, start: int) -> list[str]:
    return [f"Other {n},o{n}@x.example,,,," for n in range(start, start + count)]


def imported(program: Program, tmp_path: Path, rows: list[str]) -> dict[str, Any]:
    """The import's counts, which are those of the dry run before it."""
    file = tmp_path / "people.csv"
    file.write_text("\n".join(("Who,Mail,Tel,Org,Role,Tag", *rows)) + "\n", encoding="utf-8")
    line = ["import", str(file), "--map", COLUMNS, "--json"]
    dry = program.ok([*line, "--dry-run"]).json
    done: dict[str, Any] = program.ok(line).json
    assert {**dry, "dry_run": False} == done
    before = program.store.read_bytes()
    again = program.ok(line).json
    assert (again["new"], again["updated"]) == (0, 0)
    assert program.store.read_bytes() == before
    return done


def counts(done: dict[str, Any]) -> tuple[int, int, int, int]:
    return done["new"], done["updated"], done["same"], len(done["doubtful"])


def paul(program: Program) -> dict[str, Any]:
    found = program.ok("contact show paul --json").json
    return {name: found[name] for name in ("phones", "emails", "organization", "role", "tags")}


ALL = {
    "phones": ["+49 30 1112233"],
    "emails": ["paul@t.example"],
    "organization": "Acme",
    "role": "Boss",
    "tags": ["golf"],
}


@pytest.mark.parametrize("apart", [NEAR, FAR])
def test_a_newcomer_is_new_once_with_all_that_is_known(
    refcli: Program, tmp_path: Path, apart: int
) -> None:
    rows = [FIRST, *others(apart, 0), AGAIN, *others(apart, apart), THIRD]
    done = imported(refcli, tmp_path, rows)
    assert (done["new"], done["updated"], done["same"]) == (1 + 2 * apart, 0, 2)
    assert paul(refcli) == ALL


@pytest.mark.parametrize("apart", [NEAR, FAR])
def test_a_contact_is_updated_once_and_the_first_row_counts(
    refcli: Program, tmp_path: Path, apart: int
) -> None:
    refcli.ok("contact add Paul Ode --email paul@t.example")
    rows = [AGAIN, *others(apart, 0), FIRST, *others(apart, apart), THIRD]
    done = imported(refcli, tmp_path, rows)
    assert (done["new"], done["updated"], done["same"]) == (2 * apart, 1, 2)
    assert paul(refcli) == ALL


@pytest.mark.parametrize("apart", [NEAR, FAR])
def test_a_name_alone_is_doubtful_wherever_it_stands(
    refcli: Program, tmp_path: Path, apart: int
) -> None:
    file = tmp_path / "people.csv"
    rows = [AGAIN, *others(apart, 0), "Paul Ode,,,,,"]
    file.write_text("\n".join(("Who,Mail,Tel,Org,Role,Tag", *rows)), encoding="utf-8")
    line = ["import", str(file), "--map", COLUMNS, "--json"]
    counts = [refcli.ok([*line, *more]).json for more in (["--dry-run"], [])]
    assert [(c["new"], len(c["doubtful"])) for c in counts] == [(1 + apart, 1)] * 2


def test_the_same_event_far_apart_comes_once(anna: Program, tmp_path: Path) -> None:
    anna.ok("contact edit anna --email anna@w.example")
    event = (
        "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:20261110T110000Z\r\n"
        "ATTENDEE:mailto:anna@w.example\r\nEND:VEVENT\r\n"
    )
    part = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{}END:VCALENDAR\r\n"
    first = part.format("".join(event.format(n) for n in range(600)))
    file = tmp_path / "c.ics"
    file.write_text(first + part.format(event.format(0)), encoding="utf-8", newline="")
    line = ["import", str(file), "--json"]
    dry, done = (anna.ok([*line, *more]).json["interactions"] for more in (["--dry-run"], []))
    assert dry == done == {"new": 600, "same": 1, "nobody": 0}


def test_a_large_file_is_gone_through_twice(
    refcli: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("refcli.cli.commands.importing.flow._READ_TWICE", 100)
    done = imported(refcli, tmp_path, [FIRST, *others(FAR, 0), AGAIN])
    assert (done["new"], done["same"]) == (FAR + 1, 1)
    assert paul(refcli) == ALL


people = st.tuples(
    st.sampled_from(["Paul Ode", "Paul Roe", "Ida Ode"]),
    st.sampled_from(["", "a@x.example", "b@x.example"]),
    st.sampled_from(["", "+49 30 1112233", "+49 30 4445566"]),
    st.sampled_from(["", "Acme"]),
    st.sampled_from(["", "Boss", "Chef"]),
    st.just(""),
).map(",".join)


def outcome(program: Program, file: Path, lists: Sequence[list[str]], size: int) -> list[object]:
    """The counts of each list's import in batches of that size, and who is there in the end."""
    line = ["import", str(file), "--map", COLUMNS, "--json"]
    found: list[object] = []
    with mock.patch("refcli.read.import_plan.BATCH", size):
        for rows in filter(None, lists):
            file.write_text("\n".join(("Who,Mail,Tel,Org,Role,Tag", *rows)), encoding="utf-8")
            dry = counts(program.ok([*line, "--dry-run"]).json)
            assert counts(program.ok(line).json) == dry
            found.append(dry)
    listed = program.ok("contact list --json").json
    return [*found, sorted((c["name"], c["organization"] or "") for c in listed)]


@settings(max_examples=8)
@given(st.lists(people, max_size=3), st.lists(people, min_size=1, max_size=6))
def test_wherever_batches_end_the_dry_run_counts_what_the_import_does(
    tmp_path_factory: pytest.TempPathFactory, known: list[str], rows: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("batches")
    found = [
        outcome(Program(folder / f"{size}.db"), folder / "people.csv", (known, rows), size)
        for size in (1, 2, 500)
    ]
    assert found[0] == found[1] == found[2]
