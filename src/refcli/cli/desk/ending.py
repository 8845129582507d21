"""The desk leaves in order when a signal ends it: a closed terminal, a lost connection, `kill`."""

import asyncio
import signal
from typing import Any

from textual.app import App

_SIGNALS = ("SIGTERM", "SIGHUP")


def end_by_signals(desk: App[Any]) -> None:
    """Give the terminal back and exit as a shell expects of a signal, where there are signals."""
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            try:
                loop.add_signal_handler(number, _end, desk, int(number))
            except (NotImplementedError, ValueError, RuntimeError):
                return


def _end(desk: App[Any], number: int) -> None:
    desk.exit(return_code=128 + number)
