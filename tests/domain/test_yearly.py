"""Yearly dates: when they come, when they show, and how they are read."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.dates import Look
from refcli.domain.when.each_year import read_each_year
from refcli.domain.when.reader import Reader
from refcli.domain.yearly import GRACE_DAYS, coming, date_words, day_in, next_day, spans
from refcli.errors import UsageError

TODAY = dt.date(2026, 11, 20)
LONG_AGO = dt.date(1990, 1, 1)
days = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))


@pytest.mark.parametrize(
    ("text", "month_day", "year"),
    [
        ("5 dec", "12-05", None),
        ("Dec 5th", "12-05", None),
        ("5.12.", "12-05", None),
        ("29 feb", "02-29", None),
        ("--02-29", "02-29", None),
        ("--12-05", "12-05", None),
        ("today", "11-20", None),
        ("5 dec 1976", "12-05", 1976),
        ("1976-12-05", "12-05", 1976),
        ("5.12.1976", "12-05", 1976),
        ("5.12.76", "12-05", 1976),
        ("5 dec 76", "12-05", 1976),
        ("5th Dec '04", "12-05", 2004),
        ("dec 15", "12-15", None),
        ("29 feb 1980", "02-29", 1980),
        ("2027-03-31", "03-31", 2027),
    ],
)
def test_a_date_is_read_with_or_without_its_year(
    text: str, month_day: str, year: int | None
) -> None:
    assert read_each_year(text, Reader(TODAY, Look.BACK)) == (month_day, year)


@pytest.mark.parametrize("text", ["", "soon", "--13-01", "--02-30", "30 feb", "1700-01-01", "dec"])
def test_what_is_no_yearly_date_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_each_year(text, Reader(TODAY, Look.BACK))


def test_a_leap_day_is_the_28th_where_there_is_none() -> None:
    assert day_in("02-29", 2027) == dt.date(2027, 2, 28)
    assert day_in("02-29", 2028) == dt.date(2028, 2, 29)


@given(days, days, st.integers(0, 180))
def test_what_comes_is_not_over_and_shows_in_time(
    born: dt.date, today: dt.date, notice: int
) -> None:
    month_day = born.strftime("%m-%d")
    found = coming(month_day, None, LONG_AGO, notice, today, {})
    assert found.on == day_in(month_day, found.on.year)
    assert today <= found.on + dt.timedelta(days=GRACE_DAYS)
    assert found.on - found.due == dt.timedelta(days=notice)
    assert (found.on - today).days <= 366


@given(days, days)
def test_what_is_answered_comes_again_a_year_later(born: dt.date, today: dt.date) -> None:
    month_day = born.strftime("%m-%d")
    first = coming(month_day, None, LONG_AGO, 7, today, {})
    said = {first.on.year: ("done", None, today.isoformat())}
    again = coming(month_day, None, LONG_AGO, 7, today, said)
    assert again.on.year == first.on.year + 1
    assert again.last == ("done", today.isoformat(), first.on)


@given(days, days, st.integers(0, 400))
def test_spans_hold_each_day_between(born: dt.date, start: dt.date, length: int) -> None:
    end = start + dt.timedelta(days=length)
    month_day = born.strftime("%m-%d")
    inside = any(start <= day_in(month_day, year) <= end for year in (start.year, start.year + 1))
    inside = inside or length >= 365
    found = any(first <= month_day <= last for first, last in spans(start, end))
    assert found or not inside


def test_what_was_over_when_it_was_told_does_not_come() -> None:
    told = dt.date(2026, 11, 20)
    assert coming("11-15", None, told, 7, told, {}).on == dt.date(2027, 11, 15)
    assert coming("11-15", None, LONG_AGO, 7, told, {}).on == dt.date(2026, 11, 15)


def test_a_date_to_come_first_in_another_year() -> None:
    assert coming("03-31", 2028, TODAY, 7, TODAY, {}).on == dt.date(2028, 3, 31)
    assert next_day("03-31", 2028, TODAY) == dt.date(2028, 3, 31)


def test_what_is_put_off_shows_then() -> None:
    said = {2026: ("snooze", "2026-12-01", "2026-11-28")}
    assert coming("12-05", None, LONG_AGO, 7, TODAY, said).due == dt.date(2026, 12, 1)


@pytest.mark.parametrize(
    ("label", "years", "words"),
    [
        ("birthday", 50, "Wish Anna a happy birthday (Sat 5 Dec, turns 50)"),
        ("Birthday", None, "Wish Anna a happy birthday (Sat 5 Dec)"),
        ("wedding", 1, "Anna: wedding (Sat 5 Dec, 1 year)"),
        ("wedding", 12, "Anna: wedding (Sat 5 Dec, 12 years)"),
        ("licence expiry", None, "Anna: licence expiry (Sat 5 Dec)"),
    ],
)
def test_in_words(label: str, years: int | None, words: str) -> None:
    assert date_words(label, "Anna", "Sat 5 Dec", years) == words
