"""Tables on a terminal, drawn with Rich."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.render.layout import Column, Table
from refcli.render.rich.progress import bar
from refcli.render.rich.tables import drawn_lines
from refcli.render.terminal import columns_of

COLUMNS = (
    Column("no", right=True, style="dim"),
    Column("name", flexible=True, style="name"),
    Column("state"),
)


def drawn(
    *rows: tuple[str, ...],
    width: int = 40,
    colour: bool = False,
    columns: tuple[Column, ...] = COLUMNS,
) -> list[str]:
    return drawn_lines(Table(columns, rows), rows, width, colour=colour)


def test_columns_are_three_spaces_apart_under_a_line() -> None:
    assert drawn(("7", "Anna Weiss", "won"), ("12", "Tom", "")) == [
        "no   name         state",
        "───────────────────────",
        " 7   Anna Weiss   won",
        "12   Tom",
    ]


def test_a_narrow_terminal_folds_flexible_columns_only() -> None:
    assert drawn(("7", "Anna Maria Weiss", "won"), width=20) == [
        "no   name      state",
        "────────────────────",
        " 7   Anna      won",
        "     Maria",
        "     Weiss",
    ]


def test_a_long_word_is_broken_in_a_flexible_column() -> None:
    assert drawn(("7", "abcdefghijklmnop", "won"), width=20)[2:] == [
        " 7  abcdefghi  won",
        "    jklmnop",
    ]


def test_columns_give_way_in_their_order_and_are_named() -> None:
    columns = (
        Column("name", flexible=True, style="name"),
        Column("organisation", flexible=True, gives=2),
        Column("last", gives=1),
    )
    row = ("Max Berger", "Engineering Partners", "2026-11-01")
    assert drawn(row, width=60, columns=columns)[2:] == [
        "Max Berger   Engineering Partners   2026-11-01"
    ]
    assert drawn(row, width=30, columns=columns)[2:] == [
        "Max Berger   Engineering",
        "             Partners",
        "without last at this width;",
        "all of it with --json",
    ]
    assert drawn(row, width=16, columns=columns)[2:] == [
        "Max Berger",
        "without last and",
        "organisation at",
        "this width; all",
        "of it with",
        "--json",
    ]


def test_where_there_is_no_room_names_are_wrapped_by_words_and_others_cut() -> None:
    columns = (
        Column("id", right=True),
        Column("name", flexible=True, style="name"),
        Column("basis"),
        Column("rapport"),
    )
    row = ("@22", "Ahmed Saleh", "client (resting)", "cooling")
    assert drawn(row, width=32, columns=columns)[2:] == [
        "@22  Ahmed  client (re…  cooling",
        "     Saleh",
    ]


def test_a_long_word_is_cut_in_any_other() -> None:
    (*_, line) = drawn(("abcdefghijklmnop",), width=12, columns=(Column("name"),))
    assert line == "abcdefghijk…"


def test_a_flexible_column_is_never_squeezed_out() -> None:
    columns = (Column("n"), Column("what", flexible=True))
    lines = drawn(("x" * 30, "abcd"), width=20, columns=columns)
    assert lines[2].endswith("abcd")


def test_cells_are_text_and_never_markup() -> None:
    assert drawn(("7", "[bold]x[/] :smile:", "[red]"))[2] == " 7   [bold]x[/] :smile:   [red]"


def test_wide_characters_keep_columns_straight() -> None:
    lines = drawn(("7", "漢字", "won"), ("8", "ab", "won"))
    assert lines[2:] == [" 7   漢字   won", " 8   ab     won"]


def test_styles_are_colours_when_they_are_wanted() -> None:
    styles = ("name", "late", "good", "dim", "bold", "")
    columns = tuple(Column(f"in {style}", style=style) for style in styles)
    head, _, row = drawn(tuple("abcdef"), width=80, columns=columns, colour=True)
    for style in styles:
        assert f"\x1b[1min {style}" in head
    for cell, code in (("a", "36"), ("b", "33"), ("c", "32"), ("d", "2"), ("e", "1")):
        assert f"\x1b[{code}m{cell} " in row
    assert "m " in row
    assert row.split(" ")[-1] == "f"
    assert "\x1b" not in "".join(drawn(tuple("abcdef"), width=80, columns=columns))


@given(
    st.lists(
        st.tuples(st.integers(1, 999).map(str), st.text("ab 漢é", max_size=50), st.just("won")),
        min_size=1,
        max_size=5,
    ),
    st.integers(40, 100),
)
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, str, str]], width: int) -> None:
    assert all(columns_of(line) <= width for line in drawn(*rows, width=width))


class Terminal(io.StringIO):
    """A stream behind which a person sits."""

    def isatty(self) -> bool:
        return True


def test_a_progress_bar_counts_and_is_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with bar("reading [x]", 3, stream) as advance:
        advance(1)
        advance(2)
    assert "\x1b[2Kreading [x] " in stream.getvalue()
    assert "3/3" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[2K")
