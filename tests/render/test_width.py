"""Columns on a terminal: counted, cut, filled up and wrapped."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.render.terminal import DEFAULT_WIDTH, columns_of, cut, pad, terminal_width, wrap

TEXT = st.text("ab \n漢é\u0301\u200d\ufe0f😀ﾊ", max_size=40)


@pytest.mark.parametrize(
    ("told", "width"),
    [
        ("80", 80),
        ("1", 20),
        ("19", 20),
        ("20", 20),
        ("21", 21),
        ("999", 999),
        ("1000", 1000),
        ("1001", 1000),
        ("99999999", 1000),
        ("0", 80),
        ("", 80),
        ("-5", 80),
        ("wide", 80),
        ("8.5", 80),
        (" 40", 80),
    ],
)
def test_columns_are_believed_within_reason(told: str, width: int) -> None:
    assert terminal_width({"COLUMNS": told}, -1) == width


def test_without_any_word_there_are_80() -> None:
    assert terminal_width({}, -1) == DEFAULT_WIDTH == 80


def test_a_file_has_no_width_of_its_own() -> None:
    with open(os.devnull, "rb") as stream:  # noqa: PTH123  its descriptor is meant
        assert terminal_width({}, stream.fileno()) == 80


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="terminals of its own are POSIX")
@pytest.mark.parametrize(
    ("columns", "width"), [(0, 80), (1, 1), (12, 12), (132, 132), (2000, 1000)]
)
def test_a_terminal_says_how_wide_it_is(columns: int, width: int) -> None:
    import fcntl
    import struct
    import termios

    first, second = os.openpty()
    try:
        fcntl.ioctl(second, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        assert terminal_width({}, second) == width
        assert terminal_width({"COLUMNS": "0"}, second) == width
        assert terminal_width({"COLUMNS": "33"}, second) == 33
    finally:
        os.close(first)
        os.close(second)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("漢字", 4),
        ("Xé", 2),
        ("Ａ", 2),
        ("ﾊ", 1),
        ("😀", 2),
        ("👩\u200d💻", 2),
        ("✔\ufe0e", 1),
        ("❤\ufe0f", 2),
        ("…", 1),
        ("█", 1),
        ("a漢b", 4),
        ("±", 1),
    ],
)
def test_columns(text: str, columns: int) -> None:
    assert columns_of(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "kept"),
    [
        ("abcdef", 7, "abcdef"),
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("abcdef", 2, "a…"),
        ("abcdef", 1, "…"),
        ("abcdef", 0, ""),
        ("abcdef", -1, ""),
        ("", 0, ""),
        ("", 3, ""),
        ("abc def", 5, "abc…"),
        ("ab  cdef", 5, "ab…"),
        ("a line of practices", 16, "a line of pract…"),
        ("a line of practices", 10, "a line of…"),
        ("a line of practices today", 20, "a line of practices…"),
        ("an extraordinarily long one", 16, "an extraordinar…"),
        ("漢字漢", 6, "漢字漢"),
        ("漢字漢", 5, "漢字…"),
        ("漢字漢", 4, "漢…"),
        ("漢字漢", 3, "漢…"),
        ("漢字漢", 2, "…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
    ],
)
def test_cutting(text: str, columns: int, kept: str) -> None:
    assert cut(text, columns) == kept


@given(TEXT, st.integers(-2, 50))
def test_what_is_cut_fits_and_is_the_beginning(text: str, columns: int) -> None:
    kept = cut(text, columns)
    assert columns_of(kept) <= max(0, columns)
    assert text.startswith(kept.removesuffix("…"))
    assert (kept == text) == ((columns_of(text) <= columns and columns > 0) or not text)


@pytest.mark.parametrize(
    ("text", "columns", "left", "right"),
    [
        ("ab", 4, "ab  ", "  ab"),
        ("ab", 3, "ab ", " ab"),
        ("ab", 2, "ab", "ab"),
        ("ab", 1, "ab", "ab"),
        ("漢", 3, "漢 ", " 漢"),
        ("e\u0301", 2, "e\u0301 ", " e\u0301"),
        ("", 2, "  ", "  "),
    ],
)
def test_filling_up(text: str, columns: int, left: str, right: str) -> None:
    assert pad(text, columns) == left
    assert pad(text, columns, right=True) == right


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("one", 10, ["one"]),
        ("one two six", 11, ["one two six"]),
        ("one two six", 10, ["one two", "six"]),
        ("one two  six\nten", 8, ["one two", "six ten"]),
        ("abcdefgh", 8, ["abcdefgh"]),
        ("abcdefghi", 8, ["abcdefgh", "i"]),
        ("x abcdefghi", 10, ["x", "abcdefghi"]),
        ("漢字漢字 漢", 10, ["漢字漢字", "漢"]),
        ("漢字漢字 漢", 11, ["漢字漢字 漢"]),
        ("漢字漢字漢", 9, ["漢字漢字", "漢"]),
        ("abcdefghijkl", 6, ["abcde…", "ijkl"]),
        ("abcdefghijkl", 0, ["", ""]),
    ],
)
def test_wrapping(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@pytest.mark.parametrize(
    ("text", "columns", "indent", "lines"),
    [
        ("one two six", 13, "  ", ["  one two six"]),
        ("one two six", 12, "  ", ["  one two", "  six"]),
        ("one two six", 14, "漢 ", ["漢 one two six"]),
        ("one two six", 13, "漢 ", ["漢 one two", "漢 six"]),
        ("abcdefghi", 10, "    ", ["    abcde…", "    i"]),
        ("", 10, "  ", ["  "]),
    ],
)
def test_wrapping_with_an_indent(text: str, columns: int, indent: str, lines: list[str]) -> None:
    assert wrap(text, columns, indent) == lines


@given(TEXT, st.integers(10, 40), st.sampled_from(["", "  "]))
def test_nothing_is_lost_by_wrapping(text: str, columns: int, indent: str) -> None:
    lines = wrap(text, columns, indent)
    assert all(columns_of(line) <= columns for line in lines)
    assert all(line.startswith(indent) for line in lines)
    kept = "".join(line.removeprefix(indent) for line in lines)
    assert "".join(kept.split()) == "".join(text.split())
