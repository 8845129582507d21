"""On which day an event was, with whom, and how: each number at its boundary."""

import datetime as dt
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.support.program import TODAY, Program

FIRST = dt.date.fromisoformat(TODAY)
ANNA = "ATTENDEE:mailto:anna@x.example"


@pytest.fixture
def known(refcli: Program) -> Program:
    refcli.ok("contact add Anna --email anna@x.example")
    refcli.ok("contact add Bert --email bert@x.example")
    refcli.ok("config set me.emails me@m.example")
    return refcli


def calendar(folder: Path, *lines: str) -> Path:
    file = folder / "c.ics"
    event = ("BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT")
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *event, "END:VCALENDAR", "")
    file.write_text("\r\n".join(whole), encoding="utf-8", newline="")
    return file


def taken(program: Program, folder: Path, *lines: str) -> list[dict[str, Any]]:
    done = program(["import", str(calendar(folder, *lines))])
    rows = program.ok("log list --json").json
    assert done.code == (0 if rows else 65), done
    return list(rows)


EAST, WEST, HERE = "<+09>-9", "<-08>8", "UTC0"
DAYS = [
    # An instant is on the day that it is here.
    ("DTSTART:20261110T200000Z", HERE, "2026-11-10"),
    ("DTSTART:20261110T200000Z", EAST, "2026-11-11"),
    ("DTSTART:20261110T145959Z", EAST, "2026-11-10"),
    ("DTSTART:20261110T150000Z", EAST, "2026-11-11"),
    ("DTSTART:20261110T075959Z", WEST, "2026-11-09"),
    ("DTSTART:20261110T080000Z", WEST, "2026-11-10"),
    # With a zone of its own it is on the day that it is there.
    ("DTSTART;TZID=Europe/Berlin:20261110T233000", EAST, "2026-11-10"),
    ("DTSTART;TZID=Europe/Berlin:20261110T003000", WEST, "2026-11-10"),
    ("DTSTART;TZID=America/New_York:20261110T233000", EAST, "2026-11-10"),
    # Without any it is on the day that is written.
    ("DTSTART:20261110T233000", EAST, "2026-11-10"),
    ("DTSTART:20261110T003000", WEST, "2026-11-10"),
    ("DTSTART;VALUE=DATE:20261110", EAST, "2026-11-10"),
    ("DTSTART;VALUE=DATE:20261110", WEST, "2026-11-10"),
]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs a time zone of a process")
@pytest.mark.parametrize(("start", "zone", "day"), DAYS)
def test_the_day_of_an_event(
    known: Program, tmp_path: Path, start: str, zone: str, day: str
) -> None:
    env = {**os.environ, "REFCLI_STORE": str(known.store), "REFCLI_TODAY": TODAY, "TZ": zone}
    file = str(calendar(tmp_path, start, ANNA))

    def out(*line: str) -> str:
        command = [sys.executable, "-m", "refcli", *line]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout

    out("import", file)
    assert [row["on"] for row in json.loads(out("log", "list", "--json"))] == [day]


@pytest.mark.parametrize(("after", "is_taken"), [(-1, True), (0, True), (1, False), (2, False)])
def test_what_is_to_come_is_left_out(
    known: Program, tmp_path: Path, after: int, is_taken: bool
) -> None:
    day = FIRST + dt.timedelta(days=after)
    found = taken(known, tmp_path, f"DTSTART:{day:%Y%m%d}T120000", ANNA)
    assert [row["on"] for row in found] == ([day.isoformat()] if is_taken else [])


@pytest.mark.parametrize(
    ("before", "is_taken"), [(50 * 365 - 1, True), (50 * 365, True), (50 * 365 + 1, False)]
)
def test_fifty_years_are_looked_at(
    known: Program, tmp_path: Path, before: int, is_taken: bool
) -> None:
    day = FIRST - dt.timedelta(days=before)
    found = taken(known, tmp_path, f"DTSTART:{day:%Y%m%d}T120000", ANNA)
    assert [row["on"] for row in found] == ([day.isoformat()] if is_taken else [])


@pytest.mark.parametrize(("guests", "how"), [(1, "in-person"), (20, "in-person"), (21, "event")])
def test_with_more_than_twenty_it_was_an_event(
    known: Program, tmp_path: Path, guests: int, how: str
) -> None:
    others = (f"ATTENDEE:mailto:n{n}@y.example" for n in range(guests - 1))
    found = taken(known, tmp_path, "DTSTART:20261110T120000", ANNA, *others)
    assert [row["how"] for row in found] == [how]


