"""The desk leaves in order when something ends it: `kill`, a closed terminal, a lost connection.

What draws may hang on a terminal that is gone, so nothing here waits for it.
"""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable

_SIGNALS = ("SIGTERM", "SIGHUP")
_SECONDS_BETWEEN_LOOKS = 1.0
# Mouse, focus, paste and resize reports off, keys as they were, the other screen left, a cursor.
_AS_IT_WAS = (
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l\x1b[?2004l\x1b[?2048l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h"
)


def end_in_order(keep: Callable[[], None]) -> None:
    """Have `keep` called and the terminal given back, whatever ends the desk but SIGKILL."""
    if sys.platform != "win32":
        import termios

        keys, drawn = sys.__stdin__, sys.__stdout__  # what is printed is caught by the desk
        if keys is None or drawn is None:
            return
        try:
            descriptor, screen = keys.fileno(), drawn.fileno()
            before = termios.tcgetattr(descriptor)
        except (OSError, ValueError, termios.error):  # no terminal
            return

        def end(number: int, _: object = None) -> None:
            with contextlib.suppress(Exception):
                keep()
            with contextlib.suppress(OSError, ValueError, termios.error):
                termios.tcsetattr(descriptor, termios.TCSANOW, before)
                os.set_blocking(screen, False)
                os.write(screen, _AS_IT_WAS)
            with contextlib.suppress(OSError):
                os.set_blocking(screen, True)  # the shell has the same terminal
            os._exit(128 + number)

        def look() -> None:
            """Nobody is told of a connection that is lost where the signal is ignored."""
            while not _never.wait(_SECONDS_BETWEEN_LOOKS):
                try:
                    termios.tcgetattr(descriptor)
                except termios.error:
                    end(int(signal.SIGHUP))

        for name in _SIGNALS:
            number = getattr(signal, name)
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, end)
        threading.Thread(target=look, daemon=True).start()


_never = threading.Event()
