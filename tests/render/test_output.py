"""The only writer: what reaches stdout and stderr, in which encoding, on which kind of stream."""

import io
import os
from typing import IO

import pytest

from refcli.render.layout import Bar, Bars, Column, Section, Sheet, Table
from refcli.render.output import Output, Streams, is_terminal

SIGNS = "✓✗…·→–—•“”’█▁▂▃▄▅▆▇░─"
ASCII = 'xX~->--*""\'#_.:-=+*.-'
TABLE = Table(
    (Column("no", right=True), Column("what", flexible=True)),
    (("7", "lunch with\nAnna"), ("12", "call")),
    "nothing yet",
)
SHEET = Sheet(
    "Ask 7 to\nAnna",
    (("contact", "Anna Weiss"), ("note", "one two three four\nfi\x1bve")),
    (Section("In words", ("Do you know anybody?", "Thank\x1byou")), Section("Empty", ())),
)


class Terminal(io.StringIO):
    """A stream behind which a person sits."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class Screen:
    """An output with its two streams, to look at what was written."""

    def __init__(self, *, width: int | None = None, env: dict[str, str] | None = None) -> None:
        self.out: io.StringIO = Terminal() if width else io.StringIO()
        self.err = io.StringIO()
        told = {"COLUMNS": str(width)} if width else {}
        self.output = Output(Streams(None, self.out, self.err), told | (env or {}))

    @property
    def lines(self) -> list[str]:
        text = self.out.getvalue()
        assert not text or text.endswith("\n")
        return text.split("\n")[:-1]


def encoded(encoding: str, text: str) -> bytes:
    """What a stream of that encoding gets for a line."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="")
    Output(Streams(None, stream, None), {}).line(text)
    stream.flush()
    return raw.getvalue()


def closed() -> IO[str]:
    stream = io.StringIO()
    stream.close()
    return stream


def test_a_terminal_is_one_with_a_person_at_it() -> None:
    assert is_terminal(Terminal())
    assert not is_terminal(io.StringIO())
    assert not is_terminal(None)
    assert not is_terminal(closed())


def test_width_and_colour_are_a_terminal_s() -> None:
    pipe = Screen(env={"TERM": "xterm", "COLUMNS": "33"}).output
    assert (pipe.width, pipe.colour, pipe.is_terminal, pipe.is_saved) == (None, False, False, False)
    screen = Screen(width=33, env={"TERM": "xterm"}).output
    assert (screen.width, screen.colour, screen.is_terminal) == (33, True, True)
    assert not screen.error_colour
    assert Screen(env={"FORCE_COLOR": "1"}).output.error_colour
    assert Output(Streams(None, io.StringIO(), Terminal()), {"TERM": "xterm"}).error_colour


def test_a_terminal_without_a_descriptor_has_80_columns() -> None:
    assert Output(Streams(None, Terminal(), None), {}).width == 80


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="terminals of its own are POSIX")
def test_the_width_is_asked_of_the_terminal_itself() -> None:
    import fcntl
    import struct
    import termios

    first, second = os.openpty()
    fcntl.ioctl(second, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 57, 0, 0))
    with open(second, "w", encoding="utf-8") as stream:  # noqa: PTH123  a descriptor
        assert Output(Streams(None, stream, None), {}).width == 57
    os.close(first)


def test_lines_and_whole_files() -> None:
    screen = Screen()
    screen.output.line("one")
    screen.output.line()
    screen.output.lines(["two", "three"])
    screen.output.raw("a\r\nb")
    assert screen.out.getvalue() == "one\n\ntwo\nthree\na\r\nb"


def test_without_stdout_writing_fails_as_on_a_full_disk() -> None:
    output = Output(Streams(None, None, None), {})
    assert (output.is_terminal, output.width) == (False, None)
    for write in (output.line, output.raw):
        with pytest.raises(OSError, match=r"^stdout is closed$"):
            write("x")


def test_without_stderr_nothing_is_said() -> None:
    out = io.StringIO()
    output = Output(Streams(None, out, None), {})
    output.note("x")
    output.error("x", "y")
    output.raw_error("x")
    output.flush()
    assert out.getvalue() == ""


