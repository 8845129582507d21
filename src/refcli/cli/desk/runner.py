"""Commands, typed by the desk: the same lane that a shell takes, with what it prints caught."""

import io
import sqlite3
import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from refcli.cli.frame.context import App, load_write_lane
from refcli.cli.frame.main import Streams, main
from refcli.domain.history import Entry, Mark
from refcli.domain.text import clean_text
from refcli.errors import RefcliError
from refcli.read.history import marks_after, newest_number

T = TypeVar("T")


_ADDED = "added "
_PERHAPS = ("added as a new contact", "if that reached")


class Ran(NamedTuple):
    """What a command did: its exit code, what it printed, and what it said of an error."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """The first line of what it said, without the name of the program.

        Behind somebody who was added stands what was told of them, and behind either what may be
        meant otherwise.
        """
        lines = (self.err if self.code else self.out).splitlines() or self.err.splitlines()
        told = lines[: 2 if lines and lines[0].startswith(_ADDED) else 1]
        more = [] if self.code else [n for n in self.err.splitlines() if n.startswith(_PERHAPS)]
        all_told = [line for line in told if not line.startswith(" ")] + more
        return clean_text("; ".join(dict.fromkeys(all_told)).removeprefix("refcli: "))

    @property
    def why(self) -> str:
        """What was wrong and what to type next, in one line."""
        return clean_text("; ".join(self.err.rstrip().removeprefix("refcli: ").split("\nhint: ")))

    @property
    def all_said(self) -> str:
        """Everything that it said."""
        return "\n".join(part.rstrip() for part in (self.out, self.err) if part.strip())


class Runner:
    """Runs one command after the other on the desk's store; nobody is asked anything."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._one = threading.Lock()
        self._own: set[Mark] = set()

    def load(self) -> None:
        """Load what is written with; a command waits for that, two imports at once would meet."""
        with self._one:
            load_write_lane()

    def __call__(self, argv: Sequence[str]) -> Ran:
        """Run a command; never raises, as `main` never does."""
        out, err = io.StringIO(), io.StringIO()
        line = ["--store", self._app.store, "--no-input", *argv]
        with self._one:
            before = self._looked_up(newest_number)
            code = main(line, self._app.env, Streams(io.StringIO(), out, err))
            if before is not None:
                since = self._looked_up(lambda now: marks_after(now, before)) or ()
                # Another shell may have been faster while this one waited for the store.
                said = _on_one_line(out.getvalue())
                self._own.update(mark for mark in since if _on_one_line(mark.summary) in said)
        return Ran(code, out.getvalue(), err.getvalue())

    def did(self, entry: Entry) -> bool:
        """Whether an entry of the history came about here, not in another shell."""
        return entry.mark in self._own

    def _looked_up(self, look: Callable[[sqlite3.Connection], T]) -> T | None:
        """What stands in the store; None where it cannot be read, as the command will say."""
        try:
            with self._app.reading(quiet=True) as connection:
                return look(connection)
        except (RefcliError, sqlite3.Error):
            return None


def _on_one_line(text: str) -> str:
    """What a command said, as the history sums it up."""
    return " ".join(text.replace("; ", " ").split())
