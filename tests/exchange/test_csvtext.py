"""Text files as other programs write them: encodings, line ends, limits, and CSV's own rules."""

import codecs
import io
from collections.abc import Generator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.errors import BadData
from refcli.exchange.csvtext import (
    MAX_BYTES,
    BrokenRow,
    TextFile,
    csv_rows,
    table_of,
    text_file,
)
from refcli.exchange.encodings import not_text

LONGEST = 4_000_000


def opened(data: bytes) -> TextFile:
    return text_file(io.BytesIO(data), "people.csv")


def rows_of(text: str, delimiter: str = ",") -> list[tuple[int, list[str]]]:
    return list(csv_rows(opened(text.encode()), delimiter))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Zoë,漢\r\n".encode(), "utf-8"),
        ("Zoë,漢\r\n".encode("utf-8-sig"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + "Zoë,漢\r\n".encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + "Zoë,漢\r\n".encode("utf-16-be"), "utf-16"),
    ],
)
def test_a_mark_at_the_start_tells_the_encoding(data: bytes, encoding: str) -> None:
    file = opened(data)
    assert (file.encoding, file.name) == (encoding, "people.csv")
    assert list(file.lines()) == ["Zoë,漢\r\n"]


def test_what_is_no_utf_8_is_taken_for_what_windows_wrote() -> None:
    file = opened("Zoë,€\r\n".encode("cp1252"))
    assert (file.encoding, file.is_guess) == ("cp1252", True)
    assert list(file.lines()) == ["Zoë,€\r\n"]


@pytest.mark.parametrize("tail", [b"\xc3", b"\xe6\xbc", b"\xf0\x9f\x98"])
def test_a_character_that_is_cut_off_at_the_end_is_no_utf_8(tail: bytes) -> None:
    assert opened(b"Zo" + tail).is_guess
    assert opened(b"Zo").encoding == "utf-8"


@pytest.mark.parametrize("before", [(1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_the_whole_file_is_looked_at_and_characters_across_pieces_are_whole(before: int) -> None:
    assert opened(b"a" * before + "é".encode()).encoding == "utf-8"
    assert opened(b"a" * before + b"\xff").is_guess


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (codecs.BOM_UTF8 + b"Zo\xff", "utf-8-sig"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "utf-16"),
        (codecs.BOM_UTF16_BE + b"\xd8\x00\x00a", "utf-16"),
    ],
)
def test_a_mark_that_lies_is_refused(data: bytes, encoding: str) -> None:
    with pytest.raises(BadData) as found:
        opened(data)
    assert found.value.message == f"not text in {encoding}, so nothing was imported: people.csv"
    assert found.value.hint == "save it as UTF-8, or say what it is: --encoding cp1252"


def test_what_is_said_of_a_file_that_is_no_text() -> None:
    error = not_text("UTF-8", "a.csv")
    assert error.message == "not text in UTF-8, so nothing was imported: a.csv"
    assert error.hint == "save it as UTF-8, or say what it is: --encoding cp1252"


def test_bytes_that_turn_out_to_be_no_text_are_refused_while_reading() -> None:
    with pytest.raises(BadData, match=r"^not text in utf-8, so nothing was imported: x\.csv$"):
        list(TextFile(io.BytesIO(b"a\n\xff\n"), "x.csv", "utf-8").lines())


def test_line_ends_stay_as_they_are() -> None:
    assert list(opened(b"a\r\nb\nc\rd").lines()) == ["a\r\n", "b\n", "c\r", "d"]


def test_a_file_is_read_from_its_start_each_time_and_left_open() -> None:
    stream = io.BytesIO(b"a\nb\n")
    file = text_file(stream, "people.csv")
    assert next(file.lines()) == "a\n"
    assert list(file.lines()) == list(file.lines()) == ["a\n", "b\n"]
    assert not stream.closed


def test_a_file_that_was_closed_meanwhile_is_no_trouble() -> None:
    stream = io.BytesIO(b"a\nb\n")
    lines = text_file(stream, "people.csv").lines()
    assert next(lines) == "a\n"
    stream.close()
    assert isinstance(lines, Generator)
    lines.close()
    assert list(lines) == []


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("x" * (LONGEST - 1), False),
        ("x" * (LONGEST - 1) + "\n", False),
        ("x" * (LONGEST - 1) + "\r", False),
        ("x" * LONGEST, True),
        ("x" * LONGEST + "\n", True),
    ],
    ids=["short", "with LF", "with CR", "one too long", "one too long with LF"],
)
def test_a_line_that_never_ends_is_refused(text: str, *, refused: bool) -> None:
    file = opened(b"first\n" + text.encode())
    if refused:
        with pytest.raises(BadData) as found:
            list(file.lines())
        assert found.value.message == "line 2 is too long, so nothing was imported: people.csv"
    else:
        assert list(file.lines()) == ["first\n", text]