def test_titles_and_hints_are_cut_or_wrapped_to_the_terminal() -> None:
    screen = Screen(width=20, env={"TERM": "xterm"})
    screen.output.title("a title that is longer than that")
    screen.output.hint("a hint that is longer than that")
    assert screen.lines == [
        "\x1b[1;36ma title that is…\x1b[0m",
        "\x1b[2ma hint that is\x1b[0m",
        "\x1b[2mlonger than that\x1b[0m",
    ]


def test_a_pipe_gets_them_whole_and_plain() -> None:
    screen = Screen(env={"TERM": "xterm"})
    screen.output.title("t" * 100)
    screen.output.hint("h " * 60)
    assert screen.lines == ["t" * 100, "h " * 60]


def test_what_fits_is_not_touched() -> None:
    output = Screen(width=20).output
    assert output.wrapped("x " * 10) == ["x " * 10]
    assert output.wrapped("x " * 9, "  ") == ["  " + "x " * 9]
    assert output.wrapped("x" * 18, " ") == [" " + "x" * 18]
    assert output.wrapped("ab " * 7) == ["ab ab ab ab ab ab ab"]
    assert output.fitted("x" * 20) == "x" * 20
    assert output.fitted("x" * 21) == "x" * 19 + "…"
    assert Screen().output.wrapped("x" * 300, "  ") == ["  " + "x" * 300]


def test_narration_goes_to_stderr_as_one_safe_line() -> None:
    screen = Screen()
    screen.output.note("a\nb\x1b[31m")
    screen.output.raw_error("Traceback\n  x\n")
    assert screen.err.getvalue() == "a b[31m\nTraceback\n  x\n"
    assert screen.lines == []


def test_an_error_says_what_is_wrong_and_what_to_type() -> None:
    screen = Screen()
    screen.output.error("no such\nname: Anna", "refcli contact\nadd Anna")
    screen.output.error("no hint")
    assert screen.err.getvalue() == (
        "refcli: no such name: Anna\nhint: refcli contact add Anna\nrefcli: no hint\n"
    )


def test_an_error_in_colour() -> None:
    screen = Screen(env={"FORCE_COLOR": "1"})
    screen.output.error("x", "y")
    assert screen.err.getvalue() == "\x1b[33mrefcli:\x1b[0m x\nhint: y\n"


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "utf8", "utf_8"])
def test_utf_8_gets_every_character(encoding: str) -> None:
    assert encoded(encoding, SIGNS + "漢") == (SIGNS + "漢\n").encode()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_other_encodings_get_ascii_for_our_own_signs(encoding: str) -> None:
    assert encoded(encoding, SIGNS) == (ASCII + "\n").encode()
    assert encoded(encoding, "plain") == b"plain\n"


def test_what_an_encoding_lacks_is_a_question_mark_and_the_rest_stays() -> None:
    assert encoded("latin-1", "Zoë 漢") == b"Zo\xeb ?\n"
    assert encoded("ascii", "Zoë") == b"Zo?\n"


def test_stderr_has_an_encoding_too() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="")
    output = Output(Streams(None, None, stream), {})
    output.note("a…")
    output.error("b…", "c…")
    output.flush()
    assert raw.getvalue() == b"a~\nrefcli: b~\nhint: c~\n"


def test_raw_text_has_an_encoding_too() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="")
    output = Output(Streams(None, stream, None), {})
    output.raw("→")
    output.flush()
    assert raw.getvalue() == b">"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", '{\n  "name": "Zoë 漢…"\n}\n'),
        ("latin-1", '{\n  "name": "Zo\\u00eb \\u6f22\\u2026"\n}\n'),
        ("ascii", '{\n  "name": "Zo\\u00eb \\u6f22\\u2026"\n}\n'),
    ],
)
def test_json_says_the_same_in_every_encoding(encoding: str, text: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="")
    output = Output(Streams(None, stream, None), {})
    output.json({"name": "Zoë 漢…"})
    output.flush()
    assert raw.getvalue() == text.encode(encoding)


def test_json_on_a_stream_that_names_no_encoding() -> None:
    screen = Screen()
    screen.output.json(["é"])
    assert screen.out.getvalue() == '[\n  "é"\n]\n'


def test_an_empty_table_says_so() -> None:
    screen = Screen()
    screen.output.table(TABLE._replace(rows=()))
    assert screen.lines == ["nothing yet"]


def test_a_table_for_a_pipe() -> None:
    screen = Screen()
    screen.output.table(TABLE)
    assert screen.lines == ["no  what", " 7  lunch with Anna", "12  call"]


