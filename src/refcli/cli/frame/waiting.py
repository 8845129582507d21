"""A word for who waits: shown on a terminal when something takes longer than half a second."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import IO

from refcli.render.output import is_terminal

_PATIENCE = 0.5
_CLEAR = "\r\x1b[K"


@contextmanager
def patience(text: str, stream: IO[str] | None) -> Iterator[None]:
    """While the block runs: the text on stderr after half a second, wiped at the end."""
    if stream is None or not is_terminal(stream):
        yield
        return
    is_done = Event()

    def wait() -> None:
        if not is_done.wait(_PATIENCE):
            stream.write(f"{text} …")
            stream.flush()
            is_done.wait()
            stream.write(_CLEAR)
            stream.flush()

    waiting = Thread(target=wait, daemon=True)
    waiting.start()
    try:
        yield
    finally:
        is_done.set()
        waiting.join()
