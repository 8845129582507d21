"""Calendars: which events count, on which day, with whom, and how one met."""

import datetime as dt
import io

import pytest

from refcli.domain.imports import Entry, ImportedExchange, RejectedRow
from refcli.domain.interactions import Channel, Direction
from refcli.exchange.calendar import Calendar
from refcli.exchange.keys import exchange_key
from tests.support.values import TODAY, local_zone

ME = frozenset({"me@x.de"})
ANNA = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@x.de"


def calendar(*events: str) -> str:
    return "\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR\n"))


def event(*lines: str, start: str = "DTSTART:20261110T100000", guest: str = ANNA) -> str:
    given = ("UID:u1", start, guest, *lines)
    return "\n".join(("BEGIN:VEVENT", *(line for line in given if line), "END:VEVENT"))


def entries_of(text: str, *, with_titles: bool = False) -> list[Entry]:
    data = io.BytesIO(text.replace("\n", "\r\n").encode())
    whole = Calendar(data, TODAY, ME, with_titles)
    entries = list(whole)
    assert entries == list(whole)
    return entries


def exchanges_of(*events: str, with_titles: bool = False) -> list[ImportedExchange]:
    entries = entries_of(calendar(*events), with_titles=with_titles)
    return [entry for entry in entries if isinstance(entry, ImportedExchange)]


def days_of(*events: str) -> list[dt.date]:
    return sorted(exchange.on for exchange in exchanges_of(*events))


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def basic(day: dt.date) -> str:
    return f"{day:%Y%m%d}"


def test_a_past_event_with_a_guest_is_an_exchange() -> None:
    assert entries_of(calendar(event("SUMMARY:Secret"))) == [
        ImportedExchange(
            line=3,
            on=dt.date(2026, 11, 10),
            channel=Channel.IN_PERSON,
            direction=Direction.BOTH,
            key=exchange_key("event", dt.date(2026, 11, 10), Direction.BOTH, ("u1",)),
            emails=("anna@x.de",),
        )
    ]


@pytest.mark.parametrize(
    ("summary", "title"),
    [
        ("SUMMARY:Lunch  with\\nAnna\\, twice", "Lunch with Anna, twice"),
        (f"SUMMARY:{'x' * 200}", "x" * 200),
        (f"SUMMARY:{'x' * 201}", "x" * 200),
        ("", ""),
    ],
)
def test_titles_come_when_they_are_asked_for(summary: str, title: str) -> None:
    assert [e.title for e in exchanges_of(event(summary), with_titles=True)] == [title]
    assert [e.title for e in exchanges_of(event(summary))] == [""]


def test_events_without_a_uid_are_told_apart_by_hour_guests_and_title() -> None:
    lunch = event("SUMMARY:Lunch").replace("UID:u1\n", "")
    later = lunch.replace("T100000", "T180000")
    assert len({e.key for e in exchanges_of(lunch, later, lunch.replace("Lunch", "Tea"))}) == 3
    assert len({e.key for e in exchanges_of(lunch, lunch)}) == 1


def test_the_newest_version_of_an_event_stands() -> None:
    moved = event("SEQUENCE:1", start="DTSTART:20261112T100000")
    assert [e.on.day for e in exchanges_of(event(), moved)] == [12]
    assert [e.on.day for e in exchanges_of(moved, event())] == [12]


def test_a_later_calendar_calls_an_event_off() -> None:
    off = calendar("METHOD:CANCEL", event())
    assert entries_of(calendar(event()) + off) == []


def test_an_event_that_never_ends_takes_no_other_with_it() -> None:
    open_one = event().replace("END:VEVENT", "BEGIN:VALARM").replace("UID:u1", "UID:u2")
    assert len(exchanges_of(open_one, event())) == 2


@pytest.mark.parametrize(
    "guest",
    [
        'ATTENDEE;CN="Anna "The" Weiss":mailto:anna@x.de',
        "ATTENDEE;CN=Anna: the boss:mailto:anna@x.de",
        "ATTENDEE;CN=A\x01b:mailto:anna@x.de",
        "ATTENDEE:anna@x.de",
        "ATTENDEE;EMAIL=anna@x.de:/principals/12",
    ],
)
def test_a_broken_name_hides_no_guest(guest: str) -> None:
    assert [e.emails for e in exchanges_of(event(guest=guest))] == [("anna@x.de",)]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1;UNTIL=20261118", [27]),
        ("FREQ=WEEKLY;UNTIL=20261013", [6, 13]),
        ("FREQ=WEEKLY;COUNT=2;BYHOUR=10;BYMINUTE=0", [6, 13]),
    ],
)
def test_rules_of_series(rule: str, days: list[int]) -> None:
    found = exchanges_of(event(f"RRULE:{rule}", start="DTSTART:20261006T100000"))
    assert [e.on.day for e in found if e.on.month == 10][-len(days) :] == days