def test_a_table_is_drawn_where_there_are_40_columns() -> None:
    screen = Screen(width=40)
    screen.output.table(TABLE)
    assert set(screen.lines[1]) == {"─"}
    assert [line.split() for line in screen.lines[-2:]] == [
        ["7", "lunch", "with", "Anna"],
        ["12", "call"],
    ]


@pytest.mark.parametrize("width", [20, 39])
def test_where_it_is_too_narrow_each_row_has_its_own_lines(width: int) -> None:
    screen = Screen(width=width)
    screen.output.table(TABLE)
    assert screen.lines == ["no 7", "what lunch with Anna", "", "no 12", "what call"]


def test_and_nothing_of_it_is_cut() -> None:
    screen = Screen(width=20)
    screen.output.table(TABLE._replace(rows=(("7", "x" * 30),)))
    assert screen.lines == ["no 7", "what", "x" * 20, "x" * 10]


def test_a_table_is_drawn_in_colour() -> None:
    screen = Screen(width=40, env={"TERM": "xterm"})
    screen.output.table(TABLE)
    assert "\x1b[1mno" in screen.lines[0]


def test_bars_have_a_title() -> None:
    chart = Bars("Title", (Bar("a", 1, "1"),), "nothing")
    screen = Screen()
    screen.output.bars(chart)
    screen.output.bars(chart._replace(bars=()))
    assert screen.lines == ["Title", "  a  1", "Title", "  nothing"]


def test_bars_fit_the_terminal() -> None:
    chart = Bars("a title that is longer", (Bar("a" * 30, 1, "1" * 10),), "nothing")
    screen = Screen(width=20)
    screen.output.bars(chart)
    assert screen.lines == ["a title that is…", "  aaaaaaa…  1111111…"]
    coloured = Screen(width=60, env={"TERM": "xterm"})
    coloured.output.bars(Bars("Title", (Bar("a", 1, "1"),)))
    assert coloured.lines == ["\x1b[1mTitle\x1b[0m", f"  a  1  \x1b[36m{'█' * 32}\x1b[0m"]


def test_a_sheet_for_a_pipe() -> None:
    screen = Screen()
    screen.output.sheet(SHEET)
    assert screen.lines == [
        "Ask 7 to Anna",
        "contact  Anna Weiss",
        "note     one two three four",
        "         five",
        "",
        "In words",
        "  Do you know anybody?",
        "  Thankyou",
        "",
        "Empty",
    ]


def test_a_sheet_on_a_narrow_terminal() -> None:
    screen = Screen(width=20)
    screen.output.sheet(SHEET)
    assert screen.lines == [
        "Ask 7 to Anna",
        "contact",
        "  Anna Weiss",
        "note",
        "  one two three four",
        "  five",
        "",
        "In words",
        "  Do you know",
        "  anybody?",
        "  Thankyou",
        "",
        "Empty",
    ]


def test_a_sheet_in_colour() -> None:
    screen = Screen(width=40, env={"TERM": "xterm"})
    screen.output.sheet(SHEET._replace(sections=(Section("Words", ()),)))
    assert screen.lines[0] == "\x1b[1;36mAsk 7 to Anna\x1b[0m"
    assert screen.lines[1] == "\x1b[2mcontact\x1b[0m  Anna Weiss"
    assert screen.lines[-1] == "\x1b[1mWords\x1b[0m"


def test_a_sheet_without_fields() -> None:
    screen = Screen()
    screen.output.sheet(Sheet("Title", ()))
    screen.output.sheet(Sheet("Title", (("", "bar"), ("long", "x"))))
    assert screen.lines == ["Title", "Title", "      bar", "long  x"]


def test_everything_is_sent_at_the_end() -> None:
    raw, errors = io.BytesIO(), io.BytesIO()
    streams = (
        io.TextIOWrapper(io.BufferedWriter(io.BytesIO()), encoding="utf-8"),
        io.TextIOWrapper(raw, encoding="utf-8", write_through=False),
        io.TextIOWrapper(errors, encoding="utf-8", write_through=False),
    )
    output = Output(Streams(*streams), {})
    output.line("x")
    output.note("y")
    output.flush()
    assert (raw.getvalue(), errors.getvalue()) == (b"x\n", b"y\n")
