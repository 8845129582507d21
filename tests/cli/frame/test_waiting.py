"""A word for who waits: on a terminal, when it takes long, and gone at the end."""

import io
import threading

import pytest

from refcli.cli.frame.waiting import patience


class Watched(io.StringIO):
    """A terminal that tells when something was written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        count = super().write(text)
        self.written.set()
        return count


def test_what_takes_long_is_said_and_wiped() -> None:
    terminal = Watched()
    with patience("looking through everybody", terminal):
        assert terminal.written.wait(timeout=30)
        assert terminal.getvalue() == "looking through everybody …"
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_what_is_quick_says_nothing() -> None:
    terminal = Watched()
    with patience("looking through everybody", terminal):
        pass
    assert terminal.getvalue() == ""


def test_nothing_is_said_where_nobody_watches() -> None:
    for stream in (io.StringIO(), None):
        with patience("looking through everybody", stream):
            pass
        assert stream is None or stream.getvalue() == ""


def test_a_failure_leaves_nothing_on_the_screen() -> None:
    terminal = Watched()
    with pytest.raises(OSError, match="gone"):
        _fail_after_a_while(terminal)
    assert terminal.getvalue().endswith("\r\x1b[K")


def _fail_after_a_while(terminal: Watched) -> None:
    with patience("looking through everybody", terminal):
        assert terminal.written.wait(timeout=30)
        raise OSError("gone")
