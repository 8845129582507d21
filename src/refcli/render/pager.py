"""Output that is taller than the screen, shown through the user's pager."""

import contextlib
import shlex
import shutil
import subprocess
from collections.abc import Mapping

from refcli.platforms import platform

_DEFAULT = "less"
# Leave when all fits on one screen, show colours, keep the screen as it was.
_LESS = "FRXPspace goes on, q ends$"
_NONE = ("", "cat")
_INTERRUPTED = 130
_OF_SHELLS = frozenset("|&;<>()$`")


def paged(text: str, env: Mapping[str, str], encoding: str = "utf-8") -> bool:
    """Show a text through the pager; False where there is none that works, and nothing was shown.

    Leaving the pager early is as good as reading to the end.
    """
    command = _command(env)
    if command is None:
        return False
    try:
        with subprocess.Popen(  # noqa: S603  the user chose it
            command,
            stdin=subprocess.PIPE,
            env={**env, "LESS": _less(env)},
            text=True,
            encoding=encoding,
            errors="replace",
        ) as pager:
            _feed(pager, text)
    except OSError:
        return False
    # One that says that it failed has shown nothing; one that was interrupted was left.
    return pager.returncode in (0, _INTERRUPTED) or pager.returncode < 0


def _command(env: Mapping[str, str]) -> list[str] | None:
    """The pager's words, a line for the shell as one; None where it is none that is there."""
    told = env.get("PAGER", _DEFAULT)
    try:
        command = shlex.split(told)
    except ValueError:
        return None
    if not command or command[0] in _NONE or shutil.which(command[0], path=env.get("PATH")) is None:
        return None
    is_line = platform().has_shell and not _OF_SHELLS.isdisjoint(told)
    return ["/bin/sh", "-c", told] if is_line else command


def _less(env: Mapping[str, str]) -> str:
    """What less is told: the user's own, and in any case to show colours as colours."""
    own = env.get("LESS")
    if own is None:
        return _LESS
    return own if "R" in own else f"{own} -R".strip()


def _feed(pager: "subprocess.Popen[str]", text: str) -> None:
    """Hand the text over and wait; Ctrl-C is the pager's own."""
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        if pager.stdin is not None:
            pager.stdin.write(text)
            pager.stdin.close()
    while pager.poll() is None:
        with contextlib.suppress(KeyboardInterrupt):
            pager.wait()
