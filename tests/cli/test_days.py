"""Days that options tell: numbers by one's own order, one's own language, years alone."""

import sys

import pytest

from tests.support.program import Program


def last_day(program: Program) -> str:
    return str(program.ok("log list --json").json[0]["on"])


def test_a_date_of_numbers_is_refused_with_both_readings(anna: Program) -> None:
    result = anna('log "lunch with Anna" --on 3/4')
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines() == [
        "refcli: 3/4 can be 2026-04-03 (dmy) or 2026-03-04 (mdy)",
        "hint: write it out, or type: refcli config set date.order dmy",
    ]
    assert last_day(anna) == "2026-11-10"


def test_the_order_that_is_set_decides(anna: Program) -> None:
    anna.ok("config set date.order mdy")
    anna.ok('log "lunch with Anna" --on 11/12')
    assert last_day(anna) == "2026-11-12"
    assert anna("config set date.order ymd").code == 2


def test_on_a_terminal_it_is_asked_once_and_kept(anna: Program) -> None:
    which = ("Which day is that? It is kept for the next time", "dmy")
    anna.ok('log "lunch with Anna" --on 11/10', answers=[which])
    assert last_day(anna) == "2026-11-10"
    anna.ok('followup Anna "Call her" --due 1/12', answers=[])
    assert anna.ok("config get date.order --json").json["value"] == "dmy"


@pytest.mark.parametrize("answer", ["dmy", "mdy"])
def test_a_sentence_with_such_a_date_asks_too_and_is_not_in_its_own_way(
    anna: Program, answer: str
) -> None:
    readings = "refcli: 11/10 can be 2026-10-11 (dmy) or 2026-11-10 (mdy)"
    assert anna("log lunch with Anna 11/10").err.splitlines()[0] == readings
    which = ("Which day is that? It is kept for the next time", answer)
    anna.ok("log lunch with Anna 11/10", answers=[which])
    logged = {row["id"]: row["on"] for row in anna.ok("log list --json").json}
    assert logged[max(logged)] == {"dmy": "2026-10-11", "mdy": "2026-11-10"}[answer]
    assert anna.ok("config get date.order --json").json["value"] == answer
    anna.ok("meet Anna 5/12", answers=[])
    day = {"dmy": "2026-12-05", "mdy": "2027-05-12"}[answer]
    assert anna.ok("meet list --json").json[0]["on"] == day


def test_a_sentence_that_looks_ahead_asks_about_days_ahead(anna: Program) -> None:
    result = anna("meet Anna 3/4")
    assert result.err.splitlines()[0] == "refcli: 3/4 can be 2027-04-03 (dmy) or 2027-03-04 (mdy)"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("log lunch with anna on 31.4.", "31.4."),
        ("meet anna 30.2. 18:00", "30.2."),
        ("meet anna 31.11.2026 18:00", "31.11."),
        ("log lunch with anna on 30 feb", "30 feb"),
        ("meet anna june 31st at 10", "june 31st"),
    ],
)
def test_a_day_that_its_month_does_not_have_is_refused(anna: Program, line: str, said: str) -> None:
    before = anna.ok("log list --json").json
    result = anna(line)
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[0] == f"refcli: {said} is no day"
    assert anna.ok("log list --json").json == before
    assert anna.ok("meet list --json").json == []


@pytest.mark.parametrize("day", ["31.3. 18:00", "30 apr", "feb 28", "30.11."])
def test_the_last_day_of_a_month_is_a_day(anna: Program, day: str) -> None:
    anna.ok(f"meet anna {day}")
    assert len(anna.ok("meet list --json").json) == 1


def test_ones_own_language_is_read_when_it_is_set(anna: Program) -> None:
    assert anna('log "lunch with Anna" --on vorgestern').code == 2
    anna.ok("config set date.language de")
    anna.ok('log "lunch with Anna" --on vorgestern')
    assert last_day(anna) == "2026-11-18"
    anna.ok('log "lunch with Anna" --on yesterday')
    assert last_day(anna) == "2026-11-19"
    assert anna('log "lunch with Anna" --on gurke').code == 2
    assert anna("config set date.language klingonisch").code == 2


def test_nothing_loads_the_languages_where_none_is_set(anna: Program) -> None:
    before = set(sys.modules)
    anna.ok('log "lunch with Anna" --on "last tuesday"')
    assert not {m for m in set(sys.modules) - before if m.startswith("dateparser")}


@pytest.mark.parametrize(("since", "day"), [("2023", "2023-01-01"), ("2020-03", "2020-03-01")])
def test_long_ago_a_year_or_a_month_will_do(anna: Program, since: str, day: str) -> None:
    anna.ok(f"contact edit Anna --since {since}")
    assert anna.ok("contact show Anna --json").json["since"] == day
    anna.ok(f"review funnel --since {since}")


def test_a_weekday_and_a_date_that_disagree_are_refused(anna: Program) -> None:
    result = anna('followup Anna "Call her" --due "fri 5 dec"')
    assert result.code == 2
    assert "2026-12-05 (saturday) or 2026-12-04 (friday)" in result.err
    assert anna.ok("followup list --json").json == []