@pytest.mark.parametrize(
    ("start", "days"),
    [
        ("DTSTART;VALUE=DATE:20261120", [TODAY]),
        ("DTSTART;VALUE=DATE:20261121", []),
        ("DTSTART:20261120T235900", [TODAY]),
        ("DTSTART:20261121T000000", []),
        ("DTSTART;VALUE=DATE:20261110", [dt.date(2026, 11, 10)]),
        (f"DTSTART;VALUE=DATE:{basic(ago(365 * 50))}", [ago(365 * 50)]),
        (f"DTSTART;VALUE=DATE:{basic(ago(365 * 50 + 1))}", []),
    ],
)
def test_events_of_fifty_years_up_to_today_count(start: str, days: list[dt.date]) -> None:
    assert days_of(event(start=start)) == days


@pytest.mark.parametrize(
    ("start", "length", "days"),
    [
        ("DTSTART;VALUE=DATE:20261118", "DTEND;VALUE=DATE:20261121", [dt.date(2026, 11, 18)]),
        ("DTSTART:20261119T220000", "DURATION:PT4H", [dt.date(2026, 11, 19)]),
        ("DTSTART:20261110T220000", "DTEND:20261111T020000", [dt.date(2026, 11, 10)]),
    ],
)
def test_an_event_counts_on_the_day_on_which_it_began(
    start: str, length: str, days: list[dt.date]
) -> None:
    assert days_of(event(length, start=start)) == days


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        ("STATUS:CANCELLED", False),
        ("STATUS:cancelled", False),
        ("STATUS:CONFIRMED", True),
        ("STATUS:TENTATIVE", True),
    ],
)
def test_a_cancelled_event_did_not_take_place(status: str, *, counts: bool) -> None:
    assert bool(exchanges_of(event(status))) is counts


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (("RRULE:FREQ=DAILY;COUNT=3",), [10, 11, 12]),
        (("RRULE:FREQ=WEEKLY",), [10, 17]),
        (("RRULE:FREQ=DAILY;UNTIL=20261112T100000",), [10, 11, 12]),
        (("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261111T100000"), [10, 12]),
        (("RDATE:20261115T100000",), [10, 15]),
        (("RRULE:FREQ=MONTHLY;COUNT=2",), [10]),
    ],
)
def test_a_series_is_taken_day_by_day(lines: tuple[str, ...], days: list[int]) -> None:
    assert days_of(event(*lines)) == [dt.date(2026, 11, day) for day in days]


def test_each_day_of_a_series_has_its_own_key() -> None:
    found = exchanges_of(event("RRULE:FREQ=DAILY;COUNT=3"))
    assert [e.key for e in found] == [
        exchange_key("event", e.on, Direction.BOTH, ("u1",)) for e in found
    ]
    assert len({e.key for e in found}) == 3


def test_a_day_of_a_series_may_be_moved_or_called_off() -> None:
    series = event("RRULE:FREQ=DAILY;COUNT=3")
    moved = event("RECURRENCE-ID:20261111T100000", start="DTSTART:20261118T100000")
    off = event(
        "RECURRENCE-ID:20261112T100000", "STATUS:CANCELLED", start="DTSTART:20261112T100000"
    )
    assert days_of(series, moved, off) == [dt.date(2026, 11, 10), dt.date(2026, 11, 18)]


@pytest.mark.parametrize("often", ["SECONDLY", "MINUTELY", "HOURLY", "hourly"])
def test_a_series_within_a_day_is_rejected_and_the_others_are_read(often: str) -> None:
    bad = event(f"RRULE:FREQ={often}").replace("UID:u1", "UID:bad")
    entries = entries_of(calendar(event(), bad, event().replace("UID:u1", "UID:u3")))
    reason = "an event that recurs within a day"
    assert [(e.reason, e.fatal) for e in entries if isinstance(e, RejectedRow)] == [(reason, False)]
    assert [e.on for e in entries if isinstance(e, ImportedExchange)] == [dt.date(2026, 11, 10)] * 2
    assert len(entries) == 3


def test_one_of_several_rules_may_be_too_often() -> None:
    entries = entries_of(calendar(event("RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=HOURLY")))
    assert entries == [RejectedRow(3, "an event that recurs within a day", fatal=False)]


@pytest.mark.parametrize(
    ("guests", "emails"),
    [
        (("ATTENDEE:mailto:anna@x.de",), ("anna@x.de",)),
        (("ATTENDEE:MAILTO:Anna@X.de",), ("anna@x.de",)),
        (("ATTENDEE:anna@x.de",), ("anna@x.de",)),
        (("ORGANIZER:mailto:anna@x.de",), ("anna@x.de",)),
        (
            ("ATTENDEE:mailto:tom@x.de", "ATTENDEE:mailto:pia@x.de", "ORGANIZER:mailto:anna@x.de"),
            ("anna@x.de", "tom@x.de", "pia@x.de"),
        ),
        (("ORGANIZER:mailto:anna@x.de", "ATTENDEE:mailto:ANNA@x.de"), ("anna@x.de",)),
        (("ORGANIZER:mailto:me@x.de", "ATTENDEE:mailto:tom@x.de"), ("tom@x.de",)),
        (("ATTENDEE:mailto:Me@x.de", "ATTENDEE:mailto:tom@x.de"), ("tom@x.de",)),
        (("ATTENDEE:mailto:tom@x.de", "ATTENDEE:urn:uuid:1"), ("tom@x.de",)),
        (("ATTENDEE;PARTSTAT=TENTATIVE:mailto:tom@x.de",), ("tom@x.de",)),
        (
            ("ATTENDEE;PARTSTAT=DECLINED:mailto:anna@x.de", "ATTENDEE:mailto:tom@x.de"),
            ("tom@x.de",),
        ),
        (
            ("ATTENDEE;PARTSTAT=declined:mailto:anna@x.de", "ATTENDEE:mailto:tom@x.de"),
            ("tom@x.de",),
        ),
        (
            (
                "ORGANIZER:mailto:anna@x.de",
                "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@x.de",
                "ATTENDEE:mailto:tom@x.de",
            ),
            ("tom@x.de",),
        ),
    ],
)
def test_guests_are_those_who_did_not_decline_apart_from_me(
    guests: tuple[str, ...], emails: tuple[str, ...]
) -> None:
    assert [e.emails for e in exchanges_of(event(*guests, guest=""))] == [emails]


