"""What hardly ever happens: a name that begins with a sign, hundreds at once, high numbers."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.support.program import Program

MANY = 300  # from 257 on, equal numbers are two objects


@pytest.fixture
def many(refcli: Program) -> Program:
    refcli.ok("contact add -", stdin="\n".join(f"Ann{n} Lee{n}" for n in range(1, MANY + 1)))
    return refcli


@pytest.fixture
def tom(refcli: Program) -> Program:
    refcli.ok('contact add "Tom Roth" --basis friend')
    return refcli


@pytest.mark.parametrize(
    ("was", "competes", "becomes"),
    [
        ("other", "--no-competitor", "partner"),
        ("other", "--competitor", "other"),
        ("client", "--no-competitor", "client"),
        ("friend", "--no-competitor", "friend"),
        ("referred", "--no-competitor", "referred"),
    ],
)
def test_nobody_who_is_something_already_becomes_a_partner(
    tom: Program, was: str, competes: str, becomes: str
) -> None:
    tom.ok("contact edit tom --no-basis friend")
    tom.ok(f"contact edit tom --basis {was}")
    tom.ok(f"partner set tom --services taxes {competes}")
    assert tom.ok("contact show tom --json").json["basis"] == becomes


@pytest.mark.parametrize(
    ("direction", "band"), [("both", "warm"), ("out", "cooling"), ("in", "cooling")]
)
def test_only_what_goes_both_ways_keeps_them_warm(tom: Program, direction: str, band: str) -> None:
    tom.ok("log email to tom")
    tom.ok(f"log edit 1 --direction {direction}")
    assert tom.ok("contact show tom --json").json["rapport"]["band"] == band


def test_a_slip_is_known_by_its_very_prospect(tom: Program, tmp_path: Path) -> None:
    tom.ok("config set me.name 'Sam Rivers'")
    head = (
        "Slips Audit Report,,,,,,\nPeriod,2026-07-01,2026-10-31,,,,\n"
        "From,To,Slip Type,Inside/Outside,$ if TYFCB,Qty if CEU,Detail\n"
    )
    for number, (name, counted) in enumerate(
        [("Mia Kern", "new"), ("Ben Ott", "new"), ("Zoe Zahn", "new"), ("MIA KERN", "same")]
    ):
        slips = tmp_path / f"{number}.csv"
        slip = f"Tom Roth,Sam Rivers,Referral,Outside,,,{name}\n"
        slips.write_text(head + slip, encoding="utf-8")
        told = tom.ok(["import", str(slips), "--json"]).json["introductions"]
        assert {kind for kind, count in told.items() if count} == {counted}, name
    found = tom.ok("intro list --json").json
    assert sorted(i["prospect"]["name"] for i in found) == ["Ben Ott", "Mia Kern", "Zoe Zahn"]


def test_a_name_that_begins_with_a_sign_is_forgotten_everywhere(tom: Program) -> None:
    tom.ok(["contact", "add", "'t Hooft"])
    tom.ok(["contact", "edit", "tom", "--note", "'t Hooft sent him"])
    tom.ok("contact forget @2 --yes")
    assert tom.ok("contact show tom --json").json["note"] == "(forgotten) sent him"


def test_an_entry_of_the_history_keeps_two_thousand_characters(many: Program) -> None:
    told = "; ".join(f"added Ann{n} Lee{n} (@{n})" for n in range(1, MANY + 1))
    [entry] = many.ok("history --json").json
    assert entry["did"] == told[:2000]


def test_somebody_of_a_high_number_is_not_introduced_to_me_by_themselves(many: Program) -> None:
    refused = many("intro @300 @300")
    assert refused.code == 2
    assert "the source and the prospect are the same person" in refused.err


def test_an_introduction_of_hundreds(many: Program) -> None:
    everybody = ",".join(f"@{n}" for n in range(1, MANY))
    many.ok(f"intro @{MANY} {everybody}")
    assert len(many.ok("intro show 1 --json").json["prospects"]) == MANY - 1


def test_an_undo_of_a_high_number_that_took_itself_back(tom: Program) -> None:
    tom.ok("undo")
    with contextlib.closing(sqlite3.connect(tom.store)) as connection, connection:
        connection.execute("update history_row set history_id = 300 where history_id = 2")
        connection.execute("update history set id = 300, undoes = 300 where id = 2")
        connection.execute("update history set undone_by = 300")
    refused = tom("undo 300")
    assert (refused.code, refused.err) == (
        1,
        "refcli: entry 300 is itself an undo\nhint: see: refcli history\n",
    )
