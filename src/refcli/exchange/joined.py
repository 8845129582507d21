"""Several values in one cell of refcli's own CSV: joined, and taken apart as they were."""

from collections.abc import Iterable

_BETWEEN, _MARK = "; ", ";"
_LABELLED, _COLON = ": ", ":"


def together(values: Iterable[str]) -> str:
    """The values as one cell."""
    return _BETWEEN.join(_kept(value, _MARK) for value in values)


def apart(cell: str) -> list[str]:
    """The values of a cell."""
    return [_plain(part.strip(), _MARK) for part in _split(cell, _MARK)]


def labelled(label: str, value: str) -> str:
    """A value under its label: `size: 42`."""
    return f"{_kept(label, _COLON)}{_LABELLED}{value}"


def by_label(text: str) -> tuple[str, str]:
    """(label, value) of a labelled one; without a label that is empty."""
    label, *rest = _split(text, _COLON, 1)
    return (_plain(label.strip(), _COLON), rest[0].strip()) if rest else ("", text.strip())


def _kept(text: str, mark: str) -> str:
    return text.replace("\\", "\\\\").replace(mark, f"\\{mark}")


def _plain(text: str, mark: str) -> str:
    """A part without the backslashes that keep what follows them."""
    plain, is_kept = "", False
    for letter in text:
        if is_kept and letter not in ("\\", mark):
            plain += "\\"  # it keeps nothing: a file of before, or of somebody else
        is_kept = letter == "\\" and not is_kept
        plain += "" if is_kept else letter
    return f"{plain}\\" if is_kept else plain


def _split(text: str, mark: str, most: int = 0) -> list[str]:
    """The parts between marks that no backslash keeps, at most so many splits."""
    parts, is_kept = [""], False
    for letter in text:
        if letter == mark and not is_kept and (not most or len(parts) <= most):
            parts.append("")
        else:
            parts[-1] += letter
        is_kept = letter == "\\" and not is_kept
    return parts
