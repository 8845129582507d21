"""What a terminal shows: colours, and how many columns a text takes."""

import os
from collections.abc import Iterable, Mapping, Sequence

DEFAULT_WIDTH = 80
_LEAST_WIDTH = 20
_MOST_WIDTH = 1000
_DIGITS = 18
# Up to here letters take one column, but for the soft hyphen; above it these do.
_NARROW_TO, _UNSEEN = "\u0300", "\xad"
_SIGNS = frozenset("–—‘’“”•…‹›€→←↔✓·")


def terminal_width(env: Mapping[str, str], descriptor: int) -> int:
    """How many columns there are: `COLUMNS`, else what the terminal says, else 80."""
    told = _told(env, "COLUMNS")
    if told > 0:
        return max(_LEAST_WIDTH, min(told, _MOST_WIDTH))
    try:
        width = os.get_terminal_size(descriptor).columns
    except (OSError, ValueError):
        width = 0
    return min(width, _MOST_WIDTH) if width > 0 else DEFAULT_WIDTH


def terminal_rows(env: Mapping[str, str], descriptor: int) -> int:
    """How many rows there are: `LINES`, else what the terminal says; 0 where nobody knows."""
    told = _told(env, "LINES")
    if told > 0:
        return told
    try:
        return os.get_terminal_size(descriptor).lines
    except (OSError, ValueError):
        return 0


def _told(env: Mapping[str, str], name: str) -> int:
    """A number that the environment tells, 0 for what is none."""
    told = env.get(name, "")
    return int(told) if told.isdecimal() and len(told) <= _DIGITS else 0


def columns_of(text: str) -> int:
    """The width in columns, as terminals have it: two for wide characters, none for accents."""
    if _is_narrow(text):
        return len(text)
    from wcwidth import wcswidth, wcwidth

    width = wcswidth(text)
    # What is no sign to be shown makes the whole unknown.
    return width if width >= 0 else sum(max(0, wcwidth(character)) for character in text)


def _is_narrow(text: str) -> bool:
    """Whether each character is a Latin letter or sign of one column."""
    return text.isascii() or all(
        (" " <= c < _NARROW_TO and c not in _UNSEEN) or c in _SIGNS for c in text
    )


def _signs(text: str) -> Iterable[str]:
    """What is one sign to a reader: a letter with its accents, a family of emoji."""
    if _is_narrow(text):
        return text
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


# A longer one is cut itself: too much would be left out with it.
_LONGEST_WORD = 14


def cut(text: str, columns: int) -> str:
    """The text within so many columns, `…` standing for what is left out.

    It ends with a whole word, unless more than the last one would go with that.
    """
    if columns <= 0:
        return ""
    if columns_of(text) <= columns:
        return text
    kept, used = "", 0
    for sign in _signs(text):
        used += columns_of(sign)
        if used > columns - 1:
            break
        kept += sign
    whole, space, begun = kept.rpartition(" ")
    is_short = columns_of(begun) < min(_LONGEST_WORD, columns // 3)
    is_broken = text[len(kept)].isalnum()
    return (whole if space and is_short and is_broken else kept).rstrip() + "…"


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """The text filled up with spaces to so many columns."""
    space = " " * max(0, columns - columns_of(text))
    return space + text if right else text + space


def wrap(text: str, columns: int, indent: str = "") -> list[str]:
    """The text in lines of so many columns, nothing left out unless it is too narrow for a word."""
    room = max(8, columns - columns_of(indent))
    lines, line = [], ""
    for word in text.split():
        for piece in _pieces(word, room):
            longer = f"{line} {piece}" if line else piece
            if columns_of(longer) <= room:
                line = longer
            else:
                lines.append(line)
                line = piece
    return [cut(indent + part, columns) for part in (*lines, line)]


def _pieces(word: str, room: int) -> list[str]:
    pieces, used = [""], 0
    for sign in _signs(word):
        used += columns_of(sign)
        if used > room:
            pieces.append("")
            used = columns_of(sign)
        pieces[-1] += sign
    return pieces


# A few colours that carry no meaning alone; each is also said in words or by place.
_CODES = {
    "bold": "1",
    "dim": "2",
    "late": "33",
    "good": "32",
    "name": "36",
    "title": "1;36",
}


def wants_colour(env: Mapping[str, str], *, is_terminal: bool) -> bool:
    """NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE and CLICOLOR are obeyed, in this order.

    A dumb terminal gets none.
    """
    if env.get("NO_COLOR"):
        return False
    if any(env.get(name) not in (None, "", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    is_able = is_terminal and env.get("TERM", "") not in ("", "dumb")
    return is_able and env.get("CLICOLOR") != "0"


def paint(text: str, style: str, *, colour: bool) -> str:
    """The text in a style, or as it is."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if colour and text else text


def padded_rows(rows: Sequence[tuple[str, ...]], right: tuple[bool, ...]) -> list[str]:
    """Columns two spaces apart, for pipes."""
    widths = [max(columns_of(row[i]) for row in rows) for i in range(len(right))]
    return [
        "  ".join(pad(cell, widths[i], right=right[i]) for i, cell in enumerate(row)).rstrip()
        for row in rows
    ]
