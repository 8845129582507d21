"""The desk leaves in order when something ends it: `kill`, a closed terminal, a lost connection."""

import threading
from collections.abc import Callable

from refcli.prompt.ending import Attributes, end_in_order

_SECONDS_BETWEEN_LOOKS = 1.0
# Mouse, focus, paste and resize reports off, keys as they were, the other screen left, a cursor.
_AS_IT_WAS = (
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l\x1b[?2004l\x1b[?2048l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h"
)
_never = threading.Event()


def leave_in_order(keep: Callable[[], None], before: Attributes | None) -> None:
    """Have `keep` called and the terminal given back, whatever ends the desk but SIGKILL.

    `before` is how the terminal was before anything was drawn.
    """
    is_there = end_in_order(_AS_IT_WAS, keep, before)

    def look() -> None:
        while not _never.wait(_SECONDS_BETWEEN_LOOKS):
            is_there()

    threading.Thread(target=look, daemon=True).start()
