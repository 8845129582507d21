"""Answers to a shell that completes: its script, and candidates quoted for it."""

import os
import re
from typing import Any

from typer._click.shell_completion import CompletionItem
from typer._completion_classes import (
    BashComplete,
    FishComplete,
    PowerShellComplete,
    ZshComplete,
    completion_init,
)

from refcli.cli.frame.shells import (
    bash_listed,
    bash_opened,
    bash_word,
    powershell_word,
    zsh_line,
)
from refcli.render.output import Output

_VARIABLE = "_REFCLI_COMPLETE"
# `compadd -U` takes what refcli has chosen, wherever in a name the letters stand, and quotes it.
_ZSH = """\
#compdef %(prog_name)s

%(complete_func)s() {
  local word told
  local -a words_found words_shown
  while IFS=$'\\t' read -r word told; do
    [[ -n $word ]] || continue
    words_found+=("$word")
    words_shown+=("$word${told:+  -- $told}")
  done < <(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" \\
               %(autocomplete_var)s=complete_zsh %(prog_name)s)
  if (( $#words_found )); then
    compadd -U -l -V refcli -d words_shown -a words_found
  else
    _files
  fi
}

compdef %(complete_func)s %(prog_name)s
"""


class _Bash(BashComplete):
    """Inserts words that bash leaves as they are."""

    def complete(self) -> str:
        """The candidates, quoted as the word under the cursor is."""
        words, place = os.environ.get("COMP_WORDS", ""), os.environ.get("COMP_CWORD", "")
        opened = bash_opened(words, int(place)) if place.isdecimal() else ""
        before, typed = self.get_completion_args()
        found = [str(item.value) for item in self.get_completions(before, typed)]
        return "\n".join(bash_word(word, opened) for word in bash_listed(found, typed))


class _Zsh(ZshComplete):
    """Hands over lines of which zsh takes the first part."""

    source_template = _ZSH

    def complete(self) -> str:
        """A candidate a line, and what it does where that is known."""
        found = self.get_completions(*self.get_completion_args())
        return "\n".join(zsh_line(str(item.value), item.help or "") for item in found)


class _PowerShell(PowerShellComplete):
    """Inserts words that PowerShell leaves as they are."""

    def format_completion(self, item: CompletionItem) -> str:
        """The candidate, and what it does where that is known."""
        return f"{powershell_word(str(item.value))}:::{_plain(item.help or ' ')}"


_OF_SHELL: dict[str, Any] = {
    "bash": _Bash,
    "zsh": _Zsh,
    "fish": FishComplete,
    "powershell": _PowerShell,
    "pwsh": _PowerShell,
}
SHELLS = tuple(_OF_SHELL)


def completed(root: Any, instruction: str, output: Output) -> int:
    """Print what the instruction asks for (a script, or candidates) and return the exit code.

    A shell that is not served, or says nothing that can be completed, is offered nothing.
    """
    what, _, shell = instruction.partition("_")
    if shell not in _OF_SHELL:
        return 0
    if what == "source":
        output.raw(script(root, shell))
        return 0
    completion_init()
    try:
        output.line(_OF_SHELL[shell](root, {}, "refcli", _VARIABLE).complete())
    except (KeyError, ValueError):
        return 0
    except SystemExit as leaving:  # fish asks whether there is anything
        return int(leaving.code or 0)
    return 0


def script(root: Any, shell: str) -> str:
    """What one of SHELLS is to read once, so that it completes refcli's words."""
    kind = _OF_SHELL[shell](root, {}, "refcli", _VARIABLE)
    return f"{(kind.source_template % kind.source_vars()).strip()}\n"


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)
