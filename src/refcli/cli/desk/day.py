"""What is on the desk: the appointments of the day, what is due, and the week."""

import datetime as dt
from typing import NamedTuple

from refcli.cli.frame.context import App
from refcli.domain import kinds
from refcli.domain.day_words import day_text
from refcli.domain.due import DueItem
from refcli.domain.history import Mark
from refcli.read.counts import counts
from refcli.read.due import due_items
from refcli.read.history import has_mark, newest_mark
from refcli.render.plain import due_title

_WEEK_DAYS = 7


class Block(NamedTuple):
    """What is due with one person, most urgent first."""

    person: int
    name: str
    items: tuple[DueItem, ...]

    @property
    def when(self) -> str:
        """How late the most urgent is."""
        return self.items[0].when

    @property
    def is_late(self) -> bool:
        """Whether it should have been done before today."""
        # Of a yearly date `days_late` counts from its warning.
        first = self.items[0]
        return first.days_late > 0 and not first.occurs


class Day(NamedTuple):
    """The day: `meetings` have their hour, `now` is due or late, `week` is to come.

    `newest` is what the history had last, `is_restored` whether what it had last before is not in
    it any more, so that numbers are others' now.
    """

    title: str
    meetings: tuple[DueItem, ...]
    now: tuple[Block, ...]
    week: tuple[Block, ...]
    has_contacts: bool = True
    newest: Mark | None = None
    is_restored: bool = False

    @property
    def items(self) -> tuple[DueItem, ...]:
        """All of it, from the top."""
        blocks = (*self.now, *self.week)
        return (*self.meetings, *(item for block in blocks for item in block.items))


def read_day(app: App, known: Mark | None) -> Day:
    """The day as it stands in the store, where the history had `known` last; errors as any read."""
    until = app.today + dt.timedelta(days=_WEEK_DAYS)
    with app.reading(quiet=True) as connection:
        items = due_items(connection, app.today.isoformat(), until.isoformat())
        has_contacts = bool(items) or counts(connection).contacts > 0
        newest = newest_mark(connection)
        is_restored = known is not None and not has_mark(connection, known)
    meetings = sorted(
        (i for i in items if i.kind == kinds.MEET and i.days_late == 0 and i.appointment),
        key=lambda item: (item.time or "", item.id),
    )
    others = [item for item in items if item not in meetings]
    now = [item for item in others if item.days_late >= 0]
    day = day_text(app.today, app.today - dt.timedelta(days=9))
    due = [*meetings, *now]
    title = due_title(due, day) if due else f"{day}: nothing is due"
    week = [item for item in others if item.days_late < 0]
    return Day(
        title, tuple(meetings), _blocks(now), _blocks(week), has_contacts, newest, is_restored
    )


def _blocks(items: list[DueItem]) -> tuple[Block, ...]:
    by_person: dict[int, list[DueItem]] = {}
    for item in items:
        by_person.setdefault(item.contact_id, []).append(item)
    return tuple(Block(p, its[0].contact_name, tuple(its)) for p, its in by_person.items())
