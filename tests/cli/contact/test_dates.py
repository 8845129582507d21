"""Yearly dates: noted, shown in time, answered for their year, and back the next."""

import pytest

from tests.support.program import Program

BIRTHDAY = "Wish Anna Weiss a happy birthday (Sat 5 Dec, turns 50)"


@pytest.fixture
def dated(refcli: Program) -> Program:
    refcli.ok("contact add Anna Weiss --basis client")
    refcli.ok("contact date anna birthday 5 dec 1976")
    return refcli


def shown(program: Program, day: str) -> list[str]:
    return [i["action"] for i in program.ok("due --json", today=day).json if i["kind"] == "date"]


@pytest.mark.parametrize(
    ("line", "label", "on"),
    [
        ("contact date Anna Weiss birthday 5 dec 1976", "birthday", "1976-12-05"),
        ('contact date "Anna Weiss" "licence expiry" 2027-03-31', "licence expiry", "2027-03-31"),
        ("contact date Anna Weiss name day 26 jul", "name day", "--07-26"),
        ("contact date @1 wedding 14.2.", "wedding", "--02-14"),
    ],
)
def test_a_date_is_noted_in_one_line(refcli: Program, line: str, label: str, on: str) -> None:
    refcli.ok("contact add Anna Weiss --basis client")
    done = refcli.ok(line).out
    assert f"noted for Anna Weiss: {label}" in done
    [date] = refcli.ok("contact anna --json").json["dates"]
    assert (date["label"], date["on"]) == (label, on)


def test_it_shows_a_week_ahead_until_two_weeks_after(dated: Program) -> None:
    assert shown(dated, "2026-11-27") == []
    assert shown(dated, "2026-11-28") == [BIRTHDAY]
    assert "in 7 days" in dated.ok("due", today="2026-11-28").out
    on_the_day = dated.ok("due", today="2026-12-05").out
    assert f"{BIRTHDAY.replace('Sat 5 Dec', 'today')}  today" in on_the_day
    assert "late" not in on_the_day
    late = dated.ok("due", today="2026-12-19").out
    assert "14 days ago" in late
    assert "1 late" in late
    assert shown(dated, "2026-12-20") == []
    [next_year] = shown(dated, "2027-12-01")
    assert "turns 51" in next_year


def test_its_own_notice(dated: Program) -> None:
    dated.ok("contact date anna birthday 5 dec 1976 --notice 30")
    assert shown(dated, "2026-11-06") == [BIRTHDAY]
    dated.ok("contact date anna birthday 6 dec 1976")
    [date] = dated.ok("contact dates --json").json
    assert (date["on"], date["next"], date["notice"]) == ("1976-12-06", "2026-12-06", 30)


@pytest.mark.parametrize("answer", ["done {}", "skip {}"])
def test_what_is_answered_comes_back_next_year(dated: Program, answer: str) -> None:
    dated.today = "2026-12-01"
    number = dated.number("date")
    done = dated.ok(f"{answer.format(number)} --json").json
    assert [(i["id"], i["due"]) for i in done["closed"]] == [(int(number), "2026-11-28")]
    assert shown(dated, "2026-12-05") == []
    assert len(shown(dated, "2027-12-05")) == 1
    again = dated(answer.format(number))
    assert again.code == 1
    assert "closed already" in again.err
    dated.ok("undo")
    assert shown(dated, "2026-12-05") == [BIRTHDAY.replace("Sat 5 Dec", "today")]
    dated.ok("redo")
    assert shown(dated, "2026-12-05") == []


def test_its_number_stays(dated: Program) -> None:
    number = dated.number("date")
    dated.ok("done 1", today="2026-12-01")
    dated.ok("undo")
    dated.ok("contact date anna birthday 7 dec")
    assert dated.number("date") == number


def test_what_is_put_off_shows_then_but_not_when_it_is_over(dated: Program) -> None:
    dated.today = "2026-11-28"
    dated.ok("snooze 1 2026-12-04")
    assert shown(dated, "2026-12-03") == []
    assert len(shown(dated, "2026-12-04")) == 1
    refused = dated("snooze 1 2027-01-10")
    assert refused.code == 1
    assert "refcli skip 1" in refused.err
    dated.ok("tried 1", today="2026-12-05")
    assert shown(dated, "2026-12-06") == []
    assert len(shown(dated, "2026-12-07")) == 1


def test_of_people_who_do_not_matter_it_is_listed_only(refcli: Program) -> None:
    refcli.ok("contact add Zoe")
    refcli.ok("contact date zoe birthday 25 nov")
    assert shown(refcli, "2026-11-25") == []
    assert "listed only" in refcli.ok("contact dates").out
    refcli.ok("contact edit zoe --tier C")
    assert len(shown(refcli, "2026-11-25")) == 1
    refcli.ok("contact edit zoe --no-tier")
    assert shown(refcli, "2026-11-25") == []


@pytest.mark.parametrize(
    ("line", "shows"),
    [
        ("contact rest anna --until 2027-02-01", True),
        ("contact drop anna --because moved", False),
        ("contact drop anna --because died", False),
    ],
)
def test_while_resting_it_shows_and_when_dropped_not(
    dated: Program, line: str, shows: bool
) -> None:
    dated.ok(line)
    assert bool(shown(dated, "2026-12-01")) is shows


