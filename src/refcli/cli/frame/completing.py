"""Typer's answers to a shell, with each candidate quoted for it; loaded when a shell asks."""

import os
import re
from typing import Any

from typer._click.shell_completion import CompletionItem, add_completion_class
from typer._completion_classes import (
    BashComplete,
    PowerShellComplete,
    ZshComplete,
    completion_init,
)
from typer.completion import shell_complete

from refcli.cli.frame.shells import bash_opened, bash_word, powershell_word, zsh_word


class _Bash(BashComplete):
    """Inserts words that bash leaves as they are."""

    def format_completion(self, item: CompletionItem) -> str:
        """The candidate, quoted as the word under the cursor is."""
        words, place = os.environ.get("COMP_WORDS", ""), os.environ.get("COMP_CWORD", "")
        opened = bash_opened(words, int(place)) if place.isdecimal() else ""
        return bash_word(str(item.value), opened)


class _Zsh(ZshComplete):
    """Hands over words that zsh may evaluate."""

    def format_completion(self, item: CompletionItem) -> str:
        """The candidate, and what it does where that is known."""
        word = zsh_word(str(item.value))
        return f"{word}:{zsh_word(_plain(item.help))}" if item.help else word


class _PowerShell(PowerShellComplete):
    """Inserts words that PowerShell leaves as they are."""

    def format_completion(self, item: CompletionItem) -> str:
        """The candidate, and what it does where that is known."""
        return f"{powershell_word(str(item.value))}:::{_plain(item.help or ' ')}"


def completed(root: Any, instruction: str) -> int:
    """Print what the instruction asks for (a script, or candidates) and return the exit code."""
    completion_init()
    add_completion_class(_Bash, "bash")
    add_completion_class(_Zsh, "zsh")
    for name in ("powershell", "pwsh"):
        add_completion_class(_PowerShell, name)
    return shell_complete(root, {}, "refcli", "_REFCLI_COMPLETE", instruction)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)
