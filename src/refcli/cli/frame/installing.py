"""`refcli --install-completion` and `--show-completion`, for the shell at hand or the one named."""

import os
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import shellingham

from refcli.cli.frame.completing import SHELLS, script
from refcli.cli.frame.synonyms import AT_HAND
from refcli.domain.text import shown
from refcli.domain.typed import typed
from refcli.errors import DiskTrouble, UsageError
from refcli.render.output import Output

_BY_ITSELF = ("bash", "zsh", "fish")
_BY_HAND = "refcli --show-completion powershell >> $PROFILE"


class _Place(NamedTuple):
    """Where a shell reads the script, and the line in its own file that makes it do so."""

    script: Path
    own_file: Path | None = None
    line: str = ""


def show(root: Any, told: str, output: Output) -> None:
    """Print the script."""
    output.raw(script(root, _shell(told)))


def install(root: Any, told: str, env: Mapping[str, str], output: Output) -> None:
    """Write the script where the shell reads it, and say what was written.

    Raises UsageError where that has to be done by hand, DiskTrouble where it cannot be written.
    """
    shell = _shell(told)
    place = _place(shell, env)
    if place is None:
        raise UsageError(f"{shell} alone knows where its profile is", f"type there: {_BY_HAND}")
    try:
        # The script comes last: while it is not there, nothing says that the shell completes.
        is_new = place.own_file is not None and _append(place.own_file, place.line)
        place.script.parent.mkdir(parents=True, exist_ok=True)
        place.script.write_text(script(root, shell), encoding="utf-8")
    except OSError as error:
        raise DiskTrouble(f"cannot write {error.filename}: {error.strerror}") from error
    output.is_saved = True
    output.line(shown(f"{shell} completes refcli's words: {place.script}"))
    if is_new:
        output.line(shown(f"which is read by a new line in {place.own_file}: {place.line}"))
    output.line("It begins with the next shell that you open.")


def _shell(told: str) -> str:
    """One of SHELLS; raises UsageError for another."""
    name = told.lower()
    if name == AT_HAND:
        try:
            name = shellingham.detect_shell()[0]
        except shellingham.ShellDetectionFailure as error:
            which = ", ".join(SHELLS[:-1])
            raise UsageError(
                "which shell this is cannot be told", f"name it: --show-completion {which}"
            ) from error
    if name not in SHELLS:
        raise UsageError(f"{name} is none of the shells that are served: {', '.join(SHELLS)}")
    return name


def _place(shell: str, env: Mapping[str, str]) -> _Place | None:
    if shell not in _BY_ITSELF:
        return None
    home = Path(env.get("HOME", ""))
    if not (home.is_absolute() and home.is_dir()):
        raise UsageError(
            f"HOME is no folder: {home}",
            typed("read it yourself: refcli --show-completion {}", shell),
        )
    if shell == "bash":
        file = home / ".bash_completions" / "refcli.sh"
        return _Place(file, home / ".bashrc", f"source {shlex.quote(str(file))}")
    if shell == "zsh":
        own = Path(env.get("ZDOTDIR") or home) / ".zshrc"
        line = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"
        return _Place(home / ".zfunc" / "_refcli", own, line)
    config = Path(env.get("XDG_CONFIG_HOME") or home / ".config")
    return _Place(config / "fish" / "completions" / "refcli.fish")


def _append(file: Path, line: str) -> bool:
    """Put a line at the end of a file that is the user's, where it is not there yet."""
    if file.exists() and not file.is_file():
        raise DiskTrouble(f"that is no file of yours to write to: {file}")
    known, told = file.read_bytes() if file.exists() else b"", os.fsencode(line)
    if told in known.splitlines():
        return False
    with file.open("ab") as own:
        own.write((b"" if not known or known.endswith(b"\n") else b"\n") + told + b"\n")
    return True
