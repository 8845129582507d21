"""What a dialogue will write with, loaded while the person reads and answers a question."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from refcli.prompt.protocol import Choice, Live, Prompter

# Seconds until the question stands there, so that nothing competes with drawing it.
_DRAWN = 0.05


class LoadingPrompter:
    """Asks through another prompter, and calls `load` behind the first question that takes a while.

    It runs during a question only and is waited for before the answer is handed on: two threads
    that import SQLAlchemy at once from different ends find it half made.
    """

    def __init__(self, asks: Prompter, load: Callable[[], None]) -> None:
        self._asks = asks
        self._load = load
        self._is_loaded = False

    def text(
        self, question: str, *, default: str = "", hint: str = "", live: Live | None = None
    ) -> str:
        """A line of text."""
        with self._loading():
            return self._asks.text(question, default=default, hint=hint, live=live)

    def choose(self, question: str, choices: Sequence[Choice], *, default: str = "") -> str:
        """The value of one of the choices."""
        with self._loading():
            return self._asks.choose(question, choices, default=default)

    def confirm(self, question: str, *, default: bool = False) -> bool:
        """Yes or no."""
        with self._loading():
            return self._asks.confirm(question, default=default)

    @contextmanager
    def _loading(self) -> Iterator[None]:
        if self._is_loaded:
            yield
            return
        behind = threading.Timer(_DRAWN, self._loaded)
        behind.daemon = True
        behind.start()
        try:
            yield
        finally:
            behind.cancel()
            behind.join()

    def _loaded(self) -> None:
        self._is_loaded = True
        self._load()
