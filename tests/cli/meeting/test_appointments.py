"""Appointments: planned by a line, shown on their day, moved, cancelled, over."""

import pytest

from tests.support.program import Program


@pytest.fixture
def planned(anna: Program) -> Program:
    """Anna and Bob meet on Thursday at ten."""
    anna.ok("contact add Bob Lund --basis client")
    anna.ok('meet "anna and bob thu 10:00 about the lease" --at "Café Luitpold" --for 1h30')
    return anna


def meetings(program: Program, today: str | None = None) -> list[str]:
    items = program.ok("due --json --within 400", today=today).json
    return [item["action"] for item in items if item["kind"] == "meet"]


def test_what_was_understood_is_said_back(anna: Program) -> None:
    result = anna.ok('meet anna thu 10:00 about the lease --at "Café Luitpold" --for 1h')
    assert result.out.splitlines() == [
        (
            "planned: Anna Weiss in person, Thu 26 Nov at 10:00 to 11:00, Café Luitpold: the lease"
            " (appointment 1)"
        ),
        "  due in 6 days: Meet Anna Weiss at 10:00, Café Luitpold: the lease (1)",
    ]


def test_the_list_has_it_with_all_who_meet(planned: Program) -> None:
    [row] = planned.ok("meet list --json").json
    assert [person["name"] for person in row.pop("contacts")] == ["Anna Weiss", "Bob Lund"]
    assert row == {
        "id": 1,
        "on": "2026-11-26",
        "time": "10:00",
        "until": "11:30",
        "how": "in-person",
        "place": "Café Luitpold",
        "about": "the lease",
    }
    assert "Café Luitpold" in planned.ok("meet list").out
    assert planned.ok("meet list --json", today="2026-11-27").json == []
    assert len(planned.ok("meet list --all --json", today="2026-11-27").json) == 1


def test_it_stands_in_due_on_its_day_in_one_line(planned: Program) -> None:
    assert "nothing is due" in planned.ok("due").out
    [item] = planned.ok("due --json", today="2026-11-26").json
    assert item["action"] == "Meet Anna Weiss and Bob Lund at 10:00, Café Luitpold: the lease"
    assert (item["time"], item["until"], item["place"]) == ("10:00", "11:30", "Café Luitpold")
    assert [other["name"] for other in item["others"]] == ["Bob Lund"]
    assert len(planned.ok("due --json --contact bob", today="2026-11-26").json) == 1


def test_done_is_one_exchange_with_everybody(planned: Program) -> None:
    [item] = planned.ok("due --json", today="2026-11-26").json
    planned.ok(f"done {item['id']}", today="2026-11-26")
    newest = planned.ok("log list --json", today="2026-11-26").json[0]
    assert [person["name"] for person in newest["contacts"]] == ["Anna Weiss", "Bob Lund"]
    assert meetings(planned, "2026-11-26") == []


@pytest.mark.parametrize(
    ("line", "is_over"),
    [
        ("log lunch with anna and bob", True),
        ("log called anna and bob", True),
        ("log zoomed with anna and bob", True),
        ("log emailed anna and bob", False),
        ("log left a voicemail for anna", False),
        ("log met anna and bob yesterday", False),
    ],
)
def test_only_an_exchange_of_that_day_closes_it(planned: Program, line: str, is_over: bool) -> None:
    planned.ok(line, today="2026-11-26")
    assert (meetings(planned, "2026-11-26") == []) is is_over


def test_who_was_not_there_is_still_to_be_met(planned: Program) -> None:
    planned.ok("log lunch with anna", today="2026-11-26")
    assert len(meetings(planned, "2026-11-26")) == 1
    [item] = planned.ok("due --json --contact bob", today="2026-11-26").json
    assert item["contact"]["name"] == "Bob Lund"


def test_moved(planned: Program) -> None:
    planned.ok("meet move 1 friday")
    [row] = planned.ok("meet list --json").json
    assert (row["on"], row["time"]) == ("2026-11-27", "10:00")
    planned.ok("meet move 1 14:30-15")
    [row] = planned.ok("meet list --json").json
    assert (row["on"], row["time"], row["until"]) == ("2026-11-27", "14:30", "15:00")
    planned.ok("undo")
    assert planned.ok("meet list --json").json[0]["time"] == "10:00"


def test_cancelled_and_taken_back(planned: Program) -> None:
    result = planned.ok("meet cancel 1")
    assert "cancelled: Anna Weiss and Bob Lund in person, Thu 26 Nov" in result.out
    assert (meetings(planned), planned.ok("meet list --json").json) == ([], [])
    planned.ok("undo")
    assert len(meetings(planned)) == 1


def test_a_sentence_of_log_that_is_to_come_plans_it(anna: Program) -> None:
    out = anna.ok("log coffee with anna tomorrow at 3 re tax").out
    assert out.startswith("planned: Anna Weiss in person, tomorrow, Sat 21 Nov at 15:00: tax")
    assert len(anna.ok("log list --json").json) == 1