def test_dates_are_listed_the_next_first(dated: Program) -> None:
    dated.ok("contact add Bob --basis friend")
    dated.ok("contact date bob birthday 22 nov")
    dated.ok("contact date bob wedding 1.10.2020")
    lines = dated.ok("contact dates").lines
    assert [line.split()[:3] for line in lines[1:]] == [
        ["Sun", "22", "Nov"],
        ["Sat", "5", "Dec"],
        ["Fri", "1", "Oct"],
    ]
    assert [d["label"] for d in dated.ok("contact dates --within 20 --json").json] == [
        "birthday",
        "birthday",
    ]
    assert len(dated.ok("contact dates --contact bob --json").json) == 2


def test_a_date_is_taken_away_with_its_answers(dated: Program) -> None:
    dated.ok("done 1", today="2026-12-01")
    dated.ok("contact date anna birthday --remove")
    assert dated.ok("contact dates --json").json == []
    assert shown(dated, "2027-12-01") == []
    dated.ok("undo")
    assert len(dated.ok("contact dates --json").json) == 1
    assert shown(dated, "2026-12-05") == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("contact date anna birthday soon", 2),
        ("contact date anna birthday 31 feb", 2),
        ("contact date anna birthday", 2),
        ("contact date anna", 2),
        ("contact date zzyzx birthday 5 dec", 3),
        ("contact date anna birthday 5 dec --notice 999", 2),
        ("contact date anna wedding --remove", 3),
        ('contact date anna "!!" 5 dec', 2),
    ],
)
def test_what_is_refused_changes_nothing(dated: Program, line: str, code: int) -> None:
    before = dated.ok("contact dates --json").json
    result = dated(line)
    assert (result.code, result.out) == (code, "")
    assert "bug in refcli" not in result.err
    assert dated.ok("contact dates --json").json == before


def test_on_a_terminal_what_is_missing_is_asked(dated: Program) -> None:
    answers = [("What is it called?", "wedding"), ("When is Anna Weiss's wedding?", "1 may 2011")]
    dated.ok("contact date anna", answers=answers)
    assert "wedding" in dated.ok("contact dates").out


def test_merged_people_have_each_date_once(dated: Program) -> None:
    dated.ok("contact add Annie W. --basis friend")
    dated.ok('contact date "Annie W." birthday 5 dec')
    dated.ok('contact date "Annie W." wedding 1 may')
    dated.ok("done @2", today="2026-12-01")
    dated.ok('contact merge anna "Annie W."')
    dates = dated.ok("contact dates --json").json
    assert sorted((d["label"], d["on"]) for d in dates) == [
        ("birthday", "1976-12-05"),
        ("wedding", "--05-01"),
    ]
    assert dated("doctor").code == 0
    dated.ok("undo")
    assert len(dated.ok("contact dates --json").json) == 3
    assert dated("doctor").code == 0


def test_forgotten_people_leave_no_date(dated: Program) -> None:
    dated.ok("done 1", today="2026-12-01")
    dated.ok("contact forget anna --yes")
    assert dated.ok("contact dates --json").json == []
    assert dated("doctor").code == 0


def test_a_whole_export_brings_dates_and_their_answers(dated: Program, tmp_path: object) -> None:
    dated.ok("contact date anna wedding 2 dec")
    dated.ok("done 1", today="2026-12-01")
    dated.ok(f"export {tmp_path}/all.json")
    other = Program(dated.store.with_name("other.db"))
    other.ok(f"import {tmp_path}/all.json")
    assert (
        other.ok("contact anna --json").json["dates"]
        == dated.ok("contact anna --json").json["dates"]
    )
    assert shown(other, "2026-12-02") == shown(dated, "2026-12-02")
    assert len(shown(other, "2026-12-02")) == 1
    assert other("doctor").code == 0


def test_the_next_day_is_named_when_nothing_is_due(dated: Program) -> None:
    assert dated.ok("due").out == "nothing is due; next Sat 28 Nov\n"


def test_a_date_and_its_wishes_stand_in_the_timeline(dated: Program) -> None:
    dated.ok("done 1", today="2026-12-05")
    told = dated.ok("contact timeline anna --json", today="2026-12-06").json
    edit = 'refcli contact date "Anna Weiss" birthday WHEN'
    assert [(m["on"], m["kind"], m["text"], m["edit"]) for m in told] == [
        ("2026-12-05", "date", "birthday 2026: done", edit),
        ("2026-11-20", "date", "noted: birthday, 5 Dec 1976", edit),
    ]


def test_the_calendar_has_it_every_year(dated: Program) -> None:
    dated.ok("contact date anna wedding 29 feb 2012")
    dated.ok("contact add Zoe")
    dated.ok("contact date zoe birthday 3 dec")
    text = dated.ok("export - --format ics").out.replace("\r\n", "\n")
    events = [part for part in text.split("BEGIN:VEVENT") if "RRULE:FREQ=YEARLY" in part]
    starts = sorted(
        (line.rpartition(":")[2], part.split("SUMMARY:")[1].split("\n")[0])
        for part in events
        for line in part.split("\n")
        if line.startswith("DTSTART")
    )
    assert starts == [("20261205", "Anna Weiss: birthday"), ("20270228", "Anna Weiss: wedding")]
    assert "YEARLY" not in dated.ok("export - --format ics --todo").out


