"""Cells that a spreadsheet would compute: a `'` in front keeps them text, both ways."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = r"'*[=+\-@\t\r＝＋－＠]"
_GUARDED = r"'+[=+\-@\t\r＝＋－＠]"
_TEXT = r'=(?=["+])"?(\+?[\d\s()./-]+)"?'
# A phone number; what has fewer digits would be reckoned.
_NUMBER = r"\+(?:[\s()./-]*\d){5,}[\s()./-]*"


def without_guard(cell: str) -> str:
    """A cell without the `'` that guards it from being computed, or `="…"` around a number."""
    if found := re.fullmatch(_TEXT, cell):
        return found[1].replace('""', '"')
    return cell[1:] if re.match(_GUARDED, cell) else cell


def guarded(cell: str) -> str:
    """A cell with a `'` in front where a spreadsheet would take it for a formula.

    Phone numbers keep their `+`; taking one guard off again gives every cell back as it was.
    """
    return "'" + cell if re.match(_FORMULA, cell) and not re.fullmatch(_NUMBER, cell) else cell


def guarded_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV (RFC 4180) of which a spreadsheet computes nothing."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerows(map(guarded, row) for row in rows)
    return buffer.getvalue()