@pytest.mark.parametrize(
    "guests",
    [
        (),
        ("ORGANIZER:mailto:me@x.de",),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:anna@x.de",),
        ("ATTENDEE:urn:uuid:1",),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:me@x.de", "ATTENDEE:mailto:anna@x.de"),
        ("ATTENDEE:mailto:anna@x.de", "ATTENDEE;PARTSTAT=DECLINED:mailto:me@x.de"),
    ],
)
def test_an_event_without_guests_or_without_me_is_none(guests: tuple[str, ...]) -> None:
    assert exchanges_of(event(*guests, guest="")) == []


@pytest.mark.parametrize(
    ("guests", "channel"), [(20, Channel.IN_PERSON), (21, Channel.EVENT), (22, Channel.EVENT)]
)
def test_more_than_twenty_guests_are_an_event(guests: int, channel: Channel) -> None:
    lines = [f"ATTENDEE:mailto:g{n}@x.de" for n in range(guests)]
    (found,) = exchanges_of(event(*lines, guest=""))
    assert len(found.emails) == guests
    assert found.channel is channel


@pytest.mark.parametrize(
    "line",
    [
        "LOCATION:https://us02.zoom.us/j/1",
        "LOCATION:https://ZOOM.US/j/1",
        "URL:https://teams.microsoft.com/l/1",
        "URL:https://teams.live.com/meet/1",
        "X-GOOGLE-CONFERENCE:https://meet.google.com/a-b-c",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/1",
        "CONFERENCE:https://x.webex.com/1",
        "DESCRIPTION:see https://whereby.com/x",
        "LOCATION:https://gotomeeting.com/1",
        "LOCATION:https://join.skype.com/1",
        "LOCATION:https://facetime.apple.com/1",
        "LOCATION:https://meet.jitsi.org/1",
    ],
)
def test_a_link_to_meet_at_is_a_video_call(line: str) -> None:
    assert [e.channel for e in exchanges_of(event(line))] == [Channel.VIDEO]


@pytest.mark.parametrize(
    "line",
    [
        "LOCATION:Cafe Luitpold",
        "SUMMARY:zoom.us",
        "LOCATION:zoomXus",
        "URL:https://teams.example.com",
        "COMMENT:https://zoom.us/j/1",
    ],
)
def test_anything_else_is_in_person(line: str) -> None:
    assert [e.channel for e in exchanges_of(event(line))] == [Channel.IN_PERSON]


@pytest.mark.parametrize(
    ("start", "there", "day"),
    [
        ("DTSTART:20261110T233000Z", "CET-1", dt.date(2026, 11, 11)),
        ("DTSTART:20261110T223000Z", "CET-1", dt.date(2026, 11, 10)),
        ("DTSTART:20261110T013000Z", "EST5", dt.date(2026, 11, 9)),
        ("DTSTART:20261110T233000", "CET-1", dt.date(2026, 11, 10)),
        ("DTSTART:20261110T003000", "EST5", dt.date(2026, 11, 10)),
        ("DTSTART;TZID=America/New_York:20261110T233000", "CET-1", dt.date(2026, 11, 10)),
        ("DTSTART;TZID=Europe/Berlin:20261110T003000", "EST5", dt.date(2026, 11, 10)),
        ("DTSTART;VALUE=DATE:20261110", "EST5", dt.date(2026, 11, 10)),
    ],
)
def test_only_an_instant_in_utc_is_moved_to_where_i_am(
    start: str, there: str, day: dt.date
) -> None:
    with local_zone(there):
        assert days_of(event(start=start)) == [day]


def test_several_calendars_in_one_file_are_counted() -> None:
    text = calendar(event()) + calendar(event().replace("UID:u1", "UID:u2"))
    entries = entries_of(text)
    assert [e.line for e in entries] == [3, 11]


def test_a_line_that_is_no_property_takes_nothing_with_it() -> None:
    entries = entries_of(calendar("no property", event(), "x" * 300))
    assert [e.line for e in entries] == [4]


def test_a_file_without_a_calendar_holds_nothing() -> None:
    assert entries_of("\n") == []