def test_what_is_told_again_keeps_the_year_and_says_what_changed(dated: Program) -> None:
    assert dated.ok("contact date anna birthday 5 dec").out == "nothing to change for Anna Weiss\n"
    assert dated.ok("contact anna --json").json["dates"][0]["on"] == "1976-12-05"
    moved = dated.ok("contact date anna birthday 6 dec").out
    assert moved == "changed for Anna Weiss: birthday, 6 Dec, next Sun 6 Dec\n"


def test_of_somebody_who_does_not_matter_it_says_so(refcli: Program) -> None:
    refcli.ok("contact add Zoe")
    said = refcli.ok("contact date zoe birthday 25 nov").err
    assert "only listed" in said
    assert "refcli contact edit Zoe --tier B" in said


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("contact date Anna Meyer birthday 5 may", 3, "Anna Meyer"),
        ("contact date anna birthday 5 dec 2030", 2, "nobody is born in 2030"),
        ("contact date anna birthday 31 nov", 2, "not a date: 31 nov"),
        ("contact date anna birthday 29 feb 1981", 2, "not a date: 29 feb 1981"),
    ],
)
def test_no_other_person_or_day_is_meant(dated: Program, line: str, code: int, says: str) -> None:
    before = dated.ok("contact dates --json").json
    result = dated(line)
    assert (result.code, result.out) == (code, "")
    assert says in result.err
    assert dated.ok("contact dates --json").json == before


def test_a_word_before_the_day_is_no_label(dated: Program) -> None:
    dated.ok("contact date anna wedding is on 8 may")
    assert "wedding" in {d["label"] for d in dated.ok("contact dates --json").json}


def test_a_bad_day_is_asked_again(dated: Program) -> None:
    answers = [
        ("When is Anna Weiss's wedding?", "soon"),
        ("When is Anna Weiss's wedding?", "1 may"),
    ]
    result = dated.ok("contact date anna wedding", answers=answers)
    assert "not a date: soon" in result.err
    assert "noted for Anna Weiss: wedding, 1 May" in result.out


def test_when_none_comes_soon_it_says_that(dated: Program) -> None:
    assert dated.ok("contact dates --within 3").out == "no date comes in the next 3 days\n"
    dated.ok("contact add Bob")
    assert "contact date bob birthday" in dated.ok("contact dates --contact bob").out


def test_what_a_merge_leaves_out_is_said(dated: Program) -> None:
    dated.ok("contact edit anna --set region=North --tier A")
    dated.ok("contact date anna wedding 1 may")
    dated.ok('contact add "Annie W." --set region=East --tier B')
    dated.ok('contact date "Annie W." birthday 7 dec 1970')
    dated.ok('contact date "Annie W." wedding 1 may 2001')
    said = dated.ok('contact merge anna "Annie W."').err
    assert "tier B" in said
    assert "birthday 7 Dec" in said
    assert "region East" in said
    assert "wedding" not in said
    dates = {d["label"]: d["on"] for d in dated.ok("contact dates --json").json}
    assert dates == {"birthday": "1976-12-05", "wedding": "2001-05-01"}


@pytest.mark.parametrize("whose", ["anna", "ben"])
@pytest.mark.parametrize("label", ["wedding anniversary", "anniversary", "wedding day"])
def test_a_widow_is_wished_no_happy_anniversary(refcli: Program, whose: str, label: str) -> None:
    refcli.ok('contact add "Anna Weiss" --basis client --tier A')
    refcli.ok('contact add "Ben Weiss" --basis client --tier A')
    refcli.ok("contact tie anna ben --as spouse")
    refcli.ok(["contact", "date", whose, label, "22 nov 2010"])
    refcli.ok(["contact", "date", whose, "birthday", "23 nov"])
    left = "ben" if whose == "anna" else "anna"
    assert label in refcli.ok("due --within 3").out
    refcli.ok(["contact", "drop", left, "--because", "died"])
    due = refcli.ok("due --within 3").out
    assert label not in due
    assert "birthday" in due
    assert "annivers" not in refcli.ok(["write", whose, "--form", "wish"]).out
    refcli.ok("undo")
    assert label in refcli.ok("due --within 3").out


def test_the_divorced_are_wished_no_happy_anniversary(refcli: Program) -> None:
    refcli.ok('contact add "Anna Weiss" --basis client --tier A')
    refcli.ok('contact add "Ben Weiss" --basis client --tier A')
    refcli.ok("contact tie anna ben --as spouse")
    refcli.ok('contact date anna "wedding anniversary" "22 nov 2010"')
    refcli.ok("contact untie anna ben")
    refcli.ok("contact tie anna ben --as ex-husband")
    assert "anniversary" not in refcli.ok("due --within 3").out
    assert refcli("write anna --form wish").code == 1
