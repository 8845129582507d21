"""Lines of what is due, at every width, and columns for pipes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.due import DueItem, lateness_words
from refcli.render.plain import (
    SHOWN_ON_TERMINAL,
    due_lines,
    due_screen,
    due_title,
    more_line,
)
from refcli.render.terminal import columns_of, padded_rows
from tests.support.values import TODAY, due_item


def lines_of(
    *items: DueItem, width: int | None = None, colour: bool = False, most: int | None = None
) -> list[str]:
    return due_lines(list(items), width=width, colour=colour, most=most)


def screen_of(
    *items: DueItem,
    later: str | None = None,
    width: int | None = None,
    colour: bool = False,
    show_all: bool = False,
    hint: bool = True,
) -> list[str]:
    return due_screen(
        list(items), later, TODAY, width=width, colour=colour, show_all=show_all, hint=hint
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (2, "2 days late"),
        (1, "1 day late"),
        (0, "today"),
        (-1, "tomorrow"),
        (-2, "in 2 days"),
        (-30, "in 30 days"),
    ],
)
def test_lateness_in_words(days: int, words: str) -> None:
    assert lateness_words(days) == words


@pytest.mark.parametrize(
    ("late", "title"),
    [
        ([], "Fri 20 Nov: 0 to do"),
        ([0], "Fri 20 Nov: 1 to do"),
        ([-1, 0], "Fri 20 Nov: 2 to do"),
        ([1, 0, 5], "Fri 20 Nov: 3 to do, 2 late"),
    ],
)
def test_the_title_counts_what_is_late(late: list[int], title: str) -> None:
    assert due_title([due_item(late=days) for days in late], "Fri 20 Nov") == title


def test_lines_stand_in_columns() -> None:
    assert lines_of(
        due_item(7, action="Thank Anna", late=3),
        due_item(12, action="Call 漢字"),
        due_item(100, action="Ask", late=-5),
    ) == [
        "    7  Thank Anna  3 days late",
        "   12  Call 漢字   today",
        "  100  Ask         in 5 days",
    ]


def test_nothing_is_no_line() -> None:
    assert lines_of() == lines_of(width=80) == lines_of(width=20) == []


def test_lateness_has_a_colour_and_so_has_the_number() -> None:
    late, today, ahead = lines_of(
        due_item(late=1), due_item(late=0), due_item(late=-1), colour=True
    )
    assert late == "  \x1b[2m7\x1b[0m  Thank Anna Weiss  \x1b[33m1 day late\x1b[0m"
    assert today.endswith("  \x1b[1mtoday\x1b[0m")
    assert ahead.endswith("  \x1b[2mtomorrow\x1b[0m")


@pytest.mark.parametrize(("most", "count"), [(None, 3), (0, 0), (1, 1), (3, 3), (9, 3)])
def test_so_many_lines_at_most(most: int | None, count: int) -> None:
    items = [due_item(n) for n in (1, 2, 3)]
    assert len(lines_of(*items, most=most)) == count
    assert len(lines_of(*items, most=most, width=30)) == count


def test_only_what_is_shown_makes_columns_wide() -> None:
    assert lines_of(due_item(7), due_item(100, late=100), most=1) == [
        "  7  Thank Anna Weiss  today"
    ]


def test_below_48_columns_a_line_is_number_and_action() -> None:
    item = due_item(action="Thank Anna Weiss for the introduction to Pia Lang", reach_at="110")
    assert lines_of(item, width=47) == ["7 Thank Anna Weiss for the introduction to Pia…"]
    assert lines_of(item, width=20) == ["7 Thank Anna Weiss…"]
    assert lines_of(due_item(), width=47, colour=True) == ["7 Thank Anna Weiss"]
    assert lines_of(due_item(), width=48) == ["  7  Thank Anna Weiss  today"]


@pytest.mark.parametrize("width", [48, 49, 79, 80, 81, 120])
@pytest.mark.parametrize("late", [0, 12, -400])
def test_a_line_is_exactly_as_wide_as_there_is_room(width: int, late: int) -> None:
    when = lateness_words(late)
    room = width - len("  7  ") - len("  ") - len(when)
    assert lines_of(due_item(action="x" * room, late=late), width=width) == [
        f"  7  {'x' * room}  {when}"
    ]
    assert lines_of(due_item(action="x" * (room + 1), late=late), width=width) == [
        f"  7  {'x' * (room - 1)}…  {when}"
    ]


@pytest.mark.parametrize("width", [48, 60, 80, 120])
def test_the_number_to_reach_is_never_cut(width: int) -> None:
    item = due_item(action="Call " + "x" * 200, reach_at="+49 89 1234567")
    (line,) = lines_of(item, width=width)
    assert " (+49 89 1234567)  today" in line
    assert "… (" in line
    assert columns_of(line) == width


def test_an_address_that_fits_leaves_the_action_whole() -> None:
    item = due_item(action="Call Anna", reach_at="110")
    assert lines_of(item) == ["  7  Call Anna (110)  today"]
    assert lines_of(item, width=80) == ["  7  Call Anna (110)  today"]


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (21, "Call xxxxxxx… (" + "1" * 21 + ")"),
        (22, "Call xxxxxx… (" + "1" * 22 + ")"),
        (23, "Call xxxxxx… (" + "1" * 22 + "…"),
    ],
)
def test_twelve_columns_are_left_to_the_action(length: int, shown: str) -> None:
    item = due_item(action="Call " + "x" * 20, reach_at="1" * length)
    assert lines_of(item, width=49) == [f"  7  {shown}  today"]


def test_an_address_that_just_fits_leaves_the_action_whole() -> None:
    assert lines_of(due_item(action="x" * 30, reach_at="1" * 4), width=49) == [
        f"  7  {'x' * 30} (1111)  today"
    ]
    assert lines_of(due_item(action="x" * 30, reach_at="1" * 5), width=49) == [
        f"  7  {'x' * 28}… (11111)  today"
    ]


def test_only_a_long_line_is_cut() -> None:
    lines = lines_of(due_item(7, action="x" * 90), due_item(8, action="Call"), width=60)
    assert lines == [
        f"  7  {'x' * 47}…  today",
        f"  8  Call{' ' * 44}  today",
    ]


@given(
    st.lists(st.tuples(st.text("ab 漢é", min_size=1, max_size=70), st.text("1@.", max_size=70))),
    st.integers(20, 130),
    st.sampled_from([-4000, -1, 0, 1, 4000]),
)
def test_no_line_is_wider_than_the_terminal(
    actions: list[tuple[str, str]], width: int, late: int
) -> None:
    items = [
        due_item(10**n, action=action, reach_at=reach, late=late)
        for n, (action, reach) in enumerate(actions[:6])
    ]
    assert all(columns_of(line) <= width for line in lines_of(*items, width=width))


def test_how_more_is_told() -> None:
    assert more_line(3, colour=False) == "  and 3 more: refcli due --all"
    assert more_line(3, colour=True) == "\x1b[2m  and 3 more: refcli due --all\x1b[0m"


@pytest.mark.parametrize(
    ("later", "width", "lines"),
    [
        (None, None, ["nothing is due"]),
        (None, 80, ["nothing is due"]),
        ("2026-11-21", None, ["nothing is due; next tomorrow"]),
        ("2026-12-04", 80, ["nothing is due; next Fri 4 Dec"]),
        ("2027-01-04", 31, ["nothing is due; next Mon 4 Jan", "2027"]),
        ("2027-01-04", 35, ["nothing is due; next Mon 4 Jan 2027"]),
        ("2027-01-04", None, ["nothing is due; next Mon 4 Jan 2027"]),
    ],
)
def test_nothing_due_tells_what_comes_next(
    later: str | None, width: int | None, lines: list[str]
) -> None:
    assert screen_of(later=later, width=width) == lines


def test_a_pipe_gets_everything_and_no_hint() -> None:
    lines = screen_of(*[due_item(n) for n in range(1, 10)], later="2026-12-04")
    assert lines == [
        "Fri 20 Nov: 9 to do",
        *(f"  {n}  Thank Anna Weiss  today" for n in range(1, 10)),
    ]


def test_a_terminal_gets_seven_and_a_hint_unless_told_otherwise() -> None:
    items = [due_item(n) for n in range(1, 10)]
    lines = due_screen(items, None, TODAY, width=80, colour=False)
    assert len(lines) == 1 + 7 + 1 + 1
    assert lines[-1].startswith("refcli done 1 ·")


@pytest.mark.parametrize(
    ("count", "show_all", "shown", "more"),
    [
        (7, False, 7, []),
        (8, False, 7, ["  and 1 more: refcli due --all"]),
        (12, False, 7, ["  and 5 more: refcli due --all"]),
        (12, True, 12, []),
    ],
)
def test_a_terminal_gets_seven(count: int, shown: int, more: list[str], *, show_all: bool) -> None:
    assert SHOWN_ON_TERMINAL == 7
    items = [due_item(n) for n in range(1, count + 1)]
    lines = screen_of(*items, width=80, show_all=show_all)
    assert lines[0] == f"Fri 20 Nov: {count} to do"
    assert len([line for line in lines if "Thank" in line]) == shown
    assert lines[1 + shown : -1] == more
    assert lines[-1] == "refcli done 1 · refcli snooze 1 friday · refcli skip 1"


def test_the_hint_is_about_the_first_and_may_be_left_out() -> None:
    items = [due_item(42), due_item(7)]
    assert screen_of(*items, width=80)[-1].startswith("refcli done 42 ·")
    assert "refcli" not in "".join(screen_of(*items, width=80, hint=False))


def test_the_hint_is_wrapped_where_it_is_too_long() -> None:
    whole = "refcli done 7 · refcli snooze 7 friday · refcli skip 7"
    assert screen_of(due_item(), width=len(whole))[-1] == whole
    assert screen_of(due_item(), width=len(whole) - 1)[-2:] == [
        "refcli done 7 · refcli snooze 7 friday · refcli skip",
        "7",
    ]


def test_the_title_and_more_are_cut_to_the_terminal() -> None:
    items = [due_item(n, late=1) for n in range(1, 9)]
    lines = screen_of(*items, width=20, hint=False)
    assert lines[0] == "Fri 20 Nov: 8 to do…"
    assert lines[1] == "1 Thank Anna Weiss"
    assert all(columns_of(line) <= 20 for line in lines)
    assert lines[-1] == "  and 1 more:…"


def test_the_screen_in_colour() -> None:
    lines = screen_of(due_item(), width=80, colour=True)
    assert lines[0] == "\x1b[1;36mFri 20 Nov: 1 to do\x1b[0m"
    assert lines[1].startswith("  \x1b[2m7\x1b[0m")
    assert lines[-1] == ("\x1b[2mrefcli done 7 · refcli snooze 7 friday · refcli skip 7\x1b[0m")


def test_more_in_colour_is_whole_on_a_wide_terminal() -> None:
    lines = screen_of(*[due_item(n) for n in range(1, 9)], width=80, colour=True, hint=False)
    assert lines[-1] == "\x1b[2m  and 1 more: refcli due --all\x1b[0m"


def test_columns_for_pipes() -> None:
    rows = [("no", "name", "what"), ("7", "漢字", "x"), ("12", "Anna", "")]
    assert padded_rows(rows, (True, False, False)) == [
        "no  name  what",
        " 7  漢字  x",
        "12  Anna",
    ]
    assert padded_rows([("a", "b")], (False, True)) == ["a  b"]
    assert padded_rows([("a", "b"), ("", "")], (False, True)) == ["a  b", ""]
