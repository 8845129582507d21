"""Lines about follow-ups: what a writing command opened and closed."""

from typing import Protocol

from refcli.domain.due import DueItem, lateness_words
from refcli.domain.kinds import KEEP_IN_TOUCH
from refcli.domain.outcomes import Outcome


class DidToFollowUps(Protocol):
    """What a writing command did, and what that did to follow-ups."""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Each thing done."""
        ...

    @property
    def opened(self) -> tuple[DueItem, ...]:
        """Opened or moved."""
        ...

    @property
    def closed(self) -> tuple[DueItem, ...]:
        """Closed."""
        ...

    @property
    def gone(self) -> tuple[DueItem, ...]:
        """Never owed, since their fact was taken back."""
        ...


def opened_line(item: DueItem) -> str:
    """`due tomorrow: Thank Anna Weiss … (12)`."""
    return f"due {lateness_words(item.days_late)}: {item.action} ({item.id})"


def closed_line(item: DueItem) -> str:
    """`done: Thank Anna Weiss … (12)`, or how else it ended."""
    how = "no longer due" if item.closing == "replaced" else item.closing
    return f"{how}: {item.action} ({item.id})"


def gone_line(item: DueItem) -> str:
    """`never owed: Thank Anna Weiss … (12)`: the fact that asked for it was taken back."""
    return f"never owed: {item.action} ({item.id})"


def told(written: DidToFollowUps) -> tuple[tuple[DueItem, ...], ...]:
    """What is worth a line beside the outcomes: (opened, closed, gone).

    Without what the outcomes name themselves, and without a rhythm that just begins anew.
    """
    opened, closed = written.opened, written.closed
    named = {done.ids.get("follow_up") for done in written.outcomes}
    renewed = {i.contact_id for i in opened if i.kind == KEEP_IN_TOUCH}
    kept = tuple(
        i
        for i in closed
        if i.id not in named and (i.kind != KEEP_IN_TOUCH or i.contact_id not in renewed)
    )
    gone = tuple(i for i in written.gone if i.kind != KEEP_IN_TOUCH or i.contact_id not in renewed)
    return opened, kept, gone