def test_a_bare_weekday_looks_ahead_in_meet_and_back_in_log(anna: Program) -> None:
    anna.ok("meet anna monday")
    assert anna.ok("meet list --json").json[0]["on"] == "2026-11-23"
    logged = anna.ok("log tea with anna monday")
    assert anna.ok("log list --json").json[0]["on"] == "2026-11-16"
    assert logged.err.splitlines() == [
        "for Mon 23 Nov: refcli undo, then: refcli meet anna 2026-11-23"
    ]


@pytest.mark.parametrize(
    ("line", "again"),
    [
        ("log tea on monday --with anna", "anna"),
        ("log tea on monday --with anna --with @1", '"anna and @1"'),
        ("log tea with anna weiss on monday", '"anna weiss"'),
    ],
)
def test_the_line_for_the_other_weekday_names_who_was_told(
    anna: Program, line: str, again: str
) -> None:
    logged = anna.ok(line)
    way = f"refcli meet {again} 2026-11-23"
    assert logged.err.splitlines() == [f"for Mon 23 Nov: refcli undo, then: {way}"]
    anna.ok("undo")
    anna.ok(way.removeprefix("refcli "))
    assert anna.ok("meet list --json").json[0]["on"] == "2026-11-23"


def test_a_past_exchange_keeps_its_hour(anna: Program) -> None:
    anna.ok("log met anna yesterday at 9.15")
    row = anna.ok("log list --json").json[0]
    assert (row["on"], row["time"]) == ("2026-11-19", "09:15")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("meet anna yesterday", 2, 'refcli log "anna yesterday"'),
        ("meet anna", 2, "say when you meet"),
        ("meet thu 10:00", 2, "say whom you meet"),
        ("meet zelda thu 10:00", 3, "no contact matches 'zelda'"),
        ("meet Annna Weis fri", 3, "nearest: Anna Weiss"),
        ("meet with Zelda thu 10:00", 3, "no contact matches 'Zelda'"),
        ("meet anna fri 5 dec", 2, "does not agree"),
        ("meet anna thu --for 1h", 2, "needs the hour"),
        ("meet anna thu 10:00 --for ages", 2, "not so long"),
        ("meet anna thu 23:00 --for 3h", 2, "past midnight"),
        ("meet anna thu 15:30-14:30", 2, "would end at 14:30, and begins at 15:30"),
        ("meet anna thu 23:30-0:30", 2, "would end at 00:30"),
        ("log met anna yesterday 15:30-14:30", 2, "would end at 14:30"),
        ("meet anna thu 10:00 fri 11:00", 2, "two"),
        ("meet move 7 friday", 3, "no appointment has the number 7"),
        ("meet cancel 7", 3, "no appointment has the number 7"),
        ("meet move 1 soon", 2, "not a day or an hour"),
        ("meet move 1 yesterday", 2, "is over"),
    ],
)
def test_what_is_refused_changes_nothing(planned: Program, line: str, code: int, says: str) -> None:
    before = planned.ok("meet list --json").json
    result = planned(line)
    assert (result.code, result.out) == (code, "")
    assert says in result.err
    assert planned.ok("meet list --json").json == before


def test_nobody_dropped_is_met(anna: Program) -> None:
    anna.ok("contact drop anna --because moved")
    result = anna("meet anna thu 10:00")
    assert result.code == 1
    assert "is dropped" in result.err


def test_somebody_new_is_added_when_a_person_says_so(anna: Program) -> None:
    answers = [("Tom Berg is new:", "add"), ("Who is Tom Berg to you?", "friend")]
    out = anna.ok("meet with Tom Berg thu 10:00", answers=answers).out
    assert "added Tom Berg" in out
    assert anna.ok("contact show Tom --json").json["basis"] == "friend"
    anna.ok("undo")
    assert anna("contact show Tom").code == 3
    assert anna.ok("meet list --json").json == []


def test_forgetting_one_leaves_the_other(planned: Program) -> None:
    planned.ok("contact forget anna --yes")
    [row] = planned.ok("meet list --json").json
    assert [person["name"] for person in row["contacts"]] == ["Bob Lund"]
    assert len(meetings(planned)) == 1


def test_the_calendar_has_it_once_with_its_hour_and_place(planned: Program) -> None:
    text = planned.ok("export - --format ics").out.replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 1
    for line in (
        "DTSTART:20261126T100000",
        "DTEND:20261126T113000",
        "LOCATION:Café Luitpold",
        "SUMMARY:Meet Anna Weiss and Bob Lund at 10:00\\, Café Luitpold: the lease",
        "TRIGGER:-PT15M",
    ):
        assert line in text
    assert "Luitpold" not in planned.ok("export - --format ics --private").out


