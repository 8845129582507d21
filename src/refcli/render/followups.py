"""Lines about follow-ups: what a writing command opened and closed."""

from collections.abc import Sequence

from refcli.domain.due import DueItem, lateness_words
from refcli.domain.kinds import KEEP_IN_TOUCH


def opened_line(item: DueItem) -> str:
    """`due tomorrow: Thank Anna Weiss … (12)`."""
    return f"due {lateness_words(item.days_late)}: {item.action} ({item.id})"


def closed_line(item: DueItem) -> str:
    """`done: Thank Anna Weiss … (12)`, or how else it ended."""
    return f"{item.closing}: {item.action} ({item.id})"


def told(
    opened: Sequence[DueItem], closed: Sequence[DueItem]
) -> tuple[tuple[DueItem, ...], tuple[DueItem, ...]]:
    """What is worth a line: (opened, closed) without a rhythm that just begins anew."""
    renewed = {i.contact_id for i in opened if i.kind == KEEP_IN_TOUCH}
    kept = tuple(i for i in closed if i.kind != KEEP_IN_TOUCH or i.contact_id not in renewed)
    return tuple(opened), kept