@pytest.mark.parametrize(
    ("line", "how"),
    [
        *((f"LOCATION:https://{host}/j/1", "video") for host in ("zoom.us", "x.webex.com")),
        *((f"URL:https://{host}/1", "video") for host in ("whereby.com", "meet.google.com")),
        *((f"DESCRIPTION:join {host}/1", "video") for host in ("teams.live.com", "meet.jitsi")),
        ("DESCRIPTION:teams.microsoft.com/l/1", "video"),
        ("X-GOOGLE-CONFERENCE:https://meet.google.com/x", "video"),
        ("X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/x", "video"),
        ("CONFERENCE;VALUE=URI:https://ZOOM.US/j/1", "video"),
        ("LOCATION:skype.com", "video"),
        ("LOCATION:gotomeeting.com/1", "video"),
        ("LOCATION:facetime.apple.com/1", "video"),
        ("LOCATION:Cafe Zoom", "in-person"),
        ("SUMMARY:zoom.us", "in-person"),
        ("DESCRIPTION:x", "in-person"),
    ],
)
def test_a_link_makes_it_a_video_call(known: Program, tmp_path: Path, line: str, how: str) -> None:
    found = taken(known, tmp_path, "DTSTART:20261110T120000", line, ANNA)
    assert [row["how"] for row in found] == [how]


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ((ANNA,), ["Anna"]),
        (("ATTENDEE:MAILTO:Anna@X.example",), ["Anna"]),
        (("ORGANIZER:mailto:anna@x.example",), ["Anna"]),
        ((ANNA, "ORGANIZER:mailto:anna@x.example"), ["Anna"]),
        ((ANNA, "ORGANIZER:mailto:bert@x.example"), ["Anna", "Bert"]),
        ((ANNA, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@m.example"), ["Anna"]),
        ((ANNA, "ATTENDEE;PARTSTAT=DECLINED:mailto:me@m.example"), []),
        ((ANNA, "ATTENDEE;PARTSTAT=declined:mailto:me@m.example"), []),
        ((ANNA, "ATTENDEE;PARTSTAT=DECLINED:mailto:bert@x.example"), ["Anna"]),
        (
            (
                "ORGANIZER:mailto:anna@x.example",
                "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@x.example",
                "ATTENDEE:mailto:bert@x.example",
            ),
            ["Bert"],
        ),
        ((ANNA, "ATTENDEE;PARTSTAT=TENTATIVE:mailto:bert@x.example"), ["Anna", "Bert"]),
        (("ATTENDEE:mailto:me@m.example",), []),
        (("ATTENDEE:urn:uuid:1",), []),
        (("ATTENDEE:mailto:stranger@y.example",), []),
        ((ANNA, "STATUS:CANCELLED"), []),
        ((ANNA, "STATUS:cancelled"), []),
        ((ANNA, "STATUS:CONFIRMED"), ["Anna"]),
    ],
)
def test_who_took_part(
    known: Program, tmp_path: Path, lines: tuple[str, ...], people: list[str]
) -> None:
    found = taken(known, tmp_path, "DTSTART:20261110T120000", *lines)
    assert [sorted(c["name"] for c in row["contacts"]) for row in found] == (
        [people] if people else []
    )


@pytest.mark.parametrize(
    ("often", "days"),
    [
        ("DAILY;COUNT=3", ["2026-11-12", "2026-11-11", "2026-11-10"]),
        ("WEEKLY", ["2026-11-17", "2026-11-10"]),
        ("MONTHLY", ["2026-11-10"]),
        ("HOURLY", []),
        ("MINUTELY", []),
        ("SECONDLY", []),
    ],
)
def test_how_often_an_event_recurs(
    known: Program, tmp_path: Path, often: str, days: list[str]
) -> None:
    found = taken(known, tmp_path, "DTSTART:20261110T120000", f"RRULE:FREQ={often}", ANNA)
    assert [row["on"] for row in found] == days


@pytest.mark.parametrize("length", [1, 199, 200, 201, 400])
def test_a_title_is_kept_up_to_two_hundred_letters(
    known: Program, tmp_path: Path, length: int
) -> None:
    file = calendar(tmp_path, "DTSTART:20261110T120000", f"SUMMARY:{'x' * length}", ANNA)
    known.ok(["import", str(file), "--titles"])
    [row] = known.ok("log list --json").json
    assert row["text"] == "x" * min(length, 200)
