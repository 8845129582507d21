"""A terminal is given back as it was when a signal ends the program while it asks or draws."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

if sys.platform != "win32":
    import termios

_SIGNALS = ("SIGTERM", "SIGHUP")
Attributes = list[Any]


def terminal_as_it_is() -> Attributes | None:
    """How the terminal takes keys now; None where there is none."""
    keys = sys.__stdin__
    if sys.platform != "win32" and keys is not None:
        with contextlib.suppress(OSError, ValueError, termios.error):
            return termios.tcgetattr(keys.fileno())
    return None


def end_in_order(
    as_it_was: bytes,
    keep: Callable[[], None] | None = None,
    before: Attributes | None = None,
) -> Callable[[], None]:
    """From now on SIGTERM and SIGHUP have `keep` called and the terminal given back.

    `as_it_was` is what the terminal is told then, `before` how it took keys, as now if not given.
    Returns what looks whether the terminal is still there, and ends the program in the same way
    where it is not: nobody is told of a connection that is lost where its signal is ignored. What
    draws may hang then, so nothing waits for it.
    """
    look = _nothing
    if sys.platform != "win32":
        keys, drawn = sys.__stdin__, sys.__stdout__  # the desk catches what is printed
        if keys is not None and drawn is not None:
            with contextlib.suppress(OSError, ValueError, termios.error):
                told = before or termios.tcgetattr(keys.fileno())
                look = _taken_over(keys.fileno(), drawn.fileno(), as_it_was, keep or _nothing, told)
    return look


if sys.platform != "win32":

    def _taken_over(
        descriptor: int,
        screen: int,
        as_it_was: bytes,
        keep: Callable[[], None],
        before: Attributes,
    ) -> Callable[[], None]:
        def end(number: int, _: object = None) -> None:
            with contextlib.suppress(Exception):
                keep()
            with contextlib.suppress(OSError, ValueError, termios.error):
                termios.tcsetattr(descriptor, termios.TCSANOW, before)
                os.set_blocking(screen, False)
                os.write(screen, as_it_was)
            with contextlib.suppress(OSError):
                os.set_blocking(screen, True)  # the shell has the same terminal
            os._exit(128 + number)

        def look() -> None:
            try:
                termios.tcgetattr(descriptor)
            except termios.error:
                end(int(signal.SIGHUP))

        for name in _SIGNALS:
            number = getattr(signal, name)
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, end)
        return look


def _nothing() -> None:
    """Nothing is to be kept, or there is no terminal to look at."""
