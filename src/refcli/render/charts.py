"""Bars and sparklines in characters; length carries the meaning, never colour alone."""

from collections.abc import Sequence

from refcli.domain.text import shown
from refcli.render.layout import Bars
from refcli.render.terminal import columns_of, cut, pad, padded_rows, paint

BAR = 20
_LONGEST_BAR = 32
_LEVELS = "▁▂▃▄▅▆▇█"


def bar(share: float, width: int = BAR) -> str:
    """A bar filled so far; anything above nothing shows at least one mark."""
    filled = max(round(share * width), 1 if share > 0 else 0)
    return f"{'█' * filled}{'░' * (width - filled)}"


def sparkline(values: Sequence[float]) -> str:
    """A column for each value, as high as it is beside the highest."""
    highest = max(values, default=0)
    if not highest:
        return _LEVELS[0] * len(values)
    top = len(_LEVELS) - 1
    return "".join(_LEVELS[max(round(v / highest * top), 1 if v > 0 else 0)] for v in values)


def bar_lines(chart: Bars, width: int | None, *, colour: bool) -> list[str]:
    """A line a bar: label, figure, the bar where there is a terminal, and the note."""
    rows = [(shown(b.label), b.figure, b.note) for b in chart.bars]
    if not rows:
        return []
    if width is None:
        return [f"  {row}" for row in padded_rows(rows, (False, True, False))]
    labels = min(max(columns_of(row[0]) for row in rows), max(8, width // 3))
    figures = max(columns_of(row[1]) for row in rows)
    notes = max(columns_of(row[2]) for row in rows)
    room = max(4, min(_LONGEST_BAR, width - labels - figures - notes - 8))
    longest = max((b.length for b in chart.bars), default=0) or 1
    lines = []
    for b, (label, figure, note) in zip(chart.bars, rows, strict=True):
        drawn = pad(bar(b.length / longest, room).rstrip("░"), room)
        left = f"  {pad(cut(label, labels), labels)}  {pad(figure, figures, right=True)}"
        rest = cut(note, max(0, width - labels - figures - room - 8))
        marks = paint(drawn, "name", colour=colour)
        lines.append(f"{left}  {marks}  {paint(rest, 'dim', colour=colour)}".rstrip())
    return lines
