"""Bars and sparklines in characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.render.charts import BAR, bar, bar_lines, sparkline
from refcli.render.layout import Bar, Bars
from refcli.render.terminal import columns_of

BARS = Bars(
    "Title",
    (
        Bar("asks", 40, "40"),
        Bar("promised", 10, "10", "25 % of the asks"),
        Bar("won", 0.1, "0"),
        Bar("none", 0, "0"),
    ),
)


@pytest.mark.parametrize(
    ("share", "width", "drawn"),
    [
        (0, 4, "░░░░"),
        (0.01, 4, "█░░░"),
        (0.25, 4, "█░░░"),
        (0.4, 4, "██░░"),
        (0.5, 4, "██░░"),
        (0.99, 4, "████"),
        (1, 4, "████"),
        (-0.1, 4, "░░░░"),
    ],
)
def test_a_bar(share: float, width: int, drawn: str) -> None:
    assert bar(share, width) == drawn


def test_a_bar_has_twenty_columns_unless_told() -> None:
    assert BAR == 20
    assert bar(0.5) == "█" * 10 + "░" * 10


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ([], ""),
        ([0, 0], "▁▁"),
        ([1], "█"),
        ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
        ([0, 0.001, 7], "▁▂█"),
        ([100, 50, 1, 0], "█▅▂▁"),
    ],
)
def test_a_sparkline(values: list[float], drawn: str) -> None:
    assert sparkline(values) == drawn


def test_a_pipe_gets_the_figures_in_columns() -> None:
    assert bar_lines(BARS, None, colour=True) == [
        "  asks      40",
        "  promised  10  25 % of the asks",
        "  won        0",
        "  none       0",
    ]


def test_no_bars_are_no_lines() -> None:
    empty = Bars("Title", ())
    assert bar_lines(empty, None, colour=False) == bar_lines(empty, 80, colour=False) == []


def test_a_terminal_gets_bars() -> None:
    # Labels take 8, figures 2, notes 16, the spaces between them 8: 26 are left of 60.
    assert bar_lines(BARS, 60, colour=False) == [
        f"  asks      40  {'█' * 26}",
        f"  promised  10  {'█' * 6}{' ' * 20}  25 % of the asks",
        "  won        0  █",
        "  none       0",
    ]


def test_a_bar_has_32_columns_at_most() -> None:
    (line,) = bar_lines(Bars("", (Bar("a", 1, "1", "note"),)), 200, colour=False)
    assert line == f"  a  1  {'█' * 32}  note"
    (line,) = bar_lines(Bars("", (Bar("a", 1, "1", "note"),)), 1 + 1 + 4 + 8 + 31, colour=False)
    assert line == f"  a  1  {'█' * 31}  note"


def test_a_bar_has_4_columns_at_least_and_the_note_gives_way() -> None:
    chart = Bars("", (Bar("label", 1, "1", "a long note"),))
    assert bar_lines(chart, 5 + 1 + 11 + 8 + 5, colour=False) == ["  label  1  █████  a long note"]
    assert bar_lines(chart, 5 + 1 + 11 + 8 + 4, colour=False) == ["  label  1  ████  a long note"]
    assert bar_lines(chart, 5 + 1 + 11 + 8 + 3, colour=False) == ["  label  1  ████  a long…"]
    assert bar_lines(chart, 5 + 1 + 4 + 8 + 1, colour=False) == ["  label  1  ████  …"]
    assert bar_lines(chart, 5 + 1 + 4 + 8, colour=False) == ["  label  1  ████"]


def test_a_label_takes_a_third_at_most_and_8_at_least() -> None:
    chart = Bars("", (Bar("x" * 30, 1, "1"),))
    assert bar_lines(chart, 60, colour=False)[0].startswith(f"  {'x' * 19}…  1  ")
    assert bar_lines(chart, 90, colour=False)[0].startswith(f"  {'x' * 29}x  1  ")
    assert bar_lines(chart, 21, colour=False)[0].startswith(f"  {'x' * 7}…  1  ")
    assert bar_lines(chart, 30, colour=False)[0].startswith(f"  {'x' * 9}…  1  ")


def test_labels_are_one_safe_line() -> None:
    chart = Bars("", (Bar("a\n\x1b[31mb", 1, "1"),))
    assert bar_lines(chart, None, colour=False) == ["  a [31mb  1"]


def test_colour_is_on_the_bar_and_the_note() -> None:
    chart = Bars("", (Bar("a", 1, "1", "note"), Bar("b", 0, "0")))
    assert bar_lines(chart, 20, colour=True) == [
        "  a  1  \x1b[36m██████\x1b[0m  \x1b[2mnote\x1b[0m",
        "  b  0  \x1b[36m      \x1b[0m",
    ]


def test_bars_of_nothing_are_empty() -> None:
    assert bar_lines(Bars("", (Bar("a", 0, "0"),)), 40, colour=False) == ["  a  0"]


@given(
    st.lists(
        st.tuples(st.text("ab漢 ", max_size=40), st.integers(0, 99), st.text("xy", max_size=60))
    ),
    st.integers(30, 150),
)
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, int, str]], width: int) -> None:
    chart = Bars("", tuple(Bar(label, n, str(n), note) for label, n, note in rows))
    assert all(columns_of(line) <= width for line in bar_lines(chart, width, colour=False))