def test_the_first_line_is_line_one() -> None:
    with pytest.raises(BadData, match=r"^line 1 is too long"):
        list(opened(b"x" * LONGEST).lines())


def test_a_few_nul_characters_are_a_slip_and_many_are_no_text() -> None:
    assert list(opened(b"a\nb\0c\n").lines()) == ["a\n", "bc\n"]
    with pytest.raises(BadData) as found:
        list(opened(b"abcdef,gh\0\n" * 101).lines())
    assert found.value.message == "has NUL characters, so nothing was imported: people.csv"


def test_a_file_may_have_400_megabytes() -> None:
    assert MAX_BYTES == 400_000_000


def test_rows_have_the_line_on_which_they_begin() -> None:
    assert rows_of('a,b\n"c\nd",e\r\n\nf,"g ""h"""\n') == [
        (1, ["a", "b"]),
        (2, ["c\nd", "e"]),
        (4, []),
        (5, ["f", 'g "h"']),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_are_separated_by_what_is_told(delimiter: str) -> None:
    assert rows_of(delimiter.join(["a", '"b,;\tc"', "d"]), delimiter) == [(1, ["a", "b,;\tc", "d"])]


def test_cells_are_separated_by_commas_unless_told() -> None:
    assert list(csv_rows(opened(b"a,b;c"))) == [(1, ["a", "b;c"])]


@pytest.mark.parametrize(
    ("text", "line", "says", "after"),
    [
        ('a,b\nc,"d\ne,f\n', 2, "unexpected end of data", [(1, ["a", "b"]), (3, ["e", "f"])]),
        ('"a', 1, "unexpected end of data", []),
        ('a\nb\n"c"d,e\nf\n', 3, "',' expected after '\"'", [(1, ["a"]), (2, ["b"]), (4, ["f"])]),
        (
            'a\n"b\n\nc\n"d"\n',
            2,
            "',' expected after '\"'",
            [(1, ["a"]), (3, []), (4, ["c"]), (5, ["d"])],
        ),
    ],
)
def test_a_line_that_is_no_row_takes_no_other_with_it(
    text: str, line: int, says: str, after: list[tuple[int, list[str]]]
) -> None:
    rows = rows_of(text)
    [(number, broken)] = [(n, row) for n, row in rows if isinstance(row, BrokenRow)]
    assert (number, broken.reason) == (line, says)
    assert [row for row in rows if not isinstance(row[1], BrokenRow)] == after


def test_a_file_of_broken_lines_is_refused() -> None:
    with pytest.raises(BadData) as found:
        rows_of('"a"b\n' * 10_001)
    assert found.value.hint == "a quote may be open from there on"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('"a,""b"",c"\n"d,e,f"\n', ["d", "e", "f"]),
        ('"a;b"\n"d;""e;f"""\n', ["d", "e;f"]),
    ],
)
def test_rows_that_stand_in_quotes_as_a_whole(text: str, row: list[str]) -> None:
    assert list(table_of(opened(text.encode())).rows())[1] == (2, row)


def test_rows_before_an_open_quote_are_read() -> None:
    rows = csv_rows(opened(b'a,b\n"c'))
    assert next(rows) == (1, ["a", "b"])


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [
        ("a,b;c,d", ","),
        ("a;b;c,d", ";"),
        ("a\tb\tc;d", "\t"),
        ("a|b|c;d", "|"),
        ("a,b;c", ","),
        ("a;b\tc", ";"),
        ("a", ","),
        ("", ","),
        ("notes\n\na;b;c,d\n", ";"),
        ('"one, two, three"\na;b\n', ";"),
        ("sep=;\na,b;c\n", ";"),
        ("sep=\t\na,b\tc\n", "\t"),
    ],
)
def test_the_most_frequent_mark_separates_the_cells(line: str, delimiter: str) -> None:
    assert table_of(opened(line.encode())).delimiter == delimiter


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_text_comes_in_as_it_was_written(text: str, encoding: str) -> None:
    if encoding == "utf-8" and text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")
    assert "".join(opened(text.encode(encoding)).lines()) == text
