"""What completion hands to a shell: each candidate so that it is inserted as one safe word.

Imports nothing heavy, since the quick lane uses it.
"""

import os

from refcli.domain.text import fold

_PLAIN = frozenset("-_.@+/,=…")
_IN_DOUBLE_QUOTES = frozenset('\\"$`')


def bash_word(text: str, opened: str = "") -> str:
    """The text as bash inserts it; `opened` is the quote that the word under the cursor began with.

    Bash inserts what it is given as it stands, so that a name with `$(…)` in it would run.
    """
    if opened == "'":
        return text.replace("'", "'\\''")
    if opened == '"':
        return "".join(f"\\{c}" if c in _IN_DOUBLE_QUOTES else c for c in text)
    return _escaped(text)


def bash_listed(words: list[str], typed: str) -> list[str]:
    """Words as bash is to have them: with `…` among them where it would insert less than was typed.

    Bash puts what all words begin with in place of what was typed: for `weiss` with Anna Weiss and
    Andrew Weiss that is `An`, and what was typed would be lost. Beside `…` they begin with nothing.
    """
    if len(words) < 2:  # noqa: PLR2004
        return words
    begins = fold(os.path.commonprefix(words))  # noqa: RUF071  of letters, not of folders
    return words if not begins or begins.startswith(fold(typed)) else [*words, "…"]


def zsh_line(text: str, told: str = "") -> str:
    """A line of what zsh is handed: the text, which zsh quotes itself, and what it does."""
    return f"{_in_one_line(text)}\t{_in_one_line(told)}".rstrip("\t")


def powershell_word(text: str) -> str:
    """The text as PowerShell inserts it."""
    if all(c.isalnum() or c in _PLAIN for c in text):
        return text
    return "'" + text.replace("'", "''") + "'"


def bash_opened(words: str, place: int) -> str:
    """The quote that the word at `place` begins with; bash puts each word on a line of its own."""
    listed = words.split("\n")
    start = listed[place][:1] if "\n" in words and place < len(listed) else ""
    return start if start in ("'", '"') else ""


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    return "".join(c if c.isalnum() or c in _PLAIN else f"\\{c}" for c in text)