def test_what_was_kept_is_no_longer_to_come(planned: Program) -> None:
    [one] = planned.ok("meet list --json").json
    day = one["on"]
    names = " and ".join(person["name"] for person in one["contacts"])
    planned.ok(["log", f"met {names}"], today=day)
    assert planned.ok("meet list --json", today=day).json == []
    assert [m["id"] for m in planned.ok("meet list --all --json", today=day).json] == [one["id"]]
    for line in (f"meet cancel {one['id']}", f"meet move {one['id']} 2027-01-10"):
        refused = planned(line, today=day)
        assert (refused.code, refused.out) == (1, "")
        assert "was kept" in refused.err
        assert "refcli contact timeline" in refused.err
    told = planned.ok(["contact", "timeline", one["contacts"][0]["name"]], today=day).out
    assert "to meet" not in told


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("meet anna thu 25:00", 2, "not a time: 25:00"),
        ("meet anna thu 10:75", 2, "not a time: 10:75"),
        ("meet Anna Garcia thu 10:00", 3, "Anna Garcia"),
    ],
)
def test_no_time_and_no_name_is_dropped(anna: Program, line: str, code: int, says: str) -> None:
    result = anna(line)
    assert (result.code, result.out) == (code, "")
    assert says in result.err
    assert anna.ok("meet list --json").json == []


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("meet anna thu at ten for coffee", "coffee"),
        ("meet anna thu 10:00 lease papers", "lease papers"),
        ("meet anna thu 10:00 about the lease", "the lease"),
        ("meet anna thu 10:00", None),
    ],
)
def test_what_stands_behind_is_what_it_is_about(
    anna: Program, line: str, about: str | None
) -> None:
    anna.ok(line)
    assert anna.ok("meet list --json").json[0]["about"] == about


def test_only_the_place_is_changed(planned: Program) -> None:
    planned.ok('meet move 1 --at "Café Ampere"')
    [row] = planned.ok("meet list --json").json
    assert (row["on"], row["time"], row["until"]) == ("2026-11-26", "10:00", "11:30")
    assert row["place"] == "Café Ampere"
    planned.ok('meet move 1 "fri 14:00" --at ""')
    [row] = planned.ok("meet list --json").json
    assert (row["on"], row["time"], row["place"]) == ("2026-11-27", "14:00", None)


def test_what_is_to_come_has_not_taken_place(planned: Program) -> None:
    [meeting] = [
        item for item in planned.ok("due --all --within 30 --json").json if item["kind"] == "meet"
    ][:1]
    refused = planned(f"done {meeting['id']}")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("refcli: that is to come, in ")
    hint = refused.err.splitlines()[1]
    planned.ok(hint.removeprefix("hint: if you met before: refcli "))
    planned.ok(f"done {meeting['id']}")


def test_an_appointment_to_come_is_moved_and_not_put_off(planned: Program) -> None:
    [meeting, *_] = [
        item for item in planned.ok("due --within 30 --json").json if item["kind"] == "meet"
    ]
    before = planned.ok("meet list").out
    for line in (f"snooze {meeting['id']} '8 dec'", f"tried {meeting['id']}"):
        refused = planned(line)
        assert (refused.code, refused.out) == (1, "")
        assert "to put it off: refcli meet move 1 WHEN" in refused.err
    assert planned.ok("meet list").out == before


def test_of_two_on_one_day_the_one_that_was_kept_is_done(anna: Program) -> None:
    for line in ("meet anna thu 17:00", "meet anna thu 9:00"):
        anna.ok(line)
    day = anna.ok("meet list --json").json[0]["on"]
    first, second = anna.ok("due --json", today=day).json
    assert [first["time"], second["time"]] == ["09:00", "17:00"]
    anna.ok(f"done {first['id']}", today=day)
    assert [item["time"] for item in anna.ok("due --json", today=day).json] == ["17:00"]
    anna.ok("log coffee with anna", today=day)
    assert anna.ok("due --json", today=day).json == []
    anna.ok("undo", today=day)
    assert [item["time"] for item in anna.ok("due --json", today=day).json] == ["17:00"]


def test_the_hour_says_which_appointment_was_kept(anna: Program) -> None:
    for line in ("meet anna thu 10:00", "meet anna thu 15:00"):
        anna.ok(line)
    day = anna.ok("meet list --json").json[0]["on"]
    anna.ok('log "met anna at 15:00 about the lease"', today=day)
    assert [item["time"] for item in anna.ok("due --json", today=day).json] == ["10:00"]
    anna.ok("undo", today=day)
    second = anna.ok("due --json", today=day).json[1]
    anna.ok(f"done {second['id']}", today=day)
    assert [item["time"] for item in anna.ok("due --json", today=day).json] == ["10:00"]


