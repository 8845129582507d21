"""Follow-ups as a calendar needs them: lasting UIDs, and how often each was changed."""

import sqlite3

from refcli.domain.due import DueItem
from refcli.domain.kinds import default_weights
from refcli.read.due import items_by_id
from refcli.read.yearly import calendar_dates


def calendar_items(
    connection: sqlite3.Connection, today: str, closed_since: str, contact: int | None = None
) -> list[tuple[DueItem, str, int]]:
    """(follow-up, UID, changes) of those open, and of those closed since a day.

    The changes only ever rise, undo included. Yearly dates of people who matter come last.
    """
    only = "" if contact is None else " and f.contact_id = :contact"
    found = connection.execute(
        "select f.id, f.uid, coalesce((select max(n.changes)"
        " from follow_up_id n where n.number = f.id), 0) from follow_up f"
        f" where (f.closed_on is null or f.closed_on >= :since){only} order by f.due_on, f.id",
        {"since": closed_since, "contact": contact},
    ).fetchall()
    items = {i.id: i for i in items_by_id(connection, [number for number, _, _ in found], today)}
    kept = []
    met: set[int] = set()
    for number, uid, changes in found:
        item = items[number]
        # Who meet together meet once.
        if item.closing is None and item.appointment is not None and contact is None:
            if item.appointment in met:
                continue
            met.add(item.appointment)
        kept.append((item, uid, changes))
    return kept + calendar_dates(connection, today, default_weights(), contact)
