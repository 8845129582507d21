"""Output that is taller than the screen, shown through the user's pager."""

import contextlib
import shlex
import shutil
import subprocess
from collections.abc import Mapping

_DEFAULT = "less"
# Leave when all fits on one screen, show colours, keep the screen as it was.
_LESS = "FRXPspace goes on, q ends$"
_NONE = ("", "cat")


def paged(text: str, env: Mapping[str, str]) -> bool:
    """Show a text through the pager; False where there is none that works, and nothing was shown.

    Leaving the pager early is as good as reading to the end.
    """
    try:
        command = shlex.split(env.get("PAGER", _DEFAULT))
    except ValueError:
        return False
    if not command or command[0] in _NONE or shutil.which(command[0], path=env.get("PATH")) is None:
        return False
    try:
        with subprocess.Popen(  # noqa: S603  the user chose it
            command,
            stdin=subprocess.PIPE,
            env={"LESS": _LESS, **env},
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as pager:
            _feed(pager, text)
    except OSError:
        return False
    return True


def _feed(pager: "subprocess.Popen[str]", text: str) -> None:
    """Hand the text over and wait; Ctrl-C is the pager's own."""
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        if pager.stdin is not None:
            pager.stdin.write(text)
            pager.stdin.close()
    while pager.poll() is None:
        with contextlib.suppress(KeyboardInterrupt):
            pager.wait()