@pytest.mark.parametrize("line", ["meet eve thu 9:00", "meet eve 'thu 9:00 about the books'"])
def test_before_the_day_a_word_is_a_name_too(anna: Program, line: str) -> None:
    anna.ok('contact add "Eve Stone"')
    assert "Eve Stone" in anna.ok(line).out
    [row] = anna.ok("meet list --json").json
    assert ([who["name"] for who in row["contacts"]], row["time"]) == (["Eve Stone"], "09:00")


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("called anna", True),
        ("anna called about her tax return", True),
        ("called anna to set up the pension", True),
        ("called anna to confirm lunch", False),
        ("anna called to cancel", False),
        ("called anna to move our meeting to thursday", False),
        ("anna called, she'll be late", False),
        ("lunch with anna", True),
        ("emailed anna", False),
    ],
)
def test_a_call_about_an_appointment_is_not_that_appointment(
    anna: Program, line: str, is_kept: bool
) -> None:
    anna.ok("meet anna tomorrow 13:00")
    anna.today = "2026-11-21"
    anna.ok(f'log "{line}"')
    assert meetings(anna) == ([] if is_kept else ["Meet Anna Weiss at 13:00"])


def test_a_meeting_told_behind_its_plan_of_the_same_day_is_that_meeting(anna: Program) -> None:
    anna.ok('log "breakfast with anna"')
    anna.ok("meet anna today 13:00")
    anna.ok("meet anna today 18:00")
    assert len(meetings(anna)) == 2
    anna.ok('log "called anna to confirm lunch"')
    assert len(meetings(anna)) == 2
    told = anna.ok('log "lunch with anna"').out
    assert "  done: Meet Anna Weiss at 13:00 (1)" in told
    assert meetings(anna) == ["Meet Anna Weiss at 18:00"]
    anna.ok("undo")
    assert len(meetings(anna)) == 2
    anna.ok('log "lunch with anna"')
    anna.today = "2026-11-21"
    anna.ok('log "yesterday: dinner with anna"')
    assert meetings(anna) == []
    assert anna("doctor").code == 0


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("12dec 10:00", "Sat 12 Dec at 10:00"),
        ("dec12 10:00", "Sat 12 Dec at 10:00"),
        ("12dec2026 10:00", "Sat 12 Dec at 10:00"),
        ("25th 10:00", "Wed 25 Nov at 10:00"),
        ("25th at noon", "Wed 25 Nov at 12:00"),
        ("nextweek 10:00", "is nextweek a day? did you mean next week"),
        ("12-dec-26 10:00", "Sat 12 Dec at 10:00"),
        ("12.12 10:00", "is 12.12 a day or an hour? write it out"),
        ("fri noon", "Fri 27 Nov at 12:00"),
        ("fri between 10 and 11", "Fri 27 Nov at 10:00 to 11:00"),
        ("fri 1030", "Fri 27 Nov at 10:30"),
        ("fri 10:00 for 1h30", "Fri 27 Nov at 10:00 to 11:30"),
        ("fri 10:00 for half an hour", "Fri 27 Nov at 10:00 to 10:30"),
        ("fri for 1h", "for 1h needs the hour when it begins"),
    ],
)
def test_days_as_people_write_them_together(anna: Program, when: str, says: str) -> None:
    told = anna(f"meet anna {when}")
    assert says in told.out + told.err


def test_what_is_said_of_an_appointment_moves_none_and_says_so(anna: Program) -> None:
    anna.ok("meet anna thu 10:00")
    said = anna.ok('log "called anna to cancel lunch"').err
    assert said == (
        "planned as before: Meet Anna Weiss at 10:00, Thu 26 Nov;"
        " refcli meet move 1 WHEN, refcli meet cancel 1\n"
    )
    assert "planned as before" not in anna.ok('log "called anna about the lease"').err
    anna.ok("meet cancel 1")
    assert "planned as before" not in anna.ok('log "called anna to cancel lunch"').err


def test_what_was_tried_and_moved_is_due_on_its_new_day(anna: Program) -> None:
    anna.ok('meet anna tomorrow 15:00 --at "Café Luitpold"')
    anna.today = "2026-11-21"
    assert "  due in 7 days: Meet Anna Weiss (1)" in anna.ok("tried 1").out
    [again] = anna.ok("due --within 30 --json").json
    assert (again["due"], again["time"], again["place"]) == ("2026-11-28", None, None)
    anna.ok('meet move 1 "24 nov"')
    [moved] = anna.ok("due --within 30 --json").json
    assert (moved["due"], moved["time"]) == ("2026-11-24", "15:00")
    anna.ok("meet move 1 2026-11-30 10:00", today="2026-11-24")
    [moved] = anna.ok("due --within 30 --json").json
    assert (moved["due"], moved["time"]) == ("2026-11-30", "10:00")
    assert anna("doctor").code == 0
