"""WHEN, as a table and as properties."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.dates import Look, add_months
from refcli.domain.day_words import day_text
from refcli.domain.when.parse import parse_when, read_when
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError

FRIDAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "look", "expected"),
    [
        ("2026-11-01", Look.BACK, "2026-11-01"),
        ("today", Look.BACK, "2026-11-20"),
        ("Yesterday", Look.BACK, "2026-11-19"),
        ("tomorrow", Look.AHEAD, "2026-11-21"),
        ("friday", Look.BACK, "2026-11-20"),
        ("friday", Look.AHEAD, "2026-11-27"),
        ("thu", Look.BACK, "2026-11-19"),
        ("thu", Look.AHEAD, "2026-11-26"),
        ("last friday", Look.BACK, "2026-11-13"),
        ("last tuesday", Look.BACK, "2026-11-17"),
        ("last tuesday", Look.AHEAD, "2026-11-17"),
        ("next friday", Look.AHEAD, "2026-11-27"),
        ("next week", Look.AHEAD, "2026-11-23"),
        ("last week", Look.BACK, "2026-11-09"),
        ("next month", Look.AHEAD, "2026-12-01"),
        ("3 days ago", Look.BACK, "2026-11-17"),
        ("a week ago", Look.BACK, "2026-11-13"),
        ("two months ago", Look.BACK, "2026-09-20"),
        ("in 2 weeks", Look.AHEAD, "2026-12-04"),
        ("in a year", Look.AHEAD, "2027-11-20"),
        ("+10d", Look.AHEAD, "2026-11-30"),
        ("-3w", Look.BACK, "2026-10-30"),
        ("+1m", Look.AHEAD, "2026-12-20"),
        ("1 dec", Look.AHEAD, "2026-12-01"),
        ("1 dec", Look.BACK, "2025-12-01"),
        ("20 nov", Look.BACK, "2026-11-20"),
        ("20 november", Look.AHEAD, "2026-11-20"),
        ("Dec 1st", Look.AHEAD, "2026-12-01"),
        ("1 dec 2024", Look.BACK, "2024-12-01"),
        ("March 5, 2025", Look.BACK, "2025-03-05"),
        ("29 feb", Look.BACK, "2024-02-29"),
        ("29 feb", Look.AHEAD, "2028-02-29"),
        ("5 sept", Look.BACK, "2026-09-05"),
        ("2025/03/05", Look.BACK, "2025-03-05"),
        ("25.12.2025", Look.BACK, "2025-12-25"),
    ],
)
def test_dates_as_people_say_them(text: str, look: Look, expected: str) -> None:
    assert parse_when(text, Reader(FRIDAY, look)).isoformat() == expected


@pytest.mark.parametrize(
    "text",
    ["", "soon", "mo", "32 dec", "2026-13-01", "2026-2-30", "call", "10", "1 foo"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="not a date"):
        parse_when(text, Reader(FRIDAY, Look.BACK))


@pytest.mark.parametrize("text", ["tomorrow", "2026-11-21", "+1d", "next week"])
def test_what_happened_is_not_in_the_future(text: str) -> None:
    with pytest.raises(UsageError, match="has not happened yet"):
        parse_when(text, Reader(FRIDAY, Look.BACK))


def test_ten_years_is_the_farthest() -> None:
    assert parse_when("2036-11-20", Reader(FRIDAY, Look.AHEAD)) == dt.date(2036, 11, 20)
    with pytest.raises(UsageError, match="more than 10 years"):
        parse_when("2036-11-21", Reader(FRIDAY, Look.AHEAD))


def test_the_end_of_a_month_is_not_overrun() -> None:
    assert add_months(dt.date(2026, 1, 31), 1) == dt.date(2026, 2, 28)


DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))


@given(day=DAYS, today=DAYS)
def test_iso_days_come_back_whatever_today_is(day: dt.date, today: dt.date) -> None:
    assert read_when(day.isoformat(), Reader(today, Look.BACK)) == day


@given(today=DAYS, offset=st.integers(0, 3000))
def test_offsets_are_inverse(today: dt.date, offset: int) -> None:
    ahead = read_when(f"+{offset}d", Reader(today, Look.AHEAD))
    assert ahead is not None
    assert read_when(f"-{offset}d", Reader(ahead, Look.BACK)) == today


@given(today=DAYS, name=st.sampled_from(["monday", "wednesday", "sunday"]))
def test_a_bare_weekday_is_near(today: dt.date, name: str) -> None:
    back, ahead = (read_when(name, Reader(today, look)) for look in (Look.BACK, Look.AHEAD))
    assert back is not None
    assert ahead is not None
    assert 0 <= (today - back).days <= 6
    assert 1 <= (ahead - today).days <= 7
    assert back.weekday() == ahead.weekday()


@given(text=st.text(max_size=40), today=DAYS)
def test_no_text_breaks_it(text: str, today: dt.date) -> None:
    with suppress(UsageError):
        read_when(text, Reader(today, Look.BACK))


def test_days_in_words() -> None:
    assert [day_text(FRIDAY + dt.timedelta(days=d), FRIDAY) for d in (-1, 0, 1, 2, 60)] == [
        "yesterday",
        "today",
        "tomorrow",
        "Sun 22 Nov",
        "Tue 19 Jan 2027",
    ]
