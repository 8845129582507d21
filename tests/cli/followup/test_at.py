"""A follow-up made by hand may have its hour."""

import pytest

from tests.support.program import Program


@pytest.mark.parametrize(
    ("said", "time"),
    [("10:00", "10:00"), ("4pm", "16:00"), ("at 9.30", "09:30"), ("3", "15:00"), ("noon", "12:00")],
)
def test_it_is_shown_with_its_hour(anna: Program, said: str, time: str) -> None:
    anna.ok(["followup", "anna", "call back", "--due", "tomorrow", "--at", said])
    [item] = anna.ok("due --within 3 --json").json
    assert (item["action"], item["time"]) == ("call back", time)
    assert f"Anna Weiss: call back, at {time}" in anna.ok("due --within 3").out
    calendar = anna.ok("export - --format ics").out
    assert f"DTSTART:20261121T{time.replace(':', '')}00" in calendar


def test_it_is_corrected(anna: Program) -> None:
    anna.ok("followup anna 'call back' --due tomorrow --at 10:00")
    anna.ok("followup edit 1 --at 11:30")
    assert anna.ok("due --within 3 --json").json[0]["time"] == "11:30"
    anna.ok("undo")
    assert anna.ok("due --within 3 --json").json[0]["time"] == "10:00"


@pytest.mark.parametrize("said", ["soon", "25:00", "10-11", "10:00 or so", ""])
def test_what_is_no_time_is_refused(anna: Program, said: str) -> None:
    result = anna(["followup", "anna", "call back", "--due", "tomorrow", "--at", said])
    assert (result.code, result.out) == (2, "")
    assert "not a time" in result.err
    assert anna.ok("followup list --json").json == []
