"""Follow-ups as a calendar, as the program that subscribes to it reads them."""

import datetime as dt

import pytest

from refcli.domain.contacts import Person
from refcli.domain.due import DueItem
from refcli.exchange.ics import Dated, follow_ups_ics
from tests.support.values import due_item

NOW = dt.datetime(2026, 11, 20, 12, 34, 56, 789000, dt.timezone(dt.timedelta(hours=2)))


def calendar_of(
    *items: DueItem, as_todos: bool = False, is_private: bool = False, sequence: int = 3
) -> str:
    dated = [Dated(item, f"uid{item.id}", sequence) for item in items]
    return follow_ups_ics(dated, NOW, as_todos=as_todos, is_private=is_private)


def lines_of(text: str) -> list[str]:
    """The lines, unfolded."""
    assert text.endswith("END:VCALENDAR\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def summary_of(item: DueItem, *, is_private: bool) -> str:
    lines = lines_of(calendar_of(item, is_private=is_private))
    (found,) = [line for line in lines if line.startswith("SUMMARY")]
    return found


def test_an_empty_calendar_is_a_calendar() -> None:
    assert lines_of(calendar_of()) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//refcli//refcli//EN",
        "X-WR-CALNAME:refcli",
        "END:VCALENDAR",
    ]


def test_an_open_follow_up_is_an_all_day_event_with_an_alarm_at_nine() -> None:
    lines = lines_of(calendar_of(due_item()))
    begin, end = lines.index("BEGIN:VEVENT"), lines.index("END:VEVENT")
    alarm = lines[lines.index("BEGIN:VALARM") : lines.index("END:VALARM") + 1]
    assert sorted(alarm) == [
        "ACTION:DISPLAY",
        "BEGIN:VALARM",
        "DESCRIPTION:Thank Anna Weiss",
        "END:VALARM",
        "TRIGGER:PT9H",
    ]
    assert sorted(set(lines[begin : end + 1]) - set(alarm)) == [
        "BEGIN:VEVENT",
        "DESCRIPTION:refcli done 7",
        "DTEND;VALUE=DATE:20261121",
        "DTSTAMP:20261120T103456Z",
        "DTSTART;VALUE=DATE:20261120",
        "END:VEVENT",
        "SEQUENCE:3",
        "STATUS:CONFIRMED",
        "SUMMARY:Thank Anna Weiss",
        "TRANSP:TRANSPARENT",
        "UID:uid7@refcli",
    ]
    assert begin < lines.index("BEGIN:VALARM") < end


def test_a_to_do_is_due_and_takes_no_time() -> None:
    lines = lines_of(calendar_of(due_item(late=-12), as_todos=True, sequence=0))
    begin, end = lines.index("BEGIN:VTODO"), lines.index("END:VTODO")
    alarm = lines.index("BEGIN:VALARM")
    assert begin < alarm < end
    assert sorted(lines[begin:alarm]) == [
        "BEGIN:VTODO",
        "DESCRIPTION:refcli done 7",
        "DTSTAMP:20261120T103456Z",
        "DUE;VALUE=DATE:20261202",
        "SEQUENCE:0",
        "STATUS:NEEDS-ACTION",
        "SUMMARY:Thank Anna Weiss",
        "UID:uid7@refcli",
    ]
    assert "BEGIN:VEVENT" not in lines


@pytest.mark.parametrize("closing", ["done", "skipped", "replaced", "dropped"])
@pytest.mark.parametrize("as_todos", [False, True])
def test_what_is_closed_is_cancelled_without_an_alarm(closing: str, *, as_todos: bool) -> None:
    lines = lines_of(calendar_of(due_item(closing=closing), as_todos=as_todos))
    assert "STATUS:CANCELLED" in lines
    assert "UID:uid7@refcli" in lines
    assert "SUMMARY:Thank Anna Weiss" in lines
    assert not [line for line in lines if line.startswith(("DESCRIPTION", "BEGIN:VALARM"))]
    assert len([line for line in lines if line.startswith("STATUS")]) == 1


def test_each_follow_up_is_an_entry() -> None:
    lines = lines_of(calendar_of(due_item(7), due_item(8)))
    assert [line for line in lines if line.startswith("UID")] == [
        "UID:uid7@refcli",
        "UID:uid8@refcli",
    ]


@pytest.mark.parametrize(
    ("kind", "summary"),
    [
        ("thank", "SUMMARY:Thank: A.W."),
        ("re-ask", "SUMMARY:Ask again: A.W."),
        ("keep-in-touch", "SUMMARY:Keep in touch: A.W."),
        ("custom", "SUMMARY:To do: A.W."),
    ],
)
def test_a_private_calendar_names_nobody(kind: str, summary: str) -> None:
    assert summary_of(due_item(kind=kind), is_private=True) == summary
    assert "Anna" not in calendar_of(due_item(kind=kind), is_private=True)


def test_initials_are_of_every_word() -> None:
    item = due_item(contact=Person(1, "Élodie von Arnim"))
    assert summary_of(item, is_private=True) == "SUMMARY:Thank: É.v.A."


def test_a_text_stays_one_property() -> None:
    item = due_item(action="Thank; Anna, \\ Weiss\nBEGIN:VEVENT")
    assert summary_of(item, is_private=False) == (
        "SUMMARY:Thank\\; Anna\\, \\\\ Weiss BEGIN:VEVENT"
    )


def test_lines_are_folded_between_characters() -> None:
    action = "Thank " + "漢é😀x" * 40
    text = calendar_of(due_item(action=action))
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    assert all(line.decode() or True for line in text.encode().split(b"\r\n"))
    assert f"SUMMARY:{action}" in lines_of(text)
