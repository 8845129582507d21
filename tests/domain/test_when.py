"""Days as people say them: each phrase as a table, and what is refused."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.dates import Look
from refcli.domain.when.parse import longest_day, parse_when, read_when
from refcli.domain.when.reader import Reader, TwoReadings
from refcli.errors import UsageError

FRIDAY = dt.date(2026, 11, 20)
B, A = Look.BACK, Look.AHEAD

# What is said, and the day looking back and ahead; a dash where it is refused.
SAID = """
2026-12-01                   2026-12-01 2026-12-01
1.12.                        2025-12-01 2026-12-01
1.12.2026                    2026-12-01 2026-12-01
1.12.26                      2026-12-01 2026-12-01
the 5th                      2026-11-05 2026-12-05
5th                          2026-11-05 2026-12-05
the 20th                     2026-11-20 2026-11-20
the 31st                     2026-10-31 2026-12-31
the 5th of next month        2026-12-05 2026-12-05
tonight                      2026-11-20 2026-11-20
this morning                 2026-11-20 2026-11-20
last night                   2026-11-19 2026-11-19
yesterday evening            2026-11-19 2026-11-19
tomorrow morning             2026-11-21 2026-11-21
on friday                    2026-11-20 2026-11-27
this friday                  2026-11-20 2026-11-27
coming friday                2026-11-27 2026-11-27
weds                         2026-11-18 2026-11-25
thurs                        2026-11-19 2026-11-26
past tuesday                 2026-11-17 2026-11-17
fri 5 dec                    2025-12-05 -
fri 4 dec                    -          2026-12-04
friday, 27 november 2026     2026-11-27 2026-11-27
Nov 20, 2026 (Friday)        2026-11-20 2026-11-20
thursday the 26th            -          2026-11-26
fri 11/20                    2026-11-20 2026-11-20
next thursday                2026-11-26 2026-11-26
next friday                  2026-11-27 2026-11-27
last weekend                 2026-11-14 2026-11-14
this weekend                 2026-11-21 2026-11-21
next weekend                 2026-11-28 2026-11-28
end of the month             2026-11-30 2026-11-30
eom                          2026-11-30 2026-11-30
eow                          2026-11-20 2026-11-20
end of next week             2026-11-27 2026-11-27
eoy                          2026-12-31 2026-12-31
end of the quarter           2026-12-31 2026-12-31
next quarter                 2027-01-01 2027-01-01
next year                    2027-01-01 2027-01-01
2 weeks                      2026-11-06 2026-12-04
in a fortnight               2026-12-04 2026-12-04
a fortnight ago              2026-11-06 2026-11-06
a couple of days ago         2026-11-18 2026-11-18
2 weeks from now             2026-12-04 2026-12-04
2 weeks from friday          2026-12-11 2026-12-11
a week on monday             2026-11-30 2026-11-30
friday week                  2026-12-04 2026-12-04
three days after 1 dec       2026-12-04 2026-12-04
the day before yesterday     2026-11-18 2026-11-18
the day after tomorrow       2026-11-22 2026-11-22
first monday of december     2025-12-01 2026-12-07
last friday of the month     2026-11-27 2026-11-27
third thursday in november   2026-11-19 2027-11-18
end of october               2026-10-31 2027-10-31
the end of october 2025      2025-10-31 2025-10-31
the start of december        2025-12-01 2026-12-01
in 2 hours                   2026-11-20 2026-11-20
18/11                        2026-11-18 2027-11-18
11/18                        2026-11-18 2027-11-18
1/1                          2026-01-01 2027-01-01
12/5                         -          -
5/3/2026                     -          -
this week                    -          -
november                     -          -
spring                       -          -
in 2 shakes                  -          -
10-11                        -          -
0 dec                        -          -
the 32nd                     -          -
2023                         -          -
2020-03                      -          -
tusday                       -          -
"""
ROWS = [line.rsplit(maxsplit=2) for line in SAID.strip().splitlines()]


@pytest.mark.parametrize(("text", "back", "ahead"), ROWS, ids=[row[0] for row in ROWS])
def test_what_is_said_and_meant(text: str, back: str, ahead: str) -> None:
    for look, expected in ((B, back), (A, ahead)):
        try:
            day = read_when(text, Reader(FRIDAY, look))
            found = "-" if day is None else day.isoformat()
        except UsageError:
            found = "-"
        assert found == expected, look


@pytest.mark.parametrize(
    ("text", "day"),
    [("2023", "2023-01-01"), ("2020-03", "2020-03-01"), ("March 2020", "2020-03-01")],
)
def test_long_ago_a_year_is_enough(text: str, day: str) -> None:
    assert parse_when(text, Reader(FRIDAY, B, is_long_ago=True)).isoformat() == day


def test_numbers_follow_the_order_that_is_set() -> None:
    assert read_when("12/5", Reader(FRIDAY, A, "dmy")) == dt.date(2027, 5, 12)
    assert read_when("12/5", Reader(FRIDAY, A, "mdy")) == dt.date(2026, 12, 5)
    assert read_when("12/5/25", Reader(FRIDAY, B, "mdy")) == dt.date(2025, 12, 5)
    assert read_when("25/12", Reader(FRIDAY, A, "mdy")) == dt.date(2026, 12, 25)


def test_two_readings_are_both_named() -> None:
    with pytest.raises(TwoReadings, match=r"12/5 can be 2027-05-12 \(dmy\) or 2026-12-05"):
        read_when("12/5", Reader(FRIDAY, A))


def test_a_weekday_that_disagrees_is_refused_with_both() -> None:
    with pytest.raises(UsageError) as refused:
        read_when("fri 5 dec", Reader(FRIDAY, A))
    assert "2026-12-05 (saturday) or 2026-12-04 (friday)" in refused.value.message


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("lunch on fri 27 nov with anna", 9, ("2026-11-27", 19)),
        ("coffee next thursday at 10", 7, ("2026-11-26", 20)),
        ("2 weeks from friday then", 0, ("2026-12-11", 19)),
        ("the 5th floor", 0, ("2026-12-05", 7)),
        ("today's news", 0, ("2026-11-20", 5)),
        ("fridays", 0, None),
        ("mayor", 0, None),
        ("lunch", 0, None),
    ],
)
def test_the_longest_phrase_at_a_place(text: str, at: int, found: tuple[str, int] | None) -> None:
    result = longest_day(text, at, Reader(FRIDAY, A))
    assert (result and (result[1].isoformat(), result[0])) == found


DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))
LAYOUTS = st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A %d %b %Y", "%d.%m.%Y", "%a, %d %B %Y"])


@given(day=DAYS, today=DAYS, layout=LAYOUTS, look=st.sampled_from(Look))
def test_a_day_with_its_year_is_that_day(
    day: dt.date, today: dt.date, layout: str, look: Look
) -> None:
    assert read_when(day.strftime(layout), Reader(today, look)) == day


@given(day=DAYS, today=DAYS, look=st.sampled_from(Look))
def test_a_day_without_its_year_is_near(day: dt.date, today: dt.date, look: Look) -> None:
    found = read_when(f"{day.day} {day:%b}", Reader(today, look))
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert found <= today if look is B else found >= today


@given(text=st.from_regex(r"[0-9a-z ,./'-]{1,30}", fullmatch=True), today=DAYS)
def test_no_text_breaks_it(text: str, today: dt.date) -> None:
    for look in Look:
        try:
            day = read_when(text, Reader(today, look))
        except UsageError:
            continue
        assert day is None or isinstance(day, dt.date)
