"""Plain lines: `due`, tables for pipes, and sheets. Imports nothing heavy: the quick lane's."""

from refcli.domain.due import DueItem
from refcli.render.style import paint
from refcli.render.width import columns_of, cut, pad

SHOWN_ON_TERMINAL = 7
_NARROW = 48


def lateness_words(days_late: int) -> str:
    """How late, in words: `3 days late`, `today`, `tomorrow`, `in 5 days`."""
    if days_late > 0:
        return "1 day late" if days_late == 1 else f"{days_late} days late"
    if days_late == 0:
        return "today"
    return "tomorrow" if days_late == -1 else f"in {-days_late} days"


def due_title(items: list[DueItem], day: str) -> str:
    """`Sat 21 Nov: 3 to do, 1 late`."""
    late = sum(item.days_late > 0 for item in items)
    return f"{day}: {len(items)} to do" + (f", {late} late" if late else "")


def due_lines(
    items: list[DueItem], *, width: int | None, colour: bool, most: int | None = None
) -> list[str]:
    """One line an item: number, what to do, how late; `width` None means a pipe."""
    shown = items if most is None else items[:most]
    number_width = max((len(str(item.id)) for item in shown), default=1)
    when_width = max((len(lateness_words(item.days_late)) for item in shown), default=1)
    return [_due_line(item, number_width, when_width, width, colour=colour) for item in shown]


def _due_line(
    item: DueItem, number_width: int, when_width: int, width: int | None, *, colour: bool
) -> str:
    number = pad(str(item.id), number_width, right=True)
    when = pad(lateness_words(item.days_late), when_width)
    reach = f" ({item.reach_at})" if item.reach_at else ""
    style = "late" if item.days_late > 0 else "dim" if item.days_late < 0 else "bold"
    action = item.action + reach
    if width is not None:
        room = width - number_width - when_width - 6
        if width < _NARROW:
            return cut(f"{number} {action}", width)
        action = cut(action, room)
    painted = paint(when, style, colour=colour)
    return f"  {paint(number, 'dim', colour=colour)}  {painted}  {action}".rstrip()


def more_line(hidden: int, *, colour: bool) -> str:
    """What says that there is more."""
    return paint(f"  and {hidden} more: refcli due --all", "dim", colour=colour)


def padded_rows(rows: list[tuple[str, ...]], right: tuple[bool, ...]) -> list[str]:
    """Columns two spaces apart, for pipes."""
    widths = [max(columns_of(row[i]) for row in rows) for i in range(len(right))]
    return [
        "  ".join(pad(cell, widths[i], right=right[i]) for i, cell in enumerate(row)).rstrip()
        for row in rows
    ]
