"""What stands in one cell: several values, a number with words around it, a day."""

import datetime as dt
import re

from refcli.domain.names import looks_like_phone
from refcli.domain.text import clean_line

_JOINED = re.compile(r" ?(?::::|;|\n|,(?= ?[^\s,]+@)) ?")
_NUMBERS = re.compile(r" ?(?::::|;|\n|,|\||/| or ) ?")
_LONGEST_LIST = 4_000


def several(field: str, cell: str, mark: str) -> list[str]:
    """The values of a cell that may hold several: by the mark of its format, else as they look.

    Addresses are taken apart at any mark, tags at semicolons, numbers where each part is one.
    """
    cell = cell.strip()
    if len(cell) > _LONGEST_LIST:
        return [cell]
    if mark and mark in cell:
        return [part.strip() for part in cell.split(mark)]
    if field == "phone":
        numbers = [part for part in _NUMBERS.split(cell) if part]
        return numbers if len(numbers) > 1 and all(map(_is_number, numbers)) else [cell]
    if field != "email":
        return [cell]
    parts = [part for part in _JOINED.split(cell) if part]
    return [part for text in parts for part in re.split(r"\s+(?=\S+@\S+$)", text)]


def _is_number(text: str) -> bool:
    return looks_like_phone(phone_in(text)) and sum(c.isdigit() for c in text) > _FEW_DIGITS


_FEW_DIGITS = 4
_AROUND = re.compile(
    r"(?i)^(?:tel|phone|mobile|cell|home|work|mobil|privat)[.:]* ?|\s*\([^()\d]*\)$"
)


def phone_in(text: str) -> str:
    """A number without what is said of it: `tel:`, `Mobile:`, `(home)`."""
    return _AROUND.sub("", clean_line(text)) if not text[:1].isdigit() or ")" in text else text


def iso_day(text: str | None) -> dt.date | None:
    """An ISO date, or None for anything else."""
    try:
        return None if text is None else dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
