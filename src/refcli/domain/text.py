"""Text as people type it: cleaned for storing, folded for comparing."""

import unicodedata
from enum import StrEnum
from functools import lru_cache

# Characters that reorder, hide or break what a terminal, spreadsheet or address book shows.
_INVISIBLE = frozenset(
    "\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\ufff9\ufffa\ufffb"
)
_TAG_CHARACTERS = range(0xE0000, 0xE0080)
_LINE_BREAKS = str.maketrans(dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_FOLDED = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
_FOLDED_LETTERS = str.maketrans(_FOLDED)


class Worded(StrEnum):
    """A word of the domain that a sentence has in other words: `in-person` is `in person`."""

    @property
    def words(self) -> str:
        """As a sentence has it."""
        return self.value


def _is_visible(character: str) -> bool:
    if character in "\n\t":
        return True
    if character in _INVISIBLE or ord(character) in _TAG_CHARACTERS:
        return False
    return unicodedata.category(character) not in ("Cc", "Cs", "Co")


def clean_text(value: str) -> str:
    """Text in NFC with one kind of line break and nothing in it that could drive a terminal."""
    if value.isascii() and value.isprintable():
        return value.strip()
    text = _bounded(value.replace("\r\n", "\n").translate(_LINE_BREAKS))
    return "".join(c for c in unicodedata.normalize("NFC", text) if _is_visible(c)).strip()


def _bounded(value: str) -> str:
    """A text without endless accents on a letter: sorting them takes their number squared."""
    if len(value) < _LONG or value.isascii():
        return value
    kept, run = [], 0
    for letter in value:
        run = run + 1 if unicodedata.combining(letter) else 0
        if run <= _MOST_ACCENTS:
            kept.append(letter)
    return "".join(kept)


_LONG, _MOST_ACCENTS = 200, 30


def clean_line(value: str) -> str:
    """One line of clean text, each run of white space one space."""
    if value.isascii() and value.isprintable():
        return " ".join(value.split()) if " " in value else value
    return " ".join(clean_text(value).split())


def shown(value: str) -> str:
    """One line that is safe on a terminal, whatever the store holds; its spaces stay."""
    if value.isascii() and value.isprintable():
        return value
    indent = value[: len(value) - len(value.lstrip(" "))]
    return indent + "".join(" " if c.isspace() else c for c in clean_text(value))


@lru_cache(maxsize=4096)
def fold(value: str) -> str:
    """Text reduced for comparing: compatibility forms, case and accents removed.

    Letters that carry no combining accent but are typed without their stroke or as two letters
    (ø, ł, ß, æ) are folded too, since people type names the way their keyboard allows.
    """
    if value.isascii():
        return " ".join(value.lower().split())
    text = unicodedata.normalize("NFKD", _bounded(value)).casefold().translate(_FOLDED_LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.split())


_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def spelt_out(value: str) -> str:
    """The text with each umlaut as two letters, as people type it without one: `Mueller`."""
    return unicodedata.normalize("NFC", value).translate(_SPELT_OUT)


def without_umlauts(value: str) -> str:
    """The folded text as if each pair of letters were an umlaut: `muller` for `Mueller`."""
    return fold(value).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def is_east_asian(value: str) -> bool:
    """Whether a name is in a script that puts the family name first, without a space."""
    return bool(value) and all(
        "\u3400" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7af" for letter in value
    )


def plural(count: int, noun: str, many: str = "") -> str:
    """A count with its noun: `1 day`, `3 days`."""
    return f"{count} {noun if count == 1 else many or noun + 's'}"


def joined(parts: tuple[str, ...] | list[str], last: str = "and") -> str:
    """A list as a sentence has it: `a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:  # noqa: PLR2004  a list of one has no joint
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
