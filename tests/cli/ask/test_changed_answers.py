"""An answer that was taken down wrong is put right: as if it had been told so at first."""

import itertools
from pathlib import Path

import pytest

from tests.support.program import Program

ASK = "ask anna --in dentistry --looking-for retire --anyway"
ANSWERS = ("pending", "promised", "declined", "later")


def state(program: Program) -> str:
    return str(program.ok("ask list --json").json[0]["state"])


@pytest.mark.parametrize(("told", "meant"), list(itertools.permutations(ANSWERS, 2)))
def test_told_with_the_ask(anna: Program, tmp_path: Path, told: str, meant: str) -> None:
    right = Program(tmp_path / "right.db")
    right.ok('contact add "Anna Weiss" --basis client --since 2024-01-10 --org "Weiss Dental"')
    right.ok(f"{ASK} --answer {meant}")
    anna.ok(f"{ASK} --answer {told}")
    anna.ok(f"ask edit 1 --answer {meant}", today="2026-11-22")
    assert state(anna) == meant
    assert anna.due() == right.due()
    anna.ok("undo")
    assert state(anna) == told


def test_told_later_it_keeps_its_day(anna: Program) -> None:
    anna.ok(ASK)
    anna.ok("ask answer 1 declined", today="2026-11-25")
    anna.ok("ask edit 1 --answer later --until 2027-02-01", today="2026-11-28")
    assert state(anna) == "later"
    assert anna.due()["re-ask", "Anna Weiss"] == "2027-02-01"
    anna.ok("ask edit 1 --answer declined", today="2026-11-28")
    assert anna.due()["re-ask", "Anna Weiss"] == "2027-01-24"


def test_a_plan_has_no_answer_yet(anna: Program) -> None:
    anna.ok(f"{ASK} --planned 2026-12-01")
    refused = anna("ask edit 1 --answer declined")
    assert refused.code == 1
    assert "refcli ask answer 1 declined" in refused.err
    assert state(anna) == "planned"


def test_what_makes_an_introduction_impossible_is_refused(anna: Program) -> None:
    anna.ok(f"{ASK} --answer promised")
    anna.ok('intro anna "Ben Ott" --ask 1')
    assert state(anna) == "introduced"
    anna.ok("ask edit 1 --answer declined")
    assert state(anna) == "introduced"
    assert "the follow-ups are those of the playbook" in anna.ok("doctor").out
