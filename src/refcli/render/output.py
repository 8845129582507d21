"""The only writer to stdout and stderr."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from refcli.domain.text import shown
from refcli.render.terminal import (
    columns_of,
    cut,
    pad,
    padded_rows,
    paint,
    terminal_rows,
    terminal_width,
    wants_colour,
    wrap,
)

if TYPE_CHECKING:
    from refcli.render.layout import Bars, Sheet, Table

# What a command shows as JSON.
Json = dict[str, object]
_WIDE_ENOUGH_FOR_TABLE = 40
# A value stands below its label where fewer columns would be left for it.
_LEAST_VALUE = 22
_LONGEST_MESSAGE = 1_000
# What stands for our own signs where the terminal knows only ASCII.
_ASCII_SIGNS = str.maketrans(
    {
        "✓": "x",
        "✗": "X",
        "…": "~",
        "·": "-",
        "→": ">",
        "–": "-",
        "—": "-",
        "•": "*",
        "“": '"',
        "”": '"',
        "’": "'",
        "█": "#",
        "▁": "_",
        "▂": ".",
        "▃": ":",
        "▄": "-",
        "▅": "=",
        "▆": "+",
        "▇": "*",
        "░": ".",
        "─": "-",
    }
)


class Streams(NamedTuple):
    """Standard input, output and error; None where the process was given none."""

    stdin: IO[str] | None
    stdout: IO[str] | None
    stderr: IO[str] | None


# What turns text around or drives a terminal, as JSON may spell it.
_ESCAPED_IN_JSON = {
    code: f"\\u{code:04x}"
    for span in ((0x7F, 0x9F), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
    for code in range(span[0], span[1] + 1)
}


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a person sits at the other end."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


class Output:
    """Lines, tables, sheets and JSON to stdout; narration to stderr."""

    def __init__(self, streams: Streams, env: Mapping[str, str]) -> None:
        self._streams = streams
        self.is_terminal = is_terminal(streams.stdout)
        self.colour = wants_colour(env, is_terminal=self.is_terminal)
        self.error_colour = wants_colour(env, is_terminal=is_terminal(streams.stderr))
        # Set once a command's transaction is committed: whatever fails then, the change is there.
        self.is_saved = False
        # While it is committed: who interrupts then cannot be told whether it is there.
        self.is_saving = False
        # How a list is written for another program, where it is asked for in a form of its own.
        self.records: Callable[[Sequence[Any]], str] | None = None
        # While a dialogue is played again up to the question that is asked anew.
        self.is_muted = False
        self._is_quiet = False
        self._env = env
        # What a terminal is shown is held until the end: what is taller than it goes to a pager.
        self._rows = terminal_rows(env, _number(streams.stdout)) if self.is_terminal else 0
        self._held: list[tuple[IO[str], str]] | None = [] if self._rows else None
        self.width = terminal_width(env, _number(streams.stdout)) if self.is_terminal else None

    def choose(self, *, quiet: bool, colour: bool, pager: bool) -> None:
        """What the user wants of it: no notes, no colours, no pager."""
        self._is_quiet = quiet
        self.colour, self.error_colour = self.colour and colour, self.error_colour and colour
        if not pager:
            self.release()

    def release(self) -> None:
        """Show what is held, and the rest at once: a question is asked, or no pager is wanted."""
        held, self._held = self._held, None
        for stream, text in held or ():
            self._send(stream, text)

    def _write(self, stream: IO[str], text: str) -> None:
        if self._held is None:
            self._send(stream, text)
        else:
            self._held.append((stream, text))

    def _send(self, stream: IO[str], text: str) -> None:
        """Write at once; what cannot be told on stderr changes nothing of what was done."""
        try:
            stream.write(text)
        except OSError:
            if stream is not self._streams.stderr:
                raise

    def line(self, text: str = "") -> None:
        """One line of our own making, in which foreign text has been made safe."""
        if self.is_muted:
            return
        stream = self._streams.stdout
        if stream is None:
            raise OSError("stdout is closed")
        self._write(stream, _encodable(text, stream) + "\n")

    def raw(self, text: str) -> None:
        """A whole file, as it is."""
        stream = self._streams.stdout
        if stream is None:
            raise OSError("stdout is closed")
        self._write(stream, _encodable(text, stream))

    def lines(self, texts: Iterable[str]) -> None:
        """Several lines."""
        for text in texts:
            self.line(text)

    def paragraphs(self, text: str, indent: str = "") -> None:
        """A text to be sent: its paragraphs, each wrapped to the terminal."""
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self.line()
            for line in paragraph.split("\n"):
                self.lines(self.wrapped(line, indent))

    def title(self, text: str) -> None:
        """A heading."""
        self.line(self.painted(self.fitted(text), "title"))

    def hint(self, text: str) -> None:
        """What to type next, dim, wrapped to the terminal."""
        if self._is_quiet:
            return
        for part in self.wrapped(text):
            self.line(self.painted(part, "dim"))

    def painted(self, text: str, style: str) -> str:
        """The text in a style, when colour is wanted."""
        return paint(text, style, colour=self.colour)

    def fitted(self, text: str) -> str:
        """The text within the terminal's width."""
        return text if self.width is None else cut(text, self.width)

    def wrapped(self, text: str, indent: str = "") -> list[str]:
        """The text in lines that fit the terminal, long words broken."""
        if self.width is None or columns_of(indent + text) <= self.width:
            return [indent + text]
        return wrap(text, self.width, indent)

    def note(self, text: str) -> None:
        """Narration: a warning or hint on stderr."""
        stream = self._streams.stderr
        if stream is not None and not (self.is_muted or self._is_quiet):
            self._write(stream, _encodable(shown(text), stream) + "\n")

    def error(self, message: str, hint: str = "") -> None:
        """One line that says what is wrong, and one with what to type next."""
        label = paint("refcli:", "late", colour=self.error_colour)
        stream = self._streams.stderr
        if stream is None:
            return
        self._write(stream, _encodable(f"{label} {_shortened(message)}\n", stream))
        if hint:
            self._write(stream, _encodable(f"hint: {_shortened(hint)}\n", stream))

    def json_error(self, code: str, message: str, hint: str, exit_code: int) -> None:
        """An error as one JSON object on stderr, for programs that asked for JSON."""
        import json

        stream = self._streams.stderr
        if stream is not None:
            told = {
                "code": code,
                "text": _shortened(message),
                "hint": _shortened(hint) or None,
                "exit": exit_code,
            }
            self._write(stream, json.dumps({"error": told}, ensure_ascii=True) + "\n")

    def raw_error(self, text: str) -> None:
        """A traceback, under `--debug` only."""
        if self._streams.stderr is not None:
            self._write(self._streams.stderr, text)

    def json(self, value: Any) -> None:
        """One JSON document, and nothing else, on stdout."""
        import json

        stream = self._streams.stdout
        encoding = _encoding_of(stream)
        if self.records is not None and isinstance(value, list):
            self.raw(self.records(value))
            return
        text = json.dumps(value, ensure_ascii=not _is_utf8(encoding), indent=2)
        self.line(text if text.isascii() else text.translate(_ESCAPED_IN_JSON))

    def table(self, table: "Table") -> None:
        """A table: with Rich on a terminal, as padded columns elsewhere."""
        if not table.rows:
            self.lines(self.wrapped(table.empty))
            return
        rows = tuple(tuple(shown(cell) for cell in row) for row in table.rows)
        if self.width is not None and self.width >= _WIDE_ENOUGH_FOR_TABLE:
            from refcli.render.rich.tables import drawn_lines

            self.lines(drawn_lines(table, rows, self.width, colour=self.colour))
            return
        titles = tuple(column.title for column in table.columns)
        if self.width is not None:
            self._records(titles, rows)
            return
        right = tuple(column.right for column in table.columns)
        self.lines(padded_rows([titles, *rows], right))

    def _records(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Where no table has room: each row on lines of its own, what is in it with its title."""
        for number, row in enumerate(rows):
            if number:
                self.line()
            for title, cell in zip(titles, row, strict=True):
                if cell:
                    self.lines(self.wrapped(f"{title} {cell}".strip()))

    def bars(self, chart: "Bars") -> None:
        """Bars on a terminal, their figures as columns elsewhere."""
        from refcli.render.charts import bar_lines

        self.line(self.painted(self.fitted(chart.title), "bold"))
        if not chart.bars:
            self.line(f"  {chart.empty}")
        for text in bar_lines(chart, self.width, colour=self.colour):
            self.line(self.fitted(text) if not self.colour else text)

    def sheet(self, sheet: "Sheet") -> None:
        """One thing in full."""
        self.title(shown(sheet.title))
        label_width = max((columns_of(label) for label, _ in sheet.fields), default=0)
        # Terminals that show no colours show no links either.
        links = sheet.links if self.is_terminal and self.colour else ()
        for label, value in sheet.fields:
            self._field(label, value, label_width, links)
        for section in sheet.sections:
            self.line()
            self.line(self.painted(self.fitted(section.title), "bold"))
            for text in section.lines:
                self.lines(self.wrapped(shown(text), "  "))

    def _field(
        self, label: str, value: str, label_width: int, links: Sequence[tuple[str, str]]
    ) -> None:
        if self.width is not None and self.width < label_width + _LEAST_VALUE:
            self.line(self.painted(self.fitted(label), "dim"))
            self.lines(
                part for line in value.split("\n") for part in self.wrapped(shown(line), "  ")
            )
            return
        first = self.painted(pad(label, label_width), "dim")
        indent = " " * (label_width + 2)
        texts = [part for line in value.split("\n") for part in self.wrapped(shown(line), indent)]
        if links:
            from refcli.render.links import linked

            texts = [linked(text, links) for text in texts]
        for number, text in enumerate(texts):
            self.line(f"{first}  {text.removeprefix(indent)}" if number == 0 else text)

    def flush(self) -> None:
        """Send what is written; raises OSError when it cannot be."""
        self._show_held()
        if self._streams.stdout is not None:
            self._streams.stdout.flush()
        if self._streams.stderr is not None:
            try:
                self._streams.stderr.flush()
            except OSError:
                return

    def _show_held(self) -> None:
        """Show what was held: through the pager what is taller than the terminal."""
        held = self._held or []
        told = "".join(text for stream, text in held if stream is self._streams.stdout)
        if told.count("\n") >= self._rows > 0:
            from refcli.render.pager import paged

            if paged(told, self._env, _encoding_of(self._streams.stdout)):
                self._held = [pair for pair in held if pair[0] is not self._streams.stdout]
        self.release()


def _shortened(text: str) -> str:
    """A message that does not repeat endlessly what was typed."""
    told = shown(text)
    return told if len(told) <= _LONGEST_MESSAGE else f"{told[:_LONGEST_MESSAGE]}…"


def _encoding_of(stream: IO[str] | None) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"


def _encodable(text: str, stream: IO[str]) -> str:
    encoding = _encoding_of(stream)
    if _is_utf8(encoding) or text.isascii():
        return text
    return text.translate(_ASCII_SIGNS).encode(encoding, "replace").decode(encoding)


def _number(stream: IO[str] | None) -> int:
    """The stream's file descriptor, -1 where it has none."""
    try:
        return -1 if stream is None else stream.fileno()
    except (OSError, ValueError):
        return -1
