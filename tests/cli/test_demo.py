"""The sample practice: every noun is alive in it, it keeps the rules, and its tour can be typed."""

import datetime as dt
import re
import shlex
from pathlib import Path

import pytest

from tests.support.program import Program


def test_it_makes_no_folder(refcli: Program, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    refused = refcli(["demo", "--in", str(missing)])
    assert (refused.code, refused.out) == (66, "")
    assert refused.err == (
        f"refcli: no such folder: {missing}\nhint: make it first, or leave --in out\n"
    )
    assert not missing.exists()
    assert "export REFCLI_STORE=" in refcli.ok(["demo", "--in", ""]).out


def test_it_is_rich_and_apart(refcli: Program, sample: Program, tmp_path: Path) -> None:
    shown = refcli.ok(["demo", "--in", str(tmp_path)]).out
    assert "export REFCLI_STORE=" in shown
    assert not refcli.store.exists()
    assert len(sample.ok("contact list --sort name --json").json) == 62
    asks = {a["state"] for a in sample.ok("ask list --json").json}
    assert asks == {"planned", "pending", "promised", "declined", "later", "introduced", "lapsed"}
    intros = {i["state"] for i in sample.ok("intro list --json").json}
    assert intros == {
        "named", "proposed", "made", "reached", "won", "unreachable", "not-a-fit", "not-interested",
    }  # fmt: skip
    late = {item["days_late"] > 0 for item in sample.ok("due --json").json}
    assert late == {True, False}
    ahead = [i for i in sample.ok("due --within 30 --json").json if i["days_late"] < 0]
    assert len(ahead) > 5
    kinds = {item["kind"] for item in sample.ok("due --within 400 --json").json}
    assert len(kinds) >= 12


@pytest.mark.parametrize(
    ("line", "least"),
    [
        ("kit targets", 3),
        ("testimonial list", 3),
        ("contact dates", 5),
        ("meet list", 3),
        ("campaign list", 1),
        ("engagement list", 15),
        ("reciprocate list", 15),
        ("thank list", 30),
        ("reciprocate balance", 10),
        ("intro tree", 5),
    ],
)
def test_every_noun_is_alive(sample: Program, line: str, least: int) -> None:
    assert len(sample.ok(f"{line} --json").json) >= least


def test_more_than_one_of_everything_that_is_rare(sample: Program) -> None:
    intros = sample.ok("intro list --json").json
    assert {i["direction"] for i in intros} == {"received", "given"}
    assert max(len(i["sources"]) for i in intros) == 2
    repaired = sample.ok("intro show otto").out
    assert "bad, " in repaired
    assert "repaired, " in repaired
    assert "Whom they serve" in sample.ok("partner card carla").out
    assert "sibling" in sample.ok("contact anna").out
    assert "chairs: 6" in sample.ok("contact anna").out
    assert "thanked you" in sample.ok("prep nadia").out


# A weekday, a Sunday, the first of a year, a leap day and the day before one.
@pytest.mark.parametrize(
    "today", ["2026-11-20", "2026-11-29", "2027-01-01", "2028-02-29", "2028-02-17"]
)
def test_it_keeps_the_rules_on_any_day_and_its_tour_can_be_typed(
    tmp_path: Path, today: str
) -> None:
    told = Program(tmp_path / "none.db", today=today).ok(["demo", "--in", str(tmp_path)]).out
    [store] = re.findall(r'export REFCLI_STORE="(.*)"', told)
    program = Program(Path(store), today=today)
    found = [
        line for line in program.ok("doctor").lines if not line.startswith(("✓", "· your shell"))
    ]
    assert found in ([], ["  refcli --install-completion"])
    tour = re.findall(r"^  refcli (.*?)(?:  +.*)?$", told.partition("export")[2], re.MULTILINE)
    assert len(tour) == 7
    for line in tour:
        program.ok(shlex.split(line))
    weekdays = [
        dt.date.fromisoformat(m["on"]).weekday() for m in program.ok("meet list --json").json
    ]
    assert all(day < 5 for day in weekdays[1:])
