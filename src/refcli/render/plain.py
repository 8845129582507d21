"""Plain lines: `due`, tables for pipes, and sheets. Imports nothing heavy: the quick lane's."""

import datetime as dt

from refcli.domain.day_words import day_text
from refcli.domain.due import DueItem
from refcli.domain.typed import typed
from refcli.render.terminal import columns_of, cut, pad, paint, wrap

SHOWN_ON_TERMINAL = 7
_NARROW = 48


def due_title(items: list[DueItem], day: str) -> str:
    """`Sat 21 Nov: 3 to do, 1 late`."""
    late = sum(item.is_late for item in items)
    return f"{day}: {len(items)} to do" + (f", {late} late" if late else "")


def due_lines(
    items: list[DueItem], *, width: int | None, colour: bool, most: int | None = None
) -> list[str]:
    """One line an item: number, what to do, how late; `width` None means a pipe."""
    shown = items if most is None else items[:most]
    if width is not None and width < _NARROW:
        return [cut(f"{item.id} {item.line}", width) for item in shown]
    numbers = max((len(str(item.id)) for item in shown), default=1)
    when = max((len(item.when) for item in shown), default=1)
    room = None if width is None else width - numbers - when - 6
    actions = [_action(item, room) for item in shown]
    widest = max((columns_of(action) for action in actions), default=1)
    return [
        _due_line(item, pad(str(item.id), numbers, right=True), pad(action, widest), colour=colour)
        for item, action in zip(shown, actions, strict=True)
    ]


def _action(item: DueItem, room: int | None) -> str:
    """What to do, with the number or address that a `reach` needs never cut off."""
    reach = f" ({item.reach_at})" if item.reach_at else ""
    if room is None or columns_of(item.line + reach) <= room:
        return item.line + reach
    return cut(cut(item.line, max(12, room - columns_of(reach))) + reach, room)


def _due_line(item: DueItem, number: str, action: str, *, colour: bool) -> str:
    is_ahead = item.days_late < 0 or item.when.startswith(("in ", "tomorrow"))
    style = "late" if item.is_late else "dim" if is_ahead else "bold"
    when = paint(item.when, style, colour=colour)
    return f"  {paint(number, 'dim', colour=colour)}  {action}  {when}"


def more_line(hidden: int, *, colour: bool, options: str = "") -> str:
    """What says that there is more, with the options that were given."""
    line = "refcli due --all"
    return paint(f"  and {hidden} more: {line}{options}", "dim", colour=colour)


def due_screen(
    items: list[DueItem],
    later: str | None,
    today: dt.date,
    *,
    width: int | None,
    colour: bool,
    show_all: bool = False,
    hint: bool = True,
    options: str = "",
) -> list[str]:
    """What is due as a person sees it, with how to act on it; `width` None means a pipe.

    `later` is the ISO date on which something is due again, None for never. `options` are those
    that the list was narrowed by.
    """
    if not items:
        if later is None:
            return ["nothing is due"]
        text = f"nothing is due; next {day_text(dt.date.fromisoformat(later), today)}"
        return [text] if width is None else wrap(text, width)
    most = None if width is None or show_all else SHOWN_ON_TERMINAL
    title = due_title(items, day_text(today, today - dt.timedelta(days=9)))
    lines = [paint(_fitted(title, width), "title", colour=colour)]
    lines += due_lines(items, width=width, colour=colour, most=most)
    if most is not None and len(items) > most:
        more = more_line(len(items) - most, colour=colour, options=options)
        lines.append(_fitted(more, width))
    if width is not None and hint:
        n = items[0].id
        words = typed("refcli done {} · refcli snooze {} friday · refcli skip {}", n, n, n)
        whole = columns_of(words) <= width
        parts = [words] if whole else wrap(words, width)
        lines += [paint(part, "dim", colour=colour) for part in parts]
    return lines


def _fitted(text: str, width: int | None) -> str:
    return text if width is None else cut(text, width)
