"""Charts as SVG whose widths are percentages, so that text stays readable on a phone."""

import html
from collections.abc import Sequence

from refcli.domain.text import shown
from refcli.render.terminal import cut

INK, FAINT, FILL, TRACK = "#1c2733", "#51616f", "#2a6f7f", "#e3ecef"
FONT = "'Helvetica Neue',Arial,sans-serif"
_ROW = 44
_COLUMN_HEIGHT = 120
_LABEL_CHARACTERS = 34


def bars_svg(title: str, rows: Sequence[tuple[str, float, str]]) -> tuple[str, int]:
    """(SVG, height in pixels) of horizontal bars: label, length, figure behind it."""
    longest = max((length for _, length, _ in rows), default=0) or 1
    height = max(1, len(rows)) * _ROW
    parts = []
    for number, (label, length, figure) in enumerate(rows):
        top = number * _ROW
        width = 100 * length / longest
        parts.append(text(f"{label}", "0", top + 16))
        parts.append(text(figure, "100%", top + 16, anchor="end", colour=FAINT))
        parts.append(f'<rect x="0" y="{top + 23}" width="100%" height="12" fill="{TRACK}"/>')
        parts.append(f'<rect x="0" y="{top + 23}" width="{width:.2f}%" height="12" fill="{FILL}"/>')
    return _svg(title, height, parts), height


def columns_svg(title: str, values: Sequence[tuple[str, int]]) -> tuple[str, int]:
    """(SVG, height in pixels) of upright columns, each with its count above and name below."""
    highest = max((count for _, count in values), default=0) or 1
    step = 100 / max(1, len(values))
    height = _COLUMN_HEIGHT + 44
    parts = []
    for number, (name, count) in enumerate(values):
        tall = _COLUMN_HEIGHT * count / highest
        top = 20 + _COLUMN_HEIGHT - tall
        left, middle = number * step + step * 0.15, number * step + step / 2
        parts.append(
            f'<rect x="{left:.2f}%" y="{top:.1f}" width="{step * 0.7:.2f}%"'
            f' height="{tall:.1f}" fill="{FILL}"/>'
        )
        if count:
            parts.append(text(str(count), f"{middle:.2f}%", top - 5, anchor="middle"))
        parts.append(
            text(name, f"{middle:.2f}%", height - 8, anchor="middle", colour=FAINT, size=11)
        )
    parts.append(
        f'<line x1="0" y1="{20 + _COLUMN_HEIGHT}" x2="100%" y2="{20 + _COLUMN_HEIGHT}"'
        f' stroke="{FAINT}"/>'
    )
    return _svg(title, height, parts), height


def text(
    words: str,
    x: str,
    y: float,
    *,
    anchor: str = "start",
    colour: str = INK,
    size: int = 14,
    bold: bool = False,
) -> str:
    """One line of text at a place."""
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" font-size="{size}"'
        f' font-family="{FONT}"{weight}>{html.escape(shown(words))}</text>'
    )


def short(label: str) -> str:
    """A label that leaves room for its figure."""
    return cut(shown(label), _LABEL_CHARACTERS)


def _svg(title: str, height: int, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{height}" role="img"'
        f' aria-label="{html.escape(title, quote=True)}">{"".join(parts)}</svg>'
    )
