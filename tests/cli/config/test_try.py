"""`refcli config try`: what other numbers would have made of today, and nothing changed."""

import pytest

from tests.support.program import Program
from tests.support.tables import tables

TIGHT = "days.intro-made.status=3"


def _tried(anna: Program, numbers: str) -> str:
    before = tables(anna.store)
    said = anna.ok(f"config try {numbers}").out
    assert tables(anna.store) == before
    return said


def test_what_moves_is_told_and_then_comes_true(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    assert _tried(anna, TIGHT) == (
        "1 follow-up moved\n"
        "  Fri 27 Nov to Mon 23 Nov: Tell Anna Weiss where it stands with Ben Okoye (2)\n"
    )
    (moved,) = anna.ok(f"config try {TIGHT} --json").json["moved"]
    assert (moved["id"], moved["was"], moved["due"]) == (2, "2026-11-27", "2026-11-23")
    anna.ok(f"config set {TIGHT.replace('=', ' ')}")
    assert anna.due()[("status", "Anna Weiss")] == "2026-11-23"
    assert _tried(anna, TIGHT) == "nothing would be different\n"


def test_who_may_be_asked_and_who_not(anna: Program) -> None:
    anna.ok('engagement anna "tax return" --rating 8')
    anna.ok("log lunch with anna")
    anna.ok("ask anna --in dentistry --looking-for sell --answer declined", today="2026-11-21")
    may = {row["contact"]["id"] for row in anna.ok("ask who --json", today="2026-12-10").json}
    said = anna.ok("config try gate.after-no-days=5 --json", today="2026-12-10").json
    assert may == set()
    assert [person["name"] for person in said["ready"]] == ["Anna Weiss"]
    text = anna.ok("config try gate.after-no-days=5", today="2026-12-10").out
    assert "1 contact may be asked now: Anna Weiss\n" in text


def test_a_rhythm_that_would_begin(anna: Program) -> None:
    anna.ok("contact edit anna --tier B")
    anna.ok("log lunch with anna")
    assert "moved" in _tried(anna, "cadence.B=30")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "missing KEY=VALUE"),
        ("cadence.B", "not KEY=VALUE: cadence.B"),
        ("cadence.B=", ""),
        ("cadence.B=soon", ""),
        ("me.name=Eva", "no number of the rules: me.name"),
        ("no.such=1", "no such setting: no.such"),
    ],
)
def test_what_cannot_be_tried(anna: Program, typed: str, said: str) -> None:
    refused = anna(f"config try {typed}")
    assert refused.code == 2
    assert refused.err.startswith(f"refcli: {said}")
