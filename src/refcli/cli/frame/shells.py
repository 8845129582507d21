"""What completion hands to a shell: each candidate so that it is inserted as one safe word.

Imports nothing heavy, since the quick lane uses it.
"""

_PLAIN = frozenset("-_.@+/,=")
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


def zsh_word(text: str) -> str:
    """The text as a word of `_arguments '…((words))'`, which zsh evaluates before it quotes it."""
    # A colon would begin a description, and the whole stands in single quotes.
    return _escaped(text).replace("\\:", "\\\\:").replace("\\'", "\\'\\''")


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


def _escaped(text: str) -> str:
    return "".join(c if c.isalnum() or c in _PLAIN else f"\\{c}" for c in text)
