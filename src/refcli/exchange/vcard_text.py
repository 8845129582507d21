"""How a vCard is written: one property a line, whatever it holds, in lines of 75 octets."""

import re
from collections.abc import Iterable, Iterator

from refcli.domain.text import clean_text

# What a property that refcli does not know is called as a field of one's own.
KEPT_AS = "vCard "
# What begins the line of a note that says through whom somebody was met.
MET_THROUGH = "Met through "
# The parameter with the word of a tie as it was typed.
OWN_WORD = "X-REFCLI"
_FOLD = 75
_BREAKS = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def vcard_text(lines: Iterable[str]) -> str:
    """The lines of cards as a file has them."""
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(clean_text(line)))


def escaped(text: str) -> str:
    """One line that stays one property, whatever the text holds."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)


def parameter(text: str) -> str:
    """A text as a parameter's value (RFC 6868: `^'` is a quote)."""
    kept = text.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{kept}"'


def parameter_text(value: str) -> str:
    """A parameter's value as it was written."""
    marks = {"^^": "^", "^n": "\n", "^'": '"'}
    return re.sub(r"\^[\^n']", lambda found: marks[found[0]], value)


def named(name: str) -> Iterator[str]:
    """A name as both its properties."""
    first, _, last = name.rpartition(" ")
    yield f"FN:{escaped(name)}"
    yield f"N:{escaped(last)};{escaped(first)};;;"


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets, cut between characters, each but the first after a space."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > _FOLD:
            yield part
            part, size = " ", 1
        part += character
        size += octets
    yield part
