"""Series day by day, as the library of calendars has them, and quickly."""

import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.imports import ImportedExchange, RejectedRow
from refcli.exchange.calendar import Calendar
from tests.support.values import local_zone

TODAY = dt.date(2026, 11, 20)
WHO = "ATTENDEE:mailto:anna@x.example"


def read(*events: tuple[str, ...]) -> list[dt.date | str]:
    """The days of a calendar, or why an event is left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for each in events:
        lines += ["BEGIN:VEVENT", "UID:one", *each, WHO, "END:VEVENT"]
    data = io.BytesIO("\r\n".join([*lines, "END:VCALENDAR", ""]).encode())
    found: list[dt.date | str] = []
    for entry in Calendar(data, TODAY, frozenset({"me@x.example"}), with_titles=False):
        assert isinstance(entry, ImportedExchange | RejectedRow)
        found.append(entry.reason if isinstance(entry, RejectedRow) else entry.on)
    return found


def day(*parts: int) -> dt.date:
    return dt.date(2026, *parts)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=HOURLY;INTERVAL=168;COUNT=3", [day(1, 5), day(1, 12), day(1, 19)]),
        ("FREQ=MINUTELY;INTERVAL=1440;COUNT=2", [day(1, 5), day(1, 6)]),
        ("FREQ=DAILY;BYHOUR=10,14;COUNT=4", [day(1, 5), day(1, 6)]),
        ("FREQ=DAILY;UNTIL=20260106", [day(1, 5), day(1, 6)]),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", [day(1, 5), day(1, 7), day(1, 12)]),
        ("FREQ=HOURLY;INTERVAL=25;COUNT=3", ["an event that recurs within a day"]),
        ("FREQ=SECONDLY", ["an event that recurs within a day"]),
        ("FREQ=DAILY;INTERVAL=0", ["an event that recurs within a day"]),
    ],
)
def test_rules(rule: str, days: list[dt.date | str]) -> None:
    assert read(("DTSTART:20260105T100000Z", f"RRULE:{rule}")) == days


@pytest.mark.parametrize(
    ("more", "moved", "days"),
    [
        (("EXDATE:20260112T100000",), (), [day(1, 5), day(1, 19)]),
        (("EXDATE;VALUE=DATE:20260112",), (), [day(1, 5), day(1, 19)]),
        (
            (),
            ("DTSTART:20260113T150000", "RECURRENCE-ID;VALUE=DATE:20260112"),
            [day(1, 5), day(1, 13), day(1, 19)],
        ),
        (
            (),
            ("DTSTART:20260113T150000", "RECURRENCE-ID:20260112T100000", "STATUS:CANCELLED"),
            [day(1, 5), day(1, 19)],
        ),
    ],
)
def test_days_that_were_struck_out_or_moved(
    more: tuple[str, ...], moved: tuple[str, ...], days: list[dt.date]
) -> None:
    master = ("DTSTART:20260105T100000", "RRULE:FREQ=WEEKLY;COUNT=3", *more)
    found = read(master, moved) if moved else read(master)
    assert sorted(map(str, found)) == sorted(map(str, days))


def test_three_hundred_daily_series_are_bounded() -> None:
    lines = ["BEGIN:VCALENDAR"]
    for number in range(300):
        lines += ["BEGIN:VEVENT", f"UID:{number}", "DTSTART:20100105T100000Z", "RRULE:FREQ=DAILY"]
        lines += [WHO, "END:VEVENT"]
    data = io.BytesIO("\r\n".join([*lines, "END:VCALENDAR", ""]).encode())
    *days, last = Calendar(data, TODAY, frozenset(), with_titles=False)
    assert len(days) == 100_000
    assert isinstance(last, RejectedRow)


RULES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"]),
    st.sampled_from(["", ";INTERVAL=2", ";INTERVAL=5"]),
    st.sampled_from(["", ";COUNT=7", ";UNTIL=20260401T000000", ";UNTIL=20260315"]),
    st.sampled_from(["", ";BYDAY=MO,TH", ";BYMONTHDAY=31", ";BYMONTH=2", ";WKST=SU"]),
)


@given(rule=RULES, days=st.integers(0, 900), is_struck=st.booleans())
def test_the_library_has_the_same_days(*, rule: str, days: int, is_struck: bool) -> None:
    start = dt.datetime(2024, 2, 29, 10, 0) + dt.timedelta(days=days)  # noqa: DTZ001  a wall clock
    lines = [f"DTSTART:{start:%Y%m%dT%H%M%S}", f"RRULE:{rule}"]
    lines += [f"EXDATE:{start + dt.timedelta(days=7):%Y%m%dT%H%M%S}"] if is_struck else []
    plain = read(tuple(lines))
    # A further date, long ago, that the quick way leaves to the library.
    slow = read((*lines, "RDATE:19000101T000000"))
    assert plain == [day for day in slow if str(day) > "1950"]


def test_a_later_version_takes_place_after_all() -> None:
    called_off = ("SEQUENCE:1", "STATUS:CANCELLED", "DTSTART:20260105T100000")
    again = ("SEQUENCE:2", "STATUS:CONFIRMED", "DTSTART:20260106T100000")
    assert read(called_off, again) == [day(1, 6)]
    assert read(again, called_off) == [day(1, 6)]
    assert read(again, ("SEQUENCE:3", "STATUS:CANCELLED", "DTSTART:20260106T100000")) == []


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_london_is_no_utc_in_winter(zone: str) -> None:
    with local_zone(zone):
        for start in ("20260115T233000", "20260115T003000", "20260715T233000"):
            assert read((f"DTSTART;TZID=Europe/London:{start}",)) == [
                day(int(start[4:6]), int(start[6:8]))
            ]


@pytest.mark.parametrize("off", ["Canceled", "Cancelled", "Abgesagt", "Annulé", "Declined"])
def test_a_title_may_say_that_it_is_called_off(off: str) -> None:
    start = "DTSTART:20260105T100000"
    assert read((start, f"SUMMARY:{off}: coffee with Anna")) == []
    assert read((start, f"SUMMARY:coffee about what was {off}")) == [day(1, 5)]
