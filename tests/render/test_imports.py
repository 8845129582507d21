"""What an import did, in counts, and the rows that were left out."""

from collections import Counter

import pytest

from refcli.domain.imports import (
    ImportedPerson,
    ImportResult,
    KnownPerson,
    Match,
    RejectedRow,
    Verdict,
)
from refcli.render.imports import import_json, import_lines

ANNA = ImportedPerson(line=5, name="Anna Weiss")
DOUBT = Match(
    ANNA,
    Verdict.DOUBTFUL,
    candidates=(KnownPerson(id=12, name="Anna Weiss"), KnownPerson(id=0, name="A. Weiss")),
)


def result(rejected: int = 0) -> ImportResult:
    return ImportResult(
        "google",
        people=Counter({Verdict.NEW: 3, Verdict.SAME: 1, Verdict.DOUBTFUL: 1}),
        doubtful=[DOUBT],
        rejected=[RejectedRow(n, "no name", fatal=False) for n in range(10, 10 + rejected)],
        unclear=[(3, "Tom Berg", "Pia")],
    )


def test_everything_as_json() -> None:
    done = result(1)
    done.people[Verdict.UPDATED] = 2
    done.exchanges = Counter({"new": 4, "same": 5, "nobody": 6})
    done.intros = Counter({"new": 7, "updated": 8, "same": 9})
    assert import_json(done, dry_run=True) == {
        "format": "google",
        "dry_run": True,
        "new": 3,
        "updated": 2,
        "same": 1,
        "doubtful": [
            {
                "line": 5,
                "name": "Anna Weiss",
                "candidates": [
                    {"id": 12, "name": "Anna Weiss"},
                    {"id": None, "name": "A. Weiss"},
                ],
            }
        ],
        "jobs": [],
        "read_as": None,
        "days_as": None,
        "columns_as": {},
        "not_kept": {},
        "report": None,
        "rejected": [{"line": 10, "reason": "no name"}],
        "unclear": [{"line": 3, "name": "Tom Berg", "through": "Pia"}],
        "interactions": {"new": 4, "same": 5, "nobody": 6},
        "introductions": {"new": 7, "updated": 8, "same": 9},
    }


def test_nothing_as_json() -> None:
    assert import_json(ImportResult("csv"), dry_run=False) == {
        "format": "csv",
        "dry_run": False,
        "new": 0,
        "updated": 0,
        "same": 0,
        "doubtful": [],
        "jobs": [],
        "read_as": None,
        "days_as": None,
        "columns_as": {},
        "not_kept": {},
        "report": None,
        "rejected": [],
        "unclear": [],
        "interactions": {"new": 0, "same": 0, "nobody": 0},
        "introductions": {"new": 0, "updated": 0, "same": 0},
    }


def test_the_counts_of_people_and_what_was_left_out_by_line() -> None:
    assert import_lines(result(1), dry_run=False) == [
        "google: 3 new, 0 updated, 1 same, 1 doubtful, 1 rejected",
        "  line 3: Tom Berg came through Pia: who that is, is unclear",
        "  line 5: left out, may be @12 or a row above: Anna Weiss",
        "  line 10: rejected, no name",
    ]


def test_a_dry_run_says_what_would_be() -> None:
    done = ImportResult(
        "ics",
        people=Counter({Verdict.NEW: 1}),
        exchanges=Counter({"new": 1}),
        intros=Counter({"new": 1}),
    )
    assert import_lines(done, dry_run=True) == [
        "ics: would be: 1 new, 0 updated, 0 same, 0 doubtful, 0 rejected",
        "ics, interactions: would be: 1 new, 0 same, 0 with nobody known",
        "ics, introductions: would be: 1 new",
    ]


def test_exchanges_without_people_and_introductions() -> None:
    done = ImportResult(
        "mbox",
        exchanges=Counter({"nobody": 2, "new": 1}),
        intros=Counter({"updated": 2, "new": 1, "same": 3}),
    )
    assert import_lines(done, dry_run=False) == [
        "mbox, interactions: 1 new, 0 same, 2 with nobody known",
        "mbox, introductions: 1 new, 3 same, 2 updated",
    ]


def test_a_file_of_nobody_says_so() -> None:
    assert import_lines(ImportResult("csv"), dry_run=False) == [
        "csv: 0 new, 0 updated, 0 same, 0 doubtful, 0 rejected"
    ]


@pytest.mark.parametrize(
    ("rejected", "shown", "more"),
    [
        (8, 10, []),
        (9, 10, ["  and 1 more; all of them with --json"]),
        (30, 10, ["  and 22 more; all of them with --json"]),
    ],
)
def test_ten_rows_are_told(rejected: int, shown: int, more: list[str]) -> None:
    lines = import_lines(result(rejected), dry_run=False)
    assert len([line for line in lines if line.startswith("  line ")]) == shown
    assert lines[1 + shown :] == more
