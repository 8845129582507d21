"""Text in Markdown that stays text."""

_SPECIAL = frozenset("\\`*_[]<>#|")


def escaped(text: str) -> str:
    """The text with a backslash before what Markdown would read as markup."""
    return "".join(f"\\{c}" if c in _SPECIAL else c for c in text)
