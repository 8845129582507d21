"""What columns without known titles hold, by the look of their values."""

from collections.abc import Callable, Sequence
from itertools import islice

from refcli.domain.names import is_email, looks_like_phone
from refcli.exchange.cells import PROFILE
from refcli.exchange.csvtext import Table

_LOOKED_AT = 50
_LEAST_ROWS = 2
_ENOUGH = 0.8
_MOST_WORDS = 4
_FEW_DIGITS = 4
_PHONE_SIGNS = frozenset("+()/.- ")


def columns_by_shape(table: Table) -> tuple[Sequence[str], tuple[str, ...], int] | None:
    """(titles, fields, row of the titles) of a list of people; -1 where it has no titles.

    None where no column holds addresses or numbers, or none holds names.
    """
    rows = [cells for _, cells in islice(table.rows(), _LOOKED_AT)]
    width = max(map(len, rows), default=0)
    body = [[*cells, *[""] * (width - len(cells))] for cells in rows]
    has_titles = bool(body) and not any(map(_is_reach, body[0]))
    data = body[1:] if has_titles else body
    if len(data) < _LEAST_ROWS or width < _LEAST_ROWS:
        return None
    columns = [[row[at].strip() for row in data if row[at].strip()] for at in range(width)]
    fields = [_field(values) for values in columns]
    if "email" not in fields and "phone" not in fields:
        return None
    if not _name(fields, columns):
        return None
    titles = body[0] if has_titles else [f"column {at + 1}" for at in range(width)]
    return titles, tuple(fields), 0 if has_titles else -1


def _field(values: Sequence[str]) -> str:
    """What all values of a column are; '' for nothing of it."""
    if not values:
        return ""
    kinds = (("email", is_email), ("url", _is_profile), ("phone", _is_phone))
    return next((field for field, is_one in kinds if all(map(is_one, values))), "")


def _name(fields: list[str], columns: Sequence[Sequence[str]]) -> bool:
    """Give the columns of names their fields; False where there is none."""
    free = [at for at, field in enumerate(fields) if not field and columns[at]]
    whole = next((at for at in free if _mostly(columns[at], _is_whole_name)), None)
    if whole is not None:
        fields[whole] = "name"
        return True
    pair = [at for at in free[:2] if _mostly(columns[at], _is_one_word)]
    if len(pair) < 2 or pair[1] - pair[0] != 1:  # noqa: PLR2004  a first and a last name
        return False
    fields[pair[0]], fields[pair[1]] = "first", "last"
    return True


def _mostly(values: Sequence[str], is_one: Callable[[str], bool]) -> bool:
    return sum(map(is_one, values)) >= _ENOUGH * len(values)


def _is_whole_name(text: str) -> bool:
    words = text.replace(",", " ").split()
    return 1 < len(words) <= _MOST_WORDS and all(_is_one_word(w) for w in (words[0], words[-1]))


def _is_one_word(text: str) -> bool:
    return bool(text) and text[0].isalpha() and not text[0].islower() and not _has_digit(text)


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _is_profile(text: str) -> bool:
    return PROFILE.match(text) is not None


def _is_phone(text: str) -> bool:
    plain = all(letter.isdigit() or letter in _PHONE_SIGNS for letter in text)
    return plain and looks_like_phone(text) and sum(map(str.isdigit, text)) > _FEW_DIGITS


def _is_reach(text: str) -> bool:
    return is_email(text.strip()) or _is_phone(text.strip())
