"""How many columns a text takes on a terminal."""

import unicodedata


def columns_of(text: str) -> int:
    """The width in columns: wide characters take two, combining ones and joiners none."""
    if text.isascii():
        return len(text)
    total = 0
    for character in text:
        if unicodedata.combining(character) or character in "\u200d\ufe0e\ufe0f":
            continue
        total += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return total


def cut(text: str, columns: int) -> str:
    """The text within so many columns, `…` standing for what is left out."""
    if columns <= 0:
        return ""
    if columns_of(text) <= columns:
        return text
    kept, used = "", 0
    for character in text:
        used += columns_of(character)
        if used > columns - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """The text filled up with spaces to so many columns."""
    space = " " * max(0, columns - columns_of(text))
    return space + text if right else text + space
