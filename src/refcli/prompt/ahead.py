"""What was typed before the first question was there: words may answer it, a bare Enter may not.

Somebody who presses Enter twice behind a command has not read the question that follows.
"""

import os
import struct
import sys

from prompt_toolkit.input import create_input
from prompt_toolkit.input.typeahead import store_typeahead
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding import KeyPress

_MOST = 65_536


def drop_enters() -> None:
    """Take the Enters away that were typed ahead; the rest stays, in its order."""
    if not sys.stdin.isatty():
        return
    typed = _waiting(sys.stdin.fileno())
    left = typed.lstrip(b"\r\n")
    presses: list[KeyPress] = []
    parser = Vt100Parser(presses.append)
    parser.feed_and_flush(left.decode("utf-8", errors="replace").replace("\n", "\r"))
    store_typeahead(create_input(), presses)


def _count(terminal: int) -> int:
    if sys.platform == "win32":
        count = 0
    else:
        import fcntl  # noqa: PLC0415  not on every platform
        import termios  # noqa: PLC0415

        told = fcntl.ioctl(terminal, termios.FIONREAD, struct.pack("i", 0))
        (count,) = struct.unpack("i", told)
    return int(count)


def _waiting(terminal: int) -> bytes:
    """What waits to be read, without waiting for more."""
    try:
        count = min(_count(terminal), _MOST)
        found = b""
        # Where the terminal still gathers lines, each is read by itself.
        while len(found) < count:
            line = os.read(terminal, count - len(found))
            if not line:
                break
            found += line
    except OSError:
        return b""
    return found
